import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Item } from '#lib/course/item.ts';
import { anyItem, gradable } from '../../../tests/support/any-items.ts';
import { cloze, matching, multiple, numeric, ordering } from '../../../tests/support/items.ts';
import { grade, isClaim, type Given } from './grade.ts';
import { readGiven } from './read-given.ts';

type Fields = [string, string][];

/** What a browser sends when ItemFields.svelte is filled in; the names are checked against that file below. */
function fieldsOf(given: Given, type: Item['type']): Fields {
	return [
		...(given.chosen ?? []).map((id): [string, string] => [isClaim(id) ? 'claim' : 'option', id]),
		...Object.entries(given.placed ?? {}).map(([row, id]): [string, string] => [`row:${row}`, id]),
		...(given.order ?? []).map((row, index): [string, string] => [
			`place:${row}`,
			String(index + 1)
		]),
		...Object.entries(given.written ?? {}).map(([blank, text]): [string, string] =>
			type === 'numeric' || type === 'short' ? [blank, text] : [`blank:${blank}`, text]
		)
	];
}

test('the form uses the field names that are read here', () => {
	const form = readFileSync('src/lib/components/item/ItemFields.svelte', 'utf8');
	const names = [...form.matchAll(/\sname="([^"]+)"/g)].map((match) => match[1]);
	expect([...new Set(names)].sort()).toEqual([
		'blank:{blank}',
		'claim',
		'option',
		'place:{row.id}',
		'row:{row.id}',
		'value'
	]);
});

test('what was filled in is read back as it was given, whatever else the form carries', () => {
	const item = anyItem.chain((item) => gradable(item).map((given) => ({ item, given })));
	const check = fc.property(item, ({ item, given }) => {
		const extra: Fields = [
			['answerId', 'x'],
			['item', item.id],
			['try', '1']
		];
		expect(readGiven(item, [...extra, ...fieldsOf(given, item.type)])).toEqual(given);
	});
	expect(() => fc.assert(check, { numRuns: 3000 })).not.toThrow();
});

const reason = (item: Item, fields: [string, unknown][]) => {
	const verdict = grade(item, readGiven(item, fields));
	return verdict.kind === 'invalid' ? verdict.why.reason : verdict.earned;
};

test('an empty form is an empty answer, for every type', () => {
	const check = fc.property(anyItem, (item) => {
		expect(reason(item, [])).toBe('empty');
	});
	expect(() => fc.assert(check, { numRuns: 2000 })).not.toThrow();
});

test('lists left at "choose" are open, not wrong', () => {
	const pairs = matching([1, 0]);
	expect(
		reason(pairs, [
			['row:r1', 'k1'],
			['row:r2', '']
		])
	).toBe('incomplete');
	expect(
		reason(pairs, [
			['row:r1', ''],
			['row:r2', '']
		])
	).toBe('empty');
	const steps = ordering(['c1', 'c2', 'c3']);
	expect(
		reason(steps, [
			['place:c1', '1'],
			['place:c2', ''],
			['place:c3', '3']
		])
	).toBe('incomplete');
});

test('places that are no places are refused: doubled, outside the list, or no number', () => {
	const steps = ordering(['c1', 'c2', 'c3']);
	const at = (...places: string[]): [string, unknown][] =>
		places.map((place, index) => [`place:c${index + 1}`, place]);
	expect(reason(steps, at('1', '2', '3'))).toBe(100);
	expect(reason(steps, at('3', '2', '1'))).toBe(0);
	expect(reason(steps, at('1', '1', '2'))).toBe('twice');
	for (const wrong of ['x', '0', '-1', '4', '1.5', '02', '1e0', ' 3'])
		expect(reason(steps, at('1', '2', wrong)), wrong).toBe('unknown');
});

test('files, endless texts and endless lists do not get through', () => {
	expect(reason(numeric(3), [['value', new Blob(['3'])]])).toBe('empty');
	expect(reason(multiple([true, true, false]), Array(1000).fill(['option', 'a']))).toBe('twice');
	const item = cloze([{ nl: ['a'], en: ['a'] }]);
	const { written } = readGiven(item, [['blank:1', 'a'.repeat(1_000_000)]]);
	expect(written!['1']!.length).toBe(200);
});

test('a NUL gets through neither in what was typed nor in a name: PostgreSQL stores none', () => {
	const item = cloze([{ nl: ['a'], en: ['a'] }]);
	const { written } = readGiven(item, [
		['blank:1', 'a\0b'],
		['blank:\0', 'x'],
		['blank:2', '\0']
	]);
	expect(written).toEqual({ 1: 'ab' });
});
