import { readFileSync } from 'node:fs';
import postgres from 'postgres';
import { startCluster } from '../../tests/support/postgres.ts';
import { startServer, type RunningServer } from '../../tests/support/server.ts';
import { cpuSeconds } from './processes.ts';

/** What some work cost: processor seconds, and what the database was asked. */
export type Cost = {
	app: number;
	postgres: number;
	statements: number;
	transactions: number;
	walBytes: number;
};

export type Place = {
	sql: postgres.Sql;
	url: string;
	/** Process number of PostgreSQL. */
	pid: number;
	/** Where PostgreSQL keeps its files. */
	data: string;
	startApp(options?: { node?: string[]; connections?: number }): Promise<RunningServer>;
	/** What it costs a process, and PostgreSQL, to do some work. */
	costOf<T>(pid: number, work: () => Promise<T>): Promise<{ result: T; cost: Cost }>;
	remove(): Promise<void>;
};

/** A PostgreSQL of our own that counts what it is asked. */
export async function openPlace(): Promise<Place> {
	const cluster = await startCluster({
		settings: [
			'shared_preload_libraries=pg_stat_statements',
			'pg_stat_statements.track_utility=off',
			'shared_buffers=512MB',
			'max_wal_size=4GB',
			'checkpoint_timeout=30min'
		]
	});
	const url = await cluster.create('course');
	const sql = postgres(url, { max: 2, onnotice: () => {} });
	await sql`create extension pg_stat_statements`;
	const [setting] = await sql`show data_directory`;
	const data = String(setting!.data_directory);
	const pid = Number(readFileSync(`${data}/postmaster.pid`, 'utf8').split('\n')[0]);
	const apps: RunningServer[] = [];

	return {
		...{ sql, url, pid, data },
		async startApp({ node } = {}) {
			const app = await startServer({
				databaseUrl: url,
				// What it writes in earnest: a line for every request.
				env: { LOG_LEVEL: 'info' },
				...(node && { node })
			});
			apps.push(app);
			return app;
		},
		async costOf(app, work) {
			const before = await reading(sql, pid, app);
			const result = await work();
			const after = await reading(sql, pid, app);
			const names = Object.keys(before) as (keyof Cost)[];
			const cost = Object.fromEntries(names.map((name) => [name, after[name] - before[name]]));
			return { result, cost: cost as Cost };
		},
		async remove() {
			for (const app of apps) await app.stop();
			await sql.end();
			await cluster.remove();
		}
	};
}

/** How far everything is. Statements and transactions of this reading itself are left out. */
async function reading(sql: postgres.Sql, pid: number, app: number): Promise<Cost> {
	// Processes report what they did at the end of a transaction, and at most once a second.
	await new Promise((resolve) => setTimeout(resolve, 1100));
	const [row] = await sql`select
		(select sum(calls)::float8 from pg_stat_statements where query not like '%pg_stat_statements%') as statements,
		(select xact_commit::float8 from pg_stat_database where datname = current_database()) as transactions,
		(pg_current_wal_insert_lsn() - '0/0')::float8 as wal`;
	return {
		app: cpuSeconds(app),
		postgres: cpuSeconds(pid),
		statements: row!.statements as number,
		transactions: row!.transactions as number,
		walBytes: row!.wal as number
	};
}
