import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isoDay } from '#lib/i18n/format.ts';
import { retentionQuiz } from '#lib/learning/retention.ts';
import { rightAnswer, wrongAnswer } from '#lib/learning/sample-answers.ts';
import { useDatabase } from '../../../tests/support/database.ts';
import { check, cohort, later, member, person, start } from '../../../tests/support/people.ts';
import { answer, begin, current, quiz, take } from '../../../tests/support/quiz.ts';
import type { Account } from './accounts.ts';
import { recordReview } from './answers.ts';
import * as appeals from './appeals.ts';
import * as attempts from './attempts.ts';
import * as cohorts from './cohorts.ts';
import { itemOf } from './course.ts';
import { completionsOf } from './db/progress.ts';
import { byAnswerId } from './db/responses.ts';
import { appeal, outbox, regrade, response } from './db/schema.ts';
import * as lessons from './lessons.ts';
import * as quizzes from './quizzes.ts';
import * as reviews from './reviews.ts';

const db = useDatabase();
const NUMBER = 'Q-B10-04';
const origin = 'https://course.test';
const wrong = () => wrongAnswer(itemOf(NUMBER)!);

/** Somebody with a wrong number in a lesson, and what they may do with it. */
async function withWrong(given: Partial<Account> = {}) {
	const who = await person(db(), given);
	const answerId = randomUUID();
	await check(db(), who, { item: NUMBER, answerId, given: wrong() });
	return { who, answerId, ...deedsOf(who.id, answerId) };
}

function deedsOf(accountId: string, answerId: string) {
	const about = { accountId, answerId };
	return {
		view: () => appeals.view(db(), { ...about, language: 'nl' }),
		make: (reason = 'Zo staat het in de les.', at = start) =>
			appeals.make(db(), { ...about, reason, at }),
		decide: (granted: boolean, reply = '', at = later(60)) =>
			appeals.decide(db(), { ...about, granted, reply, by: 'administrator', at, origin })
	};
}

const points = async (who: Account, answerId: string) =>
	(await byAnswerId(db(), who.id, answerId))?.earned;
const mails = () => db().select().from(outbox);
const count = async () => ({
	regrades: (await db().select().from(regrade)).length,
	mails: (await mails()).length
});

describe('saying that an answer should count', () => {
	test('keeps the reason, and shows that it is open', async () => {
		const { make, view } = await withWrong();
		expect(await view()).toMatchObject({
			place: '/nl/lesson/b10#item-q-b10-04',
			given: [{ id: 'value' }]
		});
		expect((await view())!.appeal).toBeUndefined();
		expect(await make('  Omdat.  ')).toBe('made');
		expect((await view())!.appeal).toEqual({ state: 'open', reason: 'Omdat.', madeAt: start });
	});

	test('twice, also at once, is one appeal: the first stands', async () => {
		const { make } = await withWrong();
		await make('eerst');
		expect(await Promise.all([make('later'), make('nog later')])).toEqual(['made', 'made']);
		expect(await db().select().from(appeal)).toMatchObject([{ reason: 'eerst' }]);
	});

	test.each([
		['', 'empty'],
		[' \n\0 ', 'empty'],
		['x'.repeat(501), 'too-long'],
		['🐧'.repeat(500), 'made']
	] as const)('with %j is %s', async (reason, expected) => {
		const { make } = await withWrong();
		expect(await make(reason)).toBe(expected);
		expect(await db().select().from(appeal)).toHaveLength(expected === 'made' ? 1 : 0);
	});

	test('is impossible about an answer of somebody else, or of nobody', async () => {
		const { answerId, make } = await withWrong();
		await make();
		const other = await person(db());
		for (const id of [answerId, randomUUID()]) {
			const deeds = deedsOf(other.id, id);
			expect(await deeds.view()).toBeUndefined();
			expect(await deeds.make()).toBe('unknown');
			expect(await deeds.decide(true)).toBe('unknown');
		}
		expect(await appeals.ofAccount(db(), other.id, 'nl')).toEqual([]);
		expect(await db().select().from(appeal)).toHaveLength(1);
	});

	test('is impossible about a right answer, and about one that was chosen', async () => {
		const who = await person(db());
		const [right, chosen] = [randomUUID(), randomUUID()];
		await check(db(), who, { item: NUMBER, answerId: right });
		const item = itemOf('Q-A1-03')!;
		await check(db(), who, { item: item.id, answerId: chosen, given: wrongAnswer(item) });
		for (const id of [right, chosen]) {
			expect(await deedsOf(who.id, id).view()).toBeUndefined();
			expect(await deedsOf(who.id, id).make()).toBe('unknown');
		}
	});
});

describe('the page of an answer leads there', () => {
	test('from a check in a lesson, until it is granted', async () => {
		const { who, answerId, make, decide } = await withWrong();
		const shown = async () => {
			const given = { accountId: who.id, lesson: 'b10', language: 'nl' as const };
			const { steps } = (await lessons.view(db(), given))!;
			const blocks = steps.flatMap((step) => step.blocks);
			return blocks.find((each) => each.type === 'check' && each.item.id === NUMBER);
		};
		expect(await shown()).toMatchObject({
			answered: { appeal: answerId, explanation: { verdict: 'not-yet' } }
		});
		await make();
		await decide(true);
		expect(await shown()).toMatchObject({
			answered: { explanation: { verdict: 'right', earned: 100, raised: true } }
		});
		expect(await shown()).not.toHaveProperty('answered.appeal');
	});

	test('from a review', async () => {
		const who = await person(db());
		await check(db(), who, { item: NUMBER });
		const [answerId, at] = [randomUUID(), later(60 * 24 * 60)];
		const day = isoDay(at);
		const common = { accountId: who.id, item: NUMBER, language: 'nl' as const };
		await recordReview(db(), { ...common, answerId, day, given: wrong(), at });
		const asker = { accountId: who.id, language: 'nl' as const, now: at };
		const { answered } = await reviews.view(db(), asker, { after: NUMBER });
		expect(answered).toMatchObject({ appeal: answerId });
		expect(await deedsOf(who.id, answerId).view()).toMatchObject({ place: '/nl/review' });
	});

	test('from an attempt once it is handed in, and not before', async () => {
		const row = await begin(db(), await person(db()));
		const place = row.items.findIndex((each) => each.item === 'Q-A1-04');
		const answerId = randomUUID();
		await answer(db(), row, place, { answerId, right: false });
		const shown = async () => {
			const asked = { accountId: row.accountId, quiz: quiz.id, number: 1, question: place + 1 };
			return (await quizzes.question(db(), { ...asked, language: 'nl' }))!.answered!.appeal;
		};
		const { make, view } = deedsOf(row.accountId, answerId);
		expect([await shown(), await view(), await make()]).toEqual([undefined, undefined, 'unknown']);
		for (const each of row.items.keys()) if (each !== place) await answer(db(), row, each);
		expect(await shown()).toBe(answerId);
		expect(await view()).toMatchObject({ place: `/nl/quiz/${quiz.id}/1/${place + 1}` });
		expect(await make()).toBe('made');
	});

	test('from a check of what stayed leads back to that check', async () => {
		const { id: accountId } = await person(db());
		const check = retentionQuiz(30, [NUMBER]);
		await attempts.begin(db(), { accountId, quiz: check, at: start });
		const [row] = (await attempts.ofQuiz(db(), accountId, check)).rows;
		const answerId = randomUUID();
		await answer(db(), row!, 0, { answerId, right: false });
		const { view, make } = deedsOf(accountId, answerId);
		expect(await view()).toMatchObject({ place: '/nl/retention/30/1' });
		expect(await make()).toBe('made');
	});
});

describe('granting', () => {
	test('gives the answer all its points, and says so in the language of the learner', async () => {
		const { who, answerId, make, decide, view } = await withWrong({ language: 'en' });
		await make();
		expect(await decide(true, 'Good point.')).toBe('decided');
		expect(await points(who, answerId)).toBe(100);
		expect(await db().select().from(regrade)).toEqual([
			{
				...{ accountId: who.id, answerId, earned: 100 },
				...{ why: 'appeal', by: 'administrator', at: later(60) }
			}
		]);
		expect((await view())!.appeal).toMatchObject({
			state: 'granted',
			decidedAt: later(60),
			reply: 'Good point.'
		});
		const [mail] = await mails();
		expect(mail).toMatchObject({ recipient: who.email, createdAt: later(60) });
		expect(mail!.subject).toContain('counts as right');
		expect(mail!.body).toContain('Good point.');
		expect(mail!.body).toContain(`${origin}/en/appeals/${answerId}`);
		// What was answered stays as it was given.
		expect(await db().select().from(response)).toMatchObject([{ earned: 0, given: wrong() }]);
	});

	test('can bring an attempt over the pass mark: the quiz is passed then, and the manager sees it', async () => {
		const manager = await person(db(), { role: 'manager' });
		const who = await person(db());
		const own = await cohort(db(), manager);
		await member(db(), own, who);
		const row = await begin(db(), who);
		const size = row.items.length;
		const missing = size - Math.ceil((size * quiz.pass) / 100) + 1;
		const typed = row.items.findIndex((each) => each.item === 'Q-A1-04');
		const wrongPlaces = new Set([typed]);
		for (const each of row.items.keys()) if (wrongPlaces.size < missing) wrongPlaces.add(each);
		const answerId = randomUUID();
		for (const each of row.items.keys())
			await answer(db(), row, each, {
				right: !wrongPlaces.has(each),
				...(each === typed && { answerId })
			});
		const line = async () => (await cohorts.stats(db(), own, later(120))).people[0]!.quizzes.done;
		expect([await line(), await completionsOf(db(), who.id)]).toEqual([0, []]);

		const { make, decide } = deedsOf(who.id, answerId);
		await make();
		await decide(true);
		expect(await current(db(), row)).toMatchObject({
			earned: (size - missing + 1) * 100,
			submittedAt: start
		});
		expect(await completionsOf(db(), who.id)).toEqual([{ unit: `quiz:${quiz.id}`, at: later(60) }]);
		expect(await line()).toBe(1);
		const [seen] = await cohorts.seenOf(db(), who.id, later(120));
		expect(seen!.line.quizzes.done).toBe(1);
		expect((await attempts.ofQuiz(db(), who.id, quiz)).standing).toMatchObject({ passed: true });
	});

	test('moves no completion that is there already', async () => {
		const who = await person(db());
		const row = await begin(db(), who);
		const place = row.items.findIndex((each) => each.item === 'Q-A1-04');
		const answerId = randomUUID();
		for (const each of row.items.keys())
			await answer(db(), row, each, each === place ? { right: false, answerId } : {});
		const before = await completionsOf(db(), who.id);
		const { make, decide } = deedsOf(who.id, answerId);
		await make();
		await decide(true);
		expect(await completionsOf(db(), who.id)).toEqual(before);
		expect(await current(db(), row)).toMatchObject({ earned: row.items.length * 100 });
	});

	test('counts in what comes back for review and in what somebody knows', async () => {
		const due = async (granted: boolean) => {
			const { who, make, decide } = await withWrong();
			await make();
			await decide(granted);
			const asker = { accountId: who.id, language: 'nl' as const, now: start };
			return (await reviews.view(db(), asker)).next!.getTime();
		};
		expect(await due(true)).toBeGreaterThan(await due(false));
	});
});

describe('not granting', () => {
	test('changes no points, and the mail carries the reply', async () => {
		const { who, answerId, make, decide, view } = await withWrong();
		await make();
		expect(await decide(false, 'De eenheid klopt niet.')).toBe('decided');
		expect(await points(who, answerId)).toBe(0);
		expect(await count()).toEqual({ regrades: 0, mails: 1 });
		expect((await mails())[0]!.body).toContain('De eenheid klopt niet.');
		expect((await view())!.appeal).toMatchObject({ state: 'not-granted' });
	});

	test('leaves an attempt and its quiz as they were', async () => {
		const who = await person(db());
		const row = await begin(db(), who);
		await take(db(), row, 0);
		const [typed] = (await db().select().from(response)).filter((each) => each.item === 'Q-A1-04');
		const { make, decide } = deedsOf(who.id, typed!.answerId);
		await make();
		await decide(false);
		expect(await current(db(), row)).toMatchObject({ earned: 0 });
		expect(await completionsOf(db(), who.id)).toEqual([]);
	});
});

describe('a decision', () => {
	test('is made once: another one, also at the same moment, is told and changes nothing', async () => {
		const { who, answerId, make, decide } = await withWrong();
		await make();
		const both = await Promise.all([decide(false, 'nee'), decide(true, 'ja')]);
		expect(both.sort()).toEqual(['before', 'decided']);
		const before = [await points(who, answerId), await db().select().from(appeal), await count()];
		expect(await decide(true)).toBe('before');
		expect(await decide(false)).toBe('before');
		expect([await points(who, answerId), await db().select().from(appeal), await count()]).toEqual(
			before
		);
		expect((await mails()).length).toBe(1);
	});

	test('with a reply that does not fit is not made', async () => {
		const { make, decide } = await withWrong();
		await make();
		expect(await decide(true, 'x'.repeat(501))).toBe('too-long');
		expect(await appeals.countOpen(db())).toBe(1);
		expect(await count()).toEqual({ regrades: 0, mails: 0 });
	});

	test('needs an appeal', async () => {
		const { decide } = await withWrong();
		expect(await decide(true)).toBe('unknown');
		expect(await count()).toEqual({ regrades: 0, mails: 0 });
	});

	test('is asked of the administrator with all it takes, longest waiting first', async () => {
		const late = await withWrong({ name: 'Later' });
		const early = await withWrong({ name: 'Eerder' });
		await late.make('b', later(9));
		await early.make('a', later(1));
		const open = await appeals.toJudge(db(), 'open', 'nl');
		expect(open.map((each) => each.name)).toEqual(['Eerder', 'Later']);
		const key = rightAnswer(itemOf(NUMBER)!).written!.value!;
		expect(open[0]).toMatchObject({
			...{ item: NUMBER, reason: 'a', state: 'open', given: [{ id: 'value' }] },
			accepted: [{ id: 'value', text: expect.stringContaining(key.split('.')[0]!) as string }]
		});
		expect(await appeals.countOpen(db())).toBe(2);
		await early.decide(true);
		expect(await appeals.countOpen(db())).toBe(1);
		expect(await appeals.toJudge(db(), 'decided', 'nl')).toMatchObject([{ state: 'granted' }]);
	});
});
