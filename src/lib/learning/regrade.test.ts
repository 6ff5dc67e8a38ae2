import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyItem, anything, gradable } from '../../../tests/support/any-items.ts';
import { cloze, numeric, short, single } from '../../../tests/support/items.ts';
import { stemText } from '#lib/course/public-item.ts';
import { acceptedParts, mayAppeal, typedParts } from './appeal.ts';
import { explain } from './explain.ts';
import { grade } from './grade.ts';
import { effectivePoints, raisedBy } from './regrade.ts';

const points = fc.integer({ min: 0, max: 100 });
const holds = <T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void) =>
	expect(() => fc.assert(fc.property(arbitrary, property))).not.toThrow();

describe('the points that count', () => {
	test('are never fewer than were earned, and never more than was ever given', () =>
		holds(fc.tuple(points, fc.array(points)), ([earned, regrades]) => {
			const counts = effectivePoints(earned, regrades);
			expect(counts).toBeGreaterThanOrEqual(earned);
			expect([earned, ...regrades]).toContain(counts);
		}));

	test('do not depend on the order of regrades, or on how often one comes', () =>
		holds(fc.tuple(points, fc.array(points)), ([earned, regrades]) => {
			const counts = effectivePoints(earned, regrades);
			expect(effectivePoints(earned, [...regrades].reverse())).toBe(counts);
			expect(effectivePoints(earned, [...regrades, ...regrades])).toBe(counts);
			expect(effectivePoints(counts, regrades)).toBe(counts);
		}));

	test('only rise with one more regrade', () =>
		holds(fc.tuple(points, fc.array(points), points), ([earned, regrades, more]) => {
			const before = effectivePoints(earned, regrades);
			expect(effectivePoints(earned, [...regrades, more])).toBe(Math.max(before, more));
		}));
});

describe('a repaired key', () => {
	test('raises above what is kept or does nothing, and a second time does nothing', () =>
		holds(fc.tuple(anyItem, points, anything), ([item, kept, given]) => {
			const raised = raisedBy(item, given, kept);
			if (raised === undefined) return;
			expect(raised).toBeGreaterThan(kept);
			expect(raisedBy(item, given, raised)).toBeUndefined();
		}));

	test('gives what grading gives, when that is more', () =>
		holds(
			anyItem.chain((item) => gradable(item).map((given) => ({ item, given }))),
			({ item, given }) => {
				const verdict = grade(item, given);
				const earned = verdict.kind === 'points' ? verdict.earned : 0;
				expect(raisedBy(item, given, 0)).toBe(earned > 0 ? earned : undefined);
			}
		));

	test('leaves an answer that does not fit the item any more', () => {
		expect(raisedBy(single([true, false]), { chosen: ['z'] }, 0)).toBeUndefined();
		expect(raisedBy(numeric(3), { chosen: ['a'] }, 0)).toBeUndefined();
	});
});

test('points given afterwards are explained as right, and the key is not held up beside them', () => {
	const item = short({ nl: ['brug'], en: ['bridge'] });
	const given = { written: { value: 'schakel' } };
	expect(explain(item, given, 'nl', true)).toMatchObject({ verdict: 'not-yet', earned: 0 });
	const raised = explain(item, given, 'nl', true, 100)!;
	expect(raised).toMatchObject({
		verdict: 'right',
		earned: 100,
		raised: true,
		parts: [{ right: true, why: 'SECRET-nl-right' }]
	});
	expect(raised.key).toBeUndefined();
});

describe('an appeal', () => {
	const open = { earned: 50, total: 100 };
	test.each([
		[short({ nl: ['a'], en: ['a'] }), open, true],
		[cloze([{ nl: ['a'], en: ['a'] }]), open, true],
		[numeric(3), open, true],
		[numeric(3), { earned: 100, total: 100 }, false],
		[single([true, false]), { earned: 0, total: 100 }, false]
	])('is for typed answers that have not got everything', (item, kept, may) => {
		expect(mayAppeal(item, kept)).toBe(may);
	});

	test('shows what was typed in the order of the blanks, and what the key takes', () => {
		expect(typedParts({ written: { '10': 'j', '2': 'b', '1': 'a' } })).toEqual([
			{ id: '1', text: 'a' },
			{ id: '2', text: 'b' },
			{ id: '10', text: 'j' }
		]);
		expect(acceptedParts(cloze([{ nl: ['een', 'one'], en: ['one'] }]), 'nl')).toEqual([
			{ id: '1', text: 'een / one' }
		]);
		expect(acceptedParts(numeric(2.5, 0.1, 'uur / hours'), 'en')).toEqual([
			{ id: 'value', text: '2.5 ± 0.1 hours' }
		]);
		expect(acceptedParts(single([true, false]), 'nl')).toEqual([]);
		expect(stemText('Een {1} en {2}')).toBe('Een …(1)… en …(2)…');
	});
});
