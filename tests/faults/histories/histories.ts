import fc from 'fast-check';
import { expect } from 'vitest';
import type { Scenario } from '../scenario.ts';
import { checkHistory } from './check.ts';
import { history } from './commands.ts';
import { openMemory } from './memory.ts';
import { settle, World } from './world.ts';

const MOST_STEPS = 100;

export const histories: Scenario = {
	id: 'F24',
	title: 'everything at random, on the verbs themselves',
	databases: ['embedded'],
	always: ['embedded'],
	async run(ground, size) {
		const memory = await openMemory();
		ground.after(() => memory.close());
		const people = await memory.keeping(() => settle(memory));
		const sums = {
			histories: 0,
			steps: 0,
			deaths: 0,
			replays: 0,
			looks: 0,
			given: 0,
			acknowledged: 0
		};
		const began = performance.now();
		const property = fc.asyncProperty(history(MOST_STEPS), fc.nat(), (steps, seed) =>
			memory.takingBack(async () => {
				const world = new World(memory, people, seed);
				await fc.asyncModelRun(() => ({ model: {}, real: world }), steps);
				await checkHistory(world);
				sums.histories += 1;
				for (const name of ['steps', 'deaths', 'replays', 'looks'] as const)
					sums[name] += world.counts[name];
				sums.given += world.given.length;
				sums.acknowledged += world.kept.length;
			})
		);
		const numRuns = Number(process.env.FAULT_HISTORIES ?? (size === 'full' ? 10_000 : 40));
		try {
			// The seed and the path of what broke a promise, and its shortest history, are in the message.
			await fc.assert(property, { seed: ground.seed, numRuns, endOnFailure: false });
		} finally {
			ground.note({ ...sums, seconds: Math.round((performance.now() - began) / 1000) });
		}
		expect(sums.histories).toBe(numRuns);
		ground.note({ lost: 0, doubled: 0 });
	}
};
