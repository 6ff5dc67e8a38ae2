import { spawn, type ChildProcess } from 'node:child_process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fingerprint, migrationsOf, type Query } from '../db/fingerprint.ts';
import {
	beside,
	connections,
	create,
	databaseIn,
	drop,
	exists,
	openAlone,
	swap
} from '../db/swap.ts';
import type { Env } from '../env.ts';
import type { Write } from './make.ts';
import { keysOf, rowsIn, version } from './manifest.ts';
import type { Target } from './restore.ts';
import { environmentOf, findTool } from './tools.ts';
import type { Tell } from './watch.ts';

type WithUrl = Env & { DATABASE_URL?: string };

/** While the app runs: counts, hashes and dump are all of one snapshot. */
export async function fromPostgres(
	env: WithUrl,
	now: () => Date,
	tell: Tell,
	write: Write
): Promise<void> {
	const url = env.DATABASE_URL!;
	const { client, close } = openAlone(url);
	try {
		const server = await majorOf(async (text) => [...(await client.unsafe(text))]);
		const tool = findTool('pg_dump', server);
		await client.begin('isolation level repeatable read read only', async (tx) => {
			const query: Query = async (text) => [...(await tx.unsafe(text))];
			const madeAt = now().toISOString();
			const [snapshot] = await query('select pg_export_snapshot() as id');
			tell(`Counting what is in ${databaseIn(url)} …`);
			const tables = await fingerprint(query);
			tell(`${rowsIn(tables)} rows in ${Object.keys(tables).length} tables.`);
			const dump = run(
				tool,
				[
					'--format=custom',
					'--no-owner',
					'--no-privileges',
					'--schema=public',
					'--schema=drizzle',
					`--snapshot=${String(snapshot?.id)}`
				],
				url
			);
			const migrations = await migrationsOf(query);
			await write(
				{
					format: 1,
					kind: 'postgres',
					madeAt,
					app: { version: version() },
					server,
					migrations,
					tables,
					keys: keysOf(env)
				},
				dump.output()
			);
		});
	} finally {
		await close();
	}
}

async function majorOf(query: Query): Promise<number> {
	const [row] = await query(`select current_setting('server_version_num')::int / 10000 as major`);
	return Number(row?.major);
}

/** A program of PostgreSQL at work. Its end is part of its output: a dump that broke off is an error, not a shorter dump. */
function run(tool: string, args: string[], url: string) {
	const child: ChildProcess = spawn(tool, args, {
		env: environmentOf(url) as NodeJS.ProcessEnv,
		stdio: ['pipe', 'pipe', 'pipe']
	});
	let said = '';
	child.stderr!.on('data', (data: Buffer) => (said += data.toString()));
	const ended = new Promise<void>((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code) =>
			code === 0 ? resolve() : reject(new Error(`${tool} ended with ${code}: ${said.trim()}`))
		);
	});
	// Looked at later, by whoever reads the output or waits for the end.
	ended.catch(() => {});
	return {
		ended,
		input: child.stdin!,
		async *output(): AsyncGenerator<Buffer> {
			yield* child.stdout! as Readable;
			await ended;
		}
	};
}

/** A PostgreSQL database, to be filled from a backup: beside the one that is there, until everything is right. */
export function postgresTarget(env: WithUrl, stamp: string): Target {
	const url = env.DATABASE_URL!;
	const name = databaseIn(url);
	const fresh = `${name.slice(0, 30)}_restoring_${stamp}`;
	const freshUrl = beside(url, fresh);
	return {
		name,
		kind: 'postgres',
		async ask(work) {
			if (!(await exists(url))) return undefined;
			const others = await connections(url);
			if (others > 0)
				throw new Error(
					`${others} connections to ${name} are open: stop every process of the app (and the pool) first.`
				);
			const { query, close } = openAlone(url);
			try {
				return await work(query);
			} finally {
				await close();
			}
		},
		async fill({ server }, source) {
			await create(url, fresh);
			const { query, close } = openAlone(freshUrl);
			try {
				const major = await majorOf(query);
				const tool = findTool('pg_restore', Math.max(major, server));
				await query('drop schema public');
				const restore = run(
					tool,
					[
						'--no-owner',
						'--no-privileges',
						'--single-transaction',
						'--exit-on-error',
						`--dbname=${fresh}`
					],
					freshUrl
				);
				// When the program ends early its own words say why, not the pipe that closed.
				await Promise.all([
					restore.ended,
					pipeline(Readable.from(source), restore.input).catch(() => {})
				]);
				return await fingerprint(query);
			} finally {
				await close();
			}
		},
		fresh: { databaseUrl: freshUrl, dataDir: env.DATA_DIR },
		async putInPlace(moment, hadPeople) {
			const before = (await exists(url)) ? `${name.slice(0, 30)}_before_${moment}` : undefined;
			await swap(url, fresh, before);
			if (before === undefined) return undefined;
			if (hadPeople) return { before, remove: `DROP DATABASE "${before}"` };
			await drop(url, before);
			return undefined;
		},
		async close() {
			await drop(url, fresh);
		}
	};
}
