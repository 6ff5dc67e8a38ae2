import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { freePort } from '../support/postgres.ts';
import { markedBuild } from '../support/marked-build.ts';
import { checkAll } from './checkers.ts';
import { acknowledge, answer, ITEM, nothingSeen, post, read, verdict } from './client.ts';
import { noteLoad, underLoad } from './load.ts';
import { startAndWait } from './raw-start.ts';
import { spread, type Scenario } from './scenario.ts';
import { crowd, prepare } from './setting.ts';
import { supervise } from './supervisor.ts';

const both: Scenario['databases'] = ['embedded', 'PostgreSQL'];

export const restarts: Scenario = {
	id: 'F5',
	title: 'restarts while people answer',
	databases: both,
	async run(ground, size) {
		const [answers, strikes] = size === 'full' ? [5000, 30] : [200, 2];
		const setting = await prepare(ground.place, crowd(size));
		const app = await supervise(ground);
		const ends: number[] = [];
		const result = await underLoad(ground, setting, app.origin, {
			answers,
			strikes,
			async strike() {
				const began = performance.now();
				await app.strike('SIGTERM');
				ends.push(performance.now() - began);
			}
		});
		noteLoad(ground, result);
		ground.note(spread('gone after', ends));
		expect(app.ends).toEqual(Array(strikes).fill(0));
		expect(Math.max(...ends)).toBeLessThan(10_000);
		await checkAll(ground, setting, result.seen, app);
	}
};

export const secondProcess: Scenario = {
	id: 'F7',
	title: 'a second process on the folder of the embedded database',
	databases: ['embedded'],
	async run(ground, size) {
		const [answers, tries] = size === 'full' ? [3000, 50] : [150, 2];
		const setting = await prepare(ground.place, 8);
		const app = await supervise(ground);
		const { dataDir } = ground.place;
		const waits: number[] = [];
		const result = await underLoad(ground, setting, app.origin, {
			answers,
			strikes: tries,
			async strike() {
				const { code, output, ms } = await startAndWait(
					{ DATA_DIR: dataDir, PORT: String(await freePort()) },
					30_000
				);
				expect(code).toBe(1);
				expect(output).toContain(`in use by process ${app.server().process.pid} on `);
				waits.push(ms);
			}
		});
		noteLoad(ground, { ...result, recovered: [] });
		ground.note({ strikes: tries, ...spread('refused after', waits) });
		expect(app.ends).toEqual([]);
		expect([...result.seen.refusals]).toEqual([]);
		await checkAll(ground, setting, result.seen, app);
	}
};

export const oldTab: Scenario = {
	id: 'F22',
	title: 'pages that were opened before another version, with other texts, was put in place',
	databases: both,
	async run(ground) {
		const setting = await prepare(ground.place, crowd('full'));
		const seen = nothingSeen();
		const old = await supervise(ground);
		// Opened before: four questions on the screen of each, one of them sent, its acknowledgement lost.
		const opened = [];
		for (const who of setting.learners) {
			const page = await read(old.origin, who, `/nl/lesson/a1?again=${ITEM}`);
			expect(page.text).toContain('name="try" value="1"');
			for (let number = 1; number <= 5; number++) {
				const one = answer(who, number, 'abc'[Math.floor(ground.random() * 3)]!);
				seen.sent.push(one);
				opened.push({ who, one });
				if (number === 1) expect(verdict(await post(old.origin, who, one))).toBe('kept');
			}
		}
		const port = Number(new URL(old.origin).port);
		expect(await old.stop()).toBe(0);
		await pause(100);
		const { build, remove } = markedBuild();
		ground.after(remove);
		const app = await supervise(ground, { build, port });
		for (const { who, one } of opened) {
			expect(verdict(await post(app.origin, who, one))).toBe('kept');
			acknowledge(one, seen);
		}
		ground.note({ acknowledged: seen.acks });
		await checkAll(ground, setting, seen, app);
	}
};
