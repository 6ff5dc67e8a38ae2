import { eq, lt, sql } from 'drizzle-orm';
import type { AccountRow } from './accounts.ts';
import type { Database } from './connect.ts';
import { prepared } from './preparing.ts';
import { account, secondFactor, session } from './schema.ts';

export type SessionRow = typeof session.$inferSelect;

const lookUp = (db: Database, name: string) =>
	db
		.select({
			session,
			account,
			hasSecondStep: sql<boolean>`${secondFactor.confirmedAt} is not null`
		})
		.from(session)
		.innerJoin(account, eq(account.id, session.accountId))
		.leftJoin(secondFactor, eq(secondFactor.accountId, session.accountId))
		.where(eq(session.id, sql.placeholder('id')))
		.prepare(name);

export async function withAccount(
	db: Database,
	id: string
): Promise<{ session: SessionRow; account: AccountRow; hasSecondStep: boolean } | undefined> {
	const [row] = await prepared(db, 'session_by_id', lookUp).execute({ id });
	return row;
}

export async function ofAccount(db: Database, accountId: string): Promise<SessionRow[]> {
	return db.select().from(session).where(eq(session.accountId, accountId));
}

export async function insert(db: Database, row: SessionRow): Promise<void> {
	await db.insert(session).values(row);
}

/** Moves the end of a session, never beyond the moment at which it has to end. */
export async function extend(db: Database, id: string, expiresAt: Date): Promise<void> {
	await db
		.update(session)
		.set({ expiresAt: sql`least(${expiresAt.toISOString()}::timestamptz, ${session.endsAt})` })
		.where(eq(session.id, id));
}

export async function confirm(db: Database, id: string, at: Date): Promise<void> {
	await db.update(session).set({ confirmedAt: at }).where(eq(session.id, id));
}

export async function remove(db: Database, id: string): Promise<void> {
	await db.delete(session).where(eq(session.id, id));
}

export async function removeOfAccount(db: Database, accountId: string): Promise<void> {
	await db.delete(session).where(eq(session.accountId, accountId));
}

export async function removeExpired(db: Database, now: Date): Promise<void> {
	await db.delete(session).where(lt(session.expiresAt, now));
}
