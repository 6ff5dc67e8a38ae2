import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { part } from '../support/part.ts';
import { freePort } from '../support/postgres.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { answerOn, nothingSeen, read } from './client.ts';
import { prepare } from './setting.ts';
import { startAndWait, temporaryFolder } from './raw-start.ts';

// Two processes on one embedded database lose each other's writes without a word. So there is never a second one.

/** A run of everything does it less often. */
const TIMES = process.env.EVERYTHING === '1' ? 5 : 2;

const ready = async (server: RunningServer) => (await fetch(`${server.origin}/api/ready`)).status;

async function start(dataDir: string, port?: number): Promise<RunningServer> {
	const server = await startServer({ dataDir, ...(port !== undefined && { port }) });
	onTestFinished(() => void server.process.kill('SIGKILL'));
	return server;
}

test('a second server on the same folder refuses at once and names the one that holds it', async () => {
	const dataDir = temporaryFolder();
	const first = await start(dataDir);
	for (let n = 0; n < 3; n++) {
		const { code, output, ms } = await startAndWait({
			DATA_DIR: dataDir,
			PORT: String(await freePort())
		});
		expect(code).toBe(1);
		expect(output).toContain(`in use by process ${first.process.pid} on `);
		expect(output).toContain(`${dataDir}/database.lock`);
		// A message, not a stack trace.
		expect(output).not.toMatch(/^\s+at /m);
		// From the start of the process, so with a good second for starting up.
		expect(ms).toBeLessThan(4_000);
		expect(await ready(first)).toBe(200);
	}
	expect(await first.stop()).toBe(0);
});

test('many servers that start together: one has the folder, and the others leave it alone', async () => {
	const dataDir = temporaryFolder();
	const ports = await Promise.all([1, 2, 3].map(() => freePort()));
	const outcomes = await Promise.allSettled(ports.map((port) => start(dataDir, port)));
	const running = outcomes.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
	expect(running).toHaveLength(1);
	expect(await ready(running[0]!)).toBe(200);
	expect(await running[0]!.stop()).toBe(0);
});

test('after kill -9 the next start takes over, with everything that was saved; time after time', async () => {
	const dataDir = temporaryFolder();
	const { learners } = await prepare({ dataDir }, 1);
	const [who] = learners;
	for (let round = 1; round <= TIMES; round++) {
		const server = await start(dataDir);
		const page = await read(server.origin, who!, '/nl/lesson/a1?again=Q-A1-03');
		const next = Number(/name="try" value="(\d+)"/.exec(page.text ?? '')?.[1]);
		expect(next).toBe(round === 1 ? 1 : 11);
		if (round === 1) await answerOn(server.origin, who!, 10, round, nothingSeen());
		await server.kill();
	}
});

test('a new server that is tried until the old one stops is up within seconds, time after time', async () => {
	const dataDir = temporaryFolder();
	let old = await start(dataDir);
	for (let round = 0; round < TIMES; round++) {
		const port = await freePort();
		const stopping = pause(300).then(() => old.stop());
		let next: RunningServer | undefined;
		const began = performance.now();
		while (!next && performance.now() - began < 20_000)
			next = await start(dataDir, port).catch(() => undefined);
		expect(await stopping).toBe(0);
		expect(next && (await ready(next))).toBe(200);
		expect(performance.now() - began).toBeLessThan(15_000);
		old = next!;
	}
	expect(await old.stop()).toBe(0);
});

test.each(part([0, 100, 250, 500, 900], 2))(
	'a first start that is killed %i ms into making its database leaves nothing in the way of the next',
	async (ms) => {
		const dataDir = temporaryFolder();
		const first = spawn(process.execPath, ['build/server.js'], {
			env: { PATH: process.env.PATH, DATA_DIR: dataDir, PORT: String(await freePort()) },
			stdio: 'ignore'
		});
		const gone = new Promise((resolve) => first.once('exit', resolve));
		while (!existsSync(join(dataDir, 'database'))) await pause(5);
		await pause(ms);
		first.kill('SIGKILL');
		await gone;
		const server = await start(dataDir);
		expect(await ready(server)).toBe(200);
		expect(await server.stop()).toBe(0);
	}
);
