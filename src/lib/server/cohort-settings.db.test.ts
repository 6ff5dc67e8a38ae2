import { describe, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { statementsOf, useDatabase } from '../../../tests/support/database.ts';
import { cohort, later, member, person, start } from '../../../tests/support/people.ts';
import { begin, take } from '../../../tests/support/quiz.ts';
import type { Account } from './accounts.ts';
import * as settings from './cohort-settings.ts';
import * as care from './cohort-care.ts';
import * as cohorts from './cohorts.ts';
import type { CohortRow } from './db/cohorts.ts';
import { auditEvent, membership, outbox } from './db/schema.ts';

const db = useDatabase();
const origin = 'https://course.example';
const manager = () => person(db(), { role: 'manager', name: 'Mira' });

async function group(size: number, given: Partial<CohortRow> = {}) {
	const who = await manager();
	const own = await cohort(db(), who, given);
	const people: Account[] = [];
	for (let n = 0; n < size; n++) {
		people.push(await person(db()));
		await member(db(), own, people[n]!);
	}
	const by = { cohort: own, managerId: who.id, now: later(10), origin };
	const now = async () => (await cohorts.ofManager(db(), who.id, own.id))!;
	const agree = (n: number, agrees = true, at = later(20)) =>
		settings.agree(db(), { cohortId: own.id, accountId: people[n]!.id, agrees, at });
	return { who, own, people, by, now, agree };
}
const details = async (action: string) =>
	(
		await db()
			.select()
			.from(auditEvent)
			.where(eq(auditEvent.action, action as 'cohort'))
	)
		.sort((a, b) => a.at.getTime() - b.at.getTime())
		.map(({ detail }) => detail);

describe('what managers see', () => {
	test('becomes more only when every member agreed, and is not read before that', async () => {
		const { own, people, by, now, agree } = await group(3);
		await take(db(), await begin(db(), people[0]!, later(1)), 1, later(2));
		const bandsOf = async () =>
			(await cohorts.stats(db(), await now(), later(30))).people.map(({ bands }) => bands);
		const read = await statementsOf(bandsOf);
		expect(read.filter((each) => each.includes('"attempt"'))).toEqual([]);

		expect(await settings.setSees(db(), { ...by, sees: 'bands' })).toBe('asked');
		expect(await settings.setSees(db(), { ...by, sees: 'bands' })).toBe('asked');
		expect(await db().select().from(outbox)).toHaveLength(3);
		await agree(0);
		await agree(1);
		await agree(1, false);
		await agree(2);
		expect(await now()).toMatchObject({ sees: 'status' });
		expect(await bandsOf()).toEqual([undefined, undefined, undefined]);
		await agree(1);
		expect(await now()).toMatchObject({ sees: 'bands', asksBandsAt: null });
		expect((await bandsOf()).map((bands) => bands?.length)).toEqual([1, 0, 0]);

		expect(await settings.setSees(db(), { ...by, now: later(35), sees: 'status' })).toBe('status');
		expect(await bandsOf()).toEqual([undefined, undefined, undefined]);
		// An old yes is not a new one.
		expect(await settings.setSees(db(), { ...by, now: later(40), sees: 'bands' })).toBe('asked');
		expect(await details('visibility')).toEqual(['asked', 'bands', 'status', 'asked']);
		expect(own.sees).toBe('status');
	});

	test('becomes more when the only one who did not agree has left, and in a cohort without people at once', async () => {
		const { people, by, now, agree, own } = await group(2);
		await settings.setSees(db(), { ...by, sees: 'bands' });
		await agree(0);
		await care.leave(db(), { accountId: people[1]!.id, cohortId: own.id, at: later(25) });
		await settings.settleAll(db(), later(30));
		expect((await now()).sees).toBe('bands');
		const empty = await group(0);
		expect(await settings.setSees(db(), { ...empty.by, sees: 'bands' })).toBe('bands');
	});

	test('is not agreed to by who is no member, nor when nothing is asked', async () => {
		const { own, now, agree, people } = await group(1);
		const other = await person(db());
		const given = { cohortId: own.id, agrees: true, at: later(5) };
		expect(await settings.agree(db(), { ...given, accountId: other.id })).toBe(false);
		expect(await agree(0)).toBe(true);
		expect((await now()).sees).toBe('status');
		const [row] = await db().select().from(membership);
		expect(row).toMatchObject({ accountId: people[0]!.id, bandsAgreedAt: null });
	});

	test('is what somebody read before joining, or they are asked again', async () => {
		const { by, now } = await group(0);
		const given = {
			cohort: by.cohort,
			managerId: by.managerId,
			domains: [],
			maxUses: 5,
			expiresAt: later(600),
			at: start
		};
		const code = await cohorts.makeLink(db(), given);
		const who = await person(db());
		const join = (shown: 'status' | 'bands') =>
			cohorts.join(db(), { code, account: who, shown, at: later(12) });
		await settings.setSees(db(), { ...by, sees: 'bands' });
		expect(await join('status')).toBe('changed');
		expect((await cohorts.stats(db(), await now(), later(13))).people).toEqual([]);
		expect(await join('bands')).toBe('joined');
		const [row] = await db().select().from(membership);
		expect(row!.bandsAgreedAt).toEqual(later(12));
	});
});

describe('a cohort that is put away', () => {
	test('lets nobody in, has nobody reminded, and can be taken out again', async () => {
		const { who, by, now, people, own } = await group(1);
		const given = {
			cohort: own,
			managerId: by.managerId,
			domains: [],
			maxUses: 5,
			expiresAt: later(600),
			at: start
		};
		const code = await cohorts.makeLink(db(), given);
		await settings.archive(db(), by, true);
		await settings.archive(db(), by, true);
		const join = async () =>
			cohorts.join(db(), {
				...{ code, account: await person(db()), shown: 'status', at: later(20) }
			});
		expect(await join()).toBe('archived');
		expect(await cohorts.behindLink(db(), code, undefined, later(20))).toMatchObject({
			state: 'archived'
		});
		const nudge = async () =>
			care.nudge(db(), {
				...{ cohort: await now(), id: people[0]!.id, managerId: who.id, now: later(20) },
				...{ manager: 'Mira', origin }
			});
		expect(await nudge()).toBe('archived');
		await settings.archive(db(), { ...by, now: later(30) }, false);
		expect(await nudge()).toBe('sent');
		expect(await join()).toBe('joined');
		expect(await details('cohort')).toEqual(['archived', 'taken-out']);
	});
});

describe('managers of a cohort', () => {
	test('are added by the address of a manager, see it, and lose sight when they are removed', async () => {
		const { who, own, by } = await group(1);
		const other = await person(db(), { role: 'manager' });
		const learner = await person(db());
		const add = (email: string) => settings.addManager(db(), { ...by, email, manager: 'Mira' });
		expect(await add(learner.email)).toBe('unknown');
		expect(await add('no address')).toBe('unknown');
		expect(await add(` ${other.email.toUpperCase()} `)).toBe('added');
		expect(await add(other.email)).toBe('added');
		expect(await db().select().from(outbox)).toHaveLength(1);
		expect(await cohorts.ofManager(db(), other.id, own.id)).toBeDefined();
		const remove = (id: string, managerId = who.id) =>
			settings.removeManager(db(), { ...by, managerId, id });
		expect(await remove(learner.id)).toBe('unknown');
		// Both at once: one stays.
		const both = await Promise.all([remove(other.id), remove(who.id, other.id)]);
		expect(both.sort()).toEqual(['last', 'removed']);
		const left = await settings.managers(db(), own);
		expect(left).toHaveLength(1);
		expect(await details('co-manager')).toEqual(['added', 'removed']);
	});
});

describe('moving somebody', () => {
	test('takes them to another cohort of the same manager, tells them, and never shows more', async () => {
		const { who, own, people, by } = await group(1);
		const target = await cohort(db(), who, { name: 'Target' });
		const wider = await cohort(db(), who, { sees: 'bands' });
		const away = await cohort(db(), who, { archivedAt: start });
		const others = await cohort(db(), await manager());
		const move = (to: string) =>
			settings.move(db(), { ...by, id: people[0]!.id, to, manager: 'Mira' });
		for (const each of [wider, away, others, own]) expect(await move(each.id)).toBe('nowhere');
		expect(await db().select().from(outbox)).toEqual([]);
		expect(await move(target.id)).toBe('moved');
		expect(await move(target.id)).toBe('unknown');
		expect((await cohorts.stats(db(), own, later(20))).people).toEqual([]);
		expect((await cohorts.stats(db(), target, later(20))).people).toHaveLength(1);
		const [letter] = await db().select().from(outbox);
		expect(letter).toMatchObject({ recipient: people[0]!.email });
		expect(letter!.body).toContain('Mira');
	});
});
