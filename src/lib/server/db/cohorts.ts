import { and, asc, count, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { Database } from './connect.ts';
import { account, cohort, cohortManager, joinLink, membership } from './schema.ts';

export type CohortRow = typeof cohort.$inferSelect;
/** A cohort as the simplest one is: one plan for all, and managers who see what is done. */
export const plain = {
	lessonsPerWeek: null,
	language: 'nl',
	sees: 'status',
	asksBandsAt: null,
	archivedAt: null,
	insightsOn: null,
	recountedOn: null
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
