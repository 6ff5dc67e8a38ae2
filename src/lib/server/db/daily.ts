import { and, asc, eq, isNull, ne, or, type SQL } from 'drizzle-orm';
import type { Database } from './connect.ts';
import { cohort } from './schema.ts';

/** What is done once a day for each cohort, by the column that says on which day it last was, `2026-11-24`. */
export type Daily = 'insightsOn' | 'recountedOn';

const notOn = (what: Daily, day: string) => or(isNull(cohort[what]), ne(cohort[what], day));

/** Cohorts for which it was not done on this day; of those alone that `which` says, when it says any. */
export async function due(db: Database, what: Daily, day: string, which?: SQL): Promise<string[]> {
	const rows = await db
		.select({ id: cohort.id })
		.from(cohort)
		.where(and(which, notOn(what, day)))
		.orderBy(asc(cohort.id));
	return rows.map(({ id }) => id);
}

/** Says whether nobody did it for this cohort on this day yet: two processes at once do it once. */
export async function claim(
	db: Database,
	what: Daily,
	{ id, day }: { id: string; day: string }
): Promise<boolean> {
	const rows = await db
		.update(cohort)
		.set({ [what]: day })
		.where(and(eq(cohort.id, id), notOn(what, day)))
		.returning({ id: cohort.id });
	return rows.length === 1;
}
