import { eq, sql } from 'drizzle-orm';
import type { Database } from './connect.ts';
import { cohortFigure, cohortFigureMember } from './schema.ts';

type Figure = { people: number; right: number };

/**
 * Adds people to the figure of a cohort: all of them, or, when one of them has come into a figure meanwhile, nobody.
 *
 * @returns the figure as it is then
 */
export async function add(
	db: Database,
	cohortId: string,
	added: { accountId: string; right: number }[]
): Promise<Figure> {
	if (added.length > 0) {
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
	const { people, right } = cohortFigure;
	const [row] = await db
		.select({ people, right })
		.from(cohortFigure)
		.where(eq(cohortFigure.cohortId, cohortId));
	return row ?? { people: 0, right: 0 };
}

const byAccount = (a: { accountId: string }, b: { accountId: string }) =>
	a.accountId < b.accountId ? -1 : 1;
class Taken extends Error {}
