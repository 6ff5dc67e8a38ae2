import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { outline } from '#lib/course/outline.ts';
import { writeView } from '#lib/learning/people-view.ts';
import { mulberry32 } from '#lib/learning/random.ts';
import { statementsOf, useDatabase } from '../../../tests/support/database.ts';
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
import * as cohorts from './cohorts.ts';
import { course } from './course.ts';
import type { CohortRow } from './db/cohorts.ts';
import { account, completion, membership } from './db/schema.ts';

const db = useDatabase();
const manager = () => person(db(), { role: 'manager' });
const DAY = 24 * 60;

async function withLink(maxUses = 5) {
	const own = await cohort(db(), await manager());
	const code = await cohorts.makeLink(db(), {
		cohort: own,
		...{ managerId: own.id, domains: [] },
		maxUses,
		expiresAt: later(DAY),
		at: start
	});
	const join = async (who: { id: string; email: string }, at = later(1)) =>
		cohorts.join(db(), { code, account: who, shown: 'status', at });
	const link = async (now = later(1)) => (await cohorts.links(db(), own, now))[0]!;
	return { own, code, join, link };
}

const revoke = (own: CohortRow, id: string, at: Date) =>
	cohorts.revokeLink(db(), { cohort: own, managerId: own.id, id, at });

describe('a cohort', () => {
	test('is found through its manager, and by nobody else', async () => {
		const [one, other] = [await manager(), await manager()];
		const administrator = await person(db(), { role: 'administrator' });
		const own = await cohort(db(), one);
		expect(await cohorts.ofManager(db(), one.id, own.id)).toEqual(own);
		for (const who of [other, administrator])
			expect(await cohorts.ofManager(db(), who.id, own.id)).toBeUndefined();
		expect((await cohorts.managedBy(db(), one.id)).map((each) => each.cohort.id)).toEqual([own.id]);
		expect(await cohorts.managedBy(db(), other.id)).toEqual([]);
	});

	test('is shown as each of its managers chose, and its file is the screen', async () => {
		const [one, other] = [await manager(), await manager()];
		const own = await cohort(db(), one);
		const others = await cohort(db(), other);
		for (const name of ['Zoë', 'Bas', 'Bo']) {
			const who = await person(db(), { name });
			for (const each of [own, others]) await member(db(), each, who);
		}
		const page = (of: CohortRow, who: { id: string }, address = '') =>
			cohorts.dashboard(db(), {
				...{ managerId: who.id, id: of.id, asked: new URLSearchParams(address), now: later(1) }
			});
		const kept = async (of: CohortRow, who: { id: string }) => {
			const seen = await page(of, who);
			return seen && writeView(seen.view);
		};
		const asked = new URLSearchParams('find=b&pace=not-started&sort=quizzes&page=7&other=1');
		await cohorts.keepView(db(), { cohort: own, managerId: one.id, asked });
		expect(await kept(own, one)).toBe('pace=not-started&find=b&sort=quizzes');
		// Who does not manage it opens nothing.
		expect(await kept(own, other)).toBeUndefined();
		expect(await kept(others, other)).toBe('');
		const chosen = await cohorts.chosen(db(), own, asked, later(1));
		expect(chosen.map(({ name }) => name)).toEqual(['Bas', 'Bo']);
		// What is asked goes before what is kept.
		for (const address of ['', 'find=B', 'sort=lessons&find=b&pace=not-started'])
			expect((await page(own, one, address))?.people).toEqual(chosen);
		expect((await page(own, one, 'find=zoe'))?.people).toMatchObject([{ name: 'Zoë' }]);
		expect(await page(own, one, 'pace=finished')).toMatchObject({
			people: [],
			chosen: 0,
			total: 3
		});
		const everybody = new URLSearchParams();
		await cohorts.keepView(db(), { cohort: own, managerId: one.id, asked: everybody });
		expect(await kept(own, one)).toBe('');
		expect(await cohorts.chosen(db(), own, everybody, later(1))).toHaveLength(3);
	});

	test.each(['', 'x', '-'.repeat(36), "' or true --", '\0'.repeat(36), '../..'])(
		"id %j is nobody's",
		async (id) => {
			expect(await cohorts.ofManager(db(), (await manager()).id, id)).toBeUndefined();
		}
	);

	test('has a line for each member and for nobody else', async () => {
		const [one, other] = [await cohort(db(), await manager()), await cohort(db(), await manager())];
		const [ada, bo] = [await person(db(), { name: 'Ada' }), await person(db(), { name: 'bo' })];
		for (const who of [bo, ada]) await member(db(), one, who);
		await member(db(), other, ada);
		await doLesson(db(), ada, 'a1');
		const { people, counts } = await cohorts.stats(db(), one, later(60));
		expect(people.map((each) => [each.name, each.pace, each.lessons.done])).toEqual([
			['Ada', 'on-pace', 1],
			['bo', 'not-started', 0]
		]);
		expect(counts).toEqual({ 'not-started': 1, behind: 0, 'on-pace': 1, finished: 0 });
		expect((await cohorts.stats(db(), other, later(60))).people).toEqual([people[0]]);
	});

	test('asks the database the same for one member as for two hundred, and no more than three times', async () => {
		const boss = await manager();
		const own = await cohort(db(), boss);
		await member(db(), own, await person(db()));
		const look = () =>
			cohorts.dashboard(db(), {
				...{ managerId: boss.id, id: own.id, asked: new URLSearchParams(), now: later(1) }
			});
		await look();
		const one = await statementsOf(look);
		await fill(own.id, 199);
		await look();
		const many = await statementsOf(look);
		expect(await look()).toMatchObject({ total: 200, chosen: 200, pages: 2 });
		expect(many).toEqual(one);
		// The first says that both that read see one moment.
		expect(many.filter((each) => !each.startsWith('set transaction'))).toHaveLength(2);
	});
});

/** Many members at once, each with completions of their own. */
async function fill(cohortId: string, size: number, seed = 7) {
	const random = mulberry32(seed);
	const units = outline(course, course.edition).units.map(({ id }) => id);
	const people = Array.from({ length: size }, (_, index) => ({
		id: randomUUID(),
		email: `many${index}-${seed}@test.example`,
		name: `Person ${Math.floor(random() * size)}`,
		language: 'nl' as const,
		role: 'learner' as const,
		passwordHash: 'none',
		edition: course.edition,
		createdAt: start
	}));
	await db().insert(account).values(people);
	await db()
		.insert(membership)
		.values(
			people.map(({ id: accountId }) => ({
				cohortId,
				accountId,
				joinedAt: later(Math.floor(random() * 20 * DAY))
			}))
		);
	const share = () => random();
	const done = people.flatMap(({ id: accountId }) => {
		const luck = share() * 1.4;
		return units
			.filter(() => share() < luck)
			.map((unit) => ({
				accountId,
				unit,
				firstCompletedAt: later(Math.floor(share() * 30 * DAY))
			}));
	});
	if (done.length > 0) await db().insert(completion).values(done);
	return people;
}

describe('what a learner is shown of what managers see', () => {
	test("is, for each of two hundred random learners, the very line on the manager's page", async () => {
		const boss = await manager();
		const own = await cohort(db(), boss);
		const people = await fill(own.id, 200);
		await predict(db(), { ...boss, ...people[0]! }, 'p-a1-1');
		await check(db(), { ...boss, ...people[1]! }, { item: 'Q-A1-03' });
		const now = later(25 * DAY);
		const lines = new Map(
			(await cohorts.stats(db(), own, now)).people.map((each) => [each.id, each])
		);
		expect(new Set([...lines.values()].map((each) => each.pace)).size).toBe(4);
		for (const { id } of people) {
			const seen = await cohorts.seenOf(db(), id, now);
			expect(seen.map((each) => each.line)).toEqual([lines.get(id)]);
			expect(seen[0]).toMatchObject({ cohort: { id: own.id }, managers: [boss.name] });
		}
	});

	test('lists each cohort they are in, and none that they are not in', async () => {
		const [one, two, three] = [
			await cohort(db(), await manager()),
			await cohort(db(), await manager()),
			await cohort(db(), await manager())
		];
		const who = await person(db());
		await member(db(), two, who, later(2));
		await member(db(), one, who, later(1));
		await member(db(), three, await person(db()));
		expect((await cohorts.seenOf(db(), who.id, later(9))).map((each) => each.cohort.id)).toEqual([
			one.id,
			two.id
		]);
		expect(await cohorts.seenOf(db(), (await person(db())).id, later(9))).toEqual([]);
	});
});

describe('a link to join', () => {
	test('lets somebody in once, and using it again takes no second place', async () => {
		const { join, link, code } = await withLink();
		const who = await person(db());
		expect(await join(who)).toBe('joined');
		expect(await join(who)).toBe('member');
		expect(await link()).toMatchObject({ uses: 1, state: 'open', code });
		expect(await db().select().from(membership)).toMatchObject([
			{ accountId: who.id, joinedAt: later(1) }
		]);
	});

	test('lets in exactly as many as it has places, however many come at once', async () => {
		const { join, link, own } = await withLink(7);
		const people = await Promise.all(Array.from({ length: 20 }, () => person(db())));
		const outcomes = await Promise.all(people.map((who) => join(who)));
		expect(outcomes.filter((each) => each === 'joined')).toHaveLength(7);
		expect(outcomes.filter((each) => each === 'full')).toHaveLength(13);
		expect(await link()).toMatchObject({ uses: 7, state: 'full' });
		expect((await cohorts.stats(db(), own, later(2))).people).toHaveLength(7);
	});

	test('pressed ten times at once by one person uses one place', async () => {
		const { join, link } = await withLink();
		const who = await person(db());
		const outcomes = await Promise.all(Array.from({ length: 10 }, () => join(who)));
		expect(outcomes.filter((each) => each === 'joined')).toHaveLength(1);
		expect(outcomes.filter((each) => each === 'member')).toHaveLength(9);
		expect(await link()).toMatchObject({ uses: 1 });
	});

	test('ends at its last moment', async () => {
		const { join, link, code } = await withLink();
		expect(await join(await person(db()), new Date(later(DAY).getTime() - 1))).toBe('joined');
		expect(await join(await person(db()), later(DAY))).toBe('expired');
		expect((await link(later(DAY))).state).toBe('expired');
		expect(await cohorts.behindLink(db(), code, undefined, later(DAY))).toMatchObject({
			state: 'expired'
		});
	});

	test('ends when its manager revokes it; who is in stays in; another manager cannot', async () => {
		const { join, link, own } = await withLink();
		const who = await person(db());
		await join(who);
		await revoke(await cohort(db(), await manager()), (await link()).id, later(1));
		expect((await link()).state).toBe('open');
		await revoke(own, (await link()).id, later(2));
		await revoke(own, (await link()).id, later(3));
		expect(await link()).toMatchObject({ state: 'revoked', revokedAt: later(2) });
		expect(await join(await person(db()))).toBe('revoked');
		expect(await join(who)).toBe('member');
	});

	test.each(['', 'nothing', '\0', '%', 'x'.repeat(10_000)])(
		'%j that was never made lets nobody in',
		async (code) => {
			const who = await person(db());
			expect(await cohorts.behindLink(db(), code, undefined, start)).toBeUndefined();
			expect(
				await cohorts.join(db(), { code, account: who, shown: 'status', at: start })
			).toBeUndefined();
		}
	);

	test('cannot be guessed: two are never the same, and each is sixteen signs', async () => {
		const own = await cohort(db(), await manager());
		const make = () =>
			cohorts.makeLink(db(), {
				cohort: own,
				managerId: own.id,
				domains: [],
				maxUses: 1,
				expiresAt: later(1),
				at: start
			});
		const codes = await Promise.all(Array.from({ length: 20 }, make));
		expect(new Set(codes).size).toBe(20);
		expect(codes.every((code) => /^[\w-]{16}$/.test(code))).toBe(true);
	});
});
