import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mulberry32 } from '#lib/learning/random.ts';
import { panels } from './panels/all.ts';
import {
	counts,
	drive,
	initial,
	isChance,
	readState,
	seeds,
	within,
	writeState
} from './simulation.ts';
import type { Setting, Settings, Simulation } from './simulation.ts';

const all = Object.entries(panels);

function anyValue(setting: Setting): fc.Arbitrary<number | string> {
	if (setting.kind === 'number')
		return fc
			.double({ min: setting.min, max: setting.max, noNaN: true })
			.map((value) => within(setting, value));
	if (setting.kind === 'choice') return fc.constantFrom(...setting.values);
	return fc.subarray([...setting.values]).map((values) => values.join('.'));
}
const anyState = (simulation: Simulation) =>
	fc.record({
		settings: fc.record(
			Object.fromEntries(simulation.settings.map((each) => [each.name, anyValue(each)]))
		) as fc.Arbitrary<Settings>,
		seed: fc.integer(seeds),
		at: fc.nat(200)
	});

describe.each(all)('%s', (id, simulation) => {
	test('has the name it is known by, and settings that begin within their bounds', () => {
		expect(simulation.id).toBe(id);
		expect(new Set(simulation.settings.map((each) => each.name)).size).toBe(
			simulation.settings.length
		);
		for (const setting of simulation.settings) {
			if (setting.kind === 'number') expect(within(setting, setting.initial)).toBe(setting.initial);
			if (setting.kind === 'choice') expect(setting.values).toContain(setting.initial);
			const named =
				setting.when && simulation.settings.find((each) => each.name === setting.when!.name);
			expect(setting.when === undefined || named?.kind === 'choice').toBe(true);
		}
	});

	test('a link leads back to exactly the state it was made from', () => {
		fc.assert(
			fc.property(anyState(simulation), (state) => {
				const there = writeState(simulation, state);
				const seed = simulation.seed === undefined ? seeds.min : state.seed;
				expect(readState(simulation, new URLSearchParams(there.toString()))).toEqual({
					...state,
					seed
				});
				expect(there.toString().length).toBeLessThan(600);
			})
		);
	});

	test('whatever stands in an address gives settings within bounds', () => {
		const names = simulation.settings.map((each) => `${id}.${each.name}`);
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.constantFrom(...names, `${id}.seed`, `${id}.at`), fc.string())),
				(pairs) => {
					const state = readState(simulation, new URLSearchParams(pairs));
					if (pairs.length === 0) {
						expect(state).toBeUndefined();
						return;
					}
					for (const setting of simulation.settings) {
						const value = state!.settings[setting.name]!;
						if (setting.kind === 'number') expect(within(setting, Number(value))).toBe(value);
						if (setting.kind === 'choice') expect(setting.values).toContain(value);
					}
					expect(state!.seed).toBeGreaterThanOrEqual(seeds.min);
					expect(state!.seed).toBeLessThanOrEqual(seeds.max);
				}
			)
		);
	});

	test('every preset is a run, the same every time, whose frames and table can be read', () => {
		for (const preset of [undefined, ...Object.keys(simulation.presets)]) {
			const settings = initial(simulation, preset);
			const play = () => drive(simulation.run(settings, mulberry32(simulation.seed ?? 1)));
			const outcome = play();
			expect(simulation.table(play(), settings)).toEqual(simulation.table(outcome, settings));
			expect(simulation.last(outcome)).toBeGreaterThanOrEqual(0);
			expect(simulation.table(outcome, settings).length).toBeGreaterThan(0);
			expect(simulation.settings.some((each) => counts(each, settings))).toBe(true);
		}
		expect(
			simulation.reaches(
				drive(simulation.run(initial(simulation), mulberry32(1))),
				initial(simulation)
			)
		).toBe(false);
	});

	test('a seed is asked for wherever another one gives another run', () => {
		fc.assert(
			fc.property(anyState(simulation), ({ settings }) => {
				const [one, other] = [1, 2].map((seed) =>
					simulation.table(drive(simulation.run(settings, mulberry32(seed))), settings)
				);
				const differ = JSON.stringify(one) !== JSON.stringify(other);
				expect(differ && !isChance(simulation, settings)).toBe(false);
			}),
			{ numRuns: 20 }
		);
	});
});

test('another simulation in the same address is left alone', () => {
	expect(readState(panels.S1!, new URLSearchParams('S3.threshold=2&again=x'))).toBeUndefined();
});
