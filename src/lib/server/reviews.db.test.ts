import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { findLesson } from '#lib/course/outline.ts';
import { isoDay } from '#lib/i18n/format.ts';
import { rightAnswer, wrongAnswer } from '#lib/learning/sample-answers.ts';
import { statementsOf, useDatabase } from '../../../tests/support/database.ts';
import { check, doLesson, person, start } from '../../../tests/support/people.ts';
import { recordReview } from './answers.ts';
import * as attempts from './attempts.ts';
import { course, itemOf } from './course.ts';
import { completionsOf, touchedOf } from './db/progress.ts';
import { ownIn, view as lessonView } from './lessons.ts';
import * as reviews from './reviews.ts';

const db = useDatabase();
const DAY = 24 * 60 * 60 * 1000;
const after = (days: number) => new Date(start.getTime() + days * DAY);
const ITEM = 'Q-A1-03';

async function learner() {
	const who = await person(db());
	const { id: accountId } = who;
	const view = (days: number, item?: string) =>
		reviews.view(db(), { accountId, language: 'nl', now: after(days) }, { after: item });
	const answer = (days: number, change = {}) =>
		recordReview(db(), {
			...{ accountId, answerId: randomUUID(), item: ITEM, day: isoDay(after(days)) },
			...{ given: rightAnswer(itemOf(ITEM)!), language: 'nl', at: after(days) },
			...change
		});
	return { who, accountId, view, answer };
}

describe('what there is to review', () => {
	test('nothing for somebody who has answered nothing', async () => {
		const { view } = await learner();
		expect(await view(0)).toEqual({ waiting: 0, begun: false });
	});

	test('an answered check comes back when it is due, and says so before', async () => {
		const { who, view } = await learner();
		await check(db(), who, { item: ITEM });
		const now = await view(0);
		expect(now).toMatchObject({ waiting: 0, begun: true });
		expect(now.next!.getTime()).toBeGreaterThan(after(1).getTime());
		expect(await view(60)).toMatchObject({ waiting: 1, asked: { item: { id: ITEM } } });
	});

	test('its question carries no key and no feedback', async () => {
		const { who, view } = await learner();
		await check(db(), who, { item: ITEM });
		const shown = JSON.stringify(await view(60));
		const item = itemOf(ITEM)!;
		if (!('options' in item)) throw new Error('another type');
		for (const option of item.options) expect(shown).not.toContain(option.feedback.nl);
		expect(shown).not.toContain('correct');
	});

	test('once answered it is shown with why, and waits no longer that day', async () => {
		const { who, view, answer } = await learner();
		await check(db(), who, { item: ITEM });
		expect(await answer(60)).toMatchObject({ kind: 'recorded', earned: 100 });
		expect(await view(60, ITEM)).toMatchObject({
			waiting: 0,
			answered: { item: { id: ITEM }, explanation: { verdict: 'right' }, lesson: { id: 'a1' } }
		});
		expect(await reviews.isWaiting(db(), who.id, ITEM, after(60))).toBe(false);
	});

	test('another one like it: the same objective, never had before, and not twice on a day', async () => {
		const { who, accountId, answer } = await learner();
		const now = after(60);
		const another = (item: string) => reviews.another(db(), { accountId, now, item });
		expect(await another(ITEM)).toBeUndefined();
		await check(db(), who, { item: ITEM });
		const { objective } = itemOf(ITEM)!;
		const asked: string[] = [];
		for (let next = await another(ITEM); next; next = await another(ITEM)) {
			expect(itemOf(next)!.objective).toBe(objective);
			expect([ITEM, ...asked]).not.toContain(next);
			asked.push(next);
			await answer(60, { item: next, given: rightAnswer(itemOf(next)!) });
		}
		// What the quiz of the module may still ask is left to it.
		const bank = Object.values(course.items).filter((each) => each.objective === objective);
		const quiz = course.modules[0]!.quiz.items;
		const free = bank.filter(({ id }) => id !== ITEM && !quiz.includes(id));
		expect(asked.sort()).toEqual(free.map(({ id }) => id).sort());
	});

	test('a wrong one comes back sooner than a right one', async () => {
		const dueAfter = async (given: object) => {
			const { who, view, answer } = await learner();
			await check(db(), who, { item: ITEM });
			await answer(60, given);
			return (await view(60)).next!.getTime();
		};
		const wrong = await dueAfter({ given: wrongAnswer(itemOf(ITEM)!) });
		expect(wrong).toBeLessThan(await dueAfter({}));
	});

	test('never an item of a quiz that may still be taken: its key would be given away', async () => {
		const { who, view } = await learner();
		const quiz = course.modules[0]!.quiz;
		await attempts.begin(db(), { accountId: who.id, quiz, at: start });
		const asked = quiz.items[0]!;
		await db().transaction((tx) =>
			recordReview(tx, {
				...{ accountId: who.id, answerId: randomUUID(), item: asked, day: isoDay(start) },
				...{ given: rightAnswer(itemOf(asked)!), language: 'nl', at: start }
			})
		);
		expect((await view(90)).waiting).toBe(0);
	});

	test('asks the database as much for one answer as for a whole course', async () => {
		const { who, view } = await learner();
		await check(db(), who, { item: ITEM });
		const few = await statementsOf(() => view(60));
		await doLesson(db(), who, 'a2');
		await doLesson(db(), who, 'b1');
		expect(await statementsOf(() => view(60))).toHaveLength(few.length);
		expect((await view(90)).waiting).toBeGreaterThan(3);
	});
});

describe('a review', () => {
	test('counts for nothing else: not in the lesson, not towards being done', async () => {
		const { who, accountId, answer } = await learner();
		await answer(0);
		const { lesson: there } = findLesson(course, 'a1')!;
		expect((await ownIn(db(), accountId, there)).answers).toEqual([]);
		expect(await completionsOf(db(), accountId)).toEqual([]);
		expect((await touchedOf(db(), accountId)).items.size).toBe(0);
		const lesson = await lessonView(db(), { accountId: who.id, lesson: 'a1', language: 'nl' });
		expect(lesson!.open).toBe(2);
	});

	test('sent twice is one; of two devices on one day the first counts', async () => {
		const { answer } = await learner();
		const answerId = randomUUID();
		expect((await answer(0, { answerId })).kind).toBe('recorded');
		expect((await answer(0, { answerId })).kind).toBe('replayed');
		expect((await answer(0)).kind).toBe('conflict');
		expect((await answer(1)).kind).toBe('recorded');
	});
});

test('what somebody knows is about first answers, and tells sure from guessed', async () => {
	const { who, accountId } = await learner();
	await check(db(), who, { item: ITEM, given: wrongAnswer(itemOf(ITEM)!), confidence: 'sure' });
	await check(db(), who, { item: ITEM, try: 2, confidence: 'guess' });
	const view = await reviews.learning(db(), accountId, 'en');
	expect(view.calibration).toEqual({
		sure: { right: 0, given: 1 },
		fair: { right: 0, given: 0 },
		guess: { right: 0, given: 0 }
	});
	// One item says nothing about an objective.
	expect(view).toMatchObject({ objectives: [], tooFew: 3 });
});
