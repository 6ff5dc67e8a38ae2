import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { checkAll } from './checkers.ts';
import { ask, read } from './client.ts';
import { noteLoad, underLoad } from './load.ts';
import type { Ground, Scenario, Size } from './scenario.ts';
import { crowd, prepare } from './setting.ts';
import { supervise } from './supervisor.ts';

/** Milliseconds within which something is saved again, on a machine that does other things as well. */
const SOON = 30_000;

async function appKilled(ground: Ground, size: Size, answers: number, kills: number) {
	const setting = await prepare(ground.place, crowd(size));
	const app = await supervise(ground);
	const result = await underLoad(ground, setting, app.origin, {
		answers,
		strikes: kills,
		strike: () => app.strike('SIGKILL')
	});
	noteLoad(ground, result);
	expect(app.ends).toEqual(Array(kills).fill('SIGKILL'));
	expect(Math.max(...result.recovered)).toBeLessThan(SOON);
	await checkAll(ground, setting, result.seen, app);
}

export const appKilledOnPostgres: Scenario = {
	id: 'F1',
	title: 'kill -9 of the app',
	databases: ['PostgreSQL'],
	always: ['PostgreSQL'],
	run: (ground, size) =>
		size === 'full' ? appKilled(ground, size, 12_500, 40) : appKilled(ground, size, 400, 3)
};

export const appKilledEmbedded: Scenario = {
	id: 'F4',
	title: 'kill -9 of the app',
	databases: ['embedded'],
	always: ['embedded'],
	run: (ground, size) =>
		size === 'full' ? appKilled(ground, size, 5000, 40) : appKilled(ground, size, 400, 3)
};

export const postgresKilled: Scenario = {
	id: 'F2',
	title: 'kill -9 of PostgreSQL, all its processes',
	databases: ['PostgreSQL'],
	always: ['PostgreSQL'],
	async run(ground, size) {
		const [answers, kills] = size === 'full' ? [12_500, 20] : [400, 3];
		const setting = await prepare(ground.place, crowd(size));
		const app = await supervise(ground);
		const { origin } = app;
		const probes = new Set<string>();
		const result = await underLoad(ground, setting, origin, {
			answers,
			strikes: kills,
			async strike() {
				ground.cluster!.kill();
				await pause(100);
				const [health, file, ready, page] = await Promise.all([
					ask(`${origin}/api/health`, {}),
					ask(`${origin}/closed.css`, {}),
					ask(`${origin}/api/ready`, {}),
					read(origin, setting.manager, '/nl/manage')
				]);
				const waits = [ready, page].map(
					(reply) => `${reply.status} ${Number(reply.headers?.get('retry-after')) > 0}`
				);
				probes.add(
					`health ${health.status}, file ${file.status}, ready ${waits[0]}, page ${waits[1]}`
				);
				await ground.cluster!.start();
			}
		});
		noteLoad(ground, result);
		// The app lives, says that it is alive, and says of everything else: later.
		expect(app.ends).toEqual([]);
		expect([...probes]).toEqual(['health 200, file 200, ready 503 true, page 503 true']);
		expect(
			[...result.seen.refusals.keys()].filter(
				(reply) => !/^(503 retry-after|read 503)$/.test(reply)
			)
		).toEqual([]);
		expect(result.seen.slowest).toBeLessThan(10_000);
		expect(Math.max(...result.recovered)).toBeLessThan(SOON);
		await checkAll(ground, setting, result.seen, app);
	}
};
