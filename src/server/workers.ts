import cluster, { type Worker } from 'node:cluster';
import type { Env } from '../lib/server/env.ts';

/** Waits before the next try when a worker could not start: the database may be away. */
const waits = [0, 500, 1_000, 2_000, 5_000];

/**
 * Keeps as many processes at work as `WORKERS` says. The first one starts alone, so that it is the one that migrates and
 * says what is wrong; whoever dies is followed by another; SIGHUP replaces them one at a time.
 */
export async function keepWorkers(env: Env): Promise<void> {
	let started = false;
	let stopping = false;
	/** Ends in a row without anybody becoming ready. */
	let failed = 0;
	const working = new Set<Worker>();

	/** Resolves when it answers requests, or with the code it ended with before it did. */
	function start(): Promise<Worker | number> {
		const worker = cluster.fork();
		working.add(worker);
		return new Promise((resolve) => {
			worker.on('message', (message) => {
				if (message !== 'ready') return;
				failed = 0;
				resolve(worker);
			});
			worker.on('exit', (code, signal) => {
				working.delete(worker);
				resolve(code ?? 1);
				if (stopping || !started || working.size >= env.WORKERS) return;
				const end = signal ?? code;
				console.error(
					`A worker (process ${worker.process.pid}) ended with ${end}; another takes its place.`
				);
				const wait = waits[Math.min(failed++, waits.length - 1)];
				setTimeout(() => !stopping && void start(), wait);
			});
		});
	}

	const first = await start();
	if (typeof first === 'number') process.exit(first);
	started = true;
	await Promise.all(Array.from({ length: env.WORKERS - 1 }, start));
	console.log(`${env.WORKERS} workers on ${env.ORIGIN}`);
	process.send?.('ready');

	let replacing = Promise.resolve();
	const replaceAll = async () => {
		for (const old of [...working]) {
			if (stopping || typeof (await start()) === 'number') return;
			old.process.kill('SIGTERM');
			await new Promise((resolve) => old.once('exit', resolve));
		}
		console.log('Every worker was replaced.');
	};
	process.on('SIGHUP', () => (replacing = replacing.then(replaceAll)));

	const stop = () => {
		if (stopping) return;
		stopping = true;
		if (working.size === 0) process.exit(0);
		for (const worker of working) {
			worker.on('exit', () => working.size === 0 && process.exit(0));
			worker.process.kill('SIGTERM');
		}
		setTimeout(() => process.exit(1), env.DRAIN_SECONDS * 1000 + 15_000).unref();
	};
	process.on('SIGTERM', stop);
	process.on('SIGINT', stop);
}
