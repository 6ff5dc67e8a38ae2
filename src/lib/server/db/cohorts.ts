import {
	and,
	asc,
	count,
	desc,
	eq,
	inArray,
	isNotNull,
	isNull,
	ne,
	sql,
	type SQL
} from 'drizzle-orm';
import type { Tried } from '#lib/learning/bands.ts';
import type { Completion } from '#lib/learning/completion.ts';
import type { MemberRow } from '#lib/learning/cohort.ts';
import type { Database } from './connect.ts';
import {
	account,
	attempt,
	cohort,
	cohortManager,
	completion,
	extraTry,
	joinLink,
	membership,
	prediction,
	response
} from './schema.ts';

export type CohortRow = typeof cohort.$inferSelect;
/** A cohort as the simplest one is: one plan for all, and managers who see what is done. */
export const plain = {
	lessonsPerWeek: null,
	language: 'nl',
	sees: 'status',
	asksBandsAt: null,
	archivedAt: null,
	insightsOn: null
} as const;
/** A link that everybody who has it may use. */
export const forAnybody = {
	domains: [] as string[],
	email: null,
	name: null,
	language: null,
	revokedAt: null
};
export type JoinLinkRow = typeof joinLink.$inferSelect;

export async function insert(db: Database, row: CohortRow, managerId: string): Promise<void> {
	await db.transaction(async (tx) => {
		await tx.insert(cohort).values(row);
		await tx.insert(cohortManager).values({ cohortId: row.id, accountId: managerId });
	});
}

export async function managedBy(db: Database, accountId: string) {
	return db
		.select({
			cohort,
			members: sql<number>`(select count(*)::int from ${membership} where ${membership.cohortId} = ${cohort.id})`
		})
		.from(cohort)
		.innerJoin(cohortManager, eq(cohortManager.cohortId, cohort.id))
		.where(eq(cohortManager.accountId, accountId))
		.orderBy(desc(cohort.startsAt), asc(cohort.name));
}

/** A cohort through its manager, and how they keep its list: somebody else's is not there. */
export async function ofManager(
	db: Database,
	accountId: string,
	id: string
): Promise<{ cohort: CohortRow; view: string | null } | undefined> {
	const [row] = await db
		.select({ cohort, view: cohortManager.view })
		.from(cohort)
		.innerJoin(cohortManager, eq(cohortManager.cohortId, cohort.id))
		.where(and(eq(cohort.id, id), eq(cohortManager.accountId, accountId)));
	return row;
}

export async function setView(
	db: Database,
	cohortId: string,
	managerId: string,
	view: string | null
): Promise<void> {
	await db
		.update(cohortManager)
		.set({ view })
		.where(and(eq(cohortManager.cohortId, cohortId), eq(cohortManager.accountId, managerId)));
}

/** Who manages these cohorts, without those who may no longer manage any. */
export async function managersOf(db: Database, cohortIds: string[]) {
	if (cohortIds.length === 0) return [];
	return db
		.select({ cohortId: cohortManager.cohortId, name: account.name })
		.from(cohortManager)
		.innerJoin(account, eq(account.id, cohortManager.accountId))
		.where(and(inArray(cohortManager.cohortId, cohortIds), ne(account.role, 'learner')))
		.orderBy(asc(account.name));
}

export async function joinedBy(db: Database, accountId: string) {
	return db
		.select({
			cohort,
			joinedAt: membership.joinedAt,
			reason: membership.endsReason,
			agreedAt: membership.bandsAgreedAt
		})
		.from(cohort)
		.innerJoin(membership, eq(membership.cohortId, cohort.id))
		.where(eq(membership.accountId, accountId))
		.orderBy(asc(membership.joinedAt));
}

/**
 * What a cohort's table is made of: one statement, however many members. Where managers may not see bands, what somebody
 * scored is not read. With `accountId` only that member, by the same query, so that a learner sees what the manager sees.
 */
export async function memberRows(
	db: Database,
	{ id: cohortId, sees }: Pick<CohortRow, 'id' | 'sees'>,
	accountId?: string
): Promise<MemberRow[]> {
	const who = and(
		eq(membership.cohortId, cohortId),
		accountId === undefined ? undefined : eq(membership.accountId, accountId)
	);
	const done = doneBy(db, who);
	// Whoever completed something began; the rest is looked up.
	const started = sql<boolean>`${done.units} is not null
		or exists (select 1 from ${response} where ${response.accountId} = ${account.id})
		or exists (select 1 from ${prediction} where ${prediction.accountId} = ${account.id})`;
	const { id, name, edition } = account;
	const { joinedAt, endsAt } = membership;
	const own = { id, name, edition, joinedAt, endsAt, started, units: done.units };
	const inOrder = [asc(sql`lower(${name})`), asc(id)];
	if (sees !== 'bands') {
		const rows = await db
			.select(own)
			.from(membership)
			.innerJoin(account, eq(id, membership.accountId))
			.leftJoin(done, eq(done.accountId, id))
			.where(who)
			.orderBy(...inOrder);
		return rows.map(memberRow);
	}
	const { attempts, extra } = triedBy(db, who);
	const rows = await db
		.select({ ...own, attempts: attempts.own, extra: extra.own })
		.from(membership)
		.innerJoin(account, eq(id, membership.accountId))
		.leftJoin(done, eq(done.accountId, id))
		.leftJoin(attempts, eq(attempts.accountId, id))
		.leftJoin(extra, eq(extra.accountId, id))
		.where(who)
		.orderBy(...inOrder);
	return rows.map(({ attempts, extra, ...row }) => ({
		...memberRow(row),
		tried: { attempts: attempts ?? [], extra: extra ?? [] }
	}));
}

function memberRow({
	units,
	...row
}: Omit<MemberRow, 'completions'> & { units: Record<string, number> | null }): MemberRow {
	const completions = Object.entries(units ?? {}).map(([unit, at]): Completion => ({
		unit,
		at: new Date(at)
	}));
	return { ...row, completions };
}

/** What members completed and when, one row a person: a large group has hundreds of thousands of completions. */
function doneBy(db: Database, who: SQL | undefined) {
	return db
		.select({
			accountId: completion.accountId,
			units: sql<Record<string, number>>`json_object_agg(${completion.unit},
				round(extract(epoch from ${completion.firstCompletedAt}) * 1000))`.as('units')
		})
		.from(completion)
		.innerJoin(membership, eq(membership.accountId, completion.accountId))
		.where(who)
		.groupBy(completion.accountId)
		.as('done');
}

/** What members scored, and which tries they were given; one row a person. */
function triedBy(db: Database, who: SQL | undefined) {
	const attempts = db
		.select({
			accountId: attempt.accountId,
			own: sql<Tried['attempts']>`json_agg(json_build_object('quiz', ${attempt.quiz},
				'number', ${attempt.number}, 'earned', ${attempt.earned}, 'total', ${attempt.total}))`.as(
				'attempts'
			)
		})
		.from(attempt)
		.innerJoin(membership, eq(membership.accountId, attempt.accountId))
		.where(and(who, isNotNull(attempt.submittedAt)))
		.groupBy(attempt.accountId)
		.as('tried');
	const extra = db
		.select({
			accountId: extraTry.accountId,
			own: sql<
				Tried['extra']
			>`json_agg(json_build_object('quiz', ${extraTry.quiz}, 'tries', 1))`.as('extra')
		})
		.from(extraTry)
		.innerJoin(membership, eq(membership.accountId, extraTry.accountId))
		.where(who)
		.groupBy(extraTry.accountId)
		.as('given');
	return { attempts, extra };
}

export async function linksOf(db: Database, cohortId: string) {
	return (
		db
			.select({ link: joinLink, uses: count(membership.accountId) })
			.from(joinLink)
			.leftJoin(membership, eq(membership.joinLinkId, joinLink.id))
			// Invitations of one person are a list of their own.
			.where(and(eq(joinLink.cohortId, cohortId), isNull(joinLink.email)))
			.groupBy(joinLink.id)
			.orderBy(desc(joinLink.createdAt))
	);
}

export async function insertLink(db: Database, row: JoinLinkRow): Promise<void> {
	await db.insert(joinLink).values(row);
}

/** Says whether it was open. */
export async function revokeLink(
	db: Database,
	cohortId: string,
	id: string,
	now: Date
): Promise<boolean> {
	const rows = await db
		.update(joinLink)
		.set({ revokedAt: now })
		.where(and(eq(joinLink.id, id), eq(joinLink.cohortId, cohortId), isNull(joinLink.revokedAt)))
		.returning({ id: joinLink.id });
	return rows.length > 0;
}

export const usesOf = (db: Database, linkId: string) =>
	db.$count(membership, eq(membership.joinLinkId, linkId));

export async function byCode(db: Database, code: string) {
	const [row] = await db
		.select({ link: joinLink, cohort })
		.from(joinLink)
		.innerJoin(cohort, eq(cohort.id, joinLink.cohortId))
		.where(eq(joinLink.code, code));
	return row;
}

/** Locks the link, so that its last place goes to one person. */
export async function lockLink(
	tx: Database,
	id: string
): Promise<{ link: JoinLinkRow; uses: number } | undefined> {
	const [link] = await tx.select().from(joinLink).where(eq(joinLink.id, id)).for('update');
	if (!link) return undefined;
	return { link, uses: await usesOf(tx, id) };
}

/** A cohort as it stays until the transaction ends; whoever wants to change it waits. */
export async function hold(tx: Database, id: string): Promise<CohortRow | undefined> {
	const [row] = await tx.select().from(cohort).where(eq(cohort.id, id)).for('share');
	return row;
}

export async function isMember(
	db: Database,
	cohortId: string,
	accountId: string
): Promise<boolean> {
	const rows = await db
		.select({ id: membership.accountId })
		.from(membership)
		.where(and(eq(membership.cohortId, cohortId), eq(membership.accountId, accountId)));
	return rows.length > 0;
}

export async function addMember(db: Database, row: typeof membership.$inferInsert): Promise<void> {
	await db.insert(membership).values(row).onConflictDoNothing();
}
