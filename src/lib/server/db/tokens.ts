import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, inArray, lt, sql } from 'drizzle-orm';
import type { Database } from './connect.ts';
import { token } from './schema.ts';

export type Token = typeof token.$inferSelect;
type Kind = Token['kind'];
/** A token of one of these kinds: a link is only good for what it was made for. */
type Of<K extends Kind> = Token & { kind: K };

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url');

/** @returns the secret for the link; only its hash is kept */
export async function issue(db: Database, row: Omit<Token, 'id'>): Promise<string> {
	const secret = randomBytes(24).toString('base64url');
	await db.insert(token).values({ ...row, id: hashOf(secret) });
	return secret;
}

/** Looks at a link without using it up: mail programs open links before people do. */
export async function peek<K extends Kind>(
	db: Database,
	secret: string,
	kinds: readonly K[],
	now: Date
): Promise<Of<K> | undefined> {
	const [row] = await db
		.select()
		.from(token)
		.where(and(isOneOf(secret, kinds), gt(token.expiresAt, now)));
	return row as Of<K> | undefined;
}

/** Uses a link up. Of many at once, one gets it. */
export async function take<K extends Kind>(
	db: Database,
	secret: string,
	kinds: readonly K[],
	now: Date
): Promise<Of<K> | undefined> {
	const [row] = await db.delete(token).where(isOneOf(secret, kinds)).returning();
	return row && row.expiresAt > now ? (row as Of<K>) : undefined;
}

const isOneOf = (secret: string, kinds: readonly Kind[]) =>
	and(eq(token.id, hashOf(secret)), inArray(token.kind, [...kinds]));

export async function removeKind(db: Database, kind: Kind): Promise<void> {
	await db.delete(token).where(eq(token.kind, kind));
}

/** Drops the other links with which this account could get a new password. */
export async function removeResetsOf(db: Database, accountId: string): Promise<void> {
	await db
		.delete(token)
		.where(and(eq(token.kind, 'reset'), sql`${token.subject} ->> 'accountId' = ${accountId}`));
}

export async function removeExpired(db: Database, now: Date): Promise<void> {
	await db.delete(token).where(lt(token.expiresAt, now));
}
