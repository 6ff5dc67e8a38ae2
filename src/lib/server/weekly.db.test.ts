import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { publicItem } from '#lib/course/public-item.ts';
import { statementsOf, useDatabase } from '../../../tests/support/database.ts';
import { check, doLesson, person } from '../../../tests/support/people.ts';
import { setWeeklyMail } from './accounts.ts';
import * as canvas from './canvas.ts';
import { itemOf } from './course.ts';
import type { Database } from './db/connect.ts';
import { account, outbox, reminder, token } from './db/schema.ts';
import * as plans from './plans.ts';
import { firstWaiting } from './reviews.ts';
import { asText } from './weekly-letter.ts';
import { sendWeekly } from './weekly.ts';

const db = useDatabase();
const ITEM = 'Q-A1-03';
const origin = 'https://course.test';
const WEEK = 7 * 24 * 60 * 60 * 1000;
/** A Wednesday, three weeks after the answers: what was answered then is waiting now. */
const now = new Date('2026-11-25T10:00:00Z');

/** Somebody who asked for the mail and has one question waiting. */
async function asker(given: Parameters<typeof person>[1] = {}) {
	const who = await person(db(), { weeklyMail: true, ...given });
	await check(db(), who, { item: ITEM });
	return who;
}
const send = (at = now, change = {}, on: Database = db()) => sendWeekly(on, at, origin, change);
const letters = () => db().select().from(outbox);
const reminders = () => db().select().from(reminder);

describe('the weekly question', () => {
	test('goes to whoever asked for it, and to nobody else', async () => {
		const who = await asker();
		await asker({ weeklyMail: false });
		expect(await send()).toEqual({ sent: 1, faults: [] });
		expect(await letters()).toMatchObject([{ recipient: who.email }]);
		expect(await reminders()).toEqual([
			{ accountId: who.id, kind: 'weekly-question', cycle: '2026-W48', at: now }
		]);
	});

	test('does not go to whoever has nothing waiting, and does once they have', async () => {
		const who = await person(db(), { weeklyMail: true });
		expect(await send()).toEqual({ sent: 0, faults: [] });
		await check(db(), who, { item: ITEM, at: now });
		expect((await send()).sent).toBe(0);
		expect(await reminders()).toEqual([]);
		expect((await send(new Date(now.getTime() + 4 * WEEK))).sent).toBe(1);
	});

	test('goes out once a week, though asked ten times, and again the week after', async () => {
		await asker();
		for (let n = 0; n < 10; n++) await send(new Date(now.getTime() + n * 60_000));
		expect(await letters()).toHaveLength(1);
		await send(new Date(now.getTime() + WEEK));
		expect(await letters()).toHaveLength(2);
		expect((await reminders()).map((row) => row.cycle)).toEqual(['2026-W48', '2026-W49']);
	});

	test('goes out once when processes look at the same moment', async () => {
		for (let n = 0; n < 5; n++) await asker();
		const rounds = await Promise.all(Array.from({ length: 4 }, () => send()));
		expect(rounds.reduce((sum, round) => sum + round.sent, 0)).toBe(5);
		expect(new Set((await letters()).map((letter) => letter.recipient)).size).toBe(5);
		expect(await letters()).toHaveLength(5);
		expect(await db().select().from(token)).toHaveLength(10);
	});

	test.each([
		['on a Monday', '2026-11-23T10:00:00Z'],
		['on a Saturday', '2026-11-28T10:00:00Z'],
		['before eight', '2026-11-25T06:59:00Z'],
		['after six', '2026-11-25T17:00:00Z']
	])('does not go out %s', async (_, at) => {
		await asker();
		expect(await send(new Date(at))).toEqual({ sent: 0, faults: [] });
		expect(await letters()).toEqual([]);
	});

	test('is the first of what waits, in the language of the account, without the key', async () => {
		for (const language of ['nl', 'en'] as const) {
			const who = await asker({ language });
			await doLesson(db(), who, 'a2');
			const item = itemOf((await firstWaiting(db(), who.id, now))!)!;
			await send();
			const [letter] = await db().select().from(outbox).where(eq(outbox.recipient, who.email));
			for (const line of asText(
				publicItem(item, language, (list) => list),
				language
			).split('\n'))
				expect(letter!.body).toContain(line);
			expect(letter!.body).toMatch(
				new RegExp(`${origin}/${language}/weekly/[\\w-]{32}\\n[^]*/weekly/stop/[\\w-]{32}\\n$`)
			);
			for (const secret of letter!.body.match(/[\w-]{32}$/gm)!)
				expect(JSON.stringify(await db().select().from(token))).not.toContain(secret);
		}
	});

	test('says that a plan waits, to whoever made it and did not say yet what became of it', async () => {
		const [planner, other] = [await asker(), await asker()];
		const at = new Date(now.getTime() - 31 * 24 * 60 * 60 * 1000);
		await canvas.save(db(), {
			...{ accountId: planner.id, field: 'plans_alsdan', cells: [['Als het regent', 'bel ik']] },
			...{ base: 0, saveId: randomUUID(), language: 'nl', at }
		});
		expect((await send()).sent).toBe(2);
		const bodyTo = async ({ email }: { email: string }) =>
			(await letters()).findLast(({ recipient }) => recipient === email)!.body;
		expect(await bodyTo(planner)).toContain(`${origin}/nl/canvas/follow-up\n`);
		// What the plan says is theirs: mail passes through many hands.
		expect(await bodyTo(planner)).not.toContain('regent');
		expect(await bodyTo(other)).not.toContain('follow-up');
		const said = { condition: 'Als het regent', action: 'bel ik', outcome: 'done', note: '' };
		await plans.answer(db(), { accountId: planner.id, id: randomUUID(), ...said, at: now });
		await send(new Date(now.getTime() + WEEK));
		expect(await letters()).toHaveLength(4);
		expect(await bodyTo(planner)).not.toContain('follow-up');
	});

	test('leaves nothing behind for somebody who turned it off, or whose account went', async () => {
		const [one, other] = [await asker(), await asker()];
		await setWeeklyMail(db(), one.id, false);
		await db().delete(account).where(eq(account.id, other.id));
		expect(await send()).toEqual({ sent: 0, faults: [] });
		for (const table of [outbox, token, reminder])
			expect(await db().select().from(table)).toEqual([]);
	});

	test('takes a bounded number of people a round, and the next round goes on', async () => {
		for (let n = 0; n < 3; n++) await person(db(), { weeklyMail: true });
		for (let n = 0; n < 4; n++) await asker();
		let after: string | undefined;
		const sent: number[] = [];
		do {
			const round = await send(now, { after, most: 2 });
			sent.push(round.sent);
			after = round.next;
		} while (after);
		expect(sent).toHaveLength(4);
		expect(await letters()).toHaveLength(4);
	});

	test('asks the database as much for one answer as for a whole course', async () => {
		await asker();
		const few = await statementsOf(() => send());
		const who = await asker();
		for (const lesson of ['a1', 'a2', 'b1']) await doLesson(db(), who, lesson);
		expect(await statementsOf(() => send())).toHaveLength(few.length);
		expect(few.length).toBeLessThan(15);
	});

	test('that cannot be posted is not kept as sent, and does not hold up the others', async () => {
		await asker({ email: 'broken@test.example' });
		const fine = await asker();
		const broken = breaking(db(), 'broken@test.example');
		const round = await send(now, {}, broken);
		expect(round).toMatchObject({ sent: 1, faults: [new Error('no')] });
		expect(await letters()).toMatchObject([{ recipient: fine.email }]);
		expect(await reminders()).toHaveLength(1);
		expect(await db().select().from(token)).toHaveLength(2);
		expect((await send()).sent).toBe(1);
	});
});

/** A database that refuses letters to one address, as the last thing in their transaction. */
function breaking(real: Database, recipient: string): Database {
	const transaction: Database['transaction'] = (work, ...options) =>
		real.transaction(
			(tx) => {
				const insert = (table: never) => {
					const query = tx.insert(table);
					if (table !== (outbox as unknown)) return query;
					return {
						values(row: { recipient: string }) {
							if (row.recipient === recipient) throw new Error('no');
							return query.values(row as never);
						}
					};
				};
				return work(Object.assign(Object.create(tx), { insert }) as typeof tx);
			},
			...options
		);
	return Object.assign(Object.create(real), { transaction }) as Database;
}
