import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Item } from '#lib/course/item.ts';
import type { Language } from '#lib/course/language.ts';
import type { Confidence } from '#lib/learning/confidence.ts';
import { rightAnswer, wrongAnswer } from '#lib/learning/sample-answers.ts';
import { statementsOf, useDatabase } from '../../../tests/support/database.ts';
import { pairsOf, togetherOf } from '../../../tests/support/item-rows.ts';
import { check, later, person } from '../../../tests/support/people.ts';
import { begin, quiz } from '../../../tests/support/quiz.ts';
import { recordInAttempt } from './answers.ts';
import { course } from './course.ts';
import { account } from './db/schema.ts';
import * as itemSums from './item-sums.ts';

const db = useDatabase();
const DAY = 24 * 60;
const items = quiz.items.map((id) => course.items[id]!);
const choice = items.find(({ type }) => type === 'single' || type === 'scenario')!;

type Given = { right: boolean[]; language?: Language; confidence?: Confidence; at?: Date };

/** Somebody takes the quiz of the first module: each of its questions, in the order of the file, rightly or not. */
async function take(who: Awaited<ReturnType<typeof person>>, given: Given) {
	const { right, language = 'nl', confidence, at = later(0) } = given;
	const row = await begin(db(), who, at);
	for (const [index, item] of items.entries()) {
		const outcome = await recordInAttempt(db(), {
			...{ accountId: who.id, attemptId: row.id, answerId: randomUUID(), item: item.id },
			given: right[index] ? rightAnswer(item) : wrongAnswer(item),
			...{ language, at, ...(confidence && { confidence }) }
		});
		expect(outcome.kind).toBe('recorded');
	}
}

/** Who had what right: the same for the same number, so that a test can count along. */
const rightOf = (n: number) => items.map((_, index) => (n * (index + 3) + index) % 7 < 4 + (n % 3));
const pointsOf = (n: number) => rightOf(n).map(Number);

const cellsOf = async (item: Item) => (await itemSums.current(db())).ofItem(item.id);
const close = (one: object, other: object) => {
	for (const [name, value] of Object.entries(other))
		expect((one as Record<string, number>)[name], name).toBeCloseTo(value as number, 8);
};

test('sums are those of first attempts that were handed in, by version and language, as counted by hand', async () => {
	const people = [];
	for (let n = 0; n < 12; n++) {
		const who = await person(db());
		people.push(who);
		const language = n < 7 ? ('nl' as const) : ('en' as const);
		await take(who, { right: rightOf(n), language, confidence: n % 2 ? 'sure' : 'guess' });
	}
	// Whoever is in the middle of it, and who only answered in the lesson, is in none of them.
	await begin(db(), await person(db()));
	await check(db(), people[0]!, { item: choice.id });
	expect(await itemSums.refreshDue(db(), later(DAY))).toBe(course.modules.length + 1);

	const nl = [0, 1, 2, 3, 4, 5, 6].map(pointsOf);
	const en = [7, 8, 9, 10, 11].map(pointsOf);
	for (const [index, item] of items.entries()) {
		const cells = await cellsOf(item);
		expect(cells.map(({ version, language }) => [version, language]).sort()).toEqual([
			[item.version, 'en'],
			[item.version, 'nl']
		]);
		for (const { language, pairs, confidence } of cells) {
			const rows = language === 'nl' ? nl : en;
			close(pairs, pairsOf(rows, index));
			const first = language === 'nl' ? 0 : 7;
			const sure = rows.filter((_, n) => (n + first) % 2 === 1);
			expect(confidence.sure).toEqual({
				given: sure.length,
				right: sure.filter((row) => row[index] === 1).length
			});
			expect(confidence.fair).toEqual({ given: 0, right: 0 });
		}
	}
	const { asked, ...sums } = togetherOf([...nl, ...en], 'same');
	const together = (await itemSums.current(db())).together(quiz.id)!;
	expect(together.asked).toBe(asked);
	close(together, sums);
});
