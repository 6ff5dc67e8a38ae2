import { expect, test } from 'vitest';
import { useDatabase } from '../../../tests/support/database.ts';
import { cohort, doLesson, member, person } from '../../../tests/support/people.ts';
import * as accounts from './accounts.ts';
import * as cohorts from './cohorts.ts';
import { course } from './course.ts';
import { setRole } from './db/accounts.ts';
import { outbox, reminder } from './db/schema.ts';
import { sendDigests } from './digest.ts';

const db = useDatabase();
const origin = 'https://course.example';
// A Tuesday, a quarter past eleven by the clock of the Netherlands, and the Monday before it.
const tuesday = new Date('2026-11-24T10:15:00Z');
const monday = new Date('2026-11-23T10:15:00Z');
const nextWeek = new Date('2026-12-01T10:15:00Z');
const send = (now = tuesday) => sendDigests(db(), now, origin);
const letters = () => db().select().from(outbox);

test('goes to managers who asked for it, once a week, within the hours for it, with the figures of the page', async () => {
	const manager = await person(db(), {
		role: 'manager',
		name: 'Mira',
		digest: true,
		language: 'en'
	});
	const silent = await person(db(), { role: 'manager' });
	const own = await cohort(db(), manager, { name: 'Autumn' });
	await member(db(), await cohort(db(), silent), await person(db()));
	await cohort(db(), manager, { name: 'Without people' });
	const away = await cohort(db(), manager, { name: 'Put away', archivedAt: monday });
	for (let n = 0; n < 3; n++) {
		const who = await person(db(), { name: `Secret ${n}` });
		await member(db(), own, who);
		await member(db(), away, who);
		if (n === 0) await doLesson(db(), who, course.modules[0]!.lessons[0]!.id);
	}
	expect((await send(monday)).sent).toBe(0);
	const rounds = await Promise.all([send(), send()]);
	expect(rounds[0].sent + rounds[1].sent).toBe(1);
	expect((await send()).sent).toBe(0);
	const [letter, ...none] = await letters();
	expect(none).toEqual([]);
	expect(letter!.recipient).toBe(manager.email);
	const { counts, people } = await cohorts.stats(db(), own, tuesday);
	expect(letter!.body).toContain(
		`Autumn (3)\nnot started: ${counts['not-started']}, behind: ${counts.behind}, on pace: ${counts['on-pace']}, finished: ${counts.finished}`
	);
	const needs = people.filter(({ need }) => need).length;
	expect(needs).toBeGreaterThan(0);
	expect(letter!.body).toContain(`May need you: ${needs}.`);
	expect(letter!.body).toContain(`${origin}/en/manage/${own.id}`);
	for (const hidden of ['Secret', 'Put away', 'Without people'])
		expect(letter!.body).not.toContain(hidden);
	expect((await send(nextWeek)).sent).toBe(1);
	await accounts.setDigest(db(), manager.id, false);
	expect((await send(new Date('2026-12-08T10:15:00Z'))).sent).toBe(0);
	expect(await db().select().from(reminder)).toHaveLength(2);
});

test('does not go to who is no manager any longer', async () => {
	const manager = await person(db(), { role: 'manager', digest: true });
	await member(db(), await cohort(db(), manager), await person(db()));
	await setRole(db(), manager.id, 'learner');
	expect((await send()).sent).toBe(0);
});
