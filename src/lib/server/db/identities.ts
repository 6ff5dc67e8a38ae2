import { and, eq, ne } from 'drizzle-orm';
import type { AccountRow } from './accounts.ts';
import type { Database } from './connect.ts';
import { account, identity } from './schema.ts';

export type IdentityRow = typeof identity.$inferSelect;
/** What a provider calls somebody. */
export type Known = Pick<IdentityRow, 'issuer' | 'subject'>;

const is = ({ issuer, subject }: Known) =>
	and(eq(identity.issuer, issuer), eq(identity.subject, subject));

export async function accountOf(db: Database, known: Known): Promise<AccountRow | undefined> {
	const [row] = await db
		.select({ account })
		.from(identity)
		.innerJoin(account, eq(account.id, identity.accountId))
		.where(is(known));
	return row?.account;
}

export async function ofAccount(
	db: Database,
	accountId: string,
	issuer: string
): Promise<IdentityRow | undefined> {
	const [row] = await db
		.select()
		.from(identity)
		.where(and(eq(identity.accountId, accountId), eq(identity.issuer, issuer)));
	return row;
}

/** Inserts unless it belongs to somebody already; says whether it did. */
export async function insert(db: Database, row: IdentityRow): Promise<boolean> {
	const rows = await db.insert(identity).values(row).onConflictDoNothing().returning();
	return rows.length === 1;
}

/** Says whether there was one. */
export async function remove(db: Database, accountId: string, issuer: string): Promise<boolean> {
	const rows = await db
		.delete(identity)
		.where(and(eq(identity.accountId, accountId), eq(identity.issuer, issuer)))
		.returning();
	return rows.length > 0;
}

/** Drops what this issuer called somebody besides this. */
export async function removeOthers(
	db: Database,
	accountId: string,
	{ issuer, subject }: Known
): Promise<void> {
	await db
		.delete(identity)
		.where(
			and(
				eq(identity.accountId, accountId),
				eq(identity.issuer, issuer),
				ne(identity.subject, subject)
			)
		);
}
