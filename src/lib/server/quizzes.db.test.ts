import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { findLesson } from '#lib/course/outline.ts';
import { rightAnswer, wrongAnswer } from '#lib/learning/sample-answers.ts';
import { statementsOf, useDatabase } from '../../../tests/support/database.ts';
import { check, doLesson, person, start } from '../../../tests/support/people.ts';
import { begin, quiz } from '../../../tests/support/quiz.ts';
import { course } from './course.ts';
import * as lessons from './lessons.ts';
import * as quizzes from './quizzes.ts';

const db = useDatabase();

type Sent = { answerId?: string; wrong?: boolean };

/** Answers a question as its page does. */
function answer(accountId: string, question: number, { answerId, wrong }: Sent = {}) {
	const place = { accountId, quiz: quiz.id, number: 1, question, language: 'nl' as const };
	return quizzes.answer(db(), place, {
		answerId: answerId ?? randomUUID(),
		confidence: undefined,
		read: wrong ? wrongAnswer : rightAnswer,
		at: start
	});
}

/** The page of a question as somebody who comes to it sees it; every time it offers another id for an answer. */
async function page(accountId: string, question: number) {
	const place = { accountId, quiz: quiz.id, number: 1, question, language: 'nl' as const };
	const { answerId: _, ...rest } = (await quizzes.question(db(), place))!;
	return rest;
}

test('what an answer brings along is what its page shows, from the first to the last', async () => {
	const { id, ...who } = await person(db());
	const { items } = await begin(db(), { id, ...who });
	for (const place of items.keys()) {
		const done = await answer(id, place + 1, { wrong: place % 2 === 0 });
		expect(done?.outcome.kind).toBe('recorded');
		expect(done?.view).toMatchObject(await page(id, place + 1));
		const next = done?.view?.next;
		if (next === undefined) expect(done).not.toHaveProperty('following');
		else expect(done?.following).toMatchObject(await page(id, next));
	}
	expect(await page(id, 1)).toMatchObject({ submitted: true });
});

test('the same answer again brings the page too; another one in its place is refused', async () => {
	const { id, ...who } = await person(db());
	await begin(db(), { id, ...who });
	const answerId = randomUUID();
	await answer(id, 1, { answerId });
	const again = await answer(id, 1, { answerId });
	expect(again).toMatchObject({ outcome: { kind: 'replayed' }, view: await page(id, 1) });
	// Whoever was later sees what was kept.
	const late = await answer(id, 1, { wrong: true });
	expect(late).toMatchObject({ outcome: { kind: 'conflict' }, view: await page(id, 1) });
});

test("nobody answers in somebody else's attempt, or a question that is not there", async () => {
	const owner = await person(db());
	const { items } = await begin(db(), owner);
	const other = await person(db());
	expect(await answer(other.id, 1)).toBeUndefined();
	expect(await answer(owner.id, items.length + 1)).toBeUndefined();
	expect(await answer(owner.id, 0)).toBeUndefined();
});

test('beside who asks, an answer is two statements; its page, and a lesson, one', async () => {
	const who = await person(db());
	await begin(db(), who);
	const asked = {
		answer: await statementsOf(() => answer(who.id, 1)),
		question: await statementsOf(() => page(who.id, 2)),
		lesson: await statementsOf(() =>
			lessons.withMarks(db(), { accountId: who.id, lesson: 'a1', language: 'nl' })
		)
	};
	const counts = Object.entries(asked).map(([what, { length }]) => [what, length]);
	expect(Object.fromEntries(counts)).toEqual({ answer: 2, question: 1, lesson: 1 });
});

test('a check that is tried again in a lesson that is done is two statements', async () => {
	const who = await person(db());
	await doLesson(db(), who, 'a1');
	const [item] = findLesson(course, 'a1')!.lesson.checks;
	const again = await statementsOf(() => check(db(), who, { item: item!, try: 2 }));
	expect(again.length).toBe(2);
});
