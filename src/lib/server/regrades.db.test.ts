import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Item } from '#lib/course/item.ts';
import { effectivePoints } from '#lib/learning/regrade.ts';
import { rightAnswer } from '#lib/learning/sample-answers.ts';
import { useDatabase } from '../../../tests/support/database.ts';
import { later, person, start } from '../../../tests/support/people.ts';
import { answer, begin, current, quiz } from '../../../tests/support/quiz.ts';
import type { Account } from './accounts.ts';
import * as attempts from './attempts.ts';
import { itemOf } from './course.ts';
import type { AttemptRow } from './db/attempts.ts';
import { keepVersions } from './db/items.ts';
import { completionsOf } from './db/progress.ts';
import { byAnswerId, ofAccount } from './db/responses.ts';
import { attempt, outbox, regrade, response } from './db/schema.ts';
import * as quizzes from './quizzes.ts';
import { preview, raise, regradeItem, repaired } from './regrades.ts';

const db = useDatabase();
const ITEM = 'Q-A1-01';
const item = itemOf(ITEM)!;
const right = rightAnswer(item);
const run = (minute = 60) =>
	regradeItem(db(), ITEM, { by: 'administrator', now: later(minute), origin: 'https://x.test' });
const regrades = () => db().select().from(regrade);
const recipients = async () => (await db().select().from(outbox)).map((mail) => mail.recipient);

/** The version before the repair: another option was the right one. */
function before(): Item {
	if (item.type !== 'single') throw new Error('these tests turn the key of a single choice');
	const wrong = item.options.find((option) => !option.correct)!.id;
	const options = item.options.map((option) => ({ ...option, correct: option.id === wrong }));
	return { ...item, options, version: 'older' };
}

/** An answer in a lesson, as it was graded by the version before. */
async function older(who: Account, given: Partial<typeof response.$inferInsert> = {}) {
	const row = {
		...{ accountId: who.id, answerId: randomUUID(), item: ITEM, version: 'older', try: 1 },
		...{ given: right, earned: 0, total: 100, language: 'nl' as const, answeredAt: start },
		...given
	};
	await db().insert(response).values(row);
	return row.answerId;
}

/** An attempt that froze the version before. */
async function attemptBefore(who: Account): Promise<AttemptRow> {
	const row = await begin(db(), who);
	const items = row.items.map((each) =>
		each.item === ITEM ? { ...each, version: 'older' } : each
	);
	await db().update(attempt).set({ items }).where(eq(attempt.id, row.id));
	return { ...row, items };
}

const keep = () => keepVersions(db(), [before(), item]);

describe('grading again by a repaired key', () => {
	test('raises what the key now gives more, and nothing else', async () => {
		await keep();
		const who = await person(db());
		const raised = await older(who);
		const wrongNow = await older(who, { try: 2, given: rightAnswer(before()), earned: 100 });
		const odd = await older(who, { try: 3, given: { chosen: ['no-such-option'] } });
		const newer = await older(who, { try: 4, version: item.version });
		expect(await run()).toEqual({ answers: 1, people: 1 });
		const points = async (id: string) => (await byAnswerId(db(), who.id, id))!.earned;
		expect(await Promise.all([raised, wrongNow, odd, newer].map(points))).toEqual([100, 100, 0, 0]);
		expect(await regrades()).toEqual([
			{
				...{ accountId: who.id, answerId: raised, earned: 100 },
				...{ why: 'repaired-key', by: 'administrator', at: later(60) }
			}
		]);
	});

	test('is announced before, and done twice changes nothing and mails nobody again', async () => {
		await keep();
		const [one, two, three] = [await person(db()), await person(db()), await person(db())];
		for (const number of [1, 2]) await older(one, { try: number });
		await older(two);
		await older(three, { given: rightAnswer(before()), earned: 100 });
		expect(await preview(db(), ITEM)).toEqual({ answers: 3, people: 2 });
		expect(await regrades()).toEqual([]);
		expect(await run()).toEqual({ answers: 3, people: 2 });
		expect((await recipients()).sort()).toEqual([one.email, two.email].sort());
		const kept = await regrades();
		expect(await preview(db(), ITEM)).toEqual({ answers: 0, people: 0 });
		expect(await run(90)).toEqual({ answers: 0, people: 0 });
		expect(await regrades()).toEqual(kept);
		expect(await recipients()).toHaveLength(2);
	});

	test('at the same moment from two places raises each answer once, with one mail', async () => {
		await keep();
		await older(await person(db()));
		const [one, other] = await Promise.all([run(), run()]);
		expect(one!.answers + other!.answers).toBe(1);
		expect(await recipients()).toHaveLength(1);
	});

	test('reaches everybody, also when they are many', async () => {
		await keep();
		const people = [];
		for (let n = 0; n < 230; n++) people.push(await person(db()));
		for (const who of people) await older(who);
		expect(await run()).toEqual({ answers: 230, people: 230 });
		expect(new Set(await recipients()).size).toBe(230);
	});

	test('brings an attempt over the pass mark, and its quiz is passed then', async () => {
		await keep();
		const who = await person(db());
		const row = await attemptBefore(who);
		const size = row.items.length;
		const passing = Math.ceil((size * quiz.pass) / 100);
		const repairedAt = row.items.findIndex((each) => each.item === ITEM);
		let rightSoFar = 0;
		for (const place of row.items.keys()) {
			const given = place === repairedAt ? { given: right } : { right: rightSoFar < passing - 1 };
			if (place !== repairedAt) rightSoFar += 1;
			await answer(db(), row, place, given);
		}
		expect(await current(db(), row)).toMatchObject({ earned: (passing - 1) * 100 });
		expect(await completionsOf(db(), who.id)).toEqual([]);
		expect(await run()).toEqual({ answers: 1, people: 1 });
		expect(await current(db(), row)).toMatchObject({ earned: passing * 100, submittedAt: start });
		expect(await completionsOf(db(), who.id)).toEqual([{ unit: `quiz:${quiz.id}`, at: later(60) }]);
		const { standing } = await attempts.ofQuiz(db(), who.id, quiz);
		expect(standing.passed).toBe(true);
		const asked = { accountId: who.id, quiz: quiz.id, number: 1, question: repairedAt + 1 };
		const shown = await quizzes.question(db(), { ...asked, language: 'nl' });
		const option = item.type === 'single' ? item.options.find((each) => each.correct)! : undefined;
		expect(shown!.answered!.explanation).toMatchObject({
			...{ verdict: 'right', earned: 100, raised: true },
			parts: [{ right: true, why: option!.feedback.nl }]
		});
	});

	test('of an answer in an open attempt counts when that closes', async () => {
		await keep();
		const row = await attemptBefore(await person(db()));
		const place = row.items.findIndex((each) => each.item === ITEM);
		await answer(db(), row, place, { given: right });
		await run();
		expect(await current(db(), row)).toMatchObject({ submittedAt: null, earned: null });
		for (const each of row.items.keys()) if (each !== place) await answer(db(), row, each);
		expect(await current(db(), row)).toMatchObject({ earned: row.items.length * 100 });
	});

	test('is not there for an item this course does not have', async () => {
		const asked = { by: 'x', now: start, origin: 'https://x.test' };
		for (const id of ['', 'Q-ZZ-01', '__proto__', "' or true --"]) {
			expect(await preview(db(), id)).toBeUndefined();
			expect(await regradeItem(db(), id, asked)).toBeUndefined();
		}
	});

	test('is offered where there are answers to an earlier version', async () => {
		expect(await repaired(db(), 'nl')).toEqual([]);
		await keep();
		const who = await person(db());
		await older(who, { version: item.version });
		expect(await repaired(db(), 'nl')).toEqual([]);
		for (const number of [2, 3]) await older(who, { try: number });
		expect(await repaired(db(), 'nl')).toEqual([{ item: ITEM, stem: item.stem.nl, older: 2 }]);
	});
});

test('the database and the pure rule agree on the points that count, and nothing lowers them', async () => {
	const who = await person(db());
	const answerId = await older(who, { earned: 40 });
	const given = [30, 40, 60, 50, 60, 100, 0];
	for (const [index, earned] of given.entries()) {
		const row = { accountId: who.id, answerId, earned, why: 'appeal' as const, by: 'x', at: start };
		await db().transaction((tx) => raise(tx, row));
		const counts = effectivePoints(40, given.slice(0, index + 1));
		expect((await byAnswerId(db(), who.id, answerId))!.earned).toBe(counts);
		expect((await ofAccount(db(), who.id))[0]!.earned).toBe(counts);
	}
	expect((await regrades()).map((each) => each.earned).sort((a, b) => a - b)).toEqual([60, 100]);
});
