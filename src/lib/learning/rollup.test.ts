import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { countedOf, dayOf, memberOf, type Counted } from '../../../tests/support/group.ts';
import { anyMoment, day, smallCourse } from '../../../tests/support/outlines.ts';
import { cohortStats, lasting, NEEDS_SHOWN, paces } from './cohort.ts';
import type { Plan } from './plan.ts';
import { namedIn, standingOf, together } from './rollup.ts';

const plan: Plan = { startsAt: day(0), endsAt: day(40), lessonsPerWeek: null };
const course = smallCourse([{ id: 'a1' }, { id: 'a2' }, { id: 'a3' }, { id: 'a4', since: 2 }], 2);
const units = ['lesson:a1', 'lesson:a2', 'lesson:a3', 'quiz:m1'];

const member = (id: string, done: number, own: Parameters<typeof memberOf>[2] = {}) =>
	memberOf(course, id, {
		completions: units.slice(0, done).map((unit, index) => ({ unit, at: day(index) })),
		...own
	});
const look = (members: Counted[], now: Date, of = plan) =>
	together(course, of, countedOf(members), { now, dayOf });

const anyMember = fc.record({
	done: fc.nat(4),
	edition: fc.integer({ min: 1, max: 2 }),
	joinedAt: fc.integer({ min: -5, max: 20 }).map(day),
	endsAt: fc.option(fc.integer({ min: 1, max: 90 }).map(day)),
	started: fc.boolean(),
	failed: fc.boolean()
});
const anyGroup = fc.array(anyMember, { maxLength: 30 }).map((all) =>
	all.map(({ done, failed, ...own }, n) =>
		member(String(n).padStart(2, '0'), done, {
			...own,
			tried: {
				attempts: failed ? [{ quiz: 'm1', number: 1, earned: 0, total: 100 }] : [],
				extra: []
			}
		})
	)
);
const anyPlan = fc.record({
	startsAt: fc.integer({ min: -10, max: 10 }).map(day),
	endsAt: fc.integer({ min: 0, max: 60 }).map(day),
	lessonsPerWeek: fc.option(fc.integer({ min: 1, max: 3 }))
});

test('a group counted from its parts is the group counted person by person', () => {
	const check = fc.property(anyGroup, anyPlan, anyMoment, (members, of, now) => {
		const rows = members.map(({ row }) => row);
		const { counts, people } = cohortStats(course, of, rows, now);
		const seen = look(members, now, of);
		expect(seen.people).toBe(rows.length);
		expect(seen.counts).toEqual(counts);
		// The list of a pace is everybody at its places.
		for (const pace of paces)
			expect(
				rows.filter((row) => seen.standings[pace].includes(standingOf(row))).map(({ id }) => id)
			).toEqual(people.filter((person) => person.pace === pace).map(({ id }) => id));
		expect(seen.needs.people).toBe(people.filter(({ need }) => need).length);
	});
	expect(() => fc.assert(check, { numRuns: 1000 })).not.toThrow();
});

test('whoever is named has a reason as old as that of anybody who is not, and of equals comes first by name', () => {
	const check = fc.property(anyGroup, anyPlan, anyMoment, (members, of, now) => {
		const rows = members.map(({ row }) => row);
		const needing = cohortStats(course, of, rows, now).people.flatMap(({ id, need }) =>
			need ? [{ id, lasting: lasting(need) }] : []
		);
		const first = [...needing]
			// Infinity less itself is no number.
			.sort((a, b) => (a.lasting === b.lasting ? 0 : b.lasting - a.lasting))
			.slice(0, NEEDS_SHOWN);
		const named = namedIn(rows, look(members, now, of).needs.named);
		expect(named.map(({ id }) => id)).toEqual(first.map(({ id }) => id).sort());
	});
	expect(() => fc.assert(check, { numRuns: 1000 })).not.toThrow();
});

test('of fourteen people ten are named', () => {
	const members = Array.from({ length: 14 }, (_, n) =>
		member(String(n), 0, { joinedAt: day(13 - n) })
	);
	const { people, named } = look(members, day(30)).needs;
	expect(people).toBe(14);
	const rows = members.map(({ row }) => row);
	expect(namedIn(rows, named).map(({ id }) => id)).toEqual(rows.slice(4).map(({ id }) => id));
	expect(look([], day(30)).needs).toEqual({
		...{ people: 0, named: { all: [], first: { standings: [], most: 0 } } }
	});
});

describe('where a group is in its modules', () => {
	it('is counted from five people on, part by part', () => {
		const members = [0, 1, 3, 4, 4].map((done, n) => member(String(n), done));
		expect(look(members.slice(1), day(9))).not.toHaveProperty('funnel');
		expect(look(members, day(9)).funnel).toEqual([
			{ module: 'm1', begun: 4, lessons: 0, passed: 2 }
		]);
	});
	it('never has more people further on than before', () => {
		const check = fc.property(fc.array(fc.nat(4), { minLength: 5, maxLength: 12 }), (all) => {
			const members = all.map((done, n) => member(String(n), done));
			for (const part of look(members, day(9)).funnel!) {
				expect(part.lessons).toBeLessThanOrEqual(part.begun);
				expect(part.passed).toBeLessThanOrEqual(part.begun);
				expect(part.begun).toBeLessThanOrEqual(all.length);
			}
		});
		expect(() => fc.assert(check, { numRuns: 300 })).not.toThrow();
	});
});
