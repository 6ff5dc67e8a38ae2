import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { rightAnswer } from '#lib/learning/sample-answers.ts';
import { useDatabase } from '../../../tests/support/database.ts';
import { later, person, start } from '../../../tests/support/people.ts';
import { answer, begin, current, quiz, take } from '../../../tests/support/quiz.ts';
import { recordInAttempt } from './answers.ts';
import * as attempts from './attempts.ts';
import { itemOf } from './course.ts';
import { keepVersions } from './db/items.ts';
import { completionsOf } from './db/progress.ts';
import { attempt, response } from './db/schema.ts';

const db = useDatabase();
const size = quiz.items.length;
const passing = Math.ceil((size * quiz.pass) / 100);

describe('beginning', () => {
	test('twice goes on with the attempt that is open', async () => {
		const who = await person(db());
		const one = await begin(db(), who);
		const other = await begin(db(), who, later(60));
		expect(other).toEqual(one);
		expect(one).toMatchObject({ number: 1, startedAt: start, submittedAt: null });
	});

	test('ten times at once opens one attempt, and everybody gets its number', async () => {
		const who = await person(db());
		const begun = await Promise.all(
			Array.from({ length: 10 }, () => attempts.begin(db(), { accountId: who.id, quiz, at: start }))
		);
		expect(begun).toEqual(Array(10).fill(1));
		expect(await db().select().from(attempt)).toHaveLength(1);
	});

	test('freezes every item with its version, in an order of its own', async () => {
		const row = await begin(db(), await person(db()));
		expect(row.items.map((each) => each.item).sort()).toEqual([...quiz.items].sort());
		expect(row.items.every((each) => each.version === itemOf(each.item)?.version)).toBe(true);
	});

	test('and leaving costs no try: it waits', async () => {
		const who = await person(db());
		const row = await begin(db(), who);
		await answer(db(), row, 0);
		const back = await begin(db(), who, later(60 * 24 * 90));
		expect(back.id).toBe(row.id);
		const { standing } = await attempts.ofQuiz(db(), who.id, quiz);
		expect(standing).toMatchObject({ triesLeft: quiz.tries - 1, open: { number: 1 } });
	});

	test('a third attempt is refused, also at once from two places', async () => {
		const who = await person(db());
		for (const _ of [1, 2]) await take(db(), await begin(db(), who), 0);
		const third = () => attempts.begin(db(), { accountId: who.id, quiz, at: later(10) });
		expect(await Promise.all([third(), third()])).toEqual([undefined, undefined]);
		expect(await db().select().from(attempt)).toHaveLength(2);
	});

	test('the database itself holds at most one open attempt of a quiz', async () => {
		const row = await begin(db(), await person(db()));
		const second = db()
			.insert(attempt)
			.values({ ...row, id: randomUUID(), number: 2 });
		await expect(second).rejects.toMatchObject({ cause: { code: '23505' } });
	});
});

describe('the last answer', () => {
	test('closes the attempt, and completes the quiz when it is passed', async () => {
		const who = await person(db());
		const row = await begin(db(), who);
		for (let place = 0; place < size - 1; place++) await answer(db(), row, place);
		expect(await current(db(), row)).toMatchObject({ submittedAt: null, earned: null });
		await answer(db(), row, size - 1, { at: later(9) });
		expect(await current(db(), row)).toMatchObject({
			submittedAt: later(9),
			earned: size * 100,
			total: size * 100
		});
		expect(await completionsOf(db(), who.id)).toEqual([{ unit: `quiz:${quiz.id}`, at: later(9) }]);
	});

	test('of an attempt below the pass mark completes nothing', async () => {
		const who = await person(db());
		await take(db(), await begin(db(), who), passing - 1);
		expect(await completionsOf(db(), who.id)).toEqual([]);
	});

	test('twice at the same moment closes the attempt once, with all points', async () => {
		for (let round = 0; round < 10; round++) {
			const who = await person(db());
			const row = await begin(db(), who);
			for (let place = 0; place < size - 2; place++) await answer(db(), row, place);
			const last = [size - 2, size - 1].map((place) =>
				answer(db(), row, place, { at: later(place) })
			);
			expect((await Promise.all(last)).map((each) => each.kind)).toEqual(['recorded', 'recorded']);
			const closed = await current(db(), row);
			expect(closed).toMatchObject({ earned: size * 100, total: size * 100 });
			expect(await completionsOf(db(), who.id)).toEqual([
				{ unit: `quiz:${quiz.id}`, at: closed.submittedAt }
			]);
		}
	});

	test('sent again gives the stored result and moves nothing', async () => {
		const who = await person(db());
		const row = await begin(db(), who);
		for (let place = 0; place < size - 1; place++) await answer(db(), row, place);
		const answerId = randomUUID();
		await answer(db(), row, size - 1, { answerId, at: later(5) });
		expect((await answer(db(), row, size - 1, { answerId, at: later(50) })).kind).toBe('replayed');
		expect(await current(db(), row)).toMatchObject({ submittedAt: later(5) });
	});
});

describe('an answer in an attempt', () => {
	test('that is closed is a conflict and changes nothing', async () => {
		const row = await begin(db(), await person(db()));
		await take(db(), row, 0, later(1));
		const before = await db().select().from(response);
		expect(await answer(db(), row, 0, { right: true, at: later(9) })).toEqual({ kind: 'conflict' });
		expect(await db().select().from(response)).toEqual(before);
		expect(await current(db(), row)).toMatchObject({ submittedAt: later(1), earned: 0 });
	});

	test('stands: a second answer to the same question is a conflict', async () => {
		const row = await begin(db(), await person(db()));
		const outcomes = await Promise.all([
			answer(db(), row, 0),
			answer(db(), row, 0, { right: false })
		]);
		expect(outcomes.map((each) => each.kind).sort()).toEqual(['conflict', 'recorded']);
	});

	test('that is invalid stores nothing and does not close it', async () => {
		const row = await begin(db(), await person(db()));
		for (let place = 0; place < size - 1; place++) await answer(db(), row, place);
		expect((await answer(db(), row, size - 1, { given: {} })).kind).toBe('invalid');
		expect(await current(db(), row)).toMatchObject({ submittedAt: null });
	});

	test('of somebody else, to an item outside it or in no attempt at all is unknown', async () => {
		const row = await begin(db(), await person(db()));
		const other = await person(db());
		const item = row.items[0]!.item;
		const common = {
			answerId: randomUUID(),
			given: rightAnswer(itemOf(item)!),
			language: 'nl' as const,
			at: start
		};
		const send = (accountId: string, attemptId: string, id: string) =>
			recordInAttempt(db(), { ...common, accountId, attemptId, item: id });
		expect(await send(other.id, row.id, item)).toEqual({ kind: 'unknown' });
		expect(await send(row.accountId, row.id, 'Q-A1-03')).toEqual({ kind: 'unknown' });
		expect(await send(row.accountId, randomUUID(), item)).toEqual({ kind: 'unknown' });
		expect(await db().select().from(response)).toEqual([]);
	});

	test('is graded by the version that was frozen, not by what the item has become', async () => {
		const row = await begin(db(), await person(db()));
		const now = itemOf('Q-A1-01')!;
		if (now.type !== 'single') throw new Error('this test turns the key of a single choice');
		const options = now.options.map((option) => ({ ...option, correct: option.id === 'b' }));
		await keepVersions(db(), [{ ...now, options, version: 'older' }]);
		const items = row.items.map((each) =>
			each.item === now.id ? { ...each, version: 'older' } : each
		);
		await db().update(attempt).set({ items }).where(eq(attempt.id, row.id));
		const place = items.findIndex((each) => each.item === now.id);
		const outcome = await answer(db(), { ...row, items }, place, { given: { chosen: ['b'] } });
		expect(outcome).toEqual({ kind: 'recorded', earned: 100, total: 100 });
		expect(await db().select().from(response)).toMatchObject([{ item: now.id, version: 'older' }]);
	});
});

describe('of several attempts', () => {
	test('a pass closes the quiz, and it keeps the moment it was first passed', async () => {
		const who = await person(db());
		await take(db(), await begin(db(), who), size, later(1));
		expect(await attempts.begin(db(), { accountId: who.id, quiz, at: later(2) })).toBeUndefined();
		const { standing } = await attempts.ofQuiz(db(), who.id, quiz);
		expect(standing).toMatchObject({
			passed: true,
			triesLeft: 0,
			counts: { earned: size * 100 }
		});
		expect(await completionsOf(db(), who.id)).toEqual([{ unit: `quiz:${quiz.id}`, at: later(1) }]);
	});

	test('a better second one counts and completes the quiz', async () => {
		const who = await person(db());
		await take(db(), await begin(db(), who), 1, later(1));
		await take(db(), await begin(db(), who, later(2)), passing, later(3));
		const { standing } = await attempts.ofQuiz(db(), who.id, quiz);
		expect(standing).toMatchObject({ passed: true, counts: { earned: passing * 100 } });
		expect(await completionsOf(db(), who.id)).toEqual([{ unit: `quiz:${quiz.id}`, at: later(3) }]);
	});
});
