import { and, eq, isNull, max, sql } from 'drizzle-orm';
import type { Database } from './connect.ts';
import { account, canvasRequest, canvasShare, membership, reminder } from './schema.ts';

const here = (cohortId: string, accountId: string) =>
	and(eq(membership.cohortId, cohortId), eq(membership.accountId, accountId));

/** Somebody who is in this cohort: since when, until when, and when they were last reminded. */
export async function member(db: Database, cohortId: string, accountId: string) {
	const last = db
		.select({ at: max(reminder.at) })
		.from(reminder)
		.where(and(eq(reminder.accountId, account.id), eq(reminder.kind, 'nudge')));
	const [row] = await db
		.select({
			joinedAt: membership.joinedAt,
			endsReason: membership.endsReason,
			nudges: account.nudges,
			nudgedAt: sql<Date | null>`(${last})`.mapWith((at: string | Date | null) =>
				at === null ? null : new Date(at)
			)
		})
		.from(membership)
		.innerJoin(account, eq(account.id, membership.accountId))
		.where(here(cohortId, accountId));
	return row;
}

/**
 * Where to write to somebody; whoever writes at the same moment waits. With `update` so does every fact of theirs: for who
 * is about to make them a member, which needs that lock, and could not get it later without those waiting for each other.
 */
export async function lockReader(
	tx: Database,
	accountId: string,
	strength: 'no key update' | 'update' = 'no key update'
) {
	const { email, name, language, edition } = account;
	const [row] = await tx
		.select({ email, name, language, edition })
		.from(account)
		.where(eq(account.id, accountId))
		.for(strength);
	return row;
}

/** Says false when they are not in this cohort. */
export async function setEnd(
	db: Database,
	cohortId: string,
	accountId: string,
	end: { endsAt: Date; endsReason: string }
): Promise<boolean> {
	const rows = await db
		.update(membership)
		.set(end)
		.where(here(cohortId, accountId))
		.returning({ id: membership.accountId });
	return rows.length > 0;
}

/** Leaves a cohort, and with it what was shared or asked there. Says false when they were not in it. */
export async function leave(
	tx: Database,
	cohortId: string,
	accountId: string,
	at: Date
): Promise<boolean> {
	const rows = await tx
		.delete(membership)
		.where(here(cohortId, accountId))
		.returning({ id: membership.accountId });
	const own = (table: typeof canvasShare | typeof canvasRequest) =>
		and(eq(table.cohortId, cohortId), eq(table.accountId, accountId));
	await tx
		.update(canvasShare)
		.set({ revokedAt: at })
		.where(and(own(canvasShare), isNull(canvasShare.revokedAt)));
	await tx
		.update(canvasRequest)
		.set({ withdrawnAt: at })
		.where(and(own(canvasRequest), isNull(canvasRequest.withdrawnAt)));
	return rows.length > 0;
}
