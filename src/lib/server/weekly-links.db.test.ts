import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { isoDay } from '#lib/i18n/format.ts';
import { rightAnswer, wrongAnswer } from '#lib/learning/sample-answers.ts';
import { useDatabase } from '../../../tests/support/database.ts';
import { check, person } from '../../../tests/support/people.ts';
import { begin, quiz } from '../../../tests/support/quiz.ts';
import { recordReview } from './answers.ts';
import { behindLink as passwordLink } from './accounts.ts';
import { itemOf } from './course.ts';
import { weeklyMailOf } from './db/accounts.ts';
import { account, outbox, response, session } from './db/schema.ts';
import * as tokens from './db/tokens.ts';
import * as weekly from './weekly-links.ts';
import { sendWeekly } from './weekly.ts';

const db = useDatabase();
const ITEM = 'Q-A1-03';
const item = itemOf(ITEM)!;
const DAY = 24 * 60 * 60 * 1000;
const now = new Date('2026-11-25T10:00:00Z');
const after = (days: number) => new Date(now.getTime() + days * DAY);

/** Somebody with a question in the mail, and the two links in it. */
async function written() {
	const who = await person(db(), { weeklyMail: true });
	await check(db(), who, { item: ITEM });
	await sendWeekly(db(), now, 'https://course.test');
	const [letter] = await db().select().from(outbox).where(eq(outbox.recipient, who.email));
	const secret = /\/weekly\/([\w-]{32})$/m.exec(letter!.body)![1]!;
	const stop = /\/weekly\/stop\/([\w-]{32})$/m.exec(letter!.body)![1]!;
	const link = (at = now) => weekly.behindLink(db(), secret, at);
	const view = async (at = now) =>
		weekly.view(db(), await link(at), { language: 'nl' as const, now: at });
	const answer = async (given = rightAnswer(item), at = now) =>
		weekly.answer(db(), (await link(at))!, { given, confidence: 'sure', language: 'nl', at });
	return { who, secret, stop, link, view, answer };
}
const responsesOf = (accountId: string) =>
	db()
		.select()
		.from(response)
		.where(eq(response.accountId, accountId))
		.orderBy(response.answeredAt);

describe('the link to the question', () => {
	test('asks it, without key or feedback, and looking does not use it up', async () => {
		const { view } = await written();
		for (let n = 0; n < 3; n++)
			expect(await view()).toMatchObject({ kind: 'asked', item: { id: ITEM } });
		const shown = JSON.stringify(await view());
		if (!('options' in item)) throw new Error('another type');
		for (const option of item.options) expect(shown).not.toContain(option.feedback.nl);
		expect(shown).not.toContain('correct');
	});

	test('records one review of that item for that person, and signs nobody in', async () => {
		const { who, view, answer } = await written();
		const other = await written();
		expect(await answer()).toMatchObject({ kind: 'recorded' });
		expect(await responsesOf(who.id)).toMatchObject([
			{ item: ITEM, reviewDay: null },
			{ item: ITEM, reviewDay: '2026-11-25', attemptId: null, confidence: 'sure', earned: 100 }
		]);
		expect(await responsesOf(other.who.id)).toHaveLength(1);
		expect(await view()).toMatchObject({
			kind: 'answered',
			explanation: { verdict: 'right' },
			lesson: { id: 'a1' }
		});
		expect(await other.view()).toMatchObject({ kind: 'asked' });
		expect(await db().select().from(session)).toEqual([]);
	});

	test('tells nothing of the person: no name, no address, no id', async () => {
		const { who, view, answer } = await written();
		for (const shown of [await view(), (await answer()) && (await view())])
			for (const secret of [who.id, who.name, who.email])
				expect(JSON.stringify(shown)).not.toContain(secret);
	});

	test('gives one answer, however often it is sent, also on a day the question is due again', async () => {
		const { who, view, answer } = await written();
		await Promise.all([answer(wrongAnswer(item)), answer(wrongAnswer(item))]);
		expect(await answer()).toEqual({ kind: 'closed' });
		expect(await responsesOf(who.id)).toHaveLength(2);
		expect(await view()).toMatchObject({ kind: 'answered', explanation: { verdict: 'not-yet' } });
		expect(await view(after(13))).toEqual({ kind: 'done' });
		expect(await answer(rightAnswer(item), after(13))).toEqual({ kind: 'conflict' });
		expect(await responsesOf(who.id)).toHaveLength(2);
	});

	test('keeps nothing of an empty answer, and asks again', async () => {
		const { who, view, answer } = await written();
		expect(await answer({})).toMatchObject({ kind: 'invalid' });
		expect(await responsesOf(who.id)).toHaveLength(1);
		expect(await view()).toMatchObject({ kind: 'asked' });
	});

	test('does not show an answer that was given elsewhere', async () => {
		const { who, view, answer } = await written();
		await recordReview(db(), {
			...{ accountId: who.id, answerId: randomUUID(), item: ITEM, day: isoDay(now) },
			...{ given: rightAnswer(item), language: 'nl', at: now }
		});
		expect(await view()).toEqual({ kind: 'not-waiting' });
		expect(await answer()).toEqual({ kind: 'closed' });
		expect(await responsesOf(who.id)).toHaveLength(2);
	});

	test('works until its last moment, and says kindly when it is too old', async () => {
		const { view, link } = await written();
		expect(await view(new Date(after(14).getTime() - 1))).toMatchObject({ kind: 'asked' });
		expect(await link(after(14))).toBeUndefined();
		expect(await view(after(14))).toEqual({ kind: 'gone' });
	});

	test('is gone with the account', async () => {
		const { who, view, stop } = await written();
		await db().delete(account).where(eq(account.id, who.id));
		expect(await view()).toEqual({ kind: 'gone' });
		expect(await weekly.stopState(db(), stop, now)).toBeUndefined();
		expect(await weekly.stop(db(), stop, now)).toBe(false);
	});

	test('asks nothing of a quiz that may still be taken, and shows no key of it', async () => {
		const who = await person(db());
		await begin(db(), who);
		const asked = quiz.items[0]!;
		const subject = { accountId: who.id, item: asked };
		const secret = await tokens.issue(db(), { kind: 'weekly', subject, expiresAt: after(14) });
		const link = (await weekly.behindLink(db(), secret, now))!;
		const given = { given: rightAnswer(itemOf(asked)!), confidence: undefined };
		expect(await weekly.answer(db(), link, { ...given, language: 'nl', at: now })).toEqual({
			kind: 'closed'
		});
		// Answered before the quiz was begun: from then on the answer is not shown either.
		await recordReview(db(), {
			...{ ...link, item: asked, day: isoDay(now), language: 'nl', at: now },
			given: given.given
		});
		expect(await weekly.view(db(), link, { language: 'nl', now })).toEqual({ kind: 'not-waiting' });
	});

	test('to a question that is no longer in the course says so', async () => {
		const { who } = await written();
		const subject = { accountId: who.id, item: 'Q-OLD-01' };
		const secret = await tokens.issue(db(), { kind: 'weekly', subject, expiresAt: after(14) });
		const link = await weekly.behindLink(db(), secret, now);
		expect(await weekly.view(db(), link, { language: 'en', now })).toEqual({ kind: 'no-question' });
	});

	test('is good for nothing else, and no other link is good for it', async () => {
		const { who, secret, stop } = await written();
		expect(await passwordLink(db(), secret, now)).toBeUndefined();
		expect(await passwordLink(db(), stop, now)).toBeUndefined();
		expect(await weekly.behindLink(db(), stop, now)).toBeUndefined();
		expect(await weekly.stopState(db(), secret, now)).toBeUndefined();
		expect(await weekly.stop(db(), secret, now)).toBe(false);
		for (const kind of ['reset', 'sign-up', 'first-administrator'] as const) {
			const subject = { accountId: who.id, item: ITEM };
			const other = await tokens.issue(db(), { kind, subject, expiresAt: after(1) });
			expect(await weekly.behindLink(db(), other, now)).toBeUndefined();
			expect(await weekly.stop(db(), other, now)).toBe(false);
		}
		for (const odd of ['', 'nothing', '\0', "' or 1=1--"])
			expect(await weekly.behindLink(db(), odd, now)).toBeUndefined();
		expect(await weeklyMailOf(db(), who.id)).toBe(true);
	});
});

describe('the link to stop', () => {
	test('turns it off for that person, as often as one likes, and not by looking', async () => {
		const { who, stop } = await written();
		const other = await written();
		expect(await weekly.stopState(db(), stop, now)).toEqual({ on: true });
		expect(await weeklyMailOf(db(), who.id)).toBe(true);
		for (let n = 0; n < 3; n++) expect(await weekly.stop(db(), stop, after(n))).toBe(true);
		expect(await weekly.stopState(db(), stop, after(300))).toEqual({ on: false });
		expect(await weeklyMailOf(db(), other.who.id)).toBe(true);
		expect(await sendWeekly(db(), after(7), 'https://course.test')).toMatchObject({ sent: 1 });
	});

	test('works for a year', async () => {
		const { stop } = await written();
		expect(await weekly.stop(db(), stop, after(364))).toBe(true);
		expect(await weekly.stop(db(), stop, after(365))).toBe(false);
	});
});
