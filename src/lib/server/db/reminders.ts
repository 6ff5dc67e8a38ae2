import { and, asc, eq, gt, isNull, ne } from 'drizzle-orm';
import type { Database } from './connect.ts';
import { account, reminder } from './schema.ts';

export type ReminderRow = typeof reminder.$inferSelect;

/** Mails that people ask for themselves, one a week. */
export type WeeklyKind = 'weekly-question' | 'digest';

const asked = (kind: WeeklyKind) =>
	kind === 'digest'
		? and(eq(account.digest, true), ne(account.role, 'learner'))
		: eq(account.weeklyMail, true);

/**
 * Who asked for a weekly mail and was not written to in this cycle, in the order of their ids.
 *
 * @param after goes on where an earlier look ended
 */
export async function unwritten(
	db: Database,
	given: { kind: WeeklyKind; cycle: string; after: string | undefined; most: number }
): Promise<string[]> {
	const { kind, cycle, after, most } = given;
	const written = and(
		eq(reminder.accountId, account.id),
		eq(reminder.kind, kind),
		eq(reminder.cycle, cycle)
	);
	const rows = await db
		.select({ id: account.id })
		.from(account)
		.leftJoin(reminder, written)
		.where(
			and(
				asked(kind),
				isNull(reminder.accountId),
				after === undefined ? undefined : gt(account.id, after)
			)
		)
		.orderBy(asc(account.id))
		.limit(most);
	return rows.map((row) => row.id);
}

/** Where to write to somebody who still wants to be written to. Whoever turns it off meanwhile waits for this. */
export async function lockReader(tx: Database, accountId: string, kind: WeeklyKind) {
	const { email, language, name } = account;
	const [row] = await tx
		.select({ email, language, name })
		.from(account)
		.where(and(eq(account.id, accountId), asked(kind)))
		.for('no key update');
	return row;
}

/** Writes that somebody is reminded; says whether they were not yet. */
export async function claim(tx: Database, row: ReminderRow): Promise<boolean> {
	const rows = await tx
		.insert(reminder)
		.values(row)
		.onConflictDoNothing()
		.returning({ accountId: reminder.accountId });
	return rows.length === 1;
}
