import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, or, sql, type SQL } from 'drizzle-orm';
import type { MemberFacts, MemberRow, Rollup } from '#lib/learning/cohort.ts';
import type { Tried } from '#lib/learning/bands.ts';
import type { Named } from '#lib/learning/rollup.ts';
import type { CohortRow } from './cohorts.ts';
import type { Database } from './connect.ts';
import {
	account,
	attempt,
	cohort,
	cohortManager,
	cohortRollup,
	completion,
	extraTry,
	membership,
	prediction,
	response,
	type StoredRollup
} from './schema.ts';

const { id, name, edition } = account;
const line = { id, name, edition, endsAt: membership.endsAt, rollup: membership.rollup };

/** Whom it is about: everybody in a cohort, or one of them. */
export type Who = { cohortId: string; accountId?: string | undefined };

const those = ({ cohortId, accountId }: Who) =>
	and(
		eq(membership.cohortId, cohortId),
		accountId === undefined ? undefined : eq(membership.accountId, accountId)
	);

/** Not worked out by these rules. Put in three parts, each of which an index knows. */
const stale = (rules: string) =>
	or(isNull(membership.rules), lt(membership.rules, rules), gt(membership.rules, rules));

const anyStale = (who: SQL | undefined, rules: string) => {
	const one = (how: SQL) => sql`exists (select from ${membership} where ${and(who, how)})`;
	return sql<boolean>`(${one(isNull(membership.rules))} or ${one(lt(membership.rules, rules))}
		or ${one(gt(membership.rules, rules))})`;
};

/** Whether anybody has to be worked out. */
export async function isStale(db: Database, who: Who, rules: string): Promise<boolean> {
	const [row] = await db
		.select({ stale: anyStale(those(who), rules) })
		.from(cohort)
		.where(eq(cohort.id, who.cohortId));
	return row?.stale ?? false;
}

/** The cohorts in which anybody has to be worked out. */
export async function staleCohorts(db: Database, rules: string): Promise<string[]> {
	const rows = await db
		.select({ id: cohort.id })
		.from(cohort)
		.where(anyStale(eq(membership.cohortId, cohort.id), rules))
		.orderBy(asc(cohort.id));
	return rows.map(({ id }) => id);
}

/**
 * Members who have to be worked out, at most so many, locked: a fact that comes in meanwhile waits, and then makes them stale
 * again. In the order of their accounts, so that two who do this do not wait for each other.
 */
export async function lockStale(
	tx: Database,
	who: Who,
	rules: string,
	most: number
): Promise<string[]> {
	return lock(tx, and(those(who), stale(rules)), most);
}

/** The next members who need not be worked out, locked as above. */
export async function lockFresh(
	tx: Database,
	who: Who & { after: string },
	rules: string,
	most: number
): Promise<string[]> {
	const { cohortId, after } = who;
	const next = and(gt(membership.accountId, after), eq(membership.rules, rules));
	return lock(tx, and(those({ cohortId }), next), most);
}

async function lock(tx: Database, which: SQL | undefined, most: number): Promise<string[]> {
	const rows = await tx
		.select({ id: membership.accountId })
		.from(membership)
		.where(which)
		.orderBy(asc(membership.accountId))
		.limit(most)
		.for('no key update');
	return rows.map(({ id }) => id);
}

/** A member with everything that their roll-up is worked out from, and what is kept of it now. */
export type FactsRow = Omit<MemberRow, 'rollup'> &
	MemberFacts & { kept: Pick<Kept, 'rollup' | 'standing' | 'parts' | 'nameKey'> };

/** The facts of some members, who are locked. Where managers may not see bands, what somebody scored is not read. */
export async function factsOf(
	tx: Database,
	cohortId: string,
	accountIds: string[]
): Promise<FactsRow[]> {
	const own = (table: typeof response | typeof prediction | typeof completion) =>
		sql`from ${table} where ${table.accountId} = ${account.id}`;
	const [of] = await tx.select({ sees: cohort.sees }).from(cohort).where(eq(cohort.id, cohortId));
	const whereSeen = <T>(read: SQL) =>
		of?.sees === 'bands' ? sql<T | null>`(${read})` : sql<T | null>`null`;
	const rows = await tx
		.select({
			...{ id, name, edition },
			...{ joinedAt: membership.joinedAt, endsAt: membership.endsAt },
			...{ rollup: membership.rollup, standing: membership.standing },
			...{ parts: membership.parts, nameKey: membership.nameKey },
			units: sql<Record<string, number> | null>`(select json_object_agg(${completion.unit},
				round(extract(epoch from ${completion.firstCompletedAt}) * 1000)) ${own(completion)})`,
			begun: sql<boolean>`exists (select ${own(response)}) or exists (select ${own(prediction)})`,
			attempts: whereSeen<
				Tried['attempts']
			>(sql`select coalesce(json_agg(json_build_object('quiz', ${attempt.quiz},
				'number', ${attempt.number}, 'earned', ${attempt.earned}, 'total', ${attempt.total})), '[]')
				from ${attempt} where ${attempt.accountId} = ${account.id} and ${isNotNull(attempt.submittedAt)}`),
			extra: whereSeen<
				Tried['extra']
			>(sql`select coalesce(json_agg(json_build_object('quiz', ${extraTry.quiz}, 'tries', 1)), '[]')
				from ${extraTry} where ${extraTry.accountId} = ${account.id}`)
		})
		.from(membership)
		.innerJoin(account, eq(account.id, membership.accountId))
		.where(and(eq(membership.cohortId, cohortId), inArray(membership.accountId, accountIds)));
	return rows.map(({ units, begun, attempts, extra, ...row }) => {
		const { joinedAt, endsAt, rollup, standing, parts, nameKey } = row;
		const kept = { rollup, standing, parts, nameKey };
		const done = Object.entries(units ?? {}).map(([unit, at]) => ({ unit, at: new Date(at) }));
		return {
			...{ id: row.id, name: row.name, edition: row.edition, joinedAt, endsAt, kept },
			...{ started: begun || done.length > 0, completions: done },
			...(attempts && extra && { tried: { attempts, extra } })
		};
	});
}

/** What is kept of a member. */
export type Kept = {
	accountId: string;
	rollup: StoredRollup | null;
	standing: string | null;
	parts: string[];
	nameKey: string | null;
};

export async function keep(
	tx: Database,
	cohortId: string,
	rules: string,
	kept: Kept[]
): Promise<void> {
	if (kept.length === 0) return;
	const values = kept.map(({ accountId, nameKey, ...rest }) => ({
		...rest,
		...{ account_id: accountId, name_key: nameKey }
	}));
	await tx.execute(sql`update ${membership}
		set rules = ${rules}, rollup = kept.rollup, standing = kept.standing, parts = kept.parts, name_key = kept.name_key
		from json_to_recordset(${JSON.stringify(values)}::json)
			as kept(account_id uuid, rollup jsonb, standing text, parts jsonb, name_key text)
		where ${membership.cohortId} = ${cohortId} and ${membership.accountId} = kept.account_id`);
}

const byName = [asc(membership.nameKey), asc(membership.accountId)];

/** As they are kept, in the order of their names; everybody has to be worked out. */
export async function rowsOf(db: Database, who: Who): Promise<MemberRow[]> {
	const rows = await db
		.select(line)
		.from(membership)
		.innerJoin(account, eq(account.id, membership.accountId))
		.where(those(who))
		.orderBy(...byName);
	return rows.flatMap(memberRow);
}

type LineRow = Pick<MemberRow, 'id' | 'name' | 'edition' | 'endsAt'> & {
	rollup: StoredRollup | null;
};

function memberRow({ id, name, edition, endsAt, rollup }: LineRow): MemberRow[] {
	// Whoever joined this very moment is not worked out yet.
	if (!rollup) return [];
	const { finishedAt, joinedAt, ...rest } = rollup;
	const own: Rollup = { ...rest, ...(finishedAt && { finishedAt: new Date(finishedAt) }) };
	return [{ id, name, edition, endsAt, joinedAt: new Date(joinedAt), rollup: own }];
}

/**
 * A cohort through its manager, with how they keep its list, how often each part is there in it, and whether anybody has to be
 * worked out: one statement, however many members.
 */
export async function counted(
	db: Database,
	managerId: string,
	cohortId: string,
	rules: string
): Promise<
	{ cohort: CohortRow; view: string | null; stale: boolean; parts: Map<string, number> } | undefined
> {
	const parts = sql<Record<string, number> | null>`(select json_object_agg(part, people) from (
		select part, sum(people) as people from ${cohortRollup} where ${cohortRollup.cohortId} = ${cohort.id}
		group by part having sum(people) <> 0) as summed)`;
	const [row] = await db
		.select({
			...{ cohort, view: cohortManager.view, parts },
			stale: anyStale(eq(membership.cohortId, cohort.id), rules)
		})
		.from(cohort)
		.innerJoin(cohortManager, eq(cohortManager.cohortId, cohort.id))
		.where(and(eq(cohort.id, cohortId), eq(cohortManager.accountId, managerId)));
	return row && { ...row, parts: new Map(Object.entries(row.parts ?? {})) };
}

/** A choice of the list: whoever stands at one of these places, and has this in their name; everybody when absent. */
export type Choice = { standings?: string[]; find?: string; people?: number };

const oneOf = (standings: string[]) =>
	sql`${membership.standing} in (select json_array_elements_text(${JSON.stringify(standings)}::json))`;

/**
 * One page of the list by name, and those who are named beside it: one statement.
 *
 * @param chosen.people how many are in the choice, when that is known: then nobody is counted
 * @param page from 1; a number that is too high is the last one
 */
export async function page(
	db: Database,
	cohortId: string,
	chosen: Choice,
	{ page: asked, size, named }: { page: number; size: number; named: Named }
): Promise<{ chosen: number; shown: MemberRow[]; named: MemberRow[] }> {
	const { standings, find, people } = chosen;
	const here = eq(membership.cohortId, cohortId);
	const wanted = and(
		here,
		standings && oneOf(standings),
		find ? sql`position(${find} in ${membership.nameKey}) > 0` : undefined
	);
	const counted =
		people === undefined
			? sql`(select count(*)::int from ${membership} where ${wanted})`
			: sql`${people}::int`;
	const some = (which: SQL | undefined, shown: boolean) =>
		sql`select account_id, ${shown ? sql`true` : sql`false`} as shown from ${membership} where ${which} order by name_key, account_id`;
	const picked = sql`(with total as materialized (select ${counted} as people)
		select account_id, bool_or(shown) as shown, bool_or(not shown) as named, (select people from total) as chosen from (
			(${some(wanted, true)} limit ${size}::int
				offset (select least(${asked}::int - 1, greatest(people - 1, 0) / ${size}::int) * ${size}::int from total))
			union all (${some(and(here, oneOf(named.all)), false)})
			union all (${some(and(here, oneOf(named.first.standings)), false)} limit ${named.first.most}::int)
		) as each group by account_id) as picked`;
	const rows = await db
		.select({
			...line,
			...{ shown: sql<boolean>`picked.shown`, named: sql<boolean>`picked.named` },
			chosen: sql<number>`picked.chosen`
		})
		.from(membership)
		.innerJoin(picked, sql`picked.account_id = ${membership.accountId}`)
		.innerJoin(account, eq(account.id, membership.accountId))
		.where(here)
		.orderBy(...byName);
	const those = (kind: 'shown' | 'named') => rows.filter((row) => row[kind]).flatMap(memberRow);
	return { chosen: rows[0]?.chosen ?? 0, shown: those('shown'), named: those('named') };
}

/** Cohorts of which so many rows can be added up into fewer, and those that are no longer there. */
export async function scattered(db: Database, rows: number): Promise<string[]> {
	const { cohortId, part } = cohortRollup;
	const found = await db.select({ cohortId }).from(cohortRollup).groupBy(cohortId)
		.having(sql`count(*) - count(distinct ${part}) > ${rows}
			or not exists (select from ${cohort} where ${cohort.id} = ${cohortId})`);
	return found.map((each) => each.cohortId);
}

/** Adds up the rows of a cohort into one a part. What is added meanwhile is a row of its own. */
export async function addUp(db: Database, cohortId: string): Promise<void> {
	await db.execute(sql`with before as (
			delete from ${cohortRollup} where ${cohortRollup.cohortId} = ${cohortId} returning part, people)
		insert into ${cohortRollup} (cohort_id, part, people)
		select ${cohortId}::uuid, part, sum(people) from before group by part having sum(people) <> 0`);
}

/** Counts every part again, and adds what was missing. @returns how many parts were not right */
export async function countAgain(db: Database, cohortId: string): Promise<number> {
	const of = eq(membership.cohortId, cohortId);
	const { standing, parts } = membership;
	// One statement sees one moment: whatever changes meanwhile adds its own difference.
	const rows: unknown = await db.execute(sql`insert into ${cohortRollup} (cohort_id, part, people)
		select ${cohortId}::uuid, part, sum(people) from (
			select ${standing} as part, 1 as people from ${membership} where ${and(of, isNotNull(standing))}
			union all
			select jsonb_array_elements_text(${parts}), 1 from ${membership} where ${of}
			union all
			select part, -people from ${cohortRollup} where ${cohortRollup.cohortId} = ${cohortId}
		) as each group by part having sum(people) <> 0 returning part`);
	// The two databases give their rows in another way.
	return (Array.isArray(rows) ? rows : (rows as { rows: unknown[] }).rows).length;
}
