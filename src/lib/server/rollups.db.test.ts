import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { outline } from '#lib/course/outline.ts';
import { cohortStats } from '#lib/learning/cohort.ts';
import { choose, pageOf, readView } from '#lib/learning/people-view.ts';
import { mulberry32 } from '#lib/learning/random.ts';
import { namedIn, together } from '#lib/learning/rollup.ts';
import { isoDay } from '#lib/i18n/format.ts';
import { useDatabase } from '../../../tests/support/database.ts';
import {
	check,
	cohort,
	doLesson,
	later,
	member,
	person,
	predict,
	start
} from '../../../tests/support/people.ts';
import { setProfile } from './accounts.ts';
import * as care from './cohort-care.ts';
import * as settings from './cohort-settings.ts';
import * as cohorts from './cohorts.ts';
import { course } from './course.ts';
import type { CohortRow } from './db/cohorts.ts';
import { addCompletions } from './db/progress.ts';
import * as rows from './db/rollups.ts';
import { account, attempt, completion, membership } from './db/schema.ts';
import * as overrides from './overrides.ts';
import { freshen, freshenAll, recount, rules } from './rollups.ts';

const db = useDatabase();
const DAY = 24 * 60;

/** A group of so many, of whom everybody is at a place of their own. */
async function group(size: number, seed = 5, given: Partial<CohortRow> = {}) {
	const random = mulberry32(seed);
	const manager = await person(db(), { role: 'manager' });
	const own = await cohort(db(), manager, given);
	const names = ['Ada', 'ada', 'Éva', 'Zoë', 'Bo', 'bó'];
	const people = [];
	for (let n = 0; n < size; n++) {
		const who = await person(db(), {
			name: `${names[n % names.length]!} ${Math.floor(random() * 9)}`
		});
		await member(db(), own, who, later(Math.floor(random() * 20) * DAY));
		const done = units.filter(() => random() < (n % 4) / 3);
		await addCompletions(
			db(),
			who.id,
			done.map((unit) => ({ unit, at: later(Math.floor(random() * 25 * DAY)) }))
		);
		people.push(who);
	}
	return { manager, own, people, random };
}

const units = outline(course, course.edition).units.map(({ id }) => id);

/** Hands in an attempt at the first quiz. */
async function handIn(who: { id: string }, earned: number, n: number) {
	const quiz = course.modules[0]!.quiz.id;
	const number = 1 + (await db().$count(attempt, eq(attempt.accountId, who.id)));
	await db()
		.insert(attempt)
		.values({
			...{ id: randomUUID(), accountId: who.id, quiz, number, items: [], startedAt: later(n) },
			...{ submittedAt: later(n), earned, total: 100 }
		});
}

/** Nothing that is kept differs from what follows from the facts, nor any count from what is kept. */
const exact = { people: [], counts: 0 };

const page = (own: CohortRow, manager: { id: string }, address: string, now: Date) =>
	cohorts.dashboard(db(), {
		...{ managerId: manager.id, id: own.id, asked: new URLSearchParams(address), now }
	});

describe('what is kept of a group', () => {
	test('is exactly a recount of the facts, whatever its people and its managers did', async () => {
		const { own, manager, people, random } = await group(12);
		const other = await cohort(db(), manager);
		const any = <T>(all: T[]) => all[Math.floor(random() * all.length)]!;
		const about = (who: { id: string }, n: number) => ({
			...{ cohort: own, id: who.id, managerId: manager.id, now: later(n) },
			...{ manager: 'Mira', origin: '' }
		});
		const deeds: ((who: (typeof people)[number], n: number) => Promise<unknown>)[] = [
			(who) => predict(db(), who, 'p-a1-1'),
			(who, n) => doLesson(db(), who, any(['a1', 'a2', 'b1']), later(n)),
			(who, n) => addCompletions(db(), who.id, [{ unit: any(units), at: later(n) }]),
			(who) =>
				db()
					.delete(completion)
					.where(sql`account_id = ${who.id} and random() < 0.3`),
			(who, n) => overrides.exempt(db(), { ...about(who, n), unit: any(units), reason: 'Because' }),
			(who, n) => overrides.giveTry(db(), { ...about(who, n), unit: 'quiz:m1', reason: 'Because' }),
			(who, n) =>
				care.giveTime(db(), { ...about(who, n), endsAt: later((60 + n) * DAY), reason: 'Because' }),
			(who, n) => setProfile(db(), who.id, { name: `${any(['Ann', 'Bob'])} ${n}`, language: 'nl' }),
			(who, n) => settings.move(db(), { ...about(who, n), to: other.id }),
			(who) => member(db(), own, who, later(any([0, 3, 9]) * DAY)),
			(who, n) => care.remove(db(), about(who, n)),
			(who, n) => settings.setSees(db(), { ...about(who, n), sees: 'status' }),
			...[1, 2, 3].map(
				() => () => db().execute(sql`update cohort set sees = 'bands' where id = ${own.id}`)
			),
			() => rows.addUp(db(), any([own, other]).id),
			() => freshen(db(), { cohortId: any([own, other]).id }),
			(who) => freshen(db(), { cohortId: own.id, accountId: who.id }),
			(_, n) => page(own, manager, any(['', 'pace=behind', 'sort=lessons']), later(n))
		];
		for (let n = 0; n < 400; n++) {
			await any(deeds)(any(people), n);
			if (n % 10 === 0) expect([n, await recount(db(), own.id)]).toEqual([n, exact]);
		}
		for (const { id } of [own, other]) expect(await recount(db(), id)).toEqual(exact);
		await freshenAll(db());
		for (const { id } of [own, other]) expect(await recount(db(), id)).toEqual(exact);
		// A group that is gone leaves no counts; erased people leave none either.
		await db()
			.delete(account)
			.where(sql`id = ${people[0]!.id} or id = ${people[1]!.id}`);
		for (const { id } of [own, other]) expect(await recount(db(), id)).toEqual(exact);
		await db().execute(sql`delete from cohort`);
		await freshenAll(db());
		expect(await rows.scattered(db(), -1)).toEqual([]);
	}, 120_000);

	test('is stale from the moment on at which a fact changes, and is what the page shows the next moment', async () => {
		const { own, manager, people } = await group(6);
		await page(own, manager, '', later(1));
		const stale = async () => rows.isStale(db(), { cohortId: own.id }, rules);
		expect(await stale()).toBe(false);
		const newcomer = people[0]!;
		await predict(db(), newcomer, 'p-a1-1');
		expect(await stale()).toBe(true);
		expect((await page(own, manager, '', later(1)))?.counts['not-started']).toBe(1);
		expect(await stale()).toBe(false);
		// A second prediction says nothing new of them.
		await predict(db(), newcomer, 'p-a1-2');
		expect(await stale()).toBe(false);
		await check(db(), people[4]!, { item: 'Q-A1-03' });
		expect((await page(own, manager, '', later(1)))?.counts['not-started']).toBe(0);
		// Nor is anything undone when what made it stale is.
		await db()
			.transaction(async (tx) => {
				await addCompletions(tx, newcomer.id, [{ unit: 'quiz:m1', at: start }]);
				throw new Error('undone');
			})
			.catch(() => {});
		expect(await stale()).toBe(false);
	});

	test('follows what somebody scored, where managers may see that', async () => {
		const { own, manager, people } = await group(1, 5, { sees: 'bands' });
		const [who] = people;
		const need = async () => (await page(own, manager, '', later(9)))!.people[0]!.need?.kind;
		const { tries, id } = course.modules[0]!.quiz;
		for (let n = 0; n < tries; n++) {
			expect(await need()).not.toBe('stuck');
			await handIn(who!, 10, n);
		}
		expect(await need()).toBe('stuck');
		const about = { cohort: own, id: who!.id, managerId: manager.id, now: later(9) };
		const given = { ...about, manager: 'Mira', origin: '', unit: `quiz:${id}`, reason: 'Because' };
		expect(await overrides.giveTry(db(), given)).toBe('kept');
		expect(await need()).not.toBe('stuck');
		await handIn(who!, 10, 8);
		expect(await need()).toBe('stuck');
		await db().update(attempt).set({ earned: 100 });
		expect(await need()).not.toBe('stuck');
	});

	test('is put right, and said to be wrong, when somebody spoiled it', async () => {
		const { own, manager, people } = await group(6);
		const before = await page(own, manager, '', later(9));
		await db().execute(sql`update membership set rollup = jsonb_set(rollup, '{lessons}', '99')
			where account_id = ${people[1]!.id}`);
		await db().execute(
			sql`update cohort_rollup set people = people + 1 where part like 'standing|%'`
		);
		const found = await recount(db(), own.id);
		expect(found.people).toEqual([people[1]!.id]);
		expect(found.counts).toBeGreaterThan(0);
		expect(await recount(db(), own.id)).toEqual(exact);
		expect(await page(own, manager, '', later(9))).toEqual(before);
	});

	test('is worked out again when another program made it', async () => {
		const { own, manager } = await group(3);
		const before = await page(own, manager, '', later(9));
		for (const other of ['!', '~']) {
			await db().update(membership).set({ rules: other, standing: 'other', parts: [] });
			expect(await rows.staleCohorts(db(), rules)).toEqual([own.id]);
			expect(await page(own, manager, '', later(9))).toEqual(before);
		}
	});

	test('knows of a fact that came while it was being worked out', async () => {
		const { own, people } = await group(3);
		const who = people[0]!;
		let writing: Promise<void> | undefined;
		await db().transaction(async (tx) => {
			await rows.lockStale(tx, { cohortId: own.id }, rules, 9);
			// From facts as they were; meanwhile somebody completes something, and waits.
			writing = addCompletions(db(), who.id, [{ unit: 'quiz:m1', at: start }]);
			await pause(200);
			await rows.keep(
				tx,
				own.id,
				rules,
				people.map(({ id }) => ({
					...{ accountId: id, standing: 'before', parts: [], nameKey: '' },
					rollup: { started: true, lessons: 0, quizzes: 0, joinedAt: start.toISOString() }
				}))
			);
		});
		await writing;
		const stale = (accountId: string) => rows.isStale(db(), { cohortId: own.id, accountId }, rules);
		expect(await Promise.all(people.map(({ id }) => stale(id)))).toEqual([true, false, false]);
	});

	test('knows of a fact that was being written when its person joined', async () => {
		const { own } = await group(1);
		const who = await person(db());
		let joining: Promise<unknown> | undefined;
		await db().transaction(async (tx) => {
			await addCompletions(tx, who.id, [{ unit: 'quiz:m1', at: start }]);
			joining = member(db(), own, who).then(() => freshen(db(), { cohortId: own.id }));
			await pause(200);
		});
		await joining;
		expect((await cohorts.lineOf(db(), own, who.id, later(1)))?.quizzes.done).toBe(1);
		expect(await recount(db(), own.id)).toEqual(exact);
	});

	test('stays exact while many learn, join, look and change at once', async () => {
		const { own, manager, people } = await group(8);
		const newcomers = await Promise.all(Array.from({ length: 8 }, () => person(db())));
		const all = [...people, ...newcomers];
		await Promise.all([
			...all.map((who) => doLesson(db(), who, 'a1', later(1))),
			...newcomers.map((who) => member(db(), own, who, later(2))),
			...all.map((who) => addCompletions(db(), who.id, [{ unit: 'quiz:m2', at: later(3) }])),
			...all.map(() => page(own, manager, '', later(4))),
			...people.map((who) => setProfile(db(), who.id, { name: 'Other', language: 'nl' })),
			...all.map(() => freshen(db(), { cohortId: own.id })),
			...[1, 2, 3].map(() => rows.addUp(db(), own.id))
		]);
		expect(await recount(db(), own.id)).toEqual(exact);
		await freshen(db(), { cohortId: own.id });
		expect(await recount(db(), own.id)).toEqual(exact);
		const seen = await page(own, manager, '', later(5));
		expect(seen).toMatchObject({ total: 16, counts: { 'not-started': 0 } });
	}, 60_000);
});

describe('the page of a group', () => {
	test('is, whatever is asked, the choice of the whole list that its file has', async () => {
		const { own, manager } = await group(30, 3, { lessonsPerWeek: 1 });
		const now = later(120 * DAY);
		const { people, counts } = await cohorts.stats(db(), own, now);
		expect(people.filter(({ need }) => need).length).toBeGreaterThan(10);
		for (const address of [
			'',
			'pace=behind',
			'find=a',
			'find=%C3%89VA',
			'find=b&pace=not-started',
			'sort=lessons',
			'sort=last-day&pace=behind',
			'page=7',
			'find=%25',
			'find=nobody'
		]) {
			const seen = (await page(own, manager, address, now))!;
			const chosen = choose(people, readView(new URLSearchParams(address)));
			expect([address, seen.people, seen.chosen]).toEqual([
				address,
				pageOf(chosen, 1).people,
				chosen.length
			]);
			expect(seen).toMatchObject({ counts, total: 30, view: { page: 1 } });
			expect(seen.needs.more + seen.needs.people.length).toBe(
				people.filter(({ need }) => need).length
			);
		}
		const byName = (await page(own, manager, '', now))!;
		const sorted = (await page(own, manager, 'sort=lessons', now))!;
		expect(byName.needs.people).toHaveLength(10);
		expect(sorted.needs).toEqual(byName.needs);
	});

	test('has pages of a hundred, the last of which is shown for any number that is too high', async () => {
		const { own, manager } = await group(0);
		const many = Array.from({ length: 230 }, (_, n) => ({
			name: `Person ${String(n).padStart(3, '0')}`
		}));
		for (const each of many) await member(db(), own, await person(db(), each));
		const names = async (address: string) => {
			const { people, pages, view } = (await page(own, manager, address, later(1)))!;
			return [people[0]!.name, people.length, view.page, pages];
		};
		expect(await names('')).toEqual(['Person 000', 100, 1, 3]);
		expect(await names('page=2')).toEqual(['Person 100', 100, 2, 3]);
		expect(await names('page=3')).toEqual(['Person 200', 30, 3, 3]);
		expect(await names('page=9999')).toEqual(['Person 200', 30, 3, 3]);
		expect(await names('page=2&find=PERSON+1')).toEqual(['Person 100', 100, 1, 1]);
		expect(await names('page=2&pace=not-started')).toEqual(['Person 100', 100, 2, 3]);
	});

	test('names the same people as the whole list would', async () => {
		const { own, manager } = await group(40, 11);
		const now = later(30 * DAY);
		await freshen(db(), { cohortId: own.id });
		const found = (await rows.counted(db(), manager.id, own.id, rules))!;
		const { needs } = together(course, own, found.parts, { now, dayOf: isoDay });
		const list = namedIn(await rows.rowsOf(db(), { cohortId: own.id }), needs.named);
		const seen = (await page(own, manager, '', now))!;
		expect(seen.needs.people).toEqual(cohortStats(course, own, list, now).people);
		expect(seen.needs.people.length).toBe(10);
	});
});
