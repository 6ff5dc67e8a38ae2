import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { folders } from '../../src/lib/server/backup/tools.ts';

/** The folder with initdb and postgres, version 15 or newer. Undefined when PostgreSQL is not installed. */
export function findPostgres(): string | undefined {
	return folders().find((folder) => existsSync(join(folder, 'initdb')));
}

export type Cluster = {
	/** Address of a database in it. */
	url(database?: string): string;
	/** Makes a database, empty or as a copy of another. */
	create(name: string, template?: string): Promise<string>;
	/** Starts it again after `kill` or `stop`. */
	start(): Promise<void>;
	/** Ends it in haste, as a restart does: whoever is connected is sent away. */
	stop(): Promise<void>;
	/** kill -9 of the server and everything it started: what a crash looks like. */
	kill(): void;
	/** Stops it and removes its files. */
	remove(): Promise<void>;
};

type ClusterOptions = {
	/** Settings of its own, as `name=value`. */
	settings?: string[];
	/** A folder with data that is there already, such as a base backup; absent: a new and empty one. */
	data?: string;
	/** Where its files go, made here; absent: among the temporary ones. */
	folder?: string;
};

/** As whom a server runs and its files are written. PostgreSQL refuses to run as root: then it runs as its own user. */
export const serverUser = () => (process.getuid?.() === 0 ? idsOf('postgres') : undefined);

/** A folder that the server may write in. @param folder made when it is not there; absent: a temporary one */
export function serverFolder(folder = mkdtempSync(join(tmpdir(), 'course-postgres-'))): string {
	mkdirSync(folder, { recursive: true });
	const ids = serverUser();
	if (ids) chownSync(folder, ids.uid, ids.gid);
	return folder;
}

/** A throwaway PostgreSQL on a free port of this machine, with its durability on. */
export async function startCluster(options: ClusterOptions = {}): Promise<Cluster> {
	const bin = findPostgres();
	if (!bin) throw new Error('PostgreSQL 15 or newer is not installed');
	const folder = serverFolder(options.folder);
	const port = await freePort();
	const ids = serverUser();
	const data = options.data ?? join(folder, 'data');
	const make = '-U course -A trust --no-instructions -E UTF8 --locale=C.UTF-8'.split(' ');
	if (options.data === undefined)
		execFileSync(join(bin, 'initdb'), ['-D', data, ...make], { stdio: 'ignore', ...ids });
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
				...(options.settings ?? []).flatMap((setting) => ['-c', setting])
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

	async function stop(): Promise<void> {
		const running = server?.exitCode === null && server.signalCode === null ? server : undefined;
		const ended = new Promise((resolve) =>
			running ? running.once('exit', resolve) : resolve(undefined)
		);
		running?.kill('SIGINT');
		await ended;
	}

	await start();
	return {
		url,
		start,
		stop,
		kill,
		async create(name, template) {
			const sql = postgres(url(), { max: 1, onnotice: () => {} });
			await sql.unsafe(`create database "${name}"${template ? ` template "${template}"` : ''}`);
			await sql.end();
			return url(name);
		},
		async remove() {
			await stop();
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
