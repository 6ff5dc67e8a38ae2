import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { useDatabase } from '../../../tests/support/database.ts';
import { cohort, later, member, person, start } from '../../../tests/support/people.ts';
import type { Account } from './accounts.ts';
import * as canvas from './canvas.ts';
import * as reviews from './canvas-reviews.ts';
import * as sharing from './canvas-sharing.ts';
import { account, canvasReview, membership } from './db/schema.ts';

const db = useDatabase();
const DAY = 24 * 60;
const good = { level: 2, evidence: 'want het staat er' };
const levels = { diagnosis: good, 'peoples-why': good, evidence: good };

/** A cohort of so many people, of whom the first wrote, judged and asked. */
async function asked(people = 6) {
	const manager = await person(db(), { role: 'manager' });
	const group = await cohort(db(), manager);
	const members: Account[] = [];
	for (let n = 0; n < people; n++) {
		const who = await person(db());
		await member(db(), group, who);
		members.push(who);
	}
	const writer = members[0]!;
	await write(writer, 'zoals het nu is');
	await sharing.assess(db(), { accountId: writer.id, exercise: 'e1', levels, at: start });
	const outcome = await ask(writer, group.id);
	return { manager, group, members, writer, outcome };
}
const write = (who: Account, text: string, base = 0) =>
	canvas.save(db(), {
		...{ accountId: who.id, field: 'e1_opdracht', cells: [[text]], base, saveId: randomUUID() },
		...{ language: 'nl', at: start }
	});
const ask = (who: Account, cohortId: string, at = start) =>
	reviews.ask(db(), { accountId: who.id, exercise: 'e1', cohortId, at });
const open = (who: Account, at = start) => reviews.open(db(), who.id, at, 'nl');
const claim = (who: Account, request: string, at = start) =>
	reviews.claim(db(), { reviewerId: who.id, request, at });
const view = (who: Account, id: string, now = start) =>
	reviews.view(db(), { reviewerId: who.id, id, language: 'nl', now });
const send = (who: Account, id: string, at = later(1), said = levels, suggestion = 'korter') =>
	reviews.send(db(), { reviewerId: who.id, id, levels: said, suggestion, at });
const ofWriter = (who: Account) => reviews.ofExercise(db(), who.id, 'e1');
/** The request as somebody sees it who may. */
const requestOf = async (who: Account, at = start) => (await open(who, at))[0]!;

describe('asking', () => {
	test('needs one’s own judgement first, a group one is in, and five people', async () => {
		const { group, members, manager } = await asked();
		expect(await ask(members[1]!, group.id)).toBe('assess-first');
		expect(await ask(manager, group.id)).toBe('unknown');
		expect(await ask(members[0]!, randomUUID())).toBe('unknown');
		expect((await asked(4)).outcome).toBe('too-few');
		expect((await asked(5)).outcome).toBe('asked');
	});

	test('shows an exercise as it was, to colleagues of the group alone', async () => {
		const { members, writer, manager } = await asked();
		await write(writer, 'daarna veranderd', 1);
		const [, reader] = members;
		const stranger = await person(db());
		for (const who of [writer, manager, stranger]) expect(await open(who)).toEqual([]);
		const request = await requestOf(reader!);
		expect(request).toMatchObject({ title: 'Eerst het waarom', places: 2 });
		for (const who of [writer, manager, stranger])
			expect(await claim(who, request.id)).toBeUndefined();
		const shown = await view(reader!, (await claim(reader!, request.id))!);
		const text = JSON.stringify(shown);
		expect(text).toContain('zoals het nu is');
		expect(text).not.toContain('daarna veranderd');
	});

	test('a manager of the group reads none of it, also not as a member', async () => {
		const { group, manager, members, writer } = await asked();
		await member(db(), group, manager);
		expect(await open(manager)).toEqual([]);
		const request = await requestOf(members[1]!);
		const place = (await claim(members[1]!, request.id))!;
		await send(members[1]!, place);
		expect(await claim(manager, request.id)).toBeUndefined();
		expect(await sharing.forManager(db(), manager.id, group.id, 'nl')).toEqual([]);
		expect(await sharing.sharedBy(db(), writer.id, 'nl')).toEqual([]);
	});
});

describe('places', () => {
	test('are two, however many ask for one at the same moment', async () => {
		const { members, writer } = await asked(8);
		const request = (await requestOf(members[1]!)).id;
		const places = await Promise.all(members.slice(1).map((who) => claim(who, request)));
		expect(places.filter(Boolean)).toHaveLength(2);
		const [first] = members.slice(1).filter((_, index) => places[index]);
		expect(await Promise.all([claim(first!, request), claim(first!, request)])).toEqual(
			Array(2).fill(places[members.indexOf(first!) - 1])
		);
		const without = members.slice(1).find((_, index) => !places[index])!;
		expect(await open(without)).toEqual([]);
		expect((await db().select().from(canvasReview)).length).toBe(2);
		expect((await ofWriter(writer)).said).toEqual([]);
	});

	test('are free again when given back, and after seven days without an answer', async () => {
		const { members } = await asked();
		const [, one, two, three] = members as [Account, Account, Account, Account];
		const request = (await requestOf(one)).id;
		const [first, second] = [(await claim(one, request))!, (await claim(two, request))!];
		expect(await claim(three, request)).toBeUndefined();
		expect(await reviews.release(db(), { reviewerId: three.id, id: first })).toBe(false);
		expect(await reviews.release(db(), { reviewerId: one.id, id: first })).toBe(true);
		expect(await claim(three, request)).toBeTypeOf('string');
		const late = later(7 * DAY + 1);
		expect(await view(two, second, late)).toBeUndefined();
		expect(await claim(one, request, late)).toBeTypeOf('string');
		// Late, but there is still a place.
		expect(await send(two, second, late)).toBe('sent');
		expect(await send(three, (await claim(three, request))!, late)).toBe('gone');
	});
});

describe('an answer', () => {
	test('is read by whoever asked, without who gave it, and gives away nothing of either side', async () => {
		const { members, writer } = await asked();
		const [, one, two] = members as [Account, Account, Account];
		const request = (await requestOf(one)).id;
		for (const who of [one, two]) {
			const place = (await claim(who, request))!;
			expect(await send(who, place)).toBe('sent');
			// Sent once: what is sent again changes nothing.
			await send(who, place, later(9), levels, 'iets anders');
			expect(await reviews.release(db(), { reviewerId: who.id, id: place })).toBe(false);
			const seen = JSON.stringify([await open(who), await view(who, place)]);
			expect(seen).toContain('korter');
			for (const told of [writer.name, writer.email, writer.id, who.id])
				expect(seen).not.toContain(told);
		}
		const read = await ofWriter(writer);
		expect(read.said).toMatchObject([
			{ levels, suggestion: 'korter', askedAt: start },
			{ levels, suggestion: 'korter' }
		]);
		for (const who of [one, two])
			for (const told of [who.name, who.email, who.id])
				expect(JSON.stringify(read)).not.toContain(told);
	});

	test('is whole or not kept', async () => {
		const { members } = await asked();
		const one = members[1]!;
		const place = (await claim(one, (await requestOf(one)).id))!;
		const { evidence, ...some } = levels;
		expect(await send(one, place, later(1), some as typeof levels)).toBe('incomplete');
		expect(await send(one, place, later(1), levels, 'x'.repeat(601))).toBe('too-long');
		const wrong = { ...levels, diagnosis: { level: 5, evidence: '' } };
		expect(await send(one, place, later(1), wrong)).toBe('refused');
		expect(await send(members[2]!, place)).toBe('gone');
		expect(evidence).toBe(good);
		expect((await view(one, place))!.sent).toBeUndefined();
	});

	test('stays with whoever asked when they withdraw, ask again, or their colleague goes', async () => {
		const { members, writer, group } = await asked();
		const [, one, two] = members as [Account, Account, Account];
		const request = (await requestOf(one)).id;
		const [place, other] = [(await claim(one, request))!, (await claim(two, request))!];
		await send(one, place);
		const given = { accountId: writer.id, exercise: 'e1', at: later(2) };
		expect(await reviews.withdraw(db(), given)).toBe(true);
		expect(await reviews.withdraw(db(), given)).toBe(false);
		expect(await view(one, place)).toBeUndefined();
		expect(await send(two, other)).toBe('gone');
		expect(await open(one)).toEqual([]);
		await ask(writer, group.id, later(3));
		await db().delete(account).where(eq(account.id, one.id));
		const read = await ofWriter(writer);
		expect(read).toMatchObject({ open: { askedAt: later(3) }, said: [{ askedAt: start, levels }] });
	});

	test('is out of reach for who left the group, and for what a writer who left had asked', async () => {
		const { members, writer, group } = await asked();
		const [, one, two] = members as [Account, Account, Account];
		const request = (await requestOf(one)).id;
		const [place, other] = [(await claim(one, request))!, (await claim(two, request))!];
		const leave = (who: Account) =>
			db()
				.delete(membership)
				.where(and(eq(membership.cohortId, group.id), eq(membership.accountId, who.id)));
		await leave(one);
		expect(await view(one, place)).toBeUndefined();
		expect(await send(one, place)).toBe('gone');
		expect(await view(two, other)).toBeDefined();
		await leave(writer);
		expect(await view(two, other)).toBeUndefined();
	});
});
