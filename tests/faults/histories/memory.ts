import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { migrationsFolder, type Database } from '#lib/server/db/connect.ts';
import * as schema from '#lib/server/db/schema.ts';

/** The process that was working on a request is no more. */
class Died extends Error {
	override name = 'Died';
}

export const isDeath = (error: unknown): boolean =>
	error instanceof Died || (error instanceof Error && isDeath(error.cause));

/** A database in memory that goes back to how it was after each history, and that can be left in the middle of anything. */
export type Memory = {
	db: Database;
	/** Does something, as a process that dies before its statement with this number; commits count too. */
	dyingAt<T>(statement: number, work: () => Promise<T>): Promise<T>;
	/** Does something, and what was stored meanwhile stays. */
	keeping<T>(work: () => Promise<T>): Promise<T>;
	/** Does something and takes back everything that was stored meanwhile. */
	takingBack<T>(work: () => Promise<T>): Promise<T>;
	close(): Promise<void>;
};

export async function openMemory(): Promise<Memory> {
	const real = await PGlite.create();
	await migrate(drizzle(real), { migrationsFolder });
	let left = Infinity;
	const step = () => {
		if (left-- <= 0) throw new Died();
	};
	// What Drizzle needs of a PGlite. Transactions are savepoints: the history itself is the transaction around them.
	const client = {
		async query(...given: Parameters<PGlite['query']>) {
			step();
			return real.query(...given);
		},
		async transaction<T>(work: (tx: unknown) => Promise<T>): Promise<T> {
			step();
			await real.exec('savepoint verb');
			try {
				const done = await work(client);
				step();
				await real.exec('release savepoint verb');
				return done;
			} catch (error) {
				await real.exec('rollback to savepoint verb; release savepoint verb');
				throw error;
			}
		}
	};
	let histories = 0;
	async function within<T>(end: 'commit' | 'rollback', work: () => Promise<T>): Promise<T> {
		await real.exec('begin');
		try {
			return await work();
		} finally {
			await real.exec(end);
		}
	}
	return {
		db: drizzle(client as unknown as PGlite, { schema }),
		async dyingAt(statement, work) {
			left = statement;
			try {
				return await work();
			} finally {
				left = Infinity;
			}
		},
		keeping: (work) => within('commit', work),
		async takingBack(work) {
			// What was taken back is still in the way of whoever looks, until somebody sweeps.
			if (++histories % 200 === 0) await real.exec('vacuum');
			return within('rollback', work);
		},
		close: () => real.close()
	};
}
