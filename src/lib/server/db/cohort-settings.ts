import { and, asc, eq, isNotNull, ne, sql } from 'drizzle-orm';
import type { CohortRow } from './cohorts.ts';
import type { Database } from './connect.ts';
import { account, cohort, cohortManager, membership } from './schema.ts';

type Changed = Partial<Omit<CohortRow, 'id' | 'createdAt'>>;

/** Locks a cohort until the transaction ends, and gives it as it is by then. */
export async function lock(tx: Database, id: string): Promise<CohortRow | undefined> {
	const [row] = await tx.select().from(cohort).where(eq(cohort.id, id)).for('update');
	return row;
}

export async function update(db: Database, id: string, changed: Changed): Promise<void> {
	await db.update(cohort).set(changed).where(eq(cohort.id, id));
}

/** Cohorts whose members are being asked something. */
export async function asking(db: Database): Promise<string[]> {
	const rows = await db
		.select({ id: cohort.id })
		.from(cohort)
		.where(isNotNull(cohort.asksBandsAt))
		.orderBy(asc(cohort.id));
	return rows.map(({ id }) => id);
}

/** Lets managers see bands as soon as every member agreed to that since they were asked. The cohort has to be locked. */
export async function settle(tx: Database, id: string): Promise<boolean> {
	const rows = await tx
		.update(cohort)
		.set({ sees: 'bands', asksBandsAt: null })
		.where(
			and(
				eq(cohort.id, id),
				isNotNull(cohort.asksBandsAt),
				sql`not exists (select 1 from ${membership} where ${membership.cohortId} = ${cohort.id}
					and (${membership.bandsAgreedAt} is null or ${membership.bandsAgreedAt} < ${cohort.asksBandsAt}))`
			)
		)
		.returning({ id: cohort.id });
	return rows.length > 0;
}

/** Says false for who is not in it. */
export async function setAgreed(
	tx: Database,
	cohortId: string,
	accountId: string,
	at: Date | null
): Promise<boolean> {
	const rows = await tx
		.update(membership)
		.set({ bandsAgreedAt: at })
		.where(and(eq(membership.cohortId, cohortId), eq(membership.accountId, accountId)))
		.returning({ id: membership.accountId });
	return rows.length > 0;
}

/** Whom a letter to all of a cohort goes to. */
export async function readers(db: Database, cohortId: string) {
	const { email, language, name } = account;
	return db
		.select({ email, language, name })
		.from(membership)
		.innerJoin(account, eq(account.id, membership.accountId))
		.where(eq(membership.cohortId, cohortId))
		.orderBy(asc(account.id));
}

/** Who manages a cohort, without those who may no longer manage any. */
export async function managers(db: Database, cohortId: string) {
	return db
		.select({ id: account.id, name: account.name, email: account.email })
		.from(cohortManager)
		.innerJoin(account, eq(account.id, cohortManager.accountId))
		.where(and(eq(cohortManager.cohortId, cohortId), ne(account.role, 'learner')))
		.orderBy(asc(account.name), asc(account.id));
}

/** Somebody who may manage cohorts, by their address. */
export async function managerBy(db: Database, email: string) {
	const { id, name, language } = account;
	const [row] = await db
		.select({ id, name, email: account.email, language })
		.from(account)
		.where(and(eq(account.email, email), ne(account.role, 'learner')));
	return row;
}

/** Says whether they were not one yet. */
export async function addManager(
	tx: Database,
	cohortId: string,
	accountId: string
): Promise<boolean> {
	const rows = await tx
		.insert(cohortManager)
		.values({ cohortId, accountId })
		.onConflictDoNothing()
		.returning({ id: cohortManager.accountId });
	return rows.length > 0;
}

/** Says whether they were one. */
export async function removeManager(
	tx: Database,
	cohortId: string,
	accountId: string
): Promise<boolean> {
	const rows = await tx
		.delete(cohortManager)
		.where(and(eq(cohortManager.cohortId, cohortId), eq(cohortManager.accountId, accountId)))
		.returning({ id: cohortManager.accountId });
	return rows.length > 0;
}
