import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { anyMoment, day, smallCourse } from '../../../tests/support/outlines.ts';
import { memberOf } from '../../../tests/support/group.ts';
import { cohortStats, paces, type MemberRow } from './cohort.ts';
import type { Plan } from './plan.ts';

const plan: Plan = { startsAt: day(0), endsAt: day(40), lessonsPerWeek: null };

const course = smallCourse([{ id: 'a1' }, { id: 'a2' }, { id: 'a3' }, { id: 'a4', since: 2 }], 2);
const units = ['lesson:a1', 'lesson:a2', 'lesson:a3', 'quiz:m1'];
const member = (id: string, done: number, own: Parameters<typeof memberOf>[2] = {}): MemberRow =>
	memberOf(course, id, {
		completions: units.slice(0, done).map((unit, index) => ({ unit, at: day(index) })),
		...own
	}).row;
const paceOf = (row: MemberRow, now: Date) => cohortStats(course, plan, [row], now).people[0]!.pace;

describe('the pace of a person', () => {
	it('is told by the plan', () => {
		expect(paceOf(member('1', 0), day(20))).toBe('not-started');
		expect(paceOf(member('1', 0, { started: true }), day(20))).toBe('behind');
		expect(paceOf(member('1', 0, { started: true }), day(5))).toBe('on-pace');
		expect(paceOf(member('1', 1), day(20))).toBe('behind');
		expect(paceOf(member('1', 2), day(20))).toBe('on-pace');
		expect(paceOf(member('1', 3), day(41))).toBe('behind');
		expect(paceOf(member('1', 4), day(20))).toBe('finished');
	});
	it('is told by the edition they are in: new material makes nobody unfinished', () => {
		const line = cohortStats(course, plan, [member('1', 4)], day(50)).people[0]!;
		expect(line).toEqual({
			id: '1',
			name: 'Person 1',
			pace: 'finished',
			lessons: { done: 3, required: 3 },
			quizzes: { done: 1, required: 1 },
			finishedAt: day(3)
		});
		expect(paceOf(member('1', 4, { edition: 2 }), day(50))).toBe('behind');
	});
});

test('the counts add up to the people, each of whom has one line, in the order given', () => {
	const anyMember = fc
		.record({
			done: fc.nat(4),
			edition: fc.integer({ min: 1, max: 2 }),
			joinedAt: anyMoment,
			started: fc.boolean()
		})
		.map(({ done, ...own }) => member('x', done, own));
	const cohort = fc.tuple(fc.array(anyMember, { maxLength: 12 }), anyMoment);
	const check = fc.property(cohort, ([rows, now]) => {
		const members = rows.map((row, index) => ({ ...row, id: String(index) }));
		const { counts, people } = cohortStats(course, plan, members, now);
		expect(Object.keys(counts).sort()).toEqual([...paces].sort());
		expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(members.length);
		expect(people.map((person) => person.id)).toEqual(members.map((row) => row.id));
		for (const pace of paces)
			expect(people.filter((person) => person.pace === pace)).toHaveLength(counts[pace]);
		// A person's line does not depend on who else is there.
		for (const row of members)
			expect(cohortStats(course, plan, [row], now).people[0]).toEqual(people[Number(row.id)]);
	});
	expect(() => fc.assert(check, { numRuns: 2000 })).not.toThrow();
});

describe('a reason to get in touch', () => {
	const needOf = (row: MemberRow, now: Date, own = plan) =>
		cohortStats(course, own, [row], now).people[0]!.need;

	it('is that somebody has not started seven days after the beginning, or after joining', () => {
		expect(needOf(member('1', 0), day(6))).toBeUndefined();
		expect(needOf(member('1', 0), day(7))).toEqual({ kind: 'never-started', days: 7 });
		expect(needOf(member('1', 0, { joinedAt: day(5) }), day(11))).toBeUndefined();
	});
	it('is whole weeks behind the plan, and nothing less', () => {
		// Four units in forty days: ten days a unit.
		expect(needOf(member('1', 0, { started: true }), day(9))).toBeUndefined();
		expect(needOf(member('1', 0, { started: true }), day(10))).toEqual({
			kind: 'behind',
			weeks: 1
		});
		expect(needOf(member('1', 0, { started: true }), day(30))).toEqual({
			kind: 'behind',
			weeks: 4
		});
		expect(needOf(member('1', 2), day(29))).toBeUndefined();
	});
	it('is that the last day is over, which may be a day of their own', () => {
		expect(needOf(member('1', 3), day(42))).toEqual({ kind: 'over', days: 2 });
		const extra = { endsAt: day(60) };
		expect(needOf(member('1', 3, extra), day(42))).toBeUndefined();
		expect(needOf(member('1', 3, extra), day(61))).toEqual({ kind: 'over', days: 1 });
		expect(cohortStats(course, plan, [member('1', 3, extra)], day(42)).people[0]).toMatchObject({
			...{ endsAt: day(60), pace: 'on-pace' }
		});
	});
	it('is never there for who has finished or is on pace before the end', () => {
		const check = fc.property(fc.nat(4), fc.integer({ min: -10, max: 90 }), (done, now) => {
			const [person] = cohortStats(course, plan, [member('1', done)], day(now)).people;
			if (person!.pace === 'finished') expect(person!.need).toBeUndefined();
			if (person!.pace === 'on-pace' && now <= 40) expect(person!.need).toBeUndefined();
			if (person!.need) expect(Object.values(person!.need).at(-1)).toBeGreaterThan(0);
		});
		expect(() => fc.assert(check, { numRuns: 500 })).not.toThrow();
	});
});
