import { sql } from 'drizzle-orm';
import type { Database } from './connect.ts';
import { cohortFigure, cohortFigureMember } from './schema.ts';

/** Adds people to the figure of a cohort: all of them, or, when one of them has come into a figure meanwhile, nobody. */
export async function add(
	db: Database,
	cohortId: string,
	added: { accountId: string; right: number }[]
): Promise<void> {
	if (added.length === 0) return;
	await db
		.transaction(async (tx) => {
			const rows = await tx
				.insert(cohortFigureMember)
				// In one order, so that two cohorts at once never wait for each other.
				.values(added.map(({ accountId }) => ({ accountId })).sort(byAccount))
				.onConflictDoNothing()
				.returning({ id: cohortFigureMember.accountId });
			if (rows.length < added.length) throw new Taken();
			const [people, right] = [added.length, added.reduce((sum, each) => sum + each.right, 0)];
			await tx
				.insert(cohortFigure)
				.values({ cohortId, people, right })
				.onConflictDoUpdate({
					target: cohortFigure.cohortId,
					set: {
						people: sql`${cohortFigure.people} + ${people}`,
						right: sql`${cohortFigure.right} + ${right}`
					}
				});
		})
		.catch((fault: unknown) => {
			if (!(fault instanceof Taken)) throw fault;
		});
}

const byAccount = (a: { accountId: string }, b: { accountId: string }) =>
	a.accountId < b.accountId ? -1 : 1;
class Taken extends Error {}
