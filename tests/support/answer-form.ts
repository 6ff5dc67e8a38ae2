import type { Item } from '#lib/course/item.ts';
import { isClaim, type Given } from '#lib/learning/grade.ts';

/** The fields of a form with this answer; a field may be there more than once. */
export function pairsOf(given: Given): [string, string][] {
	const { chosen = [], placed = {}, order = [], written = {} } = given;
	return [
		...chosen.map((id): [string, string] => [isClaim(id) ? 'claim' : 'option', id]),
		...Object.entries(placed).map(([row, choice]): [string, string] => [`row:${row}`, choice]),
		...order.map((row, index): [string, string] => [`place:${row}`, String(index + 1)]),
		...Object.entries(written).map(([blank, text]): [string, string] => [
			blank === 'value' ? 'value' : `blank:${blank}`,
			text
		])
	];
}

/** What belongs to the answer that was given, whatever may be shown of the key. */
export function shownFor(of: Item, given: Given): string {
	if ('options' in of)
		return of.options
			.filter((option) => given.chosen?.includes(option.id))
			.map((option) => option.feedback.nl)
			.join(' ');
	if ('rows' in of) return of.rows.map((row) => row.feedback.nl).join(' ');
	if (of.type === 'numeric' || of.type === 'short') return of.wrong.nl;
	if (of.type === 'cloze') return of.blanks.map((blank) => blank.feedback.nl).join(' ');
	return '';
}
