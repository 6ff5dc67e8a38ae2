import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, lt, sql } from 'drizzle-orm';
import type { Database } from './connect.ts';
import { token } from './schema.ts';

export type Token = typeof token.$inferSelect;

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url');

/** @returns the secret for the link; only its hash is kept */
export async function issue(db: Database, row: Omit<Token, 'id'>): Promise<string> {
	const secret = randomBytes(24).toString('base64url');
	await db.insert(token).values({ ...row, id: hashOf(secret) });
	return secret;
}

/** Looks at a link without using it up: mail programs open links before people do. */
export async function peek(db: Database, secret: string, now: Date): Promise<Token | undefined> {
	const [row] = await db
		.select()
		.from(token)
		.where(and(eq(token.id, hashOf(secret)), gt(token.expiresAt, now)));
	return row;
}

/** Uses a link up. Of many at once, one gets it. */
export async function take(db: Database, secret: string, now: Date): Promise<Token | undefined> {
	const [row] = await db
		.delete(token)
		.where(eq(token.id, hashOf(secret)))
		.returning();
	return row && row.expiresAt > now ? row : undefined;
}

export async function removeKind(db: Database, kind: Token['kind']): Promise<void> {
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
