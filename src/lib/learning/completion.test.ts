import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { newerThan, outline, type Outline } from '#lib/course/outline.ts';
import { day, smallCourse } from '../../../tests/support/outlines.ts';
import { completions, passes, type Facts } from './completion.ts';

const nothing: Facts = { checks: [], predictions: [], attempts: [] };
const units: Outline = {
	edition: 1,
	units: [
		{
			id: 'lesson:a1',
			kind: 'lesson',
			module: 'm1',
			since: 1,
			checks: ['q1', 'q2'],
			predictions: ['p1']
		},
		{ id: 'quiz:m1', kind: 'quiz', module: 'm1', since: 1, pass: 70, counts: 'best' }
	]
};

describe('passing', () => {
	test.each([
		[699, 1000, 70, false],
		[6999, 10_000, 70, false],
		[700, 1000, 70, true],
		[559, 800, 70, false],
		[560, 800, 70, true],
		[2, 3, 67, false],
		[2, 3, 66, true],
		[0, 800, 1, false],
		[800, 800, 100, true],
		[799, 800, 100, false],
		[0, 0, 1, false]
	])('%i of %i points at a mark of %i: %s', (earned, total, pass, expected) =>
		expect(passes(earned, total, pass)).toBe(expected)
	);
	it('is exact: it agrees with whole-number arithmetic for every score', () => {
		const score = fc
			.tuple(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 1, max: 100 }))
			.chain(([total, pass]) =>
				fc.integer({ min: 0, max: total }).map((earned) => ({ total, pass, earned }))
			);
		const check = fc.property(score, ({ earned, total, pass }) => {
			const exact = BigInt(earned) * 100n >= BigInt(pass) * BigInt(total);
			expect(passes(earned, total, pass)).toBe(exact);
		});
		expect(() => fc.assert(check, { numRuns: 3000 })).not.toThrow();
	});
});

describe('a lesson', () => {
	const answered = (...items: [string, number][]) =>
		items.map(([item, n]) => ({ item, at: day(n) }));
	it('is done when everything it asks is answered, at the moment of the last', () => {
		const facts = {
			...nothing,
			checks: answered(['q1', 1], ['q2', 5]),
			predictions: [{ id: 'p1', at: day(3) }]
		};
		expect(completions(units, facts)).toEqual([{ unit: 'lesson:a1', at: day(5) }]);
	});
	it('is not done while one thing is open', () => {
		expect(completions(units, { ...nothing, checks: answered(['q1', 1], ['q2', 5]) })).toEqual([]);
		expect(completions(units, nothing)).toEqual([]);
	});
	it('keeps its date when somebody answers again', () => {
		const facts = {
			...nothing,
			checks: answered(['q1', 9], ['q1', 1], ['q2', 2], ['q2', 8]),
			predictions: [{ id: 'p1', at: day(0) }]
		};
		expect(completions(units, facts)).toEqual([{ unit: 'lesson:a1', at: day(2) }]);
	});
	it('that asks nothing is never done by reading alone', () => {
		const silent: Outline = {
			edition: 1,
			units: [
				{ id: 'lesson:x', kind: 'lesson', module: 'm1', since: 1, checks: [], predictions: [] }
			]
		};
		expect(completions(silent, { ...nothing, checks: answered(['q1', 1]) })).toEqual([]);
	});
});

describe('a quiz', () => {
	const attempt = (quiz: string, earned: number, n: number) => ({
		quiz,
		earned,
		total: 800,
		at: day(n)
	});
	it('is done at the first attempt that passes, and stays so after a worse one', () => {
		const attempts = [
			attempt('m1', 100, 1),
			attempt('m1', 800, 4),
			attempt('m1', 560, 3),
			attempt('m1', 0, 9)
		];
		expect(completions(units, { ...nothing, attempts })).toEqual([{ unit: 'quiz:m1', at: day(3) }]);
	});
	it('is not done by failing often, nor by another quiz', () => {
		const attempts = [attempt('m1', 559, 1), attempt('m1', 559, 2), attempt('m2', 800, 3)];
		expect(completions(units, { ...nothing, attempts })).toEqual([]);
	});
});

test('an outline holds what an edition asks; the rest is new, not missing', () => {
	const course = smallCourse([{ id: 'a1' }, { id: 'a2', since: 2 }, { id: 'a3', since: 3 }], 3);
	const ids = (list: { id: string }[]) => list.map((unit) => unit.id);
	expect(ids(outline(course, 1).units)).toEqual(['lesson:a1', 'quiz:m1']);
	expect(ids(newerThan(course, 1))).toEqual(['lesson:a2', 'lesson:a3']);
	expect(ids(outline(course, 3).units)).toHaveLength(4);
	expect(newerThan(course, 3)).toEqual([]);
});
