import { describe, expect, test } from 'vitest';
import type { Item } from '#lib/course/item.ts';
import { rightAnswer, wrongAnswer } from '#lib/learning/sample-answers.ts';
import { statementsOf, useDatabase } from '../../../tests/support/database.ts';
import { check, cohort, later, member, person } from '../../../tests/support/people.ts';
import * as care from './cohort-care.ts';
import { course } from './course.ts';
import type { CohortRow } from './db/cohorts.ts';
import { account } from './db/schema.ts';
import * as insights from './insights.ts';
import { eq } from 'drizzle-orm';

const db = useDatabase();
const DAY = 24 * 60;

// An objective that several checks of lessons are about, and a misconception that one of the options of a check holds.
const checks = course.modules
	.flatMap(({ lessons }) => lessons.flatMap((lesson) => lesson.checks))
	.map((id) => course.items[id]!);
const several = byObjective(checks).find(([, items]) => items.length > 1)!;
function byObjective(items: Item[]): [string, Item[]][] {
	const ids = [...new Set(items.map(({ objective }) => objective))];
	return ids.map((id) => [id, items.filter((item) => item.objective === id)]);
}
const [objective, about] = several;
const holding = checks.find(
	(item) =>
		'options' in item &&
		item.type !== 'true-false' &&
		item.options.some((each) => each.misconception)
)!;
const held = ('options' in holding ? holding.options : []).find((each) => each.misconception)!;

async function group(size: number) {
	const own = await cohort(db(), await person(db(), { role: 'manager' }));
	const people = [];
	for (let n = 0; n < size; n++) people.push(await join(own));
	return { own, people };
}
async function join(own: CohortRow) {
	const who = await person(db());
	await member(db(), own, who);
	return who;
}
type Who = Awaited<ReturnType<typeof join>>;

/** Answers all items of the objective: rightly, or not. */
async function show(who: Who, right: boolean, at = later(60)) {
	for (const item of about) {
		const given = right ? rightAnswer(item) : wrongAnswer(item);
		expect(await check(db(), who, { item: item.id, given, at })).toMatchObject({
			kind: 'recorded'
		});
	}
}
const look = (own: CohortRow) => insights.view(db(), own, 'nl');
const shownOf = async (own: CohortRow) =>
	(await look(own)).modules
		.flatMap(({ objectives }) => objectives)
		.find(({ id }) => id === objective)?.shown;

describe('what a group shows together', () => {
	test('appears from fifteen people on, in whole fives, by first tries only', async () => {
		const { own, people } = await group(21);
		for (const [n, who] of people.entries()) {
			await show(who, n < 12);
			// A later try is no first one.
			await check(db(), who, { item: about[0]!.id, try: 2, at: later(90) });
		}
		const [first, ...rest] = people;
		await insights.refresh(db(), own.id);
		expect(await shownOf(own)).toEqual({ people: 20, atLeast: [5, 0, 5] });
		await insights.refresh(db(), own.id);
		expect(await shownOf(own)).toEqual({ people: 20, atLeast: [5, 0, 5] });
		// Whoever leaves or erases their account changes nothing.
		await care.leave(db(), { accountId: first!.id, cohortId: own.id, at: later(100) });
		await db().delete(account).where(eq(account.id, rest[0]!.id));
		await insights.refresh(db(), own.id);
		expect(await shownOf(own)).toEqual({ people: 20, atLeast: [5, 0, 5] });
	});

	test('is nothing for fourteen, nor for who answered too little', async () => {
		const { own, people } = await group(30);
		for (const who of people.slice(0, 14)) await show(who, true);
		for (const who of people.slice(14))
			await check(db(), who, { item: about[0]!.id, at: later(60) });
		await insights.refresh(db(), own.id);
		expect(await look(own)).toEqual({ modules: [], misconceptions: [] });
	});

	test('counts a person once, in whatever cohorts they are', async () => {
		const { own, people } = await group(15);
		const other = await cohort(db(), await person(db(), { role: 'manager' }));
		for (const who of people) {
			await show(who, true);
			await member(db(), other, who);
		}
		await insights.refresh(db(), own.id);
		await insights.refresh(db(), other.id);
		expect(await shownOf(own)).toEqual({ people: 15, atLeast: [0, 0, 5] });
		expect(await look(other)).toEqual({ modules: [], misconceptions: [] });
	});

	test('names the misconceptions held most, with what says otherwise and where to read on', async () => {
		const { own, people } = await group(25);
		for (const [n, who] of people.entries()) {
			const given = n < 18 ? { chosen: [held.id] } : rightAnswer(holding);
			await check(db(), who, { item: holding.id, given, at: later(60) });
		}
		await insights.refresh(db(), own.id);
		const { misconceptions } = await look(own);
		const said = course.misconceptions.find(({ id }) => id === held.misconception)!;
		expect(misconceptions[0]).toMatchObject({
			...{ id: said.id, statement: said.statement.nl, refutation: said.refutation.nl },
			...{ held: 10, people: 25 }
		});
		expect(misconceptions.length).toBeLessThanOrEqual(3);
	});

	test('is read without reading a person, and worked out in as many statements for many as for few', async () => {
		const { own, people } = await group(5);
		for (const who of people) await show(who, true);
		const count = async () => (await statementsOf(() => insights.refresh(db(), own.id))).length;
		const read = await statementsOf(() => look(own));
		expect(read).toHaveLength(1);
		expect(read[0]).toContain('cohort_insight');
		await count();
		const idle = await count();
		for (let n = 0; n < 30; n++) await join(own);
		expect(await count()).toBe(idle);
	});

	test('is worked out once a day for every cohort that goes on', async () => {
		const { own, people } = await group(15);
		for (const who of people) await show(who, true);
		await cohort(db(), await person(db(), { role: 'manager' }), { archivedAt: later(0) });
		const both = await Promise.all([
			insights.refreshDue(db(), later(100)),
			insights.refreshDue(db(), later(100))
		]);
		expect(both[0] + both[1]).toBe(1);
		expect(await insights.refreshDue(db(), later(101))).toBe(0);
		expect(await insights.refreshDue(db(), later(100 + DAY))).toBe(1);
		expect((await shownOf(own))?.people).toBe(15);
	});
});

test('200 looks around ten changes of who is in a cohort tell nothing of any one person', async () => {
	/** What a manager sees who looks twenty times around each change, when one person answers this way or that. */
	async function transcript(targetIsRight: boolean): Promise<string[]> {
		const { own, people } = await group(20);
		for (const [n, who] of people.entries()) await show(who, n % 2 === 0);
		await insights.refresh(db(), own.id);
		const seen: string[] = [];
		const watch = async (day: number) => {
			for (let n = 0; n < 10; n++) {
				await insights.refreshDue(db(), later(day * DAY + n));
				seen.push(JSON.stringify(await look(own)));
			}
		};
		for (let change = 0; change < 10; change++) {
			await watch(2 * change + 1);
			// The person in question comes in alone; the others come without answers, or go.
			if (change === 4) await show(await join(own), targetIsRight, later(9 * DAY));
			else if (change % 2 === 0) await join(own);
			else
				await care.leave(db(), { accountId: people[change]!.id, cohortId: own.id, at: later(1) });
			await watch(2 * change + 2);
		}
		return seen;
	}
	const one = await transcript(true);
	const other = await transcript(false);
	expect(one).toHaveLength(200);
	expect(one[0]).not.toBe(JSON.stringify({ modules: [], misconceptions: [] }));
	expect(one).toEqual(other);
}, 60_000);
