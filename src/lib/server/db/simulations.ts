import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from './connect.ts';
import { simulationState } from './schema.ts';

/** Where one person was in these simulations. */
export async function ofAccount(db: Database, accountId: string, ids: string[]) {
	const { simulation, state, reachedAt } = simulationState;
	return db
		.select({ simulation, state, reachedAt })
		.from(simulationState)
		.where(and(eq(simulationState.accountId, accountId), inArray(simulation, ids)));
}

/** The last run takes the place of the one before; the first moment at which the challenge was met stays. */
export async function put(db: Database, row: typeof simulationState.$inferInsert): Promise<void> {
	await db
		.insert(simulationState)
		.values(row)
		.onConflictDoUpdate({
			target: [simulationState.accountId, simulationState.simulation],
			set: {
				state: row.state,
				savedAt: row.savedAt,
				reachedAt: sql`coalesce(${simulationState.reachedAt}, excluded.reached_at)`
			}
		});
}
