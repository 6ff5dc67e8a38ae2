import fc from 'fast-check';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { useDatabase } from '../../../tests/support/database.ts';
import { check, person, start } from '../../../tests/support/people.ts';
import * as audit from './audit.ts';
import * as accounts from './db/accounts.ts';
import * as schema from './db/schema.ts';
import { account, auditEvent, certificate, completion, outbox, session } from './db/schema.ts';
import { monthsBefore, tidyInactive } from './inactive.ts';
import { erase } from './privacy/data.ts';

const db = useDatabase();
const DAY = 24 * 60 * 60 * 1000;
const after = (days: number) => new Date(start.getTime() + days * DAY);
/** Of the months of the setting, the first moment at which they are over. */
const MONTHS = 6;
const over = 182;
const tidy = (at: Date, most?: number) =>
	tidyInactive(db(), { now: at, months: MONTHS, origin: 'https://course.test' }, most);
const letters = () => db().select().from(outbox);
const isThere = async ({ id }: { id: string }) => (await accounts.byId(db(), id)) !== undefined;

/** What a session leaves: when it began, and when it was last renewed. */
const sessionRow = (accountId: string, began: Date, renewed = began) => ({
	...{ id: `sha256:${accountId}`, accountId, confirmedAt: began, secondFactorAt: null },
	...{
		expiresAt: new Date(renewed.getTime() + 7 * DAY),
		endsAt: new Date(began.getTime() + 30 * DAY)
	}
});
const signsIn = (id: string, at: Date) =>
	db().update(account).set({ signedInAt: at }).where(eq(account.id, id));

test.each([
	['2026-11-24T10:00:00Z', 24, '2024-11-24T10:00:00Z'],
	['2026-08-31T10:00:00Z', 6, '2026-02-28T10:00:00Z'],
	['2028-03-31T00:00:00Z', 13, '2027-02-28T00:00:00Z'],
	['2026-01-15T23:59:59Z', 1, '2025-12-15T23:59:59Z']
])('%s minus %i months is %s', (now, months, before) => {
	expect(monthsBefore(new Date(now), months)).toEqual(new Date(before));
});

describe('an account that nobody uses', () => {
	test('is warned once, in its own language, and erased thirty days later', async () => {
		const dutch = await person(db());
		const english = await person(db(), { language: 'en', name: 'Ann' });
		expect(await tidy(after(over - 3))).toEqual({ warned: 0, erased: 0, faults: [] });
		expect(await tidy(after(over))).toEqual({ warned: 2, erased: 0, faults: [] });
		for (const days of [0, 1, 29]) expect((await tidy(after(over + days))).warned).toBe(0);
		const sent = await letters();
		expect(sent).toHaveLength(2);
		const to = (who: { email: string }) => sent.find((each) => each.recipient === who.email)!;
		expect(to(dutch).subject).toContain('wordt je account gewist');
		expect(to(dutch).subject).toContain('2 juni 2027');
		expect(to(dutch).body).toContain('https://course.test/nl/account/data');
		expect(to(english).body).toContain('Hello Ann');
		expect(to(english).body).toContain('https://course.test/en/sign-in');
		expect(await isThere(dutch)).toBe(true);
		expect(await tidy(after(over + 30))).toEqual({ warned: 0, erased: 2, faults: [] });
		for (const who of [dutch, english]) {
			expect(await isThere(who)).toBe(false);
			for (const table of [account, outbox, auditEvent])
				expect(JSON.stringify(await db().select().from(table))).not.toContain(who.email);
		}
		const done = await audit.list(db());
		expect(done.map(({ action, detail, itself }) => [action, detail, itself])).toEqual([
			...Array.from({ length: 2 }, () => ['inactive', 'erased', true]),
			...Array.from({ length: 2 }, () => ['inactive', 'warned', true])
		]);
		expect(done.every(({ subject, about }) => about && subject === undefined)).toBe(true);
	});

	test.each<[string, (id: string, at: Date) => Promise<unknown>]>([
		['signing in', signsIn],
		['an answer from a mail', (id, at) => check(db(), { id } as never, { item: 'Q-A1-03', at })],
		[
			'something completed',
			(accountId, firstCompletedAt) =>
				db().insert(completion).values({ accountId, unit: 'lesson:a1', firstCompletedAt })
		],
		['a session', (id, at) => db().insert(session).values(sessionRow(id, at))],
		[
			'a session that goes on',
			(id, at) =>
				db()
					.insert(session)
					.values(sessionRow(id, new Date(at.getTime() - 20 * DAY), at))
		]
	])('counts %s as life, before the warning and after it', async (_, lives) => {
		const [before, later] = [await person(db()), await person(db())];
		await lives(before.id, after(over - 1));
		expect((await tidy(after(over))).warned).toBe(1);
		await lives(later.id, after(over + 29));
		expect(await tidy(after(over + 40))).toEqual({ warned: 0, erased: 0, faults: [] });
		// Half a year later all of it begins again, with a warning of its own.
		const round = await tidy(after(2 * over + 31));
		expect(round).toEqual({ warned: 2, erased: 0, faults: [] });
		expect(await letters()).toHaveLength(3);
		expect((await tidy(after(2 * over + 60))).erased).toBe(0);
		expect((await tidy(after(2 * over + 61))).erased).toBe(2);
	});

	test('is told what becomes of its certificate', async () => {
		const wishes = ['anonymous', 'withdrawn'] as const;
		for (const [statusIndex, afterErasure] of wishes.entries()) {
			const { id } = await person(db(), { email: `${afterErasure}@test.example` });
			await db()
				.insert(certificate)
				.values({
					...{ code: `AAAA${statusIndex}`, accountId: id, edition: 1, earnedAt: start },
					...{ issuedAt: start, statusIndex, salt: 's', afterErasure }
				});
		}
		await tidy(after(over));
		const bodies = Object.fromEntries((await letters()).map((each) => [each.recipient, each.body]));
		expect(bodies['anonymous@test.example']).toContain('certificaat blijft staan, zonder je naam');
		expect(bodies['withdrawn@test.example']).toContain('certificaat vervalt');
		expect(bodies['withdrawn@test.example']).toContain('https://course.test/nl/certificate\n');
		expect((await tidy(after(over + 30))).erased).toBe(2);
		expect(await db().select().from(certificate).orderBy(certificate.code)).toMatchObject([
			{ accountId: null, afterErasure: 'anonymous' },
			{ accountId: null, afterErasure: 'withdrawn' }
		]);
	});

	test('of the last administrator stays, without a warning; of two one goes', async () => {
		const first = await person(db(), { role: 'administrator' });
		expect(await tidy(after(over))).toEqual({ warned: 0, erased: 0, faults: [] });
		const second = await person(db(), { role: 'administrator' });
		expect((await tidy(after(over))).warned).toBe(2);
		expect((await tidy(after(over + 30))).erased).toBe(1);
		expect([await isThere(first), await isThere(second)].filter(Boolean)).toHaveLength(1);
		expect(await tidy(after(over + 300))).toEqual({ warned: 0, erased: 0, faults: [] });
	});

	test('is looked at a bounded number at a time, and once by two rounds at the same moment', async () => {
		for (let n = 0; n < 7; n++) await person(db());
		expect((await tidy(after(over), 5)).warned).toBe(5);
		const both = await Promise.all([tidy(after(over)), tidy(after(over))]);
		expect(both.reduce((sum, { warned }) => sum + warned, 0)).toBe(2);
		expect(await letters()).toHaveLength(7);
		expect((await tidy(after(over + 30), 5)).erased).toBe(5);
		const rest = await Promise.all([tidy(after(over + 30)), tidy(after(over + 30))]);
		expect(rest.flatMap(({ faults }) => faults)).toEqual([]);
		expect(rest.reduce((sum, { erased }) => sum + erased, 0)).toBe(2);
	});

	test('is left alone when the setting was raised after the warning, and when its owner erased it', async () => {
		const [one, other] = [await person(db()), await person(db())];
		await tidy(after(over));
		expect(await erase(db(), other, after(over + 1))).toBe('erased');
		const longer = { now: after(over + 30), months: 12, origin: 'https://course.test' };
		expect(await tidyInactive(db(), longer)).toEqual({ warned: 0, erased: 0, faults: [] });
		expect(await isThere(one)).toBe(true);
	});
});

test('whatever happens, nobody goes without a mail thirty days before, nor who was here since', async () => {
	const day = fc.integer({ min: 0, max: 500 });
	const deed = fc.record({
		day,
		who: fc.integer({ min: 0, max: 2 }),
		kind: fc.constantFrom('signs in', 'answers', 'has a session')
	});
	const history = fc.record({
		born: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 3, maxLength: 3 }),
		deeds: fc.array(deed, { maxLength: 6 }),
		rounds: fc.array(day, { minLength: 1, maxLength: 12 })
	});
	let gone = 0;
	await fc.assert(
		fc.asyncProperty(history, async ({ born, deeds, rounds }) => {
			await db().execute('truncate account, outbox, response, session cascade' as never);
			const people = [];
			for (const [index, createdAt] of born.map(after).entries())
				people.push(
					await person(db(), { createdAt, role: index === 2 ? 'administrator' : 'learner' })
				);
			const seen = people.map((each) => each.createdAt.getTime());
			const told = people.map(() => -Infinity);
			const events = [
				...deeds.map((each) => ({ ...each, round: false as const })),
				...rounds.map((each) => ({ day: each, round: true as const }))
			].sort((a, b) => a.day - b.day);
			for (const event of events) {
				const at = after(event.day);
				if (!event.round) {
					const who = people[event.who]!;
					if (at < who.createdAt || !(await isThere(who))) continue;
					await lives(event.kind, who, at);
					seen[event.who] = at.getTime();
					continue;
				}
				const before = await Promise.all(people.map(isThere));
				const mails = new Set((await letters()).map((each) => each.id));
				await tidy(at);
				const fresh = (await letters()).filter((each) => !mails.has(each.id));
				for (const [index, who] of people.entries()) {
					if (before[index] && !(await isThere(who))) {
						gone += 1;
						expect(at.getTime() - told[index]!).toBeGreaterThanOrEqual(30 * DAY);
						expect(told[index]).toBeGreaterThan(seen[index]!);
						expect(seen[index]).toBeLessThan(monthsBefore(at, MONTHS).getTime());
						expect(who.role).toBe('learner');
					}
					const mine = fresh.filter((each) => each.recipient === who.email);
					expect(mine.length).toBeLessThanOrEqual(1);
					if (mine.length === 1) {
						// Never a second warning about the same silence.
						expect(told[index]).toBeLessThanOrEqual(seen[index]!);
						told[index] = at.getTime();
					}
				}
			}
		}),
		{ numRuns: 60 }
	);
	expect(gone).toBeGreaterThan(5);
}, 120_000);

async function lives(kind: string, who: accounts.AccountRow, at: Date): Promise<void> {
	if (kind === 'signs in') await signsIn(who.id, at);
	if (kind === 'answers') {
		const response = {
			...{ accountId: who.id, answerId: crypto.randomUUID(), item: 'Q-A1-03', version: 'v' },
			...{ try: Math.floor(at.getTime() / DAY) % 30_000, given: {}, earned: 0, total: 1 }
		};
		await db()
			.insert(schema.response)
			.values({ ...response, language: 'nl', answeredAt: at })
			.onConflictDoNothing();
	}
	if (kind === 'has a session') {
		await db().delete(session).where(eq(session.accountId, who.id));
		await db().insert(session).values(sessionRow(who.id, at));
	}
}
