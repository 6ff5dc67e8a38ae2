import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mulberry32 } from '#lib/learning/random.ts';
import {
	criticalSpread,
	cumulative,
	drawnThresholds,
	histogram,
	normal,
	quantile,
	quantileThresholds,
	restingPoint
} from './threshold-curve.ts';
import { run } from './thresholds.ts';

const square = { people: 100, mean: 25 };

test('the normal distribution is as the tables have it', () => {
	expect(normal(0)).toBe(0.5);
	expect(normal(1)).toBeCloseTo(0.841344746068543, 14);
	expect(normal(-1.96)).toBeCloseTo(0.02499789514822, 14);
	expect(normal(3)).toBeCloseTo(0.99865010196837, 14);
	expect([normal(-40), normal(40)]).toEqual([0, 1]);
});

test('a quantile is where that share lies below', () => {
	expect(quantile(0.975)).toBeCloseTo(1.959963984540054, 12);
	fc.assert(
		fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (share) => {
			expect(normal(quantile(share))).toBeCloseTo(share, 12);
		})
	);
});

describe('check values of the plan', () => {
	test('row 8: continuous, spread 12.2: 5.48', () => {
		expect(Math.abs(restingPoint({ ...square, spread: 12.2 }) - 5.48)).toBeLessThanOrEqual(0.01);
	});
	test('row 9: continuous, spread 12.25: 100', () => {
		expect(restingPoint({ ...square, spread: 12.25 })).toBeGreaterThan(99.99);
	});
	test('row 10: it tips at 12.222, and just below it 6.04 take part', () => {
		const critical = criticalSpread(square, 12, 13);
		expect(critical).toBeCloseTo(12.222, 3);
		// The resting point rises ever faster towards the jump: the plan's figure is that at a thousandth below it.
		const below = restingPoint({ ...square, spread: critical - 0.001 });
		expect(Math.abs(below - 6.04)).toBeLessThanOrEqual(0.02);
	});
	test.each([
		[10, 0.77],
		[20, 99.99],
		[40, 96.26],
		[60, 83.54]
	])('row 11: continuous, spread %d: %d', (spread, people) => {
		expect(restingPoint({ ...square, spread })).toBeCloseTo(people, 1);
		expect(Math.abs(restingPoint({ ...square, spread }) - people)).toBeLessThanOrEqual(0.01);
	});
	test.each([
		[12.5, 5],
		[12.6, 100]
	])('row 12: a hundred people, spread %d: %d take part', (spread, people) => {
		expect(run(quantileThresholds({ ...square, spread })).final).toBe(people);
	});
});

const anySpread = fc.record({
	people: fc.integer({ min: 20, max: 200 }),
	mean: fc.integer({ min: 5, max: 60 }),
	spread: fc.integer({ min: 2, max: 60 })
});

test('nobody is lost: every threshold is counted once in the histogram and at last in the cumulative curve', () => {
	fc.assert(
		fc.property(anySpread, fc.integer(), (own, seed) => {
			const all = drawnThresholds(own, mulberry32(seed));
			expect(histogram(all, 20, own.people).reduce((sum, n) => sum + n, 0)).toBe(own.people);
			const curve = cumulative(all);
			expect(curve).toHaveLength(own.people + 1);
			expect(curve.every((n, x) => x === 0 || n >= curve[x - 1]!)).toBe(true);
			expect(curve.at(-1)).toBe(all.filter((each) => each <= own.people).length);
		})
	);
});

test('raising one threshold never raises the turnout; seeding one more never lowers it', () => {
	fc.assert(
		fc.property(anySpread, fc.nat(), fc.nat(20), fc.nat(20), (own, who, more, seeded) => {
			const all = quantileThresholds(own);
			const raised = all.map((each, index) => (index === who % own.people ? each + more : each));
			expect(run(raised, seeded).final).toBeLessThanOrEqual(run(all, seeded).final);
			expect(run(all, seeded + 1).final).toBeGreaterThanOrEqual(run(all, seeded).final);
		})
	);
});

test('the resting point is one, and nothing lower is', () => {
	fc.assert(
		fc.property(anySpread, (own) => {
			const rest = restingPoint(own);
			expect(own.people * normal((rest - own.mean) / own.spread)).toBeCloseTo(rest, 5);
			for (let x = 0; x < rest - 0.1; x += own.people / 50)
				expect(own.people * normal((x - own.mean) / own.spread)).toBeGreaterThan(x);
		}),
		{ numRuns: 50 }
	);
});
