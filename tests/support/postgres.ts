import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';

/** The folder with initdb and postgres, version 15 or newer. Undefined when PostgreSQL is not installed. */
export function findPostgres(): string | undefined {
	const debian = '/usr/lib/postgresql';
	const versions = existsSync(debian)
		? readdirSync(debian).sort((a, b) => Number(b) - Number(a))
		: [];
	const candidates = [
		process.env.POSTGRES_BIN,
		...versions
			.filter((version) => Number(version) >= 15)
			.map((version) => join(debian, version, 'bin')),
		'/opt/homebrew/opt/postgresql@17/bin',
		'/usr/local/pgsql/bin'
	];
	return candidates.find((folder) => folder !== undefined && existsSync(join(folder, 'initdb')));
}

export type Cluster = {
	/** Address of a database in it. */
	url(database?: string): string;
	/** Makes a database, empty or as a copy of another. */
	create(name: string, template?: string): Promise<string>;
	/** Starts it again after `kill`. */
	start(): Promise<void>;
	/** kill -9 of the server and everything it started: what a crash looks like. */
	kill(): void;
	/** Stops it and removes its files. */
	remove(): Promise<void>;
};

/**
 * A throwaway PostgreSQL on a free port of this machine, with its durability on.
 *
 * @param settings of its own, as `name=value`; they win over the usual ones
 */
export async function startCluster(settings: string[] = []): Promise<Cluster> {
	const bin = findPostgres();
	if (!bin) throw new Error('PostgreSQL 15 or newer is not installed');
	const folder = mkdtempSync(join(tmpdir(), 'course-postgres-'));
	const port = await freePort();
	// PostgreSQL refuses to run as root: then it runs as its own user.
	const asRoot = process.getuid?.() === 0;
	const ids = asRoot ? idsOf('postgres') : undefined;
	if (ids) chownSync(folder, ids.uid, ids.gid);
	const data = join(folder, 'data');
	execFileSync(
		join(bin, 'initdb'),
		[
			'-D',
			data,
			'-U',
			'course',
			'-A',
			'trust',
			'--no-instructions',
			'-E',
			'UTF8',
			'--locale=C.UTF-8'
		],
		{ stdio: 'ignore', ...ids }
	);
	let server: ChildProcess | undefined;
	const url = (database = 'postgres') => `postgres://course@127.0.0.1:${port}/${database}`;

	async function start(): Promise<void> {
		rmSync(join(data, 'postmaster.pid'), { force: true });
		server = spawn(
			join(bin!, 'postgres'),
			[
				'-D',
				data,
				'-p',
				String(port),
				'-c',
				'listen_addresses=127.0.0.1',
				'-c',
				`unix_socket_directories=${folder}`,
				'-c',
				'max_connections=60',
				'-c',
				'shared_buffers=64MB',
				...settings.flatMap((each) => ['-c', each])
			],
			// A group of its own, so that a crash takes all its processes.
			{ stdio: 'ignore', detached: true, ...ids }
		);
		const deadline = Date.now() + 20_000;
		for (;;) {
			const sql = postgres(url(), { max: 1, connect_timeout: 2, onnotice: () => {} });
			try {
				await sql`select 1`;
				return;
			} catch (error) {
				if (Date.now() > deadline) throw error;
				await new Promise((resolve) => setTimeout(resolve, 50));
			} finally {
				await sql.end({ timeout: 1 });
			}
		}
	}

	function kill(): void {
		if (server?.pid !== undefined) process.kill(-server.pid, 'SIGKILL');
		server = undefined;
	}

	await start();
	return {
		url,
		start,
		kill,
		async create(name, template) {
			const sql = postgres(url(), { max: 1, onnotice: () => {} });
			await sql.unsafe(`create database "${name}"${template ? ` template "${template}"` : ''}`);
			await sql.end();
			return url(name);
		},
		async remove() {
			const running = server?.exitCode === null && server.signalCode === null ? server : undefined;
			const ended = new Promise((resolve) =>
				running ? running.once('exit', resolve) : resolve(undefined)
			);
			running?.kill('SIGINT');
			await ended;
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

function idsOf(user: string): { uid: number; gid: number } {
	const id = (flag: string) => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }));
	return { uid: id('-u'), gid: id('-g') };
}

export function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer().once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
}
