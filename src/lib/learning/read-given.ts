import type { Item } from '#lib/course/item.ts';
import type { Given } from './grade.ts';
import { storable } from './storable.ts';

/** The longest text a blank or number may hold; anything longer is cut off before it is looked at. */
const LONGEST = 200;
const cutOff = (text: string) => storable(text.slice(0, LONGEST));

/**
 * Reads an answer from the fields of a form. Field names: `option` (repeated), `claim`, `row:ID`, `place:ID`, `blank:ID`, `value`.
 * What was left open is absent, so that `grade` can say what is missing.
 */
export function readGiven(item: Item, fields: Iterable<[string, unknown]>): Given {
	const texts = [...fields]
		.filter((field): field is [string, string] => typeof field[1] === 'string')
		// No keyboard makes a NUL, and PostgreSQL does not store one.
		.map(([name, value]): [string, string] => [
			name.replaceAll('\0', ''),
			value.replaceAll('\0', '')
		]);
	const named = (prefix: string) =>
		texts
			.filter(([name, value]) => name.startsWith(prefix) && value.trim() !== '')
			.map(([name, value]): [string, string] => [name.slice(prefix.length), cutOff(value)]);
	switch (item.type) {
		case 'single':
		case 'scenario':
		case 'point':
		case 'multiple':
			return {
				chosen: texts
					.filter(([name]) => name === 'option')
					.map(([, value]) => value)
					.slice(0, 20)
			};
		case 'true-false':
			return {
				// The verdict first, whatever order the fields came in.
				chosen: ['claim', 'option'].flatMap((field) =>
					texts
						.filter(([name]) => name === field)
						.map(([, value]) => value)
						.slice(0, 5)
				)
			};
		case 'categorise':
		case 'matching':
			return { placed: Object.fromEntries(named('row:').slice(0, 50)) };
		case 'ordering':
			return { order: readPlaces(named('place:').slice(0, 50), item.sequence.length) };
		case 'numeric':
		case 'short':
			return {
				written: Object.fromEntries(
					texts.filter(([name]) => name === 'value').map(([, value]) => ['value', cutOff(value)])
				)
			};
		case 'cloze':
			return {
				written: Object.fromEntries(
					named('blank:').filter(([id]) => item.blanks.some((blank) => blank.id === id))
				)
			};
	}
}

/**
 * Rows with a position each → rows in order. What cannot be an order stays recognisable as such: two rows on one
 * position give a doubled row, a position that does not exist gives a row that does not exist.
 */
function readPlaces(places: [string, string][], rows: number): string[] {
	const ids = places.map(([id]) => id);
	const exists = (place: string) => /^[1-9]\d?$/.test(place) && Number(place) <= rows;
	if (!places.every(([, place]) => exists(place))) return [...ids, ''];
	if (new Set(places.map(([, place]) => place)).size < places.length)
		return ids.concat(ids[0] ?? []);
	return [...places].sort((a, b) => Number(a[1]) - Number(b[1])).map(([id]) => id);
}
