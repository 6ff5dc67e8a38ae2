import { asc, eq, sql } from 'drizzle-orm';
import type { Database } from './connect.ts';
import { account, secondFactor, type Role } from './schema.ts';

export type AccountRow = typeof account.$inferSelect;

/** What a new account has chosen: nothing yet. */
export const unset = {
	weeklyMail: false,
	nudges: true,
	digest: false,
	signedInAt: null,
	warnedAt: null
} as const;

export async function byEmail(db: Database, email: string): Promise<AccountRow | undefined> {
	const [row] = await db.select().from(account).where(eq(account.email, email));
	return row;
}

export async function byId(db: Database, id: string): Promise<AccountRow | undefined> {
	const [row] = await db.select().from(account).where(eq(account.id, id));
	return row;
}

/** Makes other transactions that lock this account wait; rows that refer to it can still be added. */
export async function lock(tx: Database, id: string): Promise<void> {
	await tx.select({ id: account.id }).from(account).where(eq(account.id, id)).for('no key update');
}

/** Inserts unless the address is taken; says whether it did. */
export async function insert(db: Database, row: AccountRow): Promise<boolean> {
	const rows = await db
		.insert(account)
		.values(row)
		.onConflictDoNothing()
		.returning({ id: account.id });
	return rows.length === 1;
}

export async function isEmpty(db: Database): Promise<boolean> {
	const rows = await db.select({ id: account.id }).from(account).limit(1);
	return rows.length === 0;
}

export async function setPasswordHash(
	db: Database,
	id: string,
	passwordHash: string
): Promise<void> {
	await db.update(account).set({ passwordHash }).where(eq(account.id, id));
}

export async function setProfile(
	db: Database,
	id: string,
	profile: { name: string; language: 'nl' | 'en' }
): Promise<void> {
	await db.update(account).set(profile).where(eq(account.id, id));
}

/** Turns the weekly question on or off; says whether there is such an account. Doing it twice is doing it once. */
export async function setWeeklyMail(db: Database, id: string, on: boolean): Promise<boolean> {
	const rows = await db
		.update(account)
		.set({ weeklyMail: on })
		.where(eq(account.id, id))
		.returning({ id: account.id });
	return rows.length === 1;
}

/** Whether somebody gets the weekly question; undefined when there is no such account. */
export async function weeklyMailOf(db: Database, id: string): Promise<boolean | undefined> {
	const [row] = await db.select({ on: account.weeklyMail }).from(account).where(eq(account.id, id));
	return row?.on;
}

export async function setRole(db: Database, id: string, role: Role): Promise<boolean> {
	const rows = await db
		.update(account)
		.set({ role })
		.where(eq(account.id, id))
		.returning({ id: account.id });
	return rows.length === 1;
}

/** Everybody, for the administrator: who they are and what they may do, nothing about how they learn. */
export async function list(db: Database) {
	return db
		.select({
			...{ id: account.id, name: account.name, email: account.email, role: account.role },
			hasSecondStep: sql<boolean>`${secondFactor.confirmedAt} is not null`
		})
		.from(account)
		.leftJoin(secondFactor, eq(secondFactor.accountId, account.id))
		.orderBy(asc(sql`lower(${account.name})`), asc(account.id))
		.limit(1000);
}

/** What everybody is called. */
export const names = (db: Database) =>
	db.select({ id: account.id, name: account.name }).from(account);

/** Lets managers have the course remind somebody, or not. Doing it twice is doing it once. */
export async function setNudges(db: Database, id: string, on: boolean): Promise<void> {
	await db.update(account).set({ nudges: on }).where(eq(account.id, id));
}

/** Has somebody written to once a week about the groups they manage, or not. Doing it twice is doing it once. */
export async function setDigest(db: Database, id: string, on: boolean): Promise<void> {
	await db.update(account).set({ digest: on }).where(eq(account.id, id));
}

/** Keeps when somebody last signed in: accounts that nobody uses are erased. */
export async function setSignedIn(db: Database, id: string, at: Date): Promise<void> {
	await db.update(account).set({ signedInAt: at }).where(eq(account.id, id));
}

/** How many people are in each edition of the course. */
export async function byEdition(db: Database): Promise<{ edition: number; people: number }[]> {
	return db
		.select({ edition: account.edition, people: sql<number>`count(*)::int` })
		.from(account)
		.groupBy(account.edition);
}
