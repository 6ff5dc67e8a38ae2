import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { checkAll } from './checkers.ts';
import { answer, nothingSeen, read, untilKept } from './client.ts';
import { noteLoad } from './load.ts';
import type { Scenario } from './scenario.ts';
import { prepare, type Someone } from './setting.ts';
import { supervise } from './supervisor.ts';

/** As many as stand on one page of their manager: so many at a time, one after the other. */
const PEOPLE = 96;
const AT_ONCE = 8;
/** The course takes a question up to its 999th try: answers are spread over the time so that nobody gets there. */
const TRIES = 950;

/** Memory in megabytes and open files of a process. */
function sizeOf(pid: number): { memory: number; files: number } {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	return {
		memory: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024,
		files: readdirSync(`/proc/${pid}/fd`).length
	};
}

/** By how much a row of figures rises per step, by least squares. */
function slope(values: number[]): number {
	const middle = (values.length - 1) / 2;
	const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
	const across = values.reduce((sum, each, at) => sum + (at - middle) * (each - mean), 0);
	return across / values.reduce((sum, _, at) => sum + (at - middle) ** 2, 0);
}

export const soak: Scenario = {
	id: 'F23',
	title: 'a long while of answering: memory, files and waits stay flat',
	databases: ['PostgreSQL', 'embedded'],
	async run(ground, size) {
		const minutes = Number(process.env.FAULT_MINUTES ?? (size === 'full' ? 30 : 1));
		const setting = await prepare(ground.place, PEOPLE);
		const app = await supervise(ground);
		const { pid } = app.server().process;
		const seen = nothingSeen();
		const samples: ReturnType<typeof sizeOf>[] = [];
		const waits: { at: number; ms: number }[] = [];
		const began = performance.now();
		const sampling = setInterval(() => samples.push(sizeOf(pid!)), 5000);
		ground.after(() => clearInterval(sampling));
		const own = (minutes * 60_000 * AT_ONCE) / PEOPLE;
		const taking = async (who: Someone) => {
			const until = performance.now() + own;
			for (let number = 1; number <= TRIES && performance.now() < until; number++) {
				const one = answer(who, number, 'abc'[Math.floor(ground.random() * 3)]!);
				seen.sent.push(one);
				const asked = performance.now();
				await untilKept(app.origin, who, one, seen, ground.random);
				waits.push({ at: asked - began, ms: performance.now() - asked });
				await read(app.origin, who, '/nl/lesson/a1');
				await pause(Math.max(0, asked + own / TRIES - performance.now()));
			}
		};
		await Promise.all(
			Array.from({ length: AT_ONCE }, async (_, client) => {
				for (let at = client; at < PEOPLE; at += AT_ONCE) await taking(setting.learners[at]!);
			})
		);
		clearInterval(sampling);
		const p95 = (from: number, to: number) => {
			const sorted = waits
				.filter(({ at }) => at >= from * minutes * 60_000 && at < to * minutes * 60_000)
				.map(({ ms }) => ms)
				.sort((a, b) => a - b);
			return sorted[Math.floor(sorted.length * 0.95)] ?? 0;
		};
		const warm = samples.slice(Math.floor(samples.length / 6));
		noteLoad(ground, { seen, recovered: [], seconds: (performance.now() - began) / 1000 });
		ground.note({
			'memory at the end (MB)': Math.round(warm.at(-1)!.memory),
			'memory rises (MB a minute)': Number(
				(slope(warm.map((each) => each.memory)) * 12).toFixed(2)
			),
			'open files rise (a minute)': Number((slope(warm.map((each) => each.files)) * 12).toFixed(2)),
			'p95 of the first sixth (ms)': Math.round(p95(0, 1 / 6)),
			'p95 of the last sixth (ms)': Math.round(p95(5 / 6, 1))
		});
		expect([...seen.refusals]).toEqual([]);
		if (minutes >= 10) expect(slope(warm.map((each) => each.memory)) * 12).toBeLessThan(1);
		await checkAll(ground, setting, seen, app);
	}
};
