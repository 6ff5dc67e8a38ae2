import { randomUUID } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { eq, getTableColumns, getTableName, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { describe, expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database.ts';
import { later, person, start } from '../../../../tests/support/people.ts';
import { hashPassword } from '../auth/password.ts';
import type { Account } from '../accounts.ts';
import * as accounts from '../db/accounts.ts';
import * as schema from '../db/schema.ts';
import * as certificates from '../certificates.ts';
import { castPassword } from '../demo/cast.ts';
import { play } from '../demo/load.ts';
import * as canvas from '../canvas.ts';
import * as reviews from '../canvas-reviews.ts';
import * as sharing from '../canvas-sharing.ts';
import * as notes from '../notes.ts';
import { post } from '../mail.ts';
import * as plans from '../plans.ts';
import * as data from './data.ts';

const db = useDatabase();
const tables = Object.values(schema).flatMap((each) => (is(each, PgTable) ? [each] : []));
/** Every value in the database, as text. */
async function dump(): Promise<string> {
	const parts = [];
	for (const table of tables) parts.push(JSON.stringify(await db().select().from(table)));
	return parts.join('\n');
}
const markers = [
	'geheim in een notitie',
	'geheim op het canvas',
	'geheim bij een plan',
	'geheim voor een manager'
];

/** The demo cast, in which one person did everything that a person can do. */
async function cast() {
	const people = await play(db(), later(0), () => {});
	const [henry, hanneke] = [people.get('henry')!, people.get('hanneke')!];
	const amina = people.get('amina')!;
	const mine = { accountId: henry.id, language: 'nl' as const };
	await notes.write(db(), {
		...{ accountId: henry.id, lesson: 'a1', field: 'note_a1' },
		...{ body: markers[0]!, base: 0, at: start }
	});
	const field = { ...mine, field: 'e1_opdracht', cells: [[markers[1]!]], base: 1 };
	await canvas.save(db(), { ...field, saveId: randomUUID(), at: start });
	const [plan] = await plans.view(db(), henry.id, start);
	const said = {
		condition: plan!.condition,
		action: plan!.action,
		outcome: 'not',
		note: markers[2]!
	};
	await plans.answer(db(), { accountId: henry.id, id: randomUUID(), ...said, at: start });
	const levels = Object.fromEntries(
		['diagnosis', 'peoples-why', 'evidence'].map((row) => [
			row,
			{ level: 2, evidence: markers[3]! }
		])
	);
	await sharing.assess(db(), { accountId: henry.id, exercise: 'e1', levels, at: start });
	await post(db(), { recipient: henry.email, subject: 'Aan Henry', body: 'een link' }, start);
	return { people, henry, hanneke, amina };
}
const archiveOf = async (who: Account, at = start) => {
	const ticket = await data.ticketFor(db(), who, at);
	return data.archive(db(), who, { ticket, language: 'nl', at });
};
const filesIn = (zip: Buffer) =>
	Object.fromEntries(
		Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, strFromU8(bytes)])
	);

/** Secrets, and who somebody else is. Of a session also its id; other ids are handed out. */
const unsaid = new Set(['by', 'salt', 'assessorId']);

/** What somebody takes along, save that they took it along before. */
async function kept(who: Account) {
	const { audit_event: _done, ...rest } = JSON.parse(
		filesIn((await archiveOf(who))!)['data.json']!
	) as Record<string, unknown>;
	return rest;
}

describe('taking everything along', () => {
	test('holds every row and value of theirs, and nobody else’s', async () => {
		const { people, henry } = await cast();
		const files = filesIn((await archiveOf(henry))!);
		const json = JSON.parse(files['data.json']!) as Record<string, Record<string, unknown>[]>;
		for (const marker of [...markers, henry.name, henry.email])
			expect(files['data.json'], marker).toContain(marker);
		for (const table of tables) {
			if (!('accountId' in table)) continue;
			const name = getTableName(table);
			const rows = await db()
				.select()
				.from(table)
				.where(eq(table.accountId as never, henry.id));
			const columns = Object.entries(getTableColumns(table)).filter(([key]) => !unsaid.has(key));
			const whole = rows.map((row: Record<string, unknown>) =>
				JSON.stringify(columns.map(([key]) => row[key]))
			);
			const handed = (json[name] ?? []).map((row) =>
				JSON.stringify(columns.map(([, column]) => row[column.name]))
			);
			expect(handed.sort(), name).toEqual(whole.sort());
		}
		for (const [who, other] of people)
			if (who !== 'henry')
				for (const told of [other.id, other.email])
					expect(files['data.json'], who).not.toContain(told);
		expect(files['data.json']).not.toContain(henry.passwordHash);
		expect(files['lees-mij.txt']).toContain('response.csv (');
		expect(files['response.csv']!.split('\r\n').length).toBe(json.response!.length + 2);
		expect(Object.keys(json).length).toBeGreaterThan(11);
	});

	test('asks for a ticket of their own, which is good once and for five minutes', async () => {
		const [one, other] = [await person(db()), await person(db())];
		const ticket = await data.ticketFor(db(), one, start);
		const fetch = (who: Account, given: string, at = start) =>
			data.archive(db(), who, { ticket: given, language: 'en', at });
		expect(await fetch(one, 'nothing')).toBeUndefined();
		expect(await fetch(one, ticket)).toBeInstanceOf(Buffer);
		expect(await fetch(one, ticket)).toBeUndefined();
		expect(await fetch(other, await data.ticketFor(db(), one, start))).toBeUndefined();
		expect(await fetch(one, await data.ticketFor(db(), one, start), later(6))).toBeUndefined();
	});

	test('and erasing ask for the password, as often as the door does', async () => {
		const who = await person(db(), { passwordHash: await hashPassword(castPassword) });
		expect(await data.confirm(db(), who, castPassword, start)).toEqual({ kind: 'confirmed' });
		for (let n = 0; n < 5; n++)
			expect(await data.confirm(db(), who, 'niet dit wachtwoord', start)).toEqual({
				kind: 'wrong'
			});
		expect(await data.confirm(db(), who, castPassword, start)).toMatchObject({ kind: 'wait' });
	});
});

describe('erasing', () => {
	test('leaves nothing by which they could be known, and everybody else as they were', async () => {
		const { people, henry, amina } = await cast();
		const request = { accountId: amina.id, exercise: 'e1' };
		const before = await kept(amina);
		const own = (await certificates.ownedBy(db(), henry, 'nl'))!;
		for (const told of [henry.id, henry.email, henry.name, ...markers])
			expect(await dump(), told).toContain(told);
		expect(await data.erase(db(), henry, start)).toBe('erased');
		const left = await dump();
		for (const told of [henry.id, henry.email, henry.name, ...markers])
			expect(left, told).not.toContain(told);
		expect(await kept(amina)).toEqual(before);
		expect(await certificates.proof(db(), own.code, 'nl')).toEqual({
			kind: 'withdrawn',
			code: own.code
		});
		for (const [name, other] of people)
			if (name !== 'henry') expect(await accounts.byId(db(), other.id), name).toBeDefined();
		expect(await reviews.ofExercise(db(), request.accountId, request.exercise)).toBeDefined();
		// Twice is once.
		expect(await data.erase(db(), henry, start)).toBe('erased');
	});

	test('of an administrator leaves that one and the same person decided, not who; the last one stays', async () => {
		const { people, henry } = await cast();
		const farida = people.get('farida')!;
		const [answer] = await db()
			.select()
			.from(schema.response)
			.where(eq(schema.response.accountId, henry.id));
		await db()
			.insert(schema.regrade)
			.values({
				...{ accountId: henry.id, answerId: answer!.answerId, earned: 1, why: 'appeal' as const },
				...{ by: farida.id, at: start }
			});
		expect(await data.erase(db(), farida, start)).toBe('last-administrator');
		await person(db(), { role: 'administrator' });
		expect(await data.erase(db(), farida, start)).toBe('erased');
		const left = await dump();
		expect(left).not.toContain(farida.id);
		const [row] = await db().select().from(schema.regrade);
		expect(row!.by).toMatch(/^[\w-]{22}$/);
	});

	test('of two administrators at once leaves one', async () => {
		const both = [
			await person(db(), { role: 'administrator' }),
			await person(db(), { role: 'administrator' })
		];
		const said = await Promise.all(both.map((who) => data.erase(db(), who, start)));
		expect(said.sort()).toEqual(['erased', 'last-administrator']);
	});
});

test('what is kept is counted line by line', async () => {
	const { henry } = await cast();
	const kept = await data.overview(db(), henry);
	const of = (line: string) => kept.find((each) => each.line === line)?.records;
	expect(of('identity')).toBe(1);
	expect(of('certificate')).toBe(1);
	expect(of('plans')).toBe(1);
	expect(of('answers')).toBeGreaterThan(100);
	expect(of('appeals')).toBe(0);
});
