import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { ladder, ladderWith, run, step } from './thresholds.ts';

// The check values of the lesson plan, by row. Source of rows 1 and 2: Granovetter (1978).
test.each([
	['row 1: everybody brings in the next, 100 take part', ladder(100), 0, 100],
	['row 2: threshold 1 becomes 2, 1 takes part', ladderWith(100, 1, 2), 0, 1],
	['row 3: threshold 0 becomes 1, nobody takes part', ladderWith(100, 0, 1), 0, 0],
	['row 4: threshold 5 becomes 6, 5 take part', ladderWith(100, 5, 6), 0, 5],
	['row 5: threshold 50 becomes 51, 50 take part', ladderWith(100, 50, 51), 0, 50],
	['row 6: threshold 99 becomes 100, 99 take part', ladderWith(100, 99, 100), 0, 99],
	['row 7: row 2 with one seeded from outside, 101 take part', ladderWith(100, 1, 2), 1, 101]
])('%s', (_, thresholds, seeded, expected) => {
	expect(thresholds).toHaveLength(100);
	expect(run(thresholds, seeded).final).toBe(expected);
});

describe('a step', () => {
	it('counts who is asked for no more than there are', () => {
		expect(step(0, [0, 1, 2])).toBe(1);
		expect(step(1, [0, 1, 2])).toBe(2);
		expect(step(0, [1, 1])).toBe(0);
		expect(step(5, [], 2)).toBe(2);
	});
	it('of the ladder brings in one person a round', () => {
		expect(run(ladder(4)).rounds).toEqual([0, 1, 2, 3, 4]);
		expect(run(ladderWith(4, 1, 2)).rounds).toEqual([0, 1]);
	});
});

const crowd = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 40 });
const holds = <T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void) =>
	expect(() => fc.assert(fc.property(arbitrary, property), { numRuns: 2000 })).not.toThrow();

test('a run ends, never falls, and stops where another round changes nothing', () => {
	holds(fc.tuple(crowd, fc.nat(5)), ([thresholds, seeded]) => {
		const { rounds, final } = run(thresholds, seeded);
		expect(rounds.length).toBeLessThanOrEqual(thresholds.length + 2);
		rounds.slice(1).forEach((taking, index) => expect(taking).toBeGreaterThan(rounds[index]!));
		expect(step(final, thresholds, seeded)).toBe(final);
		expect(final).toBeLessThanOrEqual(thresholds.length + seeded);
	});
});

test('raising one threshold never raises the turnout', () => {
	holds(
		fc.tuple(crowd, fc.nat(), fc.integer({ min: 1, max: 10 }), fc.nat(5)),
		([thresholds, pick, more, seeded]) => {
			const raised = thresholds.map((own, index) =>
				index === pick % thresholds.length ? own + more : own
			);
			expect(run(raised, seeded).final).toBeLessThanOrEqual(run(thresholds, seeded).final);
		}
	);
});

test('one more seeded person or one more bystander never lowers the turnout', () => {
	holds(fc.tuple(crowd, fc.nat(5), fc.nat(40)), ([thresholds, seeded, own]) => {
		const before = run(thresholds, seeded).final;
		expect(run(thresholds, seeded + 1).final).toBeGreaterThan(before);
		expect(run([...thresholds, own], seeded).final).toBeGreaterThanOrEqual(before);
	});
});

test('who stands where in the list makes no difference', () => {
	holds(crowd, (thresholds) => {
		expect(run([...thresholds].sort((a, b) => b - a))).toEqual(run(thresholds));
	});
});
