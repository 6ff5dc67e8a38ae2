import { and, asc, eq, isNotNull, isNull, lt, lte, gt, or, sql, type SQL } from 'drizzle-orm';
import type { Database } from './connect.ts';
import { account, completion, response, session } from './schema.ts';
import type { AccountRow } from './accounts.ts';

const latest = (column: SQL, table: SQL, owner: SQL) =>
	sql`(select max(${column}) from ${table} where ${owner} = ${account.id})`;

/**
 * When somebody last showed life: signed in, answered (also from a mail, without signing in), completed something, or
 * was there with a session, which every renewal moves to seven days from then. A moment as the database writes it.
 */
const lastSeen = sql<Date>`greatest(
	${account.createdAt}, ${account.signedInAt},
	${latest(sql`${response.answeredAt}`, sql`${response}`, sql`${response.accountId}`)},
	${latest(sql`${completion.firstCompletedAt}`, sql`${completion}`, sql`${completion.accountId}`)},
	${latest(
		sql`greatest(${session.confirmedAt}, ${session.expiresAt} - interval '7 days')`,
		sql`${session}`,
		sql`${session.accountId}`
	)}
)`;

const at = (moment: Date) => sql`${moment.toISOString()}::timestamptz`;

/** Whose last sign of life was before a moment, and who was not told since. */
const unwarned = (before: Date) =>
	and(
		// What is cheap to look at first.
		lt(account.createdAt, before),
		sql`${lastSeen} < ${at(before)}`,
		or(isNull(account.warnedAt), sql`${account.warnedAt} <= ${lastSeen}`)
	);

/** Whose last sign of life was before a moment, and who was told since, at the latest at another moment. */
const warned = (before: Date, told: Date) =>
	and(
		isNotNull(account.warnedAt),
		lte(account.warnedAt, told),
		sql`${lastSeen} < ${at(before)}`,
		sql`${account.warnedAt} > ${lastSeen}`
	);

type Looked = { after: string | undefined; most: number };

const ids = async (db: Database, which: SQL | undefined, { after, most }: Looked) => {
	const rows = await db
		.select({ id: account.id })
		.from(account)
		.where(and(which, after === undefined ? undefined : gt(account.id, after)))
		.orderBy(asc(account.id))
		.limit(most);
	return rows.map((row) => row.id);
};

/** Who is to be warned, in the order of their ids. */
export const toWarn = (db: Database, before: Date, looked: Looked) =>
	ids(db, unwarned(before), looked);

/** Who is to be erased, in the order of their ids. */
export const toErase = (db: Database, when: { before: Date; told: Date }, looked: Looked) =>
	ids(db, warned(when.before, when.told), looked);

/** Keeps that somebody is warned, unless they came back or were warned meanwhile; whom to write to. */
export async function warn(
	tx: Database,
	id: string,
	{ before, now }: { before: Date; now: Date }
): Promise<AccountRow | undefined> {
	const [row] = await tx
		.update(account)
		.set({ warnedAt: now })
		.where(and(eq(account.id, id), unwarned(before)))
		.returning();
	return row;
}

/**
 * Whether somebody is still to be erased, once nobody else can change that: whoever signs in meanwhile waits, and then
 * finds that there is no account.
 */
export async function lock(
	tx: Database,
	id: string,
	{ before, told }: { before: Date; told: Date }
): Promise<boolean> {
	await tx.select({ id: account.id }).from(account).where(eq(account.id, id)).for('update');
	// Looked at again under the lock: what came in until then counts.
	const rows = await tx
		.select({ id: account.id })
		.from(account)
		.where(and(eq(account.id, id), warned(before, told)));
	return rows.length === 1;
}
