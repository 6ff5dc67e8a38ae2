import { describe, expect, test } from 'vitest';
import { useDatabase } from '../../../tests/support/database.ts';
import { later, person, predict, start } from '../../../tests/support/people.ts';
import type { Account } from './accounts.ts';
import { noteRevision, prediction } from './db/schema.ts';
import { positionsOf } from './db/progress.ts';
import { rememberStep, view } from './lessons.ts';
import { write } from './notes.ts';
import * as predictions from './predictions.ts';

const db = useDatabase();

describe('a prediction', () => {
	test('is kept once: the first stands, whatever comes later or at the same time', async () => {
		const who = await person(db());
		const outcomes = await Promise.all(
			['a', 'b', 'c', 'd'].map((chosen) => predict(db(), who, 'p-a1-1', chosen))
		);
		expect(outcomes.map((each) => each.kind).sort()).toEqual(['kept', 'kept', 'kept', 'recorded']);
		const [first] = await db().select().from(prediction);
		await predict(db(), who, 'p-a1-1', first?.chosen === 'a' ? 'b' : 'a', later(9));
		expect(await db().select().from(prediction)).toEqual([first]);
	});

	test.each([
		['nothing', '', 'empty'],
		['an option that is not there', 'z', 'unknown'],
		['one beyond the last', 'e', 'unknown'],
		['two options', 'ab', 'unknown']
	])('of %s stores nothing', async (_, chosen, kind) => {
		const who = await person(db());
		expect(await predict(db(), who, 'p-a1-1', chosen)).toEqual({ kind });
		expect(await db().select().from(prediction)).toEqual([]);
	});

	test('of another lesson is unknown', async () => {
		const who = await person(db());
		const given = {
			accountId: who.id,
			lesson: 'a2',
			prediction: 'p-a1-1',
			chosen: 'a',
			language: 'nl' as const,
			at: start
		};
		expect(await predictions.record(db(), given)).toEqual({ kind: 'unknown' });
	});
});

const note = (who: Account, body: string, base: number, more: object = {}) =>
	write(db(), {
		accountId: who.id,
		lesson: 'a1',
		field: 'note_a1',
		body,
		base,
		at: start,
		...more
	});

describe('a note', () => {
	test('gains a revision each time its text changes, and none when it is the same again', async () => {
		const who = await person(db());
		expect(await note(who, 'een', 0)).toEqual({ kind: 'saved', revision: 1 });
		expect(await note(who, 'twee', 1)).toEqual({ kind: 'saved', revision: 2 });
		expect(await note(who, 'twee', 2)).toEqual({ kind: 'saved', revision: 2 });
		// The same text from an older tab is no quarrel either: what they wrote is what is kept.
		expect(await note(who, 'twee', 0)).toEqual({ kind: 'saved', revision: 2 });
		expect(await db().select().from(noteRevision)).toHaveLength(2);
	});

	test('written from an older revision is a conflict and overwrites nothing', async () => {
		const who = await person(db());
		await note(who, 'een', 0);
		await note(who, 'twee', 1);
		expect(await note(who, 'drie', 1)).toEqual({ kind: 'conflict' });
		expect(await note(who, 'drie', 7)).toEqual({ kind: 'conflict' });
		const seen = await view(db(), { accountId: who.id, lesson: 'a1', language: 'nl' });
		const blocks = seen!.steps.flatMap((step) => step.blocks);
		expect(blocks.find((block) => block.type === 'note')).toMatchObject({
			body: 'twee',
			revision: 2
		});
	});

	test('from ten tabs at once is saved for one of them; the others are told', async () => {
		const who = await person(db());
		const outcomes = await Promise.all(
			Array.from({ length: 10 }, (_, tab) => note(who, `tab ${tab}`, 0))
		);
		expect(outcomes.filter((each) => each.kind === 'saved')).toHaveLength(1);
		expect(outcomes.filter((each) => each.kind === 'conflict')).toHaveLength(9);
		expect(await db().select().from(noteRevision)).toHaveLength(1);
	});

	test('is as long as people count: emoji are one, and one too many is too long', async () => {
		const who = await person(db());
		expect(await note(who, '🐑'.repeat(200), 0)).toMatchObject({ kind: 'saved' });
		expect(await note(who, '🐑'.repeat(201), 1)).toEqual({
			kind: 'too-long',
			max: 200,
			length: 201
		});
		expect(await db().select().from(noteRevision)).toHaveLength(1);
	});

	test.each([
		'a\0b',
		'\ud83d',
		'\udc11\ud83d',
		"'; drop table account; --",
		'\u202e\u0007',
		'{"a": "\\u0000"}'
	])('of hostile text %j is saved as far as a database can keep it', async (body) => {
		const who = await person(db());
		expect(await note(who, body, 0)).toEqual({ kind: 'saved', revision: 1 });
		const [row] = await db().select().from(noteRevision);
		expect(row?.body).toBe(body.replaceAll('\0', '').toWellFormed());
		expect(await note(who, body, 1)).toEqual({ kind: 'saved', revision: 1 });
	});

	test.each([
		['a field that is not there', { field: 'note_zz' }],
		['another lesson', { lesson: 'a3' }],
		['a revision that is no number', { base: Number.NaN }],
		['a revision below none', { base: -1 }],
		['a revision beyond all', { base: 2 ** 40 }]
	])('for %s is unknown', async (_, more) => {
		expect(await note(await person(db()), 'tekst', 0, more)).toEqual({ kind: 'unknown' });
		expect(await db().select().from(noteRevision)).toEqual([]);
	});
});

describe('the place in a lesson', () => {
	const step = (who: Account, to: string, minute: number) =>
		rememberStep(db(), { accountId: who.id, lesson: 'a1', step: to, at: later(minute) });

	test('moves along, and an older message does not move it back', async () => {
		const who = await person(db());
		await step(who, 'step-2', 2);
		await step(who, 'step-4', 4);
		await step(who, 'step-3', 3);
		expect(await positionsOf(db(), who.id)).toEqual([
			{ lesson: 'a1', step: 'step-4', at: later(4) }
		]);
	});

	test('is only ever a step that is there', async () => {
		const who = await person(db());
		expect(await step(who, 'step-99', 1)).toBe(false);
		expect(await positionsOf(db(), who.id)).toEqual([]);
	});
});
