import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyFacts, anyUnits, inEdition, together } from '../../../tests/support/outlines.ts';
import type { Outline } from '#lib/course/outline.ts';
import { completions, type Facts } from './completion.ts';
import { progress } from './progress.ts';

const holds = <T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void) =>
	expect(() => fc.assert(fc.property(arbitrary, property), { numRuns: 3000 })).not.toThrow();

const anyOutline = anyUnits.chain((units) =>
	fc.integer({ min: 1, max: 3 }).map((edition) => inEdition(units, edition))
);
const standing = (outline: Outline, facts: Facts) => progress(outline, completions(outline, facts));
const reversed = (facts: Facts): Facts => ({
	checks: [...facts.checks].reverse(),
	predictions: [...facts.predictions].reverse(),
	attempts: [...facts.attempts].reverse()
});

test('a percentage is a whole number from 0 to 100, and the counts add up to it', () => {
	holds(fc.tuple(anyOutline, anyFacts), ([outline, facts]) => {
		const { percent, lessons, quizzes, units } = standing(outline, facts);
		expect(Number.isInteger(percent) && percent >= 0 && percent <= 100).toBe(true);
		expect(lessons.required + quizzes.required).toBe(outline.units.length);
		expect(lessons.done + quizzes.done).toBe(units.filter((unit) => unit.doneAt).length);
		const done = lessons.done + quizzes.done;
		expect(percent).toBe(units.length === 0 ? 0 : Math.floor((done * 100) / units.length));
	});
});

test('100 means that everything is done, and nothing less does', () => {
	holds(fc.tuple(anyOutline, anyFacts), ([outline, facts]) => {
		const { percent, units, finishedAt } = standing(outline, facts);
		const all = units.length > 0 && units.every((unit) => unit.doneAt);
		expect(percent === 100).toBe(all);
		expect(finishedAt !== undefined).toBe(all);
		if (all) expect(units.map((unit) => unit.doneAt!.getTime())).toContain(finishedAt!.getTime());
	});
});

test('more facts never lower a percentage, nor move a completion to later', () => {
	holds(fc.tuple(anyOutline, anyFacts, anyFacts), ([outline, facts, more]) => {
		const before = standing(outline, facts);
		const after = standing(outline, together(facts, more));
		expect(after.percent).toBeGreaterThanOrEqual(before.percent);
		before.units.forEach((unit, index) => {
			if (!unit.doneAt) return;
			expect(after.units[index]!.doneAt!.getTime()).toBeLessThanOrEqual(unit.doneAt.getTime());
		});
	});
});

test('the order in which facts come in and how often they are delivered make no difference', () => {
	holds(fc.tuple(anyOutline, anyFacts), ([outline, facts]) => {
		const once = standing(outline, facts);
		expect(standing(outline, reversed(facts))).toEqual(once);
		expect(standing(outline, together(facts, facts))).toEqual(once);
	});
});

test('completions are counted once, the first time, whatever their order', () => {
	const earlierAndLater = fc.tuple(anyOutline, anyFacts, anyFacts);
	holds(earlierAndLater, ([outline, facts, more]) => {
		const some = completions(outline, facts);
		const others = completions(outline, more);
		const one = progress(outline, [...some, ...others]);
		expect(progress(outline, [...others, ...some, ...others])).toEqual(one);
	});
});

test('completions of units that are not in the edition are ignored', () => {
	holds(fc.tuple(anyOutline, anyFacts), ([outline, facts]) => {
		const own = completions(outline, facts);
		const strange = [
			{ unit: 'lesson:gone', at: new Date(0) },
			{ unit: '__proto__', at: new Date(0) },
			{ unit: 'l0', at: new Date(0) }
		];
		expect(progress(outline, [...strange, ...own])).toEqual(progress(outline, own));
	});
});

test('new material never lowers the percentage of whoever began before it', () => {
	holds(fc.tuple(anyUnits, anyUnits, anyFacts), ([units, added, facts]) => {
		const later = added.map((unit) => ({ ...unit, id: `${unit.id}-new`, since: 4 }));
		for (const edition of [1, 2, 3])
			expect(standing(inEdition([...later, ...units], edition), facts)).toEqual(
				standing(inEdition(units, edition), facts)
			);
	});
});
