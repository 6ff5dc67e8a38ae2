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

/** A cohort through its manager: somebody else's is not there. */
export async function ofManager(
	db: Database,
	accountId: string,
	id: string
): Promise<CohortRow | undefined> {
	const [row] = await db
		.select({ cohort })
		.from(cohort)
		.innerJoin(cohortManager, eq(cohortManager.cohortId, cohort.id))
		.where(and(eq(cohort.id, id), eq(cohortManager.accountId, accountId)));
	return row?.cohort;
}

/** How a manager chose to see the list of a cohort of theirs. */
export async function viewOf(
	db: Database,
	cohortId: string,
	managerId: string
): Promise<string | undefined> {
	const [row] = await db
		.select({ view: cohortManager.view })
		.from(cohortManager)
		.where(by(cohortId, managerId));
	return row?.view ?? undefined;
}

export async function setView(
	db: Database,
	cohortId: string,
	managerId: string,
	view: string | null
): Promise<void> {
	await db.update(cohortManager).set({ view }).where(by(cohortId, managerId));
}

const by = (cohortId: string, managerId: string) =>
	and(eq(cohortManager.cohortId, cohortId), eq(cohortManager.accountId, managerId));

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
 * What a cohort's table is made of: two statements, however many members, and two more where managers may see bands; where
 * they may not, what somebody scored is not read. With `accountId` only that member, by the same query, so that a learner
 * sees what the manager sees.
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
	const people = await db
		.select({
			id: account.id,
			name: account.name,
			edition: account.edition,
			joinedAt: membership.joinedAt,
			endsAt: membership.endsAt,
			started: sql<boolean>`exists (select 1 from ${response} where ${response.accountId} = ${account.id})
				or exists (select 1 from ${prediction} where ${prediction.accountId} = ${account.id})`
		})
		.from(membership)
		.innerJoin(account, eq(account.id, membership.accountId))
		.where(who)
		.orderBy(asc(sql`lower(${account.name})`), asc(account.id));
	// One row a person: a large group has hundreds of thousands of completions.
	const done = await db
		.select({
			id: completion.accountId,
			units: sql<Record<string, number>>`json_object_agg(${completion.unit},
				round(extract(epoch from ${completion.firstCompletedAt}) * 1000))`
		})
		.from(completion)
		.innerJoin(membership, eq(membership.accountId, completion.accountId))
		.where(who)
		.groupBy(completion.accountId);
	const tried = sees === 'bands' ? await triedBy(db, who) : undefined;
	const units = new Map(done.map((each) => [each.id, each.units]));
	return people.map((person) => ({
		...person,
		completions: Object.entries(units.get(person.id) ?? {}).map(([unit, at]): Completion => ({
			unit,
			at: new Date(at)
		})),
		...(tried && { tried: tried(person.id) })
	}));
}

/** What members scored, and which tries they were given. */
async function triedBy(db: Database, who: SQL | undefined): Promise<(id: string) => Tried> {
	const attempts = await db
		.select({
			id: attempt.accountId,
			own: sql<Tried['attempts']>`json_agg(json_build_object('quiz', ${attempt.quiz},
				'number', ${attempt.number}, 'earned', ${attempt.earned}, 'total', ${attempt.total}))`
		})
		.from(attempt)
		.innerJoin(membership, eq(membership.accountId, attempt.accountId))
		.where(and(who, isNotNull(attempt.submittedAt)))
		.groupBy(attempt.accountId);
	const extra = await db
		.select({
			id: extraTry.accountId,
			own: sql<Tried['extra']>`json_agg(json_build_object('quiz', ${extraTry.quiz}, 'tries', 1))`
		})
		.from(extraTry)
		.innerJoin(membership, eq(membership.accountId, extraTry.accountId))
		.where(who)
		.groupBy(extraTry.accountId);
	const own = new Map(attempts.map((each) => [each.id, each.own]));
	const given = new Map(extra.map((each) => [each.id, each.own]));
	return (id) => ({ attempts: own.get(id) ?? [], extra: given.get(id) ?? [] });
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
