import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isoDay } from '#lib/i18n/format.ts';
import { outline } from '#lib/course/outline.ts';
import { completions } from '#lib/learning/completion.ts';
import { useDatabase } from '../../../tests/support/database.ts';
import { cohort, member, person, start } from '../../../tests/support/people.ts';
import { answer, take } from '../../../tests/support/quiz.ts';
import { rightAnswer } from '#lib/learning/sample-answers.ts';
import type { Account } from './accounts.ts';
import { recordReview } from './answers.ts';
import * as attempts from './attempts.ts';
import * as care from './cohort-care.ts';
import * as cohorts from './cohorts.ts';
import { course, itemOf } from './course.ts';
import * as courseMap from './course-map.ts';
import * as attemptRows from './db/attempts.ts';
import { addCompletions, completionsOf, factsOf } from './db/progress.ts';
import { peopleCsv } from './export/people.ts';
import * as insights from './insights.ts';
import { erase as eraseData } from './privacy/data.ts';
import * as quizzes from './quizzes.ts';
import * as retention from './retention.ts';
import * as reviews from './reviews.ts';

const db = useDatabase();
const DAY = 24 * 60 * 60 * 1000;
const after = (days: number) => new Date(start.getTime() + days * DAY);
const units = outline(course, course.edition).units;
const quizIds = course.modules.filter(({ quiz }) => !quiz.draw).map(({ quiz }) => quiz);

/** Somebody who finished at `start`: the quizzes of some modules were passed, at once or (`twice`) after all was wrong. */
async function finished({ quizzes: taken = 2, twice = false, unit = units.length } = {}) {
	const who = await person(db());
	for (const quiz of quizIds.slice(0, taken))
		for (const right of twice ? [0, 99] : [99]) {
			await attempts.begin(db(), { accountId: who.id, quiz, at: start });
			const rows = await attemptRows.ofQuiz(db(), who.id, quiz.id);
			await take(db(), rows.at(-1)!, right, new Date(start.getTime() + right));
		}
	const done = units.slice(0, unit).map(({ id }) => ({ unit: id, at: start }));
	await addCompletions(db(), who.id, done);
	return who;
}
const begin = (account: Account, days = 30, check: 30 | 90 = 30) =>
	retention.begin(db(), { account, days: check, now: after(days) });
const rowOf = async (who: Account, check = 30) =>
	(await attemptRows.ofQuiz(db(), who.id, `retention-${check}`))[0]!;
const view = (account: Account, days: number, check: 30 | 90 = 30) =>
	retention.view(db(), { account, days: check, now: after(days), language: 'nl' });
const notices = (account: Account, days: number) =>
	retention.notices(db(), { account, now: after(days) });
const lessonOf = (item: string) => itemOf(item)!.lesson;
const moduleOf = (item: string) =>
	course.modules.find(({ lessons }) => lessons.some(({ id }) => id === lessonOf(item)))!.id;

describe('a check begins', () => {
	test('once, however often it is asked for: one attempt of five frozen items, all different', async () => {
		const who = await finished({ quizzes: 3 });
		expect(await Promise.all([begin(who), begin(who)])).toEqual([1, 1]);
		expect(await begin(who, 31)).toBe(1);
		const rows = await attemptRows.ofQuiz(db(), who.id, 'retention-30');
		expect(rows).toMatchObject([{ number: 1, submittedAt: null, startedAt: after(30) }]);
		const { items } = rows[0]!;
		expect(new Set(items.map(({ item }) => item)).size).toBe(5);
		for (const { item, version } of items) expect(itemOf(item)!.version).toBe(version);
	});

	test('with what was asked in their own quizzes, at most one of a module as long as there are modules', async () => {
		const who = await finished({ quizzes: 5 });
		await begin(who);
		const items = (await rowOf(who)).items.map(({ item }) => item);
		const asked = quizIds.slice(0, 5).flatMap((quiz) => quiz.items);
		expect(items.filter((item) => !asked.includes(item))).toEqual([]);
		expect(new Set(items.map(moduleOf)).size).toBe(5);
	});

	test('with what was not reviewed lately, where there is a choice', async () => {
		const who = await finished({ quizzes: 1 });
		const [one, two, three] = quizIds[0]!.items;
		for (const item of [one!, two!, three!])
			await recordReview(db(), {
				...{ accountId: who.id, answerId: randomUUID(), item, day: isoDay(after(20)) },
				...{ given: rightAnswer(itemOf(item)!), language: 'nl', at: after(20) }
			});
		const count = new Set(quizIds[0]!.items.map((id) => itemOf(id)!.objective)).size;
		await begin(who);
		const items = (await rowOf(who)).items.map(({ item }) => item);
		const lately = items.filter((item) => [one, two, three].includes(item));
		// Objectives go first: of those with something else to ask, that is what is asked.
		const rest = quizIds[0]!.items.filter((item) => ![one, two, three].includes(item));
		const free = new Set(rest.map((id) => itemOf(id)!.objective)).size;
		expect(lately.length).toBeLessThanOrEqual(count - free);
	});

	test('not before its day, not after its last, and not for whoever has something left to do', async () => {
		const who = await finished();
		for (const days of [0, 29, 61, 89]) expect(await begin(who, days)).toBeUndefined();
		for (const days of [30, 60, 89, 151]) expect(await begin(who, days, 90)).toBeUndefined();
		const busy = await finished({ unit: units.length - 1 });
		expect(await begin(busy)).toBeUndefined();
		expect(await view(busy, 30)).toEqual({ days: 30, kind: 'unfinished' });
		expect(await attemptRows.ofQuiz(db(), who.id, 'retention-30')).toEqual([]);
		expect(await begin(who, 60)).toBe(1);
		expect(await begin(who, 150, 90)).toBe(1);
	});

	test('not with fewer than five questions', async () => {
		const who = await finished({ quizzes: 0 });
		expect(await begin(who)).toBeUndefined();
	});
});

describe('a check that was begun', () => {
	test('goes on where it was, also after its last day, and is finished by the fifth answer', async () => {
		const who = await finished();
		await begin(who, 60);
		await answer(db(), await rowOf(who), 0, { at: after(60) });
		expect(await view(who, 70)).toMatchObject({ kind: 'begun', question: 2, answered: 1 });
		expect(await begin(who, 70)).toBe(2);
		for (const place of [1, 2, 3, 4])
			await answer(db(), await rowOf(who), place, { right: place < 4, at: after(70) });
		expect(await rowOf(who)).toMatchObject({ submittedAt: after(70), earned: 400, total: 500 });
		expect(await begin(who, 71)).toBeUndefined();
		expect(await notices(who, 71)).toMatchObject([
			{ days: 30, kind: 'taken', right: 4, questions: 5 },
			{ days: 90, kind: 'waiting' }
		]);
	});

	test('shows feedback with every answer, and the key only after the last', async () => {
		const who = await finished();
		await begin(who);
		const place = { accountId: who.id, days: 30 as const, question: 1, language: 'nl' as const };
		expect((await retention.question(db(), place))!.answered).toBeUndefined();
		await answer(db(), await rowOf(who), 0, { right: false, at: after(30) });
		const during = (await retention.question(db(), place))!;
		expect(during).toMatchObject({ keyClosed: 'still-asked', next: 2, submitted: false });
		expect(during.answered!.explanation.parts.length).toBeGreaterThan(0);
		expect(during.answered!.explanation.key).toBeUndefined();
		for (const rest of [1, 2, 3, 4]) await answer(db(), await rowOf(who), rest, { at: after(30) });
		const then = (await retention.question(db(), place))!;
		expect(then).toMatchObject({ submitted: true });
		expect(then.keyClosed).toBeUndefined();
		expect(then.answered!.explanation.key).toBeDefined();
	});

	test('is compared with the first time, and says where to read it again', async () => {
		const who = await finished({ twice: true });
		await begin(who);
		await take(db(), await rowOf(who), 3, after(30));
		const taken = await view(who, 31);
		if (taken.kind !== 'taken') throw new Error(taken.kind);
		expect(taken).toMatchObject({ right: 3, rightAtFirst: 0, at: after(30) });
		expect(taken.answers.map((each) => each.explanation.verdict === 'right')).toEqual([
			...[true, true, true],
			...[false, false]
		]);
		for (const each of taken.answers) expect(each.lesson!.id).toBe(lessonOf(each.item.id));
	});

	test("is nobody else's: not to see, not to answer", async () => {
		const [who, other] = [await finished(), await finished()];
		await begin(who);
		const place = { accountId: other.id, days: 30 as const, question: 1, language: 'nl' as const };
		expect(await retention.question(db(), place)).toBeUndefined();
		expect(await retention.findQuestion(db(), place)).toBeUndefined();
		expect(await view(other, 30)).toMatchObject({ kind: 'open' });
		const row = await rowOf(who);
		const stolen = await answer(db(), { ...row, accountId: other.id }, 0, { at: after(30) });
		expect(stolen).toEqual({ kind: 'unknown' });
		for (const question of [0, 6, 999])
			expect(
				await retention.question(db(), { ...place, accountId: who.id, question })
			).toBeUndefined();
	});
});

test('a check changes nothing else: not the progress, not the quizzes, not what is shown as done', async () => {
	const who = await finished();
	const look = async () => ({
		map: await courseMap.view(db(), who, 'nl'),
		done: (await completionsOf(db(), who.id)).length,
		follows: completions(outline(course, course.edition), await factsOf(db(), who.id)),
		quiz: await quizzes.view(db(), {
			...{ accountId: who.id, quiz: quizIds[0]!.id, language: 'nl', now: after(31) }
		})
	});
	const before = await look();
	expect(before.map.progress.percent).toBe(100);
	await begin(who);
	expect(await look()).toEqual(before);
	await take(db(), await rowOf(who), 0, after(30));
	expect(await look()).toEqual(before);
	const hidden = { accountId: who.id, quiz: 'retention-30', language: 'nl' as const };
	expect(await quizzes.view(db(), { ...hidden, now: after(31) })).toBeUndefined();
	expect(await quizzes.question(db(), { ...hidden, number: 1, question: 1 })).toBeUndefined();
});

test('what a check is asking cannot be reviewed until it is finished', async () => {
	const who = await finished();
	// Quizzes that this person never took stay closed as ever.
	const before = await reviews.stillAsked(db(), who.id);
	await begin(who);
	const row = await rowOf(who);
	const asked = row.items.map(({ item }) => item);
	expect(asked.filter((item) => before.has(item))).toEqual([]);
	expect(await reviews.stillAsked(db(), who.id)).toEqual(new Set([...asked, ...before]));
	expect(await reviews.isWaiting(db(), who.id, asked[0]!, after(400))).toBe(false);
	await take(db(), row, 5, after(31));
	expect(await reviews.stillAsked(db(), who.id)).toEqual(before);
	expect(await reviews.isWaiting(db(), who.id, asked[0]!, after(2000))).toBe(true);
});

describe('what stays in a cohort', () => {
	async function taken(right: number, at: Date, own: { id: string }, joined = start) {
		const who = await finished();
		await member(db(), own, who, joined);
		await begin(who);
		await take(db(), await rowOf(who), right, at);
		return who;
	}

	/** What a manager reads of a cohort once it is brought up to date. */
	async function staysOf(own: { id: string }) {
		await insights.refresh(db(), own.id);
		return (await insights.view(db(), own, 'nl')).stays;
	}

	test('is said of five members together, changes by five, and is in nobody’s line or file', async () => {
		const own = await cohort(db(), await person(db(), { role: 'manager' }));
		const other = await cohort(db(), await person(db(), { role: 'manager' }));
		for (const n of [0, 1, 2, 3]) await taken(4, after(31 + n), own);
		await taken(0, after(31), other);
		expect(await staysOf(own)).toBeUndefined();
		// Begun is not taken.
		const busy = await finished();
		await member(db(), own, busy);
		await begin(busy);
		expect(await staysOf(own)).toBeUndefined();
		await taken(2, after(40), own);
		const figure = { people: 5, mean: 3.6 };
		expect(await staysOf(own)).toEqual(figure);
		// Took the check before all others and joined after them: comes last all the same.
		await taken(0, after(30), own, after(50));
		expect(await staysOf(own)).toEqual(figure);
		const { people } = await cohorts.stats(db(), own, after(60));
		expect(new Set(people.flatMap((each) => Object.keys(each)))).toEqual(
			new Set(['id', 'name', 'pace', 'lessons', 'quizzes', 'finishedAt'])
		);
		expect(peopleCsv(people, 'nl')).not.toContain('3,6');
		const [before] = await cohorts.seenOf(db(), busy.id, after(60));
		expect(Object.keys(before!.line)).not.toContain('stays');
	});

	test('does not change when somebody leaves, is erased or is in two cohorts: no difference is about fewer than five', async () => {
		const manager = await person(db(), { role: 'manager' });
		const [own, other] = [await cohort(db(), manager), await cohort(db(), manager)];
		const people = [];
		for (let n = 0; n < 6; n++) people.push(await taken(n % 6, after(31 + n), own));
		const figure = await staysOf(own);
		expect(figure).toEqual({ people: 5, mean: 2 });
		const [one, two, , , , six] = people;
		await care.leave(db(), { accountId: one!.id, cohortId: own.id, at: after(40) });
		await eraseData(db(), two!, after(40));
		expect(await staysOf(own)).toEqual(figure);
		// Four who were counted and the one who was not, in another cohort: the four count once.
		for (const who of people.filter((each) => each !== two))
			await member(db(), other, who, after(41));
		expect(await staysOf(other)).toBeUndefined();
		for (let n = 0; n < 4; n++) await taken(3, after(42 + n), other);
		expect(await Promise.all([staysOf(other), staysOf(other)])).toEqual(
			Array(2).fill({ people: 5, mean: 3.4 })
		);
		expect(six).toBeDefined();
		expect(await staysOf(own)).toEqual(figure);
	});

	test('over any history of finishing, leaving and erasing every figure differs from the last by full fives of new people', async () => {
		const own = await cohort(db(), await person(db(), { role: 'manager' }));
		let [seed, shown, finishedSoFar] = [7, 0, 0];
		const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
		const here: Awaited<ReturnType<typeof taken>>[] = [];
		for (let step = 0; step < 24; step++) {
			const kind = random(8);
			const leaver = kind > 1 ? undefined : here.splice(random(Math.max(1, here.length)), 1)[0];
			if (!leaver) {
				here.push(await taken(random(6), after(31 + step), own));
				finishedSoFar += 1;
			} else if (kind === 1)
				await care.leave(db(), { accountId: leaver.id, cohortId: own.id, at: after(60) });
			else await eraseData(db(), leaver, after(60));
			const people = (await staysOf(own))?.people ?? 0;
			expect(people % 5).toBe(0);
			expect(people - shown === 0 || people - shown === 5).toBe(true);
			expect(people).toBeLessThanOrEqual(finishedSoFar);
			shown = people;
		}
		expect(shown).toBeGreaterThan(0);
	});
});
