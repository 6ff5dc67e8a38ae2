import { randomUUID } from 'node:crypto';
import type { Cookies } from '@sveltejs/kit';
import { describe, expect, test } from 'vitest';
import { useDatabase } from '../../../tests/support/database.ts';
import { person } from '../../../tests/support/people.ts';
import { findLesson } from '#lib/course/outline.ts';
import { rightAnswer, wrongAnswer } from '#lib/learning/sample-answers.ts';
import * as answers from './answers.ts';
import { course, itemOf } from './course.ts';
import { completionsOf, notesOf } from './db/progress.ts';
import { ownIn, viewOfTrial } from './lessons.ts';
import * as trial from './trial.ts';

const db = useDatabase();
const at = new Date('2026-11-20T10:00:00Z');
const check = itemOf('Q-A1-03')!;

/** What somebody did in a lesson. */
const own = (accountId: string, lesson = 'a1') =>
	ownIn(db(), accountId, findLesson(course, lesson)!.lesson);

/** A browser's cookies, as far as they are used here. */
function browser() {
	const jar = new Map<string, string>();
	const cookies = {
		get: (name: string) => jar.get(name),
		set: (name: string, value: string) => jar.set(name, value),
		delete: (name: string) => jar.delete(name)
	} as unknown as Cookies;
	return { jar, visitor: { cookies, secure: true, language: 'nl' as const } };
}

const answer = (given = rightAnswer(check), tried = 1) => ({
	item: check.id,
	try: tried,
	answerId: randomUUID(),
	given
});

/** Everything the open lesson asks, answered. */
function filled() {
	const { jar, visitor } = browser();
	trial.predict(visitor, { prediction: 'p-a1-1', chosen: 'b' });
	trial.check(visitor, answer());
	trial.note(visitor, { field: 'note_a1', body: 'Doe iets', at });
	return { jar, visitor, stored: trial.toStored(trial.read(visitor.cookies)) };
}

describe('without an account', () => {
	test('answers stand on the page and nowhere else', async () => {
		const { visitor } = filled();
		const lesson = viewOfTrial(trial.read(visitor.cookies), 'en');
		expect(lesson.open).toBe(0);
		const blocks = lesson.steps.flatMap((step) => step.blocks);
		expect(blocks.find((block) => block.type === 'check')).toMatchObject({
			try: 2,
			answered: { explanation: { verdict: 'right' } }
		});
		expect(blocks.find((block) => block.type === 'note')).toMatchObject({ body: 'Doe iets' });
		expect((await own(randomUUID())).answers).toEqual([]);
	});

	test('a prediction stands; a later answer replaces an earlier one; an old page changes nothing', () => {
		const { visitor } = browser();
		const predict = (chosen: string) =>
			trial.predict(visitor, { prediction: 'p-a1-1', chosen }).kind;
		expect([predict(''), predict('b'), predict('a'), predict('zz')]).toEqual([
			'empty',
			'recorded',
			'kept',
			'unknown'
		]);
		expect(trial.check(visitor, answer(wrongAnswer(check))).kind).toBe('recorded');
		expect(trial.check(visitor, answer(rightAnswer(check), 2)).kind).toBe('recorded');
		expect(trial.check(visitor, answer(wrongAnswer(check), 1)).kind).toBe('conflict');
		expect(trial.read(visitor.cookies).answers).toMatchObject([{ try: 2 }]);
	});

	test('what is empty, too long or not asked there is refused', () => {
		const { visitor } = browser();
		expect(trial.check(visitor, answer({})).kind).toBe('invalid');
		expect(trial.check(visitor, { ...answer(), item: 'Q-A2-03' }).kind).toBe('unknown');
		const note = (body: string, field = 'note_a1') => trial.note(visitor, { field, body, at }).kind;
		expect([note('a'.repeat(201)), note('x', 'note_b8'), note('ij€😀')]).toEqual([
			'too-long',
			'unknown',
			'saved'
		]);
	});

	test.each([
		['nothing', ''],
		['no JSON', 'xxxx'],
		['another shape', Buffer.from('{"answers":3}').toString('base64url')],
		['null', Buffer.from('null').toString('base64url')]
	])('a cookie with %s reads as an empty trial', (_, value) => {
		const { jar, visitor } = browser();
		jar.set('trial', value);
		expect(trial.isEmpty(trial.read(visitor.cookies))).toBe(true);
	});
});

describe('signing up', () => {
	test('takes everything along once, and completes the lesson', async () => {
		const { stored } = filled();
		const { id: accountId } = await person(db());
		for (let twice = 0; twice < 2; twice++) await trial.adopt(db(), { accountId, stored, at });
		expect((await own(accountId)).answers).toMatchObject([{ try: 1, earned: 100 }]);
		expect((await own(accountId)).predictions).toMatchObject([{ chosen: 'b' }]);
		expect(await notesOf(db(), accountId, ['note_a1'])).toMatchObject([{ body: 'Doe iets' }]);
		expect(await completionsOf(db(), accountId)).toEqual([{ unit: 'lesson:a1', at }]);
	});

	test('whoever did something there already keeps that: the browser may have been of somebody else', async () => {
		const { jar, visitor } = filled();
		const { id: accountId } = await person(db());
		await answers.recordCheck(db(), {
			...{ accountId, lesson: 'a1', language: 'nl', at },
			...answer(wrongAnswer(check))
		});
		await trial.carryOver(db(), visitor.cookies, { accountId, at });
		expect((await own(accountId)).answers).toMatchObject([{ earned: 0 }]);
		expect((await own(accountId)).predictions).toEqual([]);
		expect(jar.has('trial')).toBe(false);
	});

	test.each([
		['rubbish', { answers: 'x' }],
		['nothing', undefined],
		['an answer of another lesson', { ...filled().stored, answers: [answerOf('Q-A2-03')] }]
	])('%s in the link of a mail records no answer', async (_, stored) => {
		const { id: accountId } = await person(db());
		await trial.adopt(db(), { accountId, stored, at });
		for (const lesson of ['a1', 'a2']) expect((await own(accountId, lesson)).answers).toEqual([]);
	});
});

function answerOf(item: string) {
	return { ...answer(rightAnswer(itemOf(item)!)), item, language: 'nl' };
}
