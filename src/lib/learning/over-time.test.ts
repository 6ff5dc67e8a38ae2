import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, smallCourse } from '../../../tests/support/outlines.ts';
import { countedOf, dayOf, memberOf } from '../../../tests/support/group.ts';
import type { Plan } from './plan.ts';
import { together } from './rollup.ts';

const course = smallCourse([{ id: 'a1' }, { id: 'a2' }, { id: 'a3' }], 1);
const units = ['lesson:a1', 'lesson:a2', 'lesson:a3', 'quiz:m1'];
const plan: Plan = { startsAt: day(0), endsAt: day(28), lessonsPerWeek: null };
/** Somebody who did their units on these days. */
const member = (id: string, days: number[]) =>
	memberOf(course, id, {
		completions: days.slice(0, 4).map((each, index) => ({ unit: units[index]!, at: day(each) }))
	});
const five = [[1, 2, 3, 4], [1, 9], [10], [], [13, 14]].map((days, n) => member(String(n), days));
const points = (members: typeof five, now: Date) =>
	together(course, plan, countedOf(members), { now, dayOf }).overTime;

describe('a group over time', () => {
	it('is drawn from five people on, and not before its first day', () => {
		expect(points(five.slice(1), day(14))).toBeUndefined();
		expect(points(five, day(0))).toBeUndefined();
	});
	it('shows what was done when each week began, and until now, and what the plan asked for', () => {
		expect(points(five, day(16))).toEqual([
			{ at: day(0), done: 0, planned: 0 },
			{ at: day(7), done: 5 / 20, planned: 0.25 },
			{ at: day(14), done: 8 / 20, planned: 0.5 },
			{ at: day(16), done: 9 / 20, planned: 16 / 28 }
		]);
	});
	it('never falls, stays between nothing and everything, and ends now, however long it is', () => {
		const anyDays = fc.array(fc.nat(900), { maxLength: 4 });
		const any = fc.tuple(
			fc.array(anyDays, { minLength: 5, maxLength: 9 }),
			fc.integer({ min: 1, max: 900 })
		);
		const check = fc.property(any, ([all, now]) => {
			const rows = all.map((days, n) => member(String(n), days));
			const drawn = points(rows, day(now))!;
			expect(drawn.length).toBeLessThanOrEqual(41);
			expect(drawn.at(-1)!.at).toEqual(day(now));
			drawn.forEach((point, index) => {
				const before = drawn[index - 1] ?? { done: 0, planned: 0 };
				expect(point.done).toBeGreaterThanOrEqual(before.done);
				expect(point.planned).toBeGreaterThanOrEqual(before.planned);
				expect(Math.max(point.done, point.planned)).toBeLessThanOrEqual(1);
			});
		});
		expect(() => fc.assert(check, { numRuns: 500 })).not.toThrow();
	});
});
