import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Item } from '#lib/course/item.ts';
import { realItems } from '../../../tests/support/real-course.ts';
import { grade, type Given, type Verdict } from './grade.ts';
import { wrongAnswer } from './sample-answers.ts';

// What was promised once holds: the first rows were frozen (scripts/freeze-grading.ts) and are never edited.
const FROZEN = {
	rows: 482,
	items: 'eabdca6832ed1323f3912080bd054ed8b123c689fea2109b0cec47eb73e0c084',
	sha256: '56344f4426113e46c191d079a393bb75e96654c87fe5116263ff3ef17f079bc6'
};

type Row = { item: string; given: Given; expected: Verdict };
const text = readFileSync('tests/fixtures/grading.jsonl', 'utf8');
const lines = text.split('\n').filter(Boolean);
const items = JSON.parse(readFileSync('tests/fixtures/graded-items.json', 'utf8')) as Record<
	string,
	Item
>;

const sha256 = (words: string) => createHash('sha256').update(words).digest('hex');

test('the frozen rows are as they were, and there are at least 300', () => {
	const first = lines.slice(0, FROZEN.rows);
	expect(sha256(`${first.join('\n')}\n`)).toBe(FROZEN.sha256);
	const asked = [...new Set(first.map((line) => (JSON.parse(line) as Row).item))];
	expect(sha256(asked.map((item) => JSON.stringify(items[item])).join('\n'))).toBe(FROZEN.items);
	expect(lines.length).toBeGreaterThanOrEqual(300);
	const types = new Set(Object.values(items).map((item) => item.type));
	expect(types.size).toBeGreaterThanOrEqual(10);
});

test('every frozen answer is graded as it was then', () => {
	for (const line of lines) {
		const { item, given, expected } = JSON.parse(line) as Row;
		expect(grade(items[item]!, given), line).toEqual(expected);
	}
});

/** What grading says of an answer: points, or that it cannot be graded. */
const earned = (item: Item, given: Given) => {
	const verdict = grade(item, given);
	return verdict.kind === 'points' ? verdict.earned : 0;
};
const everything = (item: Item): Given =>
	'options' in item ? { chosen: item.options.map((option) => option.id) } : {};

test('over the whole bank a blank paper, an all-wrong one and one with everything ticked earn nothing', () => {
	expect(realItems.length).toBeGreaterThanOrEqual(180);
	const paper = (answer: (item: Item) => Given) =>
		realItems.reduce((sum, item) => sum + earned(item, answer(item)), 0);
	expect([paper(() => ({})), paper(wrongAnswer), paper(everything)]).toEqual([0, 0, 0]);
});
