import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { Database } from './connect.ts';
import { account, reminder } from './schema.ts';

export type ReminderRow = typeof reminder.$inferSelect;

/**
 * Who asked for the weekly question and was not written to in this cycle, in the order of their ids.
 *
 * @param after goes on where an earlier look ended
 */
export async function unwritten(
	db: Database,
	{ cycle, after, most }: { cycle: string; after: string | undefined; most: number }
): Promise<string[]> {
	const written = and(
		eq(reminder.accountId, account.id),
		eq(reminder.kind, 'weekly-question'),
		eq(reminder.cycle, cycle)
	);
	const rows = await db
		.select({ id: account.id })
		.from(account)
		.leftJoin(reminder, written)
		.where(
			and(
				eq(account.weeklyMail, true),
				isNull(reminder.accountId),
				after === undefined ? undefined : gt(account.id, after)
			)
		)
		.orderBy(asc(account.id))
		.limit(most);
	return rows.map((row) => row.id);
}

/** Where to write to somebody who still wants to be written to. Whoever turns it off meanwhile waits for this. */
export async function lockReader(tx: Database, accountId: string) {
	const [row] = await tx
		.select({ email: account.email, language: account.language })
		.from(account)
		.where(and(eq(account.id, accountId), eq(account.weeklyMail, true)))
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
