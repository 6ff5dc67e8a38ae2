import { and, asc, eq } from 'drizzle-orm';
import type { Database } from './connect.ts';
import { canvasRevision, planOutcome } from './schema.ts';

/** The versions of a field that counted, oldest first. */
export async function versionsOf(db: Database, accountId: string, field: string) {
	return db
		.select({ cells: canvasRevision.cells, at: canvasRevision.writtenAt })
		.from(canvasRevision)
		.where(
			and(
				eq(canvasRevision.accountId, accountId),
				eq(canvasRevision.field, field),
				eq(canvasRevision.aside, false)
			)
		)
		.orderBy(asc(canvasRevision.revision));
}

/** What somebody said of their plans, oldest first. */
export async function ofAccount(db: Database, accountId: string) {
	return db
		.select()
		.from(planOutcome)
		.where(eq(planOutcome.accountId, accountId))
		.orderBy(asc(planOutcome.at), asc(planOutcome.id));
}

type OutcomeRow = typeof planOutcome.$inferSelect;

/** Adds what was said, unless something is kept under its id already; gives what is kept under it. */
export async function add(db: Database, row: OutcomeRow): Promise<OutcomeRow> {
	await db.insert(planOutcome).values(row).onConflictDoNothing();
	const [kept] = await db
		.select()
		.from(planOutcome)
		.where(and(eq(planOutcome.accountId, row.accountId), eq(planOutcome.id, row.id)));
	return kept ?? row;
}
