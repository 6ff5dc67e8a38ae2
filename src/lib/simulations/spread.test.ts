import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mulberry32 } from '#lib/learning/random.ts';
import { distances, rewired, ring } from './graph.ts';
import { apart, spread, together } from './spread.ts';

const [n, k] = [200, 6];

function once(p: number, threshold: number, seed: number) {
	const graph = rewired(n, k, p, mulberry32(seed));
	const { rounds } = spread(graph, threshold, together(graph));
	return { share: rounds.at(-1)! / n, rounds: rounds.length - 1 };
}
/**
 * The plan takes 200 networks per cell. Runs end either near nothing or near everybody, so that 200 of them can differ by
 * seven points from other ones; a thousand still take less than a second.
 */
function mean(p: number, threshold: number) {
	const runs = Array.from({ length: 1000 }, (_, seed) => once(p, threshold, seed + 1));
	return {
		percent: (100 * runs.reduce((sum, run) => sum + run.share, 0)) / runs.length,
		rounds: runs.reduce((sum, run) => sum + run.rounds, 0) / runs.length,
		above90: (100 * runs.filter((run) => run.share > 0.9).length) / runs.length
	};
}

describe('check values of the plan', () => {
	test.each([
		[1, 1, 33],
		[2, 2, 48],
		[3, 3, 96]
	])('row %d: p = 0, T = %d: everybody, %d rounds', (_, threshold, rounds) => {
		expect(once(0, threshold, 1)).toEqual({ share: 1, rounds });
	});
	test('row 4: p = 0, T = 4: 7 of 200', () => {
		expect(once(0, 4, 1)).toEqual({ share: 0.035, rounds: 0 });
	});
	test.each([
		[5, 0.1, 1, 6, 1],
		[6, 1, 1, 3.6, 0.5]
	])('row %d: p = %d, T = %d: everybody, about %d rounds', (_, p, threshold, rounds, off) => {
		const found = mean(p, threshold);
		expect(found.percent).toBe(100);
		expect(Math.abs(found.rounds - rounds)).toBeLessThanOrEqual(off);
	});
	test('row 7: p = 0.1, T = 2: everybody but for a few runs, about 30 rounds', () => {
		const found = mean(0.1, 2);
		expect(found.percent).toBeGreaterThan(99);
		expect(Math.abs(found.rounds - 30)).toBeLessThanOrEqual(5);
	});
	test.each([
		[8, 0.5, 2, 50, 47],
		[9, 1, 2, 34, 31]
	])('row %d: p = %d, T = %d: about %d%', (_, p, threshold, percent, above90) => {
		const found = mean(p, threshold);
		expect(Math.abs(found.percent - percent)).toBeLessThanOrEqual(8);
		expect(Math.abs(found.above90 - above90)).toBeLessThanOrEqual(8);
	});
	test('row 10: p = 0.05, T = 3: about 10%', () => {
		expect(Math.abs(mean(0.05, 3).percent - 10)).toBeLessThanOrEqual(5);
	});
});

const anyNetwork = fc.record({
	n: fc.integer({ min: 20, max: 80 }),
	k: fc.constantFrom(4, 6, 8),
	p: fc.double({ min: 0, max: 1, noNaN: true }),
	seed: fc.integer()
});

test('with one source everybody who can be reached adopts, in as many rounds as steps', () => {
	fc.assert(
		fc.property(anyNetwork, ({ n: people, k: near, p, seed }) => {
			const graph = rewired(people, near, p, mulberry32(seed));
			const { adopted } = spread(graph, 1, [0]);
			expect([...adopted]).toEqual([...distances(graph, 0)]);
		})
	);
});

test('with one source and T = 1 only its own component adopts, and all of it', () => {
	// Two rings that do not know each other.
	const one = ring(20, 4);
	const both = [...one, ...ring(30, 4).map((near) => near.map((node) => node + one.length))];
	const { adopted, rounds } = spread(both, 1, [3]);
	expect([...adopted.keys()].filter((node) => adopted[node] !== -1)).toEqual([...one.keys()]);
	expect(rounds.at(-1)).toBe(one.length);
});

test('a lower threshold never reaches fewer; more seeds never reach fewer', () => {
	fc.assert(
		fc.property(
			anyNetwork,
			fc.integer({ min: 2, max: 4 }),
			({ n: people, k: near, p, seed }, threshold) => {
				const graph = rewired(people, near, p, mulberry32(seed));
				const seeds = together(graph);
				const reach = (needed: number, from: number[]) =>
					spread(graph, needed, from).rounds.at(-1)!;
				expect(reach(threshold - 1, seeds)).toBeGreaterThanOrEqual(reach(threshold, seeds));
				expect(reach(threshold, [...seeds, ...apart(graph)])).toBeGreaterThanOrEqual(
					reach(threshold, seeds)
				);
			}
		)
	);
});
