import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { useDatabase } from '../../../tests/support/database.ts';
import { check, cohort, later, member, person, start } from '../../../tests/support/people.ts';
import * as audit from './audit.ts';
import * as accounts from './accounts.ts';
import * as care from './cohort-care.ts';
import * as cohorts from './cohorts.ts';
import { outline } from '#lib/course/outline.ts';
import { course } from './course.ts';
import { addCompletions } from './db/progress.ts';
import { auditEvent, outbox, reminder } from './db/schema.ts';
import { peopleCsv } from './export/people.ts';
import * as data from './privacy/data.ts';

const db = useDatabase();
const DAY = 24 * 60;

async function group() {
	const manager = await person(db(), { role: 'manager', name: 'Hanneke' });
	const own = await cohort(db(), manager);
	const who = await person(db(), { language: 'en', name: 'Sam' });
	await member(db(), own, who);
	const about = { cohort: own, id: who.id, managerId: manager.id, now: start };
	const nudge = (more: Partial<typeof about> = {}) =>
		care.nudge(db(), { ...about, ...more, manager: manager.name, origin: 'https://course.test' });
	return { manager, own, who, about, nudge };
}
const mails = () => db().select().from(outbox);
const done = async () =>
	(await audit.list(db())).map(({ action, actor, subject }) => [action, actor, subject]);

describe('a reminder', () => {
	test('is one mail in seven days, in their language, with where they go on and how to stop', async () => {
		const { nudge, who } = await group();
		expect(await Promise.all([nudge(), nudge(), nudge()])).toEqual(
			expect.arrayContaining(['sent', 'recently', 'recently'])
		);
		expect(await mails()).toMatchObject([{ recipient: who.email }]);
		const { subject, body } = (await mails())[0]!;
		expect(subject).toContain('you can go on');
		for (const part of [
			'Sam',
			'Hanneke',
			'A1 ',
			'/en/lesson/a1',
			'/en/manager-view',
			'/en/account#nudges'
		])
			expect(body).toContain(part);
		expect(await nudge({ now: later(7 * DAY - 1) })).toBe('recently');
		expect(await nudge({ now: later(7 * DAY) })).toBe('sent');
		expect(await db().select().from(reminder)).toHaveLength(2);
		expect(await done()).toEqual([
			['nudge', 'Hanneke', 'Sam'],
			['nudge', 'Hanneke', 'Sam']
		]);
	});

	test('is not sent to who does not want one, has finished, or is not in the cohort', async () => {
		const { nudge, who, own, about } = await group();
		await accounts.setNudges(db(), who.id, false);
		expect(await nudge()).toBe('off');
		expect(await care.person(db(), about)).toMatchObject({ nudge: 'off' });
		await accounts.setNudges(db(), who.id, true);
		const units = outline(course, course.edition).units.map(({ id: unit }) => ({
			unit,
			at: start
		}));
		await addCompletions(db(), who.id, units);
		expect(await nudge()).toBe('finished');
		const other = await person(db());
		expect(await nudge({ id: other.id })).toBe('unknown');
		await care.leave(db(), { accountId: who.id, cohortId: own.id, at: start });
		expect(await nudge()).toBe('unknown');
		expect(await mails()).toEqual([]);
	});
});

describe('more time', () => {
	test('is a last day of one’s own, with a reason that they read too, and never less time', async () => {
		const { about, own, who } = await group();
		const give = (days: number, reason: string) =>
			care.giveTime(db(), { ...about, endsAt: later(days * DAY), reason });
		expect(await give(50, ' ')).toBe('no-reason');
		expect(await give(50, 'x'.repeat(201))).toBe('too-long');
		expect(await give(30, 'ziek')).toBe('too-early');
		expect(
			await care.giveTime(db(), { ...about, id: own.id, endsAt: later(50 * DAY), reason: 'x' })
		).toBe('unknown');
		expect(await give(50, 'verhuisd')).toBe('kept');
		await check(db(), who, { item: 'Q-A1-03' });
		const now = later(40 * DAY);
		const { people } = await cohorts.stats(db(), own, now);
		expect(people).toMatchObject([{ endsAt: later(50 * DAY) }]);
		expect(people[0]!.need).not.toMatchObject({ kind: 'over' });
		const [seen] = await cohorts.seenOf(db(), who.id, now);
		expect(seen).toMatchObject({ reason: 'verhuisd', line: people[0]! });
		expect(peopleCsv(people, 'nl')).toContain('2026-12-22');
		expect((await audit.list(db()))[0]).toMatchObject({
			action: 'extra-time',
			detail: '2026-12-22'
		});
		// The reason is theirs: it is not where it could not be erased.
		expect(JSON.stringify(await db().select().from(auditEvent))).not.toContain('verhuisd');
	});
});

describe('a pace of one’s own', () => {
	test('gives a last day that follows from joining, and more time is more than that', async () => {
		const manager = await person(db(), { role: 'manager' });
		const own = await cohort(db(), manager, { lessonsPerWeek: 1 });
		const who = await person(db());
		await member(db(), own, who);
		const { people } = await cohorts.stats(db(), own, later(1));
		const last = people[0]!.endsAt!;
		expect(people[0]!.lessons.required).toBeGreaterThan(0);
		// From noon on the day of joining.
		expect(last).toEqual(later(people[0]!.lessons.required * 7 * DAY + 2 * 60));
		const about = { cohort: own, id: who.id, managerId: manager.id, now: later(1) };
		const give = (endsAt: Date) => care.giveTime(db(), { ...about, endsAt, reason: 'verlof' });
		expect(await give(last)).toBe('too-early');
		expect(await give(new Date(last.getTime() + 1))).toBe('kept');
		const [seen] = await cohorts.seenOf(db(), who.id, later(1));
		expect(seen!.line.endsAt).toEqual(new Date(last.getTime() + 1));
	});
});

describe('leaving', () => {
	test('by oneself or by a manager takes the line away at once, and keeps what was done', async () => {
		const { about, own, who } = await group();
		const second = await person(db(), { name: 'Kim' });
		await member(db(), own, second);
		await check(db(), who, { item: 'Q-A1-03' });
		expect(await care.leave(db(), { accountId: who.id, cohortId: own.id, at: start })).toBe(true);
		expect(await care.leave(db(), { accountId: who.id, cohortId: own.id, at: start })).toBe(false);
		expect(await care.remove(db(), { ...about, id: second.id })).toBe(true);
		expect((await cohorts.stats(db(), own, start)).people).toEqual([]);
		expect(await care.person(db(), about)).toBeUndefined();
		expect(await cohorts.seenOf(db(), who.id, start)).toEqual([]);
		expect((await data.overview(db(), who)).find(({ line }) => line === 'answers')!.records).toBe(
			1
		);
		expect((await done()).sort()).toEqual([
			['leave', 'Sam', undefined],
			['remove', 'Hanneke', 'Kim']
		]);
	});
});

describe('what was done', () => {
	test('is added to, and nothing else: the database refuses', async () => {
		const { nudge } = await group();
		await nudge();
		for (const statement of [
			sql`update audit_event set action = 'role'`,
			sql`delete from audit_event`
		])
			await expect(db().execute(statement)).rejects.toThrow();
		expect(await done()).toHaveLength(1);
	});

	test('is read by whom it concerns, and keeps no name of who is gone', async () => {
		const { nudge, who, manager } = await group();
		await nudge();
		const stranger = await person(db());
		expect(await audit.ofPerson(db(), stranger.id)).toEqual([]);
		expect(await audit.ofPerson(db(), who.id)).toMatchObject([
			{ actor: 'Hanneke', subject: 'Sam' }
		]);
		await data.erase(db(), who, later(1));
		const left = JSON.stringify(await db().select().from(auditEvent));
		for (const told of [who.id, who.name, who.email]) expect(left).not.toContain(told);
		expect(await audit.ofPerson(db(), manager.id)).toEqual([
			{ at: start, action: 'nudge', actor: 'Hanneke', about: true, detail: null }
		]);
		expect((await audit.list(db()))[0]).toEqual({
			...{ at: later(1), action: 'erase', about: false, detail: null }
		});
	});

	test('holds who gave a role', async () => {
		const [admin, who] = [
			await person(db(), { name: 'Farida' }),
			await person(db(), { name: 'Jo' })
		];
		await accounts.giveRole(db(), who.id, 'manager', { by: admin.id, at: start });
		expect(await audit.list(db())).toMatchObject([
			{ action: 'role', actor: 'Farida', subject: 'Jo', detail: 'manager' }
		]);
	});
});
