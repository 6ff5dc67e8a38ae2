import { sql } from 'drizzle-orm';
import type { Database } from './connect.ts';
import { simulationState } from './schema.ts';

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
