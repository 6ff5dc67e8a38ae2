import type { Item } from '#lib/course/item.ts';
import type { Given } from './grade.ts';

/** A fully right answer: for the demo and for tests of everything that comes after one. */
export function rightAnswer(item: Item): Given {
	switch (item.type) {
		case 'single':
		case 'scenario':
		case 'point':
		case 'multiple':
			return { chosen: item.options.filter((option) => option.correct).map((option) => option.id) };
		case 'true-false': {
			const reason = item.options.find((option) => option.correct);
			return { chosen: [String(item.holds), reason?.id ?? ''] };
		}
		case 'short':
			return { written: { value: item.accepted.nl[0] ?? '' } };
		case 'categorise':
		case 'matching':
			return { placed: Object.fromEntries(item.rows.map((row) => [row.id, row.key])) };
		case 'ordering':
			return { order: item.sequence.map((row) => row.id) };
		case 'numeric':
			return { written: { value: String(item.value) } };
		case 'cloze':
			return {
				written: Object.fromEntries(
					item.blanks.map((blank) => [blank.id, blank.accepted.nl[0] ?? ''])
				)
			};
	}
}

/** A valid answer in which nothing is right. */
export function wrongAnswer(item: Item): Given {
	switch (item.type) {
		case 'single':
		case 'scenario':
		case 'point': {
			const wrong = item.options.find((option) => !option.correct);
			return { chosen: wrong ? [wrong.id] : [] };
		}
		case 'true-false': {
			const reason = item.options.find((option) => !option.correct);
			return { chosen: [String(!item.holds), reason?.id ?? ''] };
		}
		case 'short':
			return { written: { value: 'xyzzy' } };
		case 'multiple': {
			const many = item.options.filter((option) => option.correct).length;
			const wrongFirst = [...item.options].sort((a, b) => Number(a.correct) - Number(b.correct));
			return { chosen: wrongFirst.slice(0, many).map((option) => option.id) };
		}
		case 'categorise':
			return {
				placed: Object.fromEntries(
					item.rows.map((row) => [
						row.id,
						item.choices.find((each) => each.id !== row.key)?.id ?? ''
					])
				)
			};
		case 'matching': {
			// Everybody gets the neighbour's: a shift by one leaves nothing in place.
			const keys = item.rows.map((row) => row.key);
			return {
				placed: Object.fromEntries(
					item.rows.map((row, index) => [row.id, keys[(index + 1) % keys.length] ?? ''])
				)
			};
		}
		case 'ordering': {
			const [first = '', ...rest] = item.sequence.map((row) => row.id);
			return { order: [...rest, first] };
		}
		case 'numeric':
			return { written: { value: String(Math.ceil(item.value + item.tolerance) + 1000) } };
		case 'cloze':
			return { written: Object.fromEntries(item.blanks.map((blank) => [blank.id, 'xyzzy'])) };
	}
}
