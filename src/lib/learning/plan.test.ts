import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outline } from '#lib/course/outline.ts';
import { anyMoment, day, smallCourse } from '../../../tests/support/outlines.ts';
import { expectedUnits, ownSpan, planned, weeksAt, type Plan } from './plan.ts';

const plan: Plan = { startsAt: day(0), endsAt: day(40), lessonsPerWeek: null };
const course = smallCourse([{ id: 'a1' }, { id: 'a2' }, { id: 'a3' }, { id: 'a4', since: 2 }], 2);
const first = outline(course, 1);
const hour = 60 * 60 * 1000;

describe('how far the plan is', () => {
	const at = (now: Date, joinedAt = day(-5), own = plan) =>
		expectedUnits(20, ownSpan(first, own, { joinedAt, endsAt: null }), now);
	it('moves evenly from the first to the last day', () => {
		expect(at(day(0))).toBe(0);
		expect(at(day(2))).toBe(1);
		expect(at(day(20))).toBe(10);
		expect(at(day(40))).toBe(20);
	});
	it('expects nothing before the start and everything, but no more, after the end', () => {
		expect(at(day(-30))).toBe(0);
		expect(at(day(400))).toBe(20);
	});
	it('rounds down: a unit that is due tomorrow is not due', () => {
		expect(at(new Date(day(2).getTime() - 1))).toBe(0);
		expect(at(new Date(day(40).getTime() - 1))).toBe(19);
	});
	it('gives whoever joins later the same end, from their own start', () => {
		expect(at(day(30), day(20))).toBe(10);
		expect(at(day(20), day(20))).toBe(0);
		expect(at(day(10), day(20))).toBe(0);
		expect(at(day(40), day(20))).toBe(20);
	});
	it('expects nothing until the end of a plan without length, then everything', () => {
		const none = { ...plan, startsAt: day(3), endsAt: day(3) };
		expect(at(new Date(day(3).getTime() - 1), day(0), none)).toBe(0);
		expect(at(day(3), day(0), none)).toBe(20);
		// Joined after the end: there is no time left to divide.
		expect(at(day(45), day(44))).toBe(20);
		expect(at(day(30), day(44))).toBe(0);
	});
	it('has nothing to expect of an empty course', () => {
		expect(expectedUnits(0, plan, day(40))).toBe(0);
	});
	it('never goes back, and stays within the course', () => {
		const any = fc.tuple(
			...[fc.nat(30), anyMoment, anyMoment, anyMoment, anyMoment, fc.nat(48)],
			fc.option(fc.integer({ min: 1, max: 10 }))
		) as fc.Arbitrary<[number, Date, Date, Date, Date, number, number | null]>;
		const check = fc.property(any, (given) => {
			const [required, startsAt, endsAt, joinedAt, now, hours, lessonsPerWeek] = given;
			const own = { startsAt, endsAt, lessonsPerWeek };
			const span = ownSpan(first, own, { joinedAt, endsAt: null });
			const expected = expectedUnits(required, span, now);
			const later = expectedUnits(required, span, new Date(now.getTime() + hours * hour));
			expect(Number.isInteger(expected) && expected >= 0 && expected <= required).toBe(true);
			expect(later).toBeGreaterThanOrEqual(expected);
			expect(planned(span, now)).toBeGreaterThanOrEqual(0);
			expect(planned(span, now)).toBeLessThanOrEqual(1);
		});
		expect(() => fc.assert(check, { numRuns: 3000 })).not.toThrow();
	});
});

describe('a pace of their own', () => {
	const two = { ...plan, lessonsPerWeek: 2 };
	it('is whole weeks for the lessons of their edition', () => {
		expect(weeksAt(15, 2)).toBe(8);
		expect(weeksAt(15, 15)).toBe(1);
		expect(weeksAt(0, 3)).toBe(1);
		// Three lessons in the first edition, four in the second.
		expect(ownSpan(first, two, { joinedAt: day(10), endsAt: null })).toEqual({
			startsAt: day(10),
			endsAt: day(24)
		});
		const { endsAt } = ownSpan(outline(course, 2), two, { joinedAt: day(10), endsAt: null });
		expect(endsAt).toEqual(day(24));
		const one = { ...plan, lessonsPerWeek: 1 };
		expect(ownSpan(outline(course, 2), one, { joinedAt: day(10), endsAt: null }).endsAt).toEqual(
			day(38)
		);
	});
	it('begins with the group for who joined before it, and gives way to more time', () => {
		expect(ownSpan(first, two, { joinedAt: day(-9), endsAt: null }).startsAt).toEqual(day(0));
		expect(ownSpan(first, two, { joinedAt: day(10), endsAt: day(90) }).endsAt).toEqual(day(90));
	});
});
