import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, smallCourse } from '../../../tests/support/outlines.ts';
import type { MemberRow } from './cohort.ts';
import { overTime } from './over-time.ts';
import type { Plan } from './plan.ts';

const course = smallCourse([{ id: 'a1' }, { id: 'a2' }, { id: 'a3' }], 1);
const units = ['lesson:a1', 'lesson:a2', 'lesson:a3', 'quiz:m1'];
const plan: Plan = { startsAt: day(0), endsAt: day(28), lessonsPerWeek: null };
/** Somebody who did their units on these days. */
const member = (id: string, days: number[]): MemberRow => ({
	...{ id, name: id, edition: 1, joinedAt: day(0), endsAt: null, started: days.length > 0 },
	completions: days.slice(0, 4).map((each, index) => ({ unit: units[index]!, at: day(each) }))
});
const five = [[1, 2, 3, 4], [1, 9], [10], [], [13, 14]].map((days, n) => member(String(n), days));

describe('a group over time', () => {
	it('is drawn from five people on, and not before its first day', () => {
		expect(overTime(course, plan, five.slice(1), day(14))).toBeUndefined();
		expect(overTime(course, plan, five, day(0))).toBeUndefined();
	});
	it('shows what was done at the end of each week, and what the plan asked for', () => {
		expect(overTime(course, plan, five, day(16))).toEqual([
			{ at: day(0), done: 0, planned: 0 },
			{ at: day(7), done: 5 / 20, planned: 0.25 },
			{ at: day(14), done: 9 / 20, planned: 0.5 },
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
			const points = overTime(course, plan, rows, day(now))!;
			expect(points.length).toBeLessThanOrEqual(41);
			expect(points.at(-1)!.at).toEqual(day(now));
			points.forEach((point, index) => {
				const before = points[index - 1] ?? { done: 0, planned: 0 };
				expect(point.done).toBeGreaterThanOrEqual(before.done);
				expect(point.planned).toBeGreaterThanOrEqual(before.planned);
				expect(Math.max(point.done, point.planned)).toBeLessThanOrEqual(1);
			});
		});
		expect(() => fc.assert(check, { numRuns: 500 })).not.toThrow();
	});
});
