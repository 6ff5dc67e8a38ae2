import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { mulberry32 } from '#lib/learning/random.ts';
import { findPostgres, freePort, startCluster } from '../support/postgres.ts';
import { startServer } from '../support/server.ts';
import { everyPageAgrees, nothingLost, nothingTwice, stored, truthOf } from './checkers.ts';
import { answerOn, ask, nothingSeen, read, type Seen } from './client.ts';
import { inDatabase, prepare, type Place, type Setting } from './setting.ts';

// If the screen says "saved", the answer is in the database exactly once, whatever dies next.

const ANSWERS = Number(process.env.FAULT_ANSWERS ?? 1500);
const KILLS = Number(process.env.FAULT_KILLS ?? 10);
const SEED = Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000);
const CLIENTS = 8;

function temporaryFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'course-kill-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function until(holds: () => boolean): Promise<void> {
	while (!holds()) await pause(5);
}

/** Lets every learner answer, and strikes `KILLS` times, spread at random over the answers. */
async function underFire(origin: string, setting: Setting, strike: () => Promise<void>) {
	const seen = nothingSeen();
	const random = mulberry32(SEED + 99);
	const backAfter: number[] = [];
	const share = (index: number) =>
		Math.floor(ANSWERS / CLIENTS) + (index < ANSWERS % CLIENTS ? 1 : 0);
	const done = Promise.all(
		setting.learners.map((who, index) => answerOn(origin, who, share(index), SEED + index, seen))
	);
	for (let kill = 1; kill <= KILLS; kill++) {
		const after = ((kill - random() * 0.8) * ANSWERS) / (KILLS + 1);
		await Promise.race([done, until(() => seen.acks >= after)]);
		const back = new Promise<void>((resolve) => (seen.onAck = resolve));
		const killedAt = performance.now();
		await strike();
		await Promise.race([done, back]);
		backAfter.push(performance.now() - killedAt);
	}
	await done;
	return { seen, backAfter };
}

function report(
	title: string,
	seconds: number,
	{ seen, backAfter }: Awaited<ReturnType<typeof underFire>>
): void {
	const sorted = backAfter.map(Math.round).sort((a, b) => a - b);
	console.log(
		`${title}: seed ${SEED}, ${backAfter.length} kills, ${seen.acks} acknowledged of ${seen.sent.length}, ${seen.retries} retries, ` +
			`${seen.readsAfterAck} read back, first acknowledgement after a kill: median ${sorted[sorted.length >> 1]} ms, ` +
			`longest ${sorted.at(-1)} ms, slowest request ${Math.round(seen.slowest)} ms, ${Math.round(seconds)} s; ` +
			`replies that were none: ${[...seen.refusals].map(([reply, count]) => `${reply} ×${count}`).join(', ')}`
	);
}

/** The four checkers, with the server up for the pages and down for the rows. */
async function checkAll(
	place: Place,
	setting: Setting,
	seen: Seen,
	origin: string,
	stop: () => Promise<unknown>
): Promise<void> {
	expect(seen.unseen, 'C4: an acknowledged answer is on the next page').toEqual([]);
	expect(seen.acks).toBe(ANSWERS);
	// The rows are read with the server down, and the pages once more after that.
	expect(await stop()).toBe(0);
	const { kept, truth } = await inDatabase(place, async (db) => ({
		kept: await stored(db),
		truth: await truthOf(db, setting)
	}));
	nothingLost(seen.sent, kept);
	nothingTwice(seen.sent, kept);
	expect(kept).toHaveLength(ANSWERS);
	const again = await startServer({ ...place, port: Number(new URL(origin).port) });
	await everyPageAgrees(origin, setting, truth);
	await again.stop();
}

test('kill -9 of the app on the embedded database: nothing lost, nothing twice', async () => {
	const began = performance.now();
	const place = { dataDir: temporaryFolder() };
	const setting = await prepare(place, CLIENTS);
	const port = await freePort();
	let server = await startServer({ ...place, port });
	onTestFinished(() => void server.process.kill('SIGKILL'));
	const result = await underFire(server.origin, setting, async () => {
		await server.kill();
		server = await startServer({ ...place, port });
	});
	report('app killed, embedded', (performance.now() - began) / 1000, result);
	expect(result.backAfter).toHaveLength(KILLS);
	await checkAll(place, setting, result.seen, server.origin, () => server.stop());
});

test.skipIf(!findPostgres())(
	'kill -9 of PostgreSQL: nothing lost, nothing twice, and the app stays up and says so',
	async () => {
		const began = performance.now();
		const cluster = await startCluster();
		onTestFinished(() => cluster.remove());
		const place = { databaseUrl: await cluster.create('course'), dataDir: temporaryFolder() };
		const setting = await prepare(place, CLIENTS);
		const server = await startServer(place);
		onTestFinished(() => void server.process.kill('SIGKILL'));
		const { origin } = server;
		const probes = new Set<string>();
		const result = await underFire(origin, setting, async () => {
			cluster.kill();
			await pause(100);
			const [health, ready, page] = await Promise.all([
				ask(`${origin}/api/health`, {}),
				ask(`${origin}/api/ready`, {}),
				read(origin, setting.manager, '/nl/manage')
			]);
			const waits = [ready, page].map(
				(reply) => `${reply?.status} ${Number(reply?.headers.get('retry-after')) > 0}`
			);
			probes.add(`health ${health?.status}, ready ${waits[0]}, page ${waits[1]}`);
			await cluster.start();
		});
		report('PostgreSQL killed', (performance.now() - began) / 1000, result);
		expect([...probes]).toEqual(['health 200, ready 503 true, page 503 true']);
		expect(
			[...result.seen.refusals.keys()].filter(
				(reply) => !/^(503 retry-after|read 503)$/.test(reply)
			)
		).toEqual([]);
		expect(result.seen.slowest).toBeLessThan(10_000);
		expect(result.backAfter).toHaveLength(KILLS);
		expect(server.process.exitCode).toBeNull();
		await checkAll(place, setting, result.seen, origin, () => server.stop());
	}
);
