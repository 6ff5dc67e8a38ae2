import { createHash, randomUUID } from 'node:crypto';
import { eq, lt, sql } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { throttle } from '../db/schema.ts';

// Counted in the database, in one statement a try: a restart forgets nothing, and of two tries at once one is first.

/** `free` tries; after that one try each delay, which doubles up to `longest`. */
type Doubling = { kind: 'doubling'; free: number; longest: number; forget: number };
/** At most `most` tries in a window. */
type Window = { kind: 'window'; most: number; window: number };

const MINUTE = 60_000;
export const perAccount: Doubling = {
	kind: 'doubling',
	free: 5,
	longest: 15 * MINUTE,
	forget: 24 * 60 * MINUTE
};
/** A whole office may share one address. */
export const perAddress: Window = { kind: 'window', most: 60, window: MINUTE };
/** Mails to one address. */
export const perMailbox: Window = { kind: 'window', most: 5, window: 60 * MINUTE };

export type Admission = { allowed: true } | { allowed: false; retryAfter: number };

const keyOf = (what: string, whom: string) =>
	`${what}:${createHash('sha256').update(whom).digest('base64url')}`;

/** Counts a try and says whether it may go on. `whom` is hashed: no address is kept. */
export async function admit(
	db: Database,
	rule: Doubling | Window,
	what: string,
	whom: string,
	now: Date
): Promise<Admission> {
	return rule.kind === 'window'
		? admitWindow(db, rule, keyOf(what, whom), now)
		: admitDoubling(db, rule, keyOf(what, whom), now);
}

/** Forgets the tries: the right person came in. */
export async function forgive(db: Database, what: string, whom: string): Promise<void> {
	await db.delete(throttle).where(eq(throttle.key, keyOf(what, whom)));
}

async function admitWindow(db: Database, rule: Window, key: string, now: Date): Promise<Admission> {
	const begin = new Date(now.getTime() - rule.window).toISOString();
	const fresh = sql`${throttle.since} <= ${begin}::timestamptz`;
	const [row] = await db
		.insert(throttle)
		.values({ key, count: 1, since: now })
		.onConflictDoUpdate({
			target: throttle.key,
			set: {
				count: sql`case when ${fresh} then 1 else ${throttle.count} + 1 end`,
				since: sql`case when ${fresh} then ${now.toISOString()}::timestamptz else ${throttle.since} end`
			}
		})
		.returning();
	if (!row || row.count <= rule.most) return { allowed: true };
	const left = row.since.getTime() + rule.window - now.getTime();
	return { allowed: false, retryAfter: Math.max(1, Math.ceil(left / 1000)) };
}

async function admitDoubling(
	db: Database,
	rule: Doubling,
	key: string,
	now: Date
): Promise<Admission> {
	const admitted = randomUUID();
	const at = sql`${now.toISOString()}::timestamptz`;
	const forgotten = sql`${throttle.since} <= ${new Date(now.getTime() - rule.forget).toISOString()}::timestamptz`;
	const blocked = sql`coalesce(${throttle.blockedUntil} > ${at}, false)`;
	const count = sql`case when ${forgotten} then 1 else ${throttle.count} + 1 end`;
	const delay = sql`least(${rule.longest}::float8, 1000 * power(2, least(30, greatest(0, (${count}) - ${rule.free}))))`;
	const keep = (column: unknown, otherwise: unknown) =>
		sql`case when ${blocked} then ${column} else ${otherwise} end`;
	const [row] = await db
		.insert(throttle)
		.values({ key, count: 1, since: now, admitted })
		.onConflictDoUpdate({
			target: throttle.key,
			set: {
				count: keep(throttle.count, count),
				since: keep(throttle.since, at),
				blockedUntil: keep(
					throttle.blockedUntil,
					sql`case when (${count}) >= ${rule.free} then ${at} + (${delay}) * interval '1 millisecond' end`
				),
				admitted: keep(throttle.admitted, sql`${admitted}::uuid`)
			}
		})
		.returning();
	if (!row || row.admitted === admitted) return { allowed: true };
	const left = (row.blockedUntil?.getTime() ?? now.getTime()) - now.getTime();
	return { allowed: false, retryAfter: Math.max(1, Math.ceil(left / 1000)) };
}

/** Drops counts that no rule looks at any more. */
export async function removeOld(db: Database, now: Date): Promise<void> {
	await db.delete(throttle).where(lt(throttle.since, new Date(now.getTime() - perAccount.forget)));
}
