import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paces, type PersonLine } from './cohort.ts';
import {
	choose,
	PAGE,
	pageOf,
	readView,
	sorts,
	writeView,
	type PeopleView
} from './people-view.ts';

const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n));
const line = (id: string, own: Partial<PersonLine> = {}): PersonLine => ({
	...{ id, name: id, pace: 'on-pace' },
	...{ lessons: { done: 0, required: 9 }, quizzes: { done: 0, required: 4 } },
	...own
});
const everybody: PeopleView = { find: '', sort: 'name', page: 1 };
const anyView: fc.Arbitrary<PeopleView> = fc
	.record({
		pace: fc.option(fc.constantFrom(...paces), { nil: undefined }),
		find: fc.string({ maxLength: 20 }).map((text) => text.trim()),
		sort: fc.constantFrom(...sorts),
		page: fc.integer({ min: 1, max: 10_000 })
	})
	.map(({ pace, ...rest }) => ({ ...rest, ...(pace && { pace }) }));

describe('a view of the people of a group', () => {
	it('is read from an address as it was written, whatever it is', () => {
		const check = fc.property(anyView, (view) => {
			expect(readView(new URLSearchParams(writeView(view)))).toEqual(view);
		});
		expect(() => fc.assert(check, { numRuns: 2000 })).not.toThrow();
	});
	it('takes what it does not know for nothing at all', () => {
		expect(
			readView(new URLSearchParams('pace=fast&sort=score&page=-3&find=' + 'x'.repeat(200)))
		).toEqual({ ...everybody, find: 'x'.repeat(80) });
		expect(writeView(everybody)).toBe('');
	});
	it('finds a part of a name, with or without accents and capitals', () => {
		const people = [line('Zoë Çelik'), line('Bas de Groot')];
		expect(choose(people, { ...everybody, find: 'zoe c' })).toEqual([people[0]]);
		expect(choose(people, { ...everybody, find: 'GROÓT' })).toEqual([people[1]]);
		expect(choose(people, { ...everybody, find: '%' })).toEqual([]);
	});
	it('orders by one column, by name within it, and who has no date comes last', () => {
		const people = [
			line('a', { lessons: { done: 3, required: 9 } }),
			line('b', { finishedAt: day(9), endsAt: day(20) }),
			line('c', { lessons: { done: 1, required: 9 }, quizzes: { done: 2, required: 4 } }),
			line('d', { finishedAt: day(3) })
		];
		const by = (sort: PeopleView['sort']) =>
			choose(people, { ...everybody, sort })
				.map(({ id }) => id)
				.join('');
		expect(by('name')).toBe('abcd');
		expect(by('lessons')).toBe('bdca');
		expect(by('quizzes')).toBe('abdc');
		expect(by('finished')).toBe('dbac');
		expect(by('last-day')).toBe('bacd');
	});
	it('shows everybody it chose exactly once over its pages', () => {
		const anyPeople = fc.array(
			fc.record({ pace: fc.constantFrom(...paces), done: fc.nat(9), name: fc.string() }),
			{ maxLength: 3 * PAGE }
		);
		const check = fc.property(anyPeople, anyView, (all, view) => {
			const people = all.map(({ pace, done, name }, n) =>
				line(String(n), { pace, name, lessons: { done, required: 9 } })
			);
			const chosen = choose(people, view);
			const { pages } = pageOf(chosen, 1);
			const shown = Array.from({ length: pages }, (_, n) => pageOf(chosen, n + 1).people).flat();
			expect(shown).toEqual(chosen);
			expect(pageOf(chosen, 10_000).page).toBe(pages);
			expect(new Set(chosen).size).toBe(chosen.length);
			for (const person of people)
				expect(chosen.includes(person)).toBe(choose([person], view).length === 1);
		});
		expect(() => fc.assert(check, { numRuns: 300 })).not.toThrow();
	});
});
