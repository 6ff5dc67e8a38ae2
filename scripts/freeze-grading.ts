import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Item, ItemType } from '../src/lib/course/item.ts';
import { parse } from '../src/lib/course/parse.ts';
import { grade, type Given } from '../src/lib/learning/grade.ts';
import { rightAnswer, wrongAnswer } from '../src/lib/learning/sample-answers.ts';
import { digest, readContent } from './build/content.ts';

// Freezes how answers are graded: rows of item version, answer and result that may be added to and are never changed.
// Run it after adding an item type: it appends what is not there yet. A row that no longer holds is a broken promise to
// whoever was graded by it, not something to freeze again.

const itemsFile = 'tests/fixtures/graded-items.json';
const rowsFile = 'tests/fixtures/grading.jsonl';
const PER_TYPE = 9;

const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
const frozen = JSON.parse(read(itemsFile) || '{}') as Record<string, Item>;
const rows = read(rowsFile).split('\n').filter(Boolean);
const { course } = parse(readContent(), digest);

const count = (type: ItemType) => Object.values(frozen).filter((item) => item.type === type).length;
for (const item of Object.values(course?.items ?? {})) {
	if (count(item.type) >= PER_TYPE) continue;
	const name = `${item.id} ${item.version}`;
	if (frozen[name]) continue;
	frozen[name] = item;
	for (const given of answersTo(item)) {
		const { kind, ...rest } = grade(item, given);
		rows.push(JSON.stringify({ item: name, given, expected: { kind, ...rest } }));
	}
}
writeFileSync(itemsFile, `${JSON.stringify(frozen, null, '\t')}\n`);
writeFileSync(rowsFile, `${rows.join('\n')}\n`);
console.log(`${Object.keys(frozen).length} items, ${rows.length} rows`);

/** Right, wrong, partly right, empty, incomplete, doubled, unknown, and typed in odd ways. */
function answersTo(item: Item): Given[] {
	const right = rightAnswer(item);
	const wrong = wrongAnswer(item);
	const common: Given[] = [right, wrong, {}];
	switch (item.type) {
		case 'single':
		case 'scenario':
		case 'point':
			return [...common, { chosen: ['zz'] }, { chosen: item.options.map(({ id }) => id) }];
		case 'multiple': {
			const all = item.options.map(({ id }) => id);
			const half = [right.chosen![0]!, item.options.find((option) => !option.correct)!.id];
			const reversed = [...right.chosen!].reverse();
			return [...common, { chosen: all }, { chosen: half }, { chosen: reversed }];
		}
		case 'true-false': {
			const [said = '', reason = ''] = right.chosen!;
			const [other = '', another = ''] = wrong.chosen!;
			return [
				...common,
				{ chosen: [said, another] },
				{ chosen: [other, reason] },
				{ chosen: [said] },
				{ chosen: [reason] },
				{ chosen: [said, other, reason] },
				{ chosen: [reason, said] },
				{ chosen: [said, 'zz'] }
			];
		}
		case 'short':
			return [
				...common,
				...typedOddly(right.written!.value!).map((value) => ({ written: { value } })),
				...item.near.map((miss) => ({ written: { value: miss.written.nl[0]! } })),
				...item.accepted.en.map((value) => ({ written: { value } }))
			];
		case 'categorise':
		case 'matching': {
			const ids = item.rows.map((row) => row.id);
			const first = ids[0]!;
			const mixed = { ...wrong.placed, [first]: right.placed![first]! };
			return [
				...common,
				{ placed: mixed },
				{ placed: { [first]: right.placed![first]! } },
				{ placed: { ...right.placed, [first]: 'zz' } }
			];
		}
		case 'ordering': {
			const order = right.order!;
			const swapped = [order[1]!, order[0]!, ...order.slice(2)];
			return [
				...common,
				{ order: swapped },
				{ order: order.slice(1) },
				{ order: [order[0]!, ...order.slice(0, -1)] }
			];
		}
		case 'numeric': {
			const value = String(item.value);
			const unit = item.unit.split(' / ')[0] ?? '';
			return [
				...common,
				...[` ${value} `, value.replace('.', ','), `${value} ${unit}`, 'veel', `${value}x`].map(
					(text) => ({ written: { value: text } })
				),
				{ written: { value: String(item.value + item.tolerance) } },
				{ written: { value: String(item.value + item.tolerance + 1) } }
			];
		}
		case 'cloze': {
			const typed = (change: (text: string) => string): Given => ({
				written: Object.fromEntries(
					Object.entries(right.written!).map(([id, text]) => [id, change(text)])
				)
			});
			const first = item.blanks[0]!.id;
			return [
				...common,
				typed((text) => text.toUpperCase()),
				typed((text) => `  ${text} `),
				typed((text) => text.normalize('NFD')),
				typed((text) => `“${text}”`),
				{ written: { ...right.written, [first]: '' } },
				{ written: { ...wrong.written, [first]: right.written![first]! } }
			];
		}
	}
}

/** The same words in other clothes. */
function typedOddly(text: string): string[] {
	return [
		text.toUpperCase(),
		`  ${text} `,
		text.replaceAll(' ', '\u00a0'),
		text.normalize('NFD'),
		`“${text}”`,
		`${text}.`,
		text.replaceAll('ij', '\u0133'),
		`${text} en meer`
	];
}
