import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { expect } from 'vitest';
import { freePort } from '../support/postgres.ts';
import { checkAll } from './checkers.ts';
import { ask, read } from './client.ts';
import { noteLoad, underLoad } from './load.ts';
import { startProxy, type Proxy, type Treatment } from './proxy.ts';
import { spread, type Ground, type Scenario, type Size } from './scenario.ts';
import { crowd, prepare, type Setting } from './setting.ts';
import { supervise, type Supervised } from './supervisor.ts';

/** Longer than any request may take, with a second for a busy machine. */
const LONGEST = 10_500;

type Between = { setting: Setting; app: Supervised; proxy: Proxy };

/** The app with a proxy between it and PostgreSQL. */
export async function withProxyToDatabase(ground: Ground, size: Size): Promise<Between> {
	const setting = await prepare(ground.place, crowd(size));
	const url = new URL(ground.place.databaseUrl!);
	const proxy = await startProxy(Number(url.port));
	ground.after(() => proxy.close());
	url.port = String(proxy.port);
	const app = await supervise(ground, { databaseUrl: String(url) });
	return { setting, app, proxy };
}

/** The app with a proxy between it and the browsers. */
async function withProxyToBrowsers(ground: Ground, size: Size): Promise<Between> {
	const setting = await prepare(ground.place, crowd(size));
	const port = await freePort();
	const proxy = await startProxy(port);
	ground.after(() => proxy.close());
	const env = { ORIGIN: `http://localhost:${proxy.port}` };
	return { setting, proxy, app: await supervise(ground, { port, env }) };
}

/** Ends every connection to the database of the ground, as an administrator does. */
async function terminateAll({ place, cluster }: Ground): Promise<void> {
	const sql = postgres(cluster!.url(), { max: 1, onnotice: () => {} });
	const name = new URL(place.databaseUrl!).pathname.slice(1);
	await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
	await sql.end();
}

/** That the whole pool works again: as many pages at once as it has connections, all of them, soon. */
async function poolIsBack(origin: string, { manager }: Setting): Promise<number> {
	const began = performance.now();
	for (;;) {
		const pages = await Promise.all(
			Array.from({ length: 20 }, () => read(origin, manager, '/nl/manage'))
		);
		if (pages.every((page) => page.status === 200)) return performance.now() - began;
		expect(performance.now() - began, 'the pool works again').toBeLessThan(30_000);
	}
}

export const connectionsEnded: Scenario = {
	id: 'F3',
	title: 'PostgreSQL restarted in haste, its connections ended, or hung up on while they begin',
	databases: ['PostgreSQL'],
	async run(ground, size) {
		const [answers, restarts, hangUps] = size === 'full' ? [5000, 10, 20] : [300, 1, 12];
		const { setting, app, proxy } = await withProxyToDatabase(ground, size);
		let ending = true;
		const ender = (async () => {
			while (ending) {
				await terminateAll(ground).catch(() => {});
				await pause(500);
			}
		})();
		const result = await underLoad(ground, setting, app.origin, {
			answers,
			strikes: restarts,
			strike: async () => {
				await ground.cluster!.stop();
				await ground.cluster!.start();
			}
		});
		ending = false;
		await ender;
		// Every new connection is taken and hung up on; then, those there are end, so that new ones are asked for.
		let left = hangUps;
		proxy.treat({ hangsUp: () => left-- > 0 });
		const waits: number[] = [];
		while (left > 0) {
			proxy.cut();
			const began = performance.now();
			const page = await read(app.origin, setting.manager, '/nl/manage');
			expect([200, 503]).toContain(page.status);
			waits.push(performance.now() - began);
		}
		const back = await poolIsBack(app.origin, setting);
		noteLoad(ground, result);
		ground.note({
			'hung up on': proxy.counts.hungUp,
			...spread('page while hung up on', waits),
			'pool back after (ms)': Math.round(back)
		});
		expect(app.ends).toEqual([]);
		expect(Math.max(...waits, result.seen.slowest)).toBeLessThan(LONGEST);
		await checkAll(ground, setting, result.seen, app);
	}
};

/** Networks as they are, one after the other. */
const weather = (random: () => number): [name: string, treatment: Treatment][] => [
	['late', { delay: () => 30 + random() * 30 }],
	['narrow', { rate: 100_000 }],
	['cut', { cutAfter: () => 500 + random() * 60_000 }],
	['cut and late', { cutAfter: () => 500 + random() * 60_000, delay: () => random() * 20 }]
];

/** Answers in every weather in turn, with answers lost on their way back after what they were about was done. */
async function inAllWeathers(
	ground: Ground,
	{ setting, app, proxy }: Between,
	isDone: (asked: string, answer: string) => boolean,
	answers: number
): Promise<void> {
	const drops = (asked: string, answer: string) => isDone(asked, answer) && ground.random() < 0.1;
	const treatments = weather(ground.random);
	let over = false;
	const changing = (async () => {
		for (let turn = 0; !over; turn++) {
			proxy.treat({ ...treatments[turn % treatments.length]![1], drops });
			await pause(1000);
		}
	})();
	const result = await underLoad(ground, setting, app.origin, { answers });
	over = true;
	await changing;
	proxy.treat({});
	noteLoad(ground, result);
	ground.note({ cut: proxy.counts.cut, 'answers dropped after commit': proxy.counts.dropped });
	expect(proxy.counts.dropped).toBeGreaterThan(0);
	expect(app.ends).toEqual([]);
	await checkAll(ground, setting, result.seen, app);
}

export const networkToDatabase: Scenario = {
	id: 'F8',
	title: 'a bad network between the app and PostgreSQL',
	databases: ['PostgreSQL'],
	async run(ground, size) {
		const between = await withProxyToDatabase(ground, size);
		const commits = (_: string, answer: string) => answer.includes('COMMIT\0');
		await inAllWeathers(ground, between, commits, size === 'full' ? 5000 : 250);
	}
};

export const networkToBrowsers: Scenario = {
	id: 'F8',
	title: 'a bad network between browsers and the app',
	databases: ['embedded', 'PostgreSQL'],
	async run(ground, size) {
		const between = await withProxyToBrowsers(ground, size);
		const posts = (asked: string) => asked.includes('POST ');
		await inAllWeathers(ground, between, posts, size === 'full' ? 5000 : 250);
	}
};

export const strandedConnections: Scenario = {
	id: 'F8',
	title: 'connections to PostgreSQL that are never heard of again',
	databases: ['PostgreSQL'],
	async run(ground, size) {
		const [answers, strikes] = size === 'full' ? [3000, 6] : [200, 1];
		const { setting, app, proxy } = await withProxyToDatabase(ground, size);
		const health: unknown[] = [];
		const result = await underLoad(ground, setting, app.origin, {
			answers,
			strikes,
			async strike() {
				proxy.strand();
				health.push((await ask(`${app.origin}/api/health`, {})).status);
			}
		});
		noteLoad(ground, result);
		expect(health).toEqual(Array(strikes).fill(200));
		expect(result.seen.slowest).toBeLessThan(LONGEST);
		expect(Math.max(...result.recovered)).toBeLessThan(20_000);
		await checkAll(ground, setting, result.seen, app);
	}
};
