import { describe, expect, it, test } from 'vitest';
import type { Item } from '#lib/course/item.ts';
import {
	categorise,
	cloze,
	matching,
	multiple,
	numeric,
	ordering,
	short,
	single,
	trueFalse
} from '../../../tests/support/items.ts';
import { grade, type Given } from './grade.ts';

const score = (item: Item, given: Given) => {
	const verdict = grade(item, given);
	return verdict.kind === 'points' ? verdict.earned : verdict.why.reason;
};

describe('one right option', () => {
	for (const type of ['single', 'scenario'] as const) {
		const item = single([false, true, false], type);
		it(`${type}: the key earns everything, another option nothing`, () => {
			expect(score(item, { chosen: ['b'] })).toBe(100);
			expect(score(item, { chosen: ['c'] })).toBe(0);
		});
		it(`${type}: nothing chosen, two chosen or an unknown option is invalid and costs no points`, () => {
			expect(score(item, {})).toBe('empty');
			expect(score(item, { chosen: [] })).toBe('empty');
			expect(score(item, { chosen: ['a', 'b'] })).toBe('choose');
			expect(score(item, { chosen: ['b', 'b'] })).toBe('twice');
			expect(score(item, { chosen: ['z'] })).toBe('unknown');
			expect(score(item, { chosen: ['__proto__'] })).toBe('unknown');
		});
	}
});

describe('multiple', () => {
	const item = multiple([true, false, true, false]);
	it('pays for exactly the right set and for nothing less', () => {
		expect(score(item, { chosen: ['a', 'c'] })).toBe(100);
		expect(score(item, { chosen: ['c', 'a'] })).toBe(100);
		expect(score(item, { chosen: ['a', 'b'] })).toBe(0);
		expect(score(item, { chosen: ['b', 'd'] })).toBe(0);
	});
	it('says how many to choose when the number is not right', () => {
		expect(grade(item, { chosen: ['a'] })).toEqual({
			kind: 'invalid',
			why: { reason: 'choose', expected: 2, got: 1 }
		});
		expect(score(item, { chosen: ['a', 'b', 'c', 'd'] })).toBe('choose');
	});
});

describe('categorise and matching', () => {
	it('categorise pays per row, rounded down, and lets a category be used again', () => {
		const item = categorise([0, 0, 1], 2);
		expect(score(item, { placed: { r1: 'k0', r2: 'k0', r3: 'k1' } })).toBe(100);
		expect(score(item, { placed: { r1: 'k0', r2: 'k0', r3: 'k0' } })).toBe(66);
		expect(score(item, { placed: { r1: 'k1', r2: 'k1', r3: 'k0' } })).toBe(0);
	});
	it('matching refuses one choice in two places', () => {
		const item = matching([2, 0, 1]);
		expect(score(item, { placed: { r1: 'k2', r2: 'k0', r3: 'k1' } })).toBe(100);
		expect(score(item, { placed: { r1: 'k2', r2: 'k1', r3: 'k0' } })).toBe(33);
		expect(score(item, { placed: { r1: 'k2', r2: 'k2', r3: 'k1' } })).toBe('twice');
	});
	it('says how many rows are still open', () => {
		const item = categorise([0, 0, 1], 2);
		expect(score(item, { placed: {} })).toBe('empty');
		expect(grade(item, { placed: { r1: 'k0' } })).toEqual({
			kind: 'invalid',
			why: { reason: 'incomplete', missing: 2 }
		});
		expect(score(item, { placed: { r1: 'k0', r2: 'k9', r3: 'k1' } })).toBe('unknown');
		expect(score(item, { placed: { r1: 'k0', r9: 'k0' } })).toBe('unknown');
	});
});

test('ordering pays for the whole order only', () => {
	const item = ordering(['c2', 'c3', 'c1']);
	expect(score(item, { order: ['c2', 'c3', 'c1'] })).toBe(100);
	expect(score(item, { order: ['c2', 'c1', 'c3'] })).toBe(0);
	expect(score(item, { order: ['c2', 'c3'] })).toBe('incomplete');
	expect(score(item, { order: ['c2', 'c3', 'c3'] })).toBe('twice');
	expect(score(item, { order: ['c2', 'c3', 'c9'] })).toBe('unknown');
	expect(score(item, { order: [] })).toBe('empty');
});

describe('numeric', () => {
	const write = (item: Item, value: string) => score(item, { written: { value } });
	const periods = numeric(6.2, 0.15, 'periodes / periods');
	test.each([
		'6,2',
		'6.2',
		' 6,2 ',
		'6,2 periodes',
		'6.2 periods',
		'6,2PERIODES',
		'6,35',
		'6,05',
		'６．２',
		'6,2\u00a0periodes'
	])('takes %j as 6.2', (value) => expect(write(periods, value)).toBe(100));
	test.each(['6,4', '6,0', '-6,2', '62', '0'])('%j is a number, but not this one', (value) =>
		expect(write(periods, value)).toBe(0)
	);
	test.each(['zes', '6,2,1', '6-2', '1e3', 'Infinity', 'NaN', '0x6', '--6', '6,', '%', 'periodes'])(
		'%j is no number and costs nothing',
		(value) => expect(write(periods, value)).toBe('not-a-number')
	);
	test.each(['', ' ', '\u00a0'])('%j is empty', (value) =>
		expect(write(periods, value)).toBe('empty')
	);
	it('reads every kind of minus sign, spaces between thousands and a percent sign', () => {
		for (const value of ['-5', '\u22125', '- 5', '－5'])
			expect(write(numeric(-5), value)).toBe(100);
		expect(write(numeric(12_000), '12 000')).toBe(100);
		expect(write(numeric(83.4, 0.2, '%'), '83,4 %')).toBe(100);
		expect(write(numeric(83.4, 0.2, '%'), '83.4%')).toBe(100);
	});
	it('takes 12.000 and 12,000 as twelve or as twelve thousand, whichever is right', () => {
		for (const value of ['12.000', '12,000', '12 000', '12000'])
			expect(write(numeric(12_000), value)).toBe(100);
		for (const value of ['12.000', '12,000', '12']) expect(write(numeric(12), value)).toBe(100);
		expect(write(numeric(1_234_567.5), '1.234.567,5')).toBe(100);
		expect(write(numeric(1_234_567.5), '1,234,567.5')).toBe(100);
		expect(write(numeric(333), '0.333')).toBe(0);
		expect(write(numeric(1234), '1.23.4')).toBe('not-a-number');
	});
	it('is exact at the edge of the tolerance, in spite of binary fractions', () => {
		expect(write(numeric(0.3), '0.3')).toBe(100);
		expect(write(numeric(0.3, 0.1), '0.4')).toBe(100);
		expect(write(numeric(0.3, 0.1), '0.2')).toBe(100);
		expect(write(numeric(0.3, 0.1), '0.4001')).toBe(0);
	});
});

describe('cloze', () => {
	const item = cloze([
		{ nl: ['drempel', 'drempelwaarde'], en: ['threshold'] },
		{ nl: ["foto's"], en: ['"photos"'] }
	]);
	const write = (one: string, two: string) => score(item, { written: { 1: one, 2: two } });
	test.each([
		['drempel', "foto's"],
		['Drempel.', 'foto\u2019s'],
		['  DREMPELWAARDE ', 'FOTO\u2018S!'],
		['drempel. ', 'foto´s'],
		['drèmpel', 'foto`s'],
		['threshold', '\u201cphotos\u201d'],
		['threshold', '\u201ePhotos\u201d'],
		['drempel', '"photos".']
	])('takes %j and %j', (one, two) => expect(write(one, two)).toBe(100));
	it('takes an answer in either language, also mixed', () => {
		expect(write('threshold', "foto's")).toBe(100);
	});
	it('pays per blank', () => {
		expect(write('drempel', 'iets')).toBe(50);
		expect(write('iets', 'iets')).toBe(0);
	});
	it('calls what is left open incomplete, and nothing at all empty', () => {
		expect(score(item, {})).toBe('empty');
		expect(write('', ' ')).toBe('empty');
		expect(write('drempel', ' ')).toBe('incomplete');
	});
});

describe('true or not, and why', () => {
	const item = trueFalse(false, [false, true, false]);
	it('pays only for the right verdict with the right reason', () => {
		expect(score(item, { chosen: ['false', 'b'] })).toBe(100);
		expect(score(item, { chosen: ['false', 'a'] })).toBe(0);
		expect(score(item, { chosen: ['true', 'b'] })).toBe(0);
		expect(score(item, { chosen: ['b', 'false'] })).toBe(100);
	});
	it('tells the two parts apart', () => {
		expect(grade(item, { chosen: ['false', 'a'] })).toMatchObject({
			parts: [
				{ id: 'false', right: true },
				{ id: 'a', right: false }
			]
		});
	});
	it('is not gradable with one part, two verdicts, two reasons or something unknown', () => {
		expect(score(item, {})).toBe('empty');
		expect(score(item, { chosen: ['false'] })).toBe('incomplete');
		expect(score(item, { chosen: ['b'] })).toBe('incomplete');
		expect(score(item, { chosen: ['true', 'false', 'b'] })).toBe('twice');
		expect(score(item, { chosen: ['false', 'a', 'b'] })).toBe('twice');
		expect(score(item, { chosen: ['false', 'z'] })).toBe('unknown');
	});
});

describe('short text', () => {
	const item = short({ nl: ['vrijheid', 'ijdelheid'], en: ['context collapse'] }, [
		{ nl: ['gelijkheid'], en: ['equality'] }
	]);
	const write = (value: string) => score(item, { written: { value } });
	test.each([
		'vrijheid',
		'Vrijheid.',
		'vr\u0133heid',
		'\u0132delheid',
		'IJdelheid',
		'vrijhéid',
		'context\u00a0collapse',
		' \u201eContext  collapse\u201d '
	])('takes %j', (value) => expect(write(value)).toBe(100));
	test.each(['gelijkheid', 'vrij heid', 'contextcollapse', 'xyz'])(
		'%j is something else',
		(value) => expect(write(value)).toBe(0)
	);
	test.each(['', '  ', '\u00a0'])('%j is empty', (value) => expect(write(value)).toBe('empty'));
});
