import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shuffle } from '#lib/learning/shuffle.ts';
import { digest } from '../../../scripts/build/content.ts';
import { anyItem } from '../../../tests/support/any-items.ts';
import { ordering, single } from '../../../tests/support/items.ts';
import { realItems } from '../../../tests/support/real-course.ts';
import type { Item } from './item.ts';
import { languages } from './language.ts';
import { parseItems } from './parse-items.ts';
import { publicItem, unitIn } from './public-item.ts';

const asIs = <T>(list: T[]) => list;

/** Everything that would help somebody who has not answered yet. */
function secretsOf(item: Item): string[] {
	const texts = (feedback: { nl: string; en: string }[]) =>
		feedback.flatMap((each) => [each.nl, each.en]);
	switch (item.type) {
		case 'single':
		case 'scenario':
		case 'point':
		case 'multiple':
			return [
				...texts(item.options.map((option) => option.feedback)),
				...item.options.flatMap((option) => option.misconception ?? [])
			];
		case 'true-false':
			return texts([item.feedback, ...item.options.map((option) => option.feedback)]);
		case 'short':
			return texts([item.right, item.wrong, ...item.near.map((miss) => miss.feedback)]);
		case 'categorise':
		case 'matching':
			return texts(item.rows.map((row) => row.feedback));
		case 'ordering':
			return texts(item.sequence.map((row) => row.feedback));
		case 'numeric':
			return texts([item.right, item.wrong]);
		case 'cloze':
			return texts(item.blanks.map((blank) => blank.feedback));
	}
}

/** What a typed answer accepts: short words, that may well be part of another one. */
const wordsOf = (item: Item) =>
	item.type === 'cloze'
		? item.blanks.flatMap((blank) => [...blank.accepted.nl, ...blank.accepted.en])
		: item.type === 'short'
			? [...item.accepted.nl, ...item.accepted.en]
			: [];

/** Every field name that occurs anywhere in a value. */
function names(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(names);
	if (value === null || typeof value !== 'object') return [];
	return Object.entries(value).flatMap(([name, each]) => [name, ...names(each)]);
}

const allowed = [
	'id',
	'version',
	'stem',
	'type',
	'options',
	'text',
	'choose',
	'rows',
	'choices',
	'unit',
	'blanks',
	'figure'
];

function keepsItsSecrets(item: Item): void {
	for (const language of languages) {
		const shown = publicItem(item, language, asIs);
		expect(names(shown).filter((name) => !allowed.includes(name))).toEqual([]);
		// The stem may use any word; what is looked for is what stands beside it.
		const rest = JSON.stringify({ ...shown, stem: '' });
		for (const secret of secretsOf(item))
			expect(rest, `${item.id} ${language}`).not.toContain(JSON.stringify(secret).slice(1, -1));
		// As a value, that is: a blank may be answered with a word that is the name of a field.
		for (const word of wordsOf(item))
			expect(rest.replace(/"(\w+)":/g, '$1:')).not.toContain(JSON.stringify(word));
	}
}

test('no item of the course shows its key, its feedback or its misconceptions', () => {
	expect(realItems.length).toBeGreaterThan(100);
	for (const item of realItems) keepsItsSecrets(item);
});

test('nor does any item that could be made', () => {
	expect(() => fc.assert(fc.property(anyItem, keepsItsSecrets), { numRuns: 2000 })).not.toThrow();
});

test('a field that is added to items later stays on the server', () => {
	const item: Item = Object.assign(single([true, false, false]), { options: [], hint: 'SECRET' });
	expect(JSON.stringify(publicItem(item, 'nl', asIs))).not.toContain('SECRET');
});

/** The same item is the same for whoever looks, whatever its key: only then it says nothing about the key. */
test('items that differ in their key only look the same, apart from the name of their version', () => {
	const looks = (item: Item) => ({ ...publicItem(item, 'nl', asIs), version: '' });
	expect(looks(single([true, false, false]))).toEqual(looks(single([false, false, true])));
	for (const item of realItems.filter((each) => 'rows' in each || 'blanks' in each)) {
		const other =
			'rows' in item
				? { ...item, rows: item.rows.map((row) => ({ ...row, key: item.choices[0]!.id })) }
				: item;
		expect(looks(other)).toEqual(looks(item));
	}
});

const written = (type: 'matching' | 'ordering', order: number[]) => {
	const both = (text: string) => `{nl: "${text}", en: "${text}"}`;
	const head = `- id: Q-A1-01\n  lesson: a1\n  objective: LO\n  type: ${type}\n  bloom: apply\n  difficulty: 1\n  stem: ${both('?')}\n  sources: []\n`;
	const rows = order.map((n, index) =>
		type === 'matching'
			? `    - {left: ${both(`left ${n}`)}, right: ${both(`right ${n}`)}, feedback: ${both('f')}}`
			: `    - {position: ${index + 1}, nl: "right ${n}", en: "right ${n}", feedback: ${both('f')}}`
	);
	const list = type === 'matching' ? 'pairs' : 'sequence';
	const faults: string[] = [];
	const [item] = parseItems(
		`${head}  ${list}:\n${rows.join('\n')}\n`,
		(_, rule, message) => void faults.push(`${rule} ${message}`),
		digest
	);
	expect(faults).toEqual([]);
	return item!;
};

test('ids follow the alphabet, so that they are the same whichever order is right', () => {
	const ids = (item: Item) => {
		const shown = publicItem(item, 'nl', asIs);
		const list = 'choices' in shown ? shown.choices : 'rows' in shown ? shown.rows : [];
		return Object.fromEntries(list.map((each) => [each.text, each.id]));
	};
	const expected = { 'right 1': 'c1', 'right 2': 'c2', 'right 3': 'c3', 'right 4': 'c4' };
	for (const order of [
		[1, 2, 3, 4],
		[4, 3, 2, 1],
		[2, 4, 1, 3]
	])
		for (const type of ['matching', 'ordering'] as const)
			expect(ids(written(type, order))).toEqual(expected);
});

test('what has to be put in order or matched is shown in an order of the learner, never that of the file', () => {
	const shownOrder = (item: Item, seed: number) => {
		const shown = publicItem({ ...item, shuffle: false }, 'nl', (list) => shuffle(list, seed));
		const list = 'choices' in shown ? shown.choices : 'rows' in shown ? shown.rows : [];
		return list.map((each) => each.id).join(' ');
	};
	for (const item of [ordering(['c3', 'c1', 'c2']), written('matching', [3, 1, 2])]) {
		const seen = Array.from({ length: 600 }, (_, seed) => shownOrder(item, seed));
		// Six orders of three, each about equally often: the right one stands out in nothing.
		const counts = [...new Set(seen)].map((order) => seen.filter((each) => each === order).length);
		expect(counts).toHaveLength(6);
		for (const count of counts) expect(count).toBeGreaterThan(60);
	}
});

test('shuffle: false keeps options where the author put them', () => {
	const item = { ...single([false, true, false]), shuffle: false } as Item;
	const shown = publicItem(item, 'nl', (list) => [...list].reverse());
	expect('options' in shown && shown.options.map((each) => each.id)).toEqual(['a', 'b', 'c']);
});

test('a unit is shown in the language of the view', () => {
	expect(unitIn('punten / points', 'nl')).toBe('punten');
	expect(unitIn('punten / points', 'en')).toBe('points');
	expect(unitIn('%', 'en')).toBe('%');
	expect(unitIn('', 'en')).toBe('');
});
