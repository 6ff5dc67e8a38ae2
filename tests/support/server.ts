import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './postgres.ts';

export type RunningServer = {
	origin: string;
	dataDir: string;
	process: ChildProcess;
	/** Everything it printed so far. */
	output(): string;
	/** SIGTERM, and wait until it is gone. Resolves to the exit code. */
	stop(): Promise<number | null>;
	/** kill -9, and wait until it is gone. */
	kill(): Promise<void>;
	/** The mails that were written so far, newest last, as they would be sent. */
	mails(): string[];
};

export type ServerOptions = {
	/** Absent: the embedded database in `dataDir`. */
	databaseUrl?: string;
	dataDir?: string;
	port?: number;
	env?: Record<string, string>;
	/** Another build than the one in build/, for mutants. */
	build?: string;
	/** Options of Node itself, such as a profiler. */
	node?: string[];
};

/** The real app, built, in a process of its own. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
	const port = options.port ?? (await freePort());
	const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'course-data-'));
	const child = spawn(
		process.execPath,
		[...(options.node ?? []), join(options.build ?? 'build', 'server.js')],
		{
			stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
			env: {
				PATH: process.env.PATH,
				PORT: String(port),
				DATA_DIR: dataDir,
				LOG_LEVEL: 'warn',
				// The cast signs in with a password alone; tests of the second step say so.
				SECOND_STEP: 'optional',
				...(options.databaseUrl !== undefined && { DATABASE_URL: options.databaseUrl }),
				...options.env
			}
		}
	);
	let output = '';
	child.stdout!.on('data', (data: Buffer) => (output += data.toString()));
	child.stderr!.on('data', (data: Buffer) => (output += data.toString()));
	const exited = new Promise<number | null>((resolve) =>
		child.once('exit', (code) => resolve(code))
	);
	await new Promise<void>((resolve, reject) => {
		child.once('message', () => resolve());
		void exited.then((code) => reject(new Error(`The server ended with ${code}:\n${output}`)));
	});
	return {
		origin: options.env?.ORIGIN ?? `http://localhost:${port}`,
		dataDir,
		process: child,
		output: () => output,
		async stop() {
			child.kill('SIGTERM');
			return exited;
		},
		async kill() {
			child.kill('SIGKILL');
			await exited;
		},
		mails: () => readMails(dataDir)
	};
}

function readMails(dataDir: string): string[] {
	const folder = join(dataDir, 'mail');
	try {
		return readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
	} catch {
		return [];
	}
}
