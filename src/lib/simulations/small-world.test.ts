import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mulberry32 } from '#lib/learning/random.ts';
import { clustering, distances, links, path, rewired, ring } from './graph.ts';
import { drive } from './simulation.ts';
import { measure, ringClustering, ringLength } from './small-world.ts';

describe('check values of the plan', () => {
	test('rows 1 and 2: n = 1000, k = 10, p = 0', () => {
		const { clustering: c, length, apart } = drive(measure(ring(1000, 10)));
		expect(c).toBeCloseTo(0.6667, 4);
		expect(length).toBeCloseTo(50.4505, 4);
		expect(apart).toBe(0);
		expect([ringClustering(10), ringLength(1000, 10)]).toEqual([
			expect.closeTo(c, 10),
			expect.closeTo(length, 10)
		]);
	});

	test('row 3: n = 100, k = 6, p = 0', () => {
		const { clustering: c, length } = drive(measure(ring(100, 6)));
		expect(c).toBeCloseTo(0.6, 4);
		expect(length).toBeCloseTo(8.7576, 4);
	});

	// Twenty seeds, as in the plan.
	function mean(p: number) {
		const all = Array.from({ length: 20 }, (_, seed) =>
			drive(measure(rewired(1000, 10, p, mulberry32(seed + 1))))
		);
		const of = (key: 'clustering' | 'length') =>
			all.reduce((sum, each) => sum + each[key], 0) / all.length;
		return {
			c: of('clustering') / ringClustering(10),
			l: of('length') / ringLength(1000, 10),
			length: of('length')
		};
	}
	test.each([
		[4, 0.001, 0.998, 0.003, 0.59, 0.1],
		[5, 0.01, 0.971, 0.01, 0.178, 0.02],
		[6, 0.1, 0.736, 0.02, 0.088, 0.004]
	])('row %d: p = %d', (_, p, c, offC, l, offL) => {
		const found = mean(p);
		expect(Math.abs(found.c - c)).toBeLessThanOrEqual(offC);
		expect(Math.abs(found.l - l)).toBeLessThanOrEqual(offL);
	});
	test('row 7: p = 1', () => {
		const found = mean(1);
		expect(Math.abs(found.c - 0.014)).toBeLessThanOrEqual(0.003);
		expect(Math.abs(found.length - 3.27)).toBeLessThanOrEqual(0.03);
	});
});

const anyRing = fc.record({
	n: fc.integer({ min: 20, max: 80 }),
	k: fc.constantFrom(4, 6, 8, 10),
	p: fc.double({ min: 0, max: 1, noNaN: true }),
	seed: fc.integer()
});

test('moving links keeps their number, makes no loops and no double links; the same seed gives the same network', () => {
	fc.assert(
		fc.property(anyRing, ({ n, k, p, seed }) => {
			const graph = rewired(n, k, p, mulberry32(seed));
			const all = links(graph);
			expect(all).toHaveLength((n * k) / 2);
			expect(new Set(all.map(String)).size).toBe(all.length);
			expect(all.every(([a, b]) => a !== b)).toBe(true);
			expect(rewired(n, k, p, mulberry32(seed))).toEqual(graph);
			expect(clustering(graph)).toBeGreaterThanOrEqual(0);
			expect(clustering(graph)).toBeLessThanOrEqual(1);
		})
	);
});

test('a shortest way goes along links and is as long as the distance', () => {
	fc.assert(
		fc.property(anyRing, fc.nat(), fc.nat(), ({ n, k, p, seed }, from, to) => {
			const graph = rewired(n, k, p, mulberry32(seed));
			const way = path(graph, from % n, to % n);
			// Without a way both are −1.
			expect(way.length - 1).toBe(distances(graph, from % n)[to % n]);
			way.slice(1).forEach((node, index) => expect(graph[way[index]!]).toContain(node));
		})
	);
});
