import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../support/postgres.ts';
import { startServer, type RunningServer, type ServerOptions } from '../support/server.ts';
import type { Ground } from './scenario.ts';

/** The app as a machine keeps it up: whatever ends it, it is started again. */
export type Supervised = {
	origin: string;
	/** The process of now, or the last one. */
	server(): RunningServer;
	/** How every process that is gone ended: its code, or the signal. */
	ends: (number | string)[];
	/** Ends the process and waits until it is gone; the next one is started at once. */
	strike(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
	/** Ends it for good; resolves to its code. */
	stop(): Promise<number | null>;
	/** After `stop`: starts it again. */
	start(): Promise<void>;
};

/** Starts the app on the ground's database, on one port however often it is started; gone when the scenario is over. */
export async function supervise(ground: Ground, options: ServerOptions = {}): Promise<Supervised> {
	const port = options.port ?? (await freePort());
	const ends: Supervised['ends'] = [];
	let server: RunningServer;
	let wanted = true;
	let struck = false;
	/** The start that is under way, if one is. */
	let starting: Promise<void> = Promise.resolve();

	async function launch(): Promise<void> {
		server = await startServer({ ...ground.place, ...options, port });
		server.process.once('exit', (code, signal) => {
			ends.push(signal ?? code ?? 'unknown');
			if (!struck) console.log(`The app ended by itself:\n${server.output().slice(-2000)}`);
			struck = false;
			if (wanted) starting = again();
		});
	}
	async function again(): Promise<void> {
		while (wanted) {
			try {
				return await launch();
			} catch {
				await pause(100);
			}
		}
	}
	async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
		await starting;
		const { process } = server;
		if (process.exitCode !== null || process.signalCode !== null) return process.exitCode;
		const gone = new Promise<number | null>((resolve) => process.once('exit', resolve));
		struck = true;
		process.kill(signal);
		return gone;
	}

	await launch();
	ground.after(async () => {
		wanted = false;
		await end('SIGKILL');
	});
	return {
		origin: server!.origin,
		server: () => server,
		ends,
		strike: async (signal) => void (await end(signal)),
		stop() {
			wanted = false;
			return end('SIGTERM');
		},
		async start() {
			wanted = true;
			await launch();
		}
	};
}
