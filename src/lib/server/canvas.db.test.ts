import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { statementsOf, useDatabase } from '../../../tests/support/database.ts';
import { later, person, start } from '../../../tests/support/people.ts';
import type { Account } from './accounts.ts';
import { tooLong } from '#lib/learning/canvas.ts';
import { canvasOf, fieldOf, history, overview, save, take, view, type Save } from './canvas.ts';
import { toMerge } from './canvas-merging.ts';
import { randomUUID } from 'node:crypto';

const db = useDatabase();
const field = 'e1_kernprobleem';

const write = (who: Account, text: string, base: number, more: Partial<Save> = {}) =>
	save(db(), {
		...{ accountId: who.id, field, cells: [[text]], base },
		...{ saveId: randomUUID(), language: 'nl', at: start },
		...more
	});
const seen = async (who: Account) => (await view(db(), who.id, 'e1', 'nl'))!.fields[4]!;

describe('saving', () => {
	test('adds a version each time, and the same text adds none', async () => {
		const who = await person(db());
		expect(await write(who, 'a', 0)).toMatchObject({ kind: 'saved', revision: 1 });
		expect(await write(who, 'ab', 1, { at: later(1) })).toMatchObject({ revision: 2 });
		expect(await write(who, 'ab', 2)).toMatchObject({ kind: 'saved', revision: 2 });
		expect(await canvasOf(db(), who.id)).toEqual({ [field]: [['ab']] });
		expect((await history(db(), who.id, field, 'nl'))!.versions.map(({ cells }) => cells)).toEqual([
			[['ab']],
			[['a']]
		]);
	});

	test('the same save sent again is one version, also when more was written since', async () => {
		const who = await person(db());
		const saveId = randomUUID();
		await write(who, 'a', 0, { saveId });
		await write(who, 'b', 1);
		expect(await write(who, 'a', 0, { saveId })).toMatchObject({ kind: 'saved', revision: 1 });
		expect(await canvasOf(db(), who.id)).toEqual({ [field]: [['b']] });
	});

	test('a form that was gone back to and sent with something else is no repetition: both are kept', async () => {
		const who = await person(db());
		const saveId = randomUUID();
		await write(who, 'a', 0, { saveId });
		for (let n = 0; n < 2; n++)
			expect(await write(who, 'b', 0, { saveId })).toEqual({ kind: 'aside', revision: 2, head: 1 });
		expect(await seen(who)).toMatchObject({ cells: [['a']], asides: [{ cells: [['b']] }] });
	});

	test('of two devices the later one stands aside, whole, until it is settled', async () => {
		const who = await person(db());
		await write(who, 'begin', 0);
		await write(who, 'from the phone', 1);
		expect(await write(who, 'from the desk', 1)).toEqual({ kind: 'aside', revision: 3, head: 2 });
		expect(await seen(who)).toMatchObject({
			cells: [['from the phone']],
			revision: 2,
			asides: [{ revision: 3, cells: [['from the desk']] }]
		});
		expect((await overview(db(), who.id, 'nl'))[0]).toMatchObject({ unsettled: 1 });
		// The phone goes on without having looked: nothing is settled by that.
		expect(await write(who, 'from the phone!', 2)).toMatchObject({ kind: 'saved', revision: 4 });
		expect((await seen(who)).asides).toHaveLength(1);
		expect(await write(who, 'both', 4, { settles: 3 })).toMatchObject({ kind: 'saved' });
		expect(await seen(who)).toMatchObject({ cells: [['both']], asides: [] });
	});

	test('what goes on beside a version aside takes its place; keeping the other settles it too', async () => {
		const who = await person(db());
		await write(who, 'one', 0);
		await write(who, 'desk', 0);
		expect(await write(who, 'desk, and more', 2)).toMatchObject({ kind: 'aside', revision: 3 });
		expect((await seen(who)).asides.map(({ cells }) => cells)).toEqual([[['desk, and more']]]);
		expect(await write(who, 'one', 1, { settles: 3 })).toMatchObject({
			kind: 'saved',
			revision: 4
		});
		expect(await seen(who)).toMatchObject({ cells: [['one']], asides: [] });
		expect((await history(db(), who.id, field, 'nl'))!.versions).toHaveLength(4);
	});

	test('a field that was left as it was is no other version, however old the page', async () => {
		const who = await person(db());
		await write(who, 'begin', 0);
		await write(who, 'further', 1);
		expect(await write(who, 'begin', 1)).toMatchObject({ kind: 'saved', revision: 2 });
		expect(await seen(who)).toMatchObject({ cells: [['further']], asides: [] });
	});

	test('an earlier version is taken back as a new one', async () => {
		const who = await person(db());
		await write(who, 'begin', 0);
		await write(who, 'further', 1);
		const given = { accountId: who.id, field, saveId: randomUUID(), language: 'en' as const };
		const back = { ...given, at: later(5), base: 2, revision: 1, upTo: 0 };
		expect(await take(db(), back)).toMatchObject({ kind: 'saved', revision: 3 });
		expect(await canvasOf(db(), who.id)).toEqual({ [field]: [['begin']] });
		expect(await take(db(), { ...back, revision: 9 })).toEqual({ kind: 'unknown' });
	});

	test('many at once: every text is kept, one of them counts', async () => {
		const who = await person(db());
		const texts = ['a', 'b', 'c', 'd'];
		await Promise.all(texts.map((text) => write(who, text, 0)));
		const { cells, asides } = await seen(who);
		expect([cells, ...asides.map((aside) => aside.cells)].flat(2).sort()).toEqual(texts);
	});

	test.each([
		['a field that does not exist', { field: 'e9_x' }],
		['a choice that does not exist', { field: 'e5_soort', cells: [['nonsense', '']] }],
		['far too much', { cells: [['a'.repeat(4001)]] }],
		['a version that cannot be', { base: -1 }]
	])('%s is unknown', async (_, more) => {
		const who = await person(db());
		expect(await write(who, 'a', 0, more)).toEqual({ kind: 'unknown' });
		expect(await canvasOf(db(), who.id)).toEqual({});
	});

	test('too long is kept, and told', async () => {
		const who = await person(db());
		await write(who, 'a'.repeat(200), 0);
		expect(tooLong(fieldOf(field)!, (await seen(who)).cells)).toEqual([
			{ row: 0, column: 'text', max: 160 }
		]);
	});
});

test('any text comes back from the database as it went in', async () => {
	const who = await person(db());
	let base = 0;
	await fc.assert(
		fc.asyncProperty(
			fc
				.string({ unit: 'binary', minLength: 1, maxLength: 80 })
				.map((text) => text.replaceAll('\0', '').toWellFormed()),
			async (text) => {
				const saved = await write(who, text, base);
				if (saved.kind !== 'saved') throw new Error(saved.kind);
				base = saved.revision;
				const canvas = await canvasOf(db(), who.id);
				expect(canvas[field]?.[0]?.[0] ?? '').toBe(text);
			}
		),
		{ numRuns: 150 }
	);
});

test('nobody sees the canvas of somebody else', async () => {
	const [one, other] = [await person(db()), await person(db())];
	await write(one, 'mine', 0);
	expect(await canvasOf(db(), other.id)).toEqual({});
	expect((await history(db(), other.id, field, 'nl'))!.versions).toEqual([]);
});

test('a page of the canvas asks two statements, however much was written', async () => {
	const who = await person(db());
	for (const text of ['a', 'b', 'c']) await write(who, text, text.charCodeAt(0) - 97);
	expect(await statementsOf(() => view(db(), who.id, 'e1', 'nl'))).toHaveLength(2);
	expect(await statementsOf(() => overview(db(), who.id, 'nl'))).toHaveLength(1);
});

describe('versions side by side, to be put together', () => {
	test('are all there to be read, until one is made of them', async () => {
		const [who, other] = [await person(db()), await person(db())];
		await write(who, 'begin', 0);
		expect(await toMerge(db(), who.id, field, 'nl')).toMatchObject({ asides: [] });
		await write(who, 'phone', 1);
		await write(who, 'desk', 1);
		await write(who, 'tablet', 1);
		expect(await toMerge(db(), who.id, field, 'nl')).toMatchObject({
			head: { revision: 2, cells: [['phone']] },
			asides: [
				{ revision: 3, cells: [['desk']] },
				{ revision: 4, cells: [['tablet']] }
			]
		});
		expect(await toMerge(db(), other.id, field, 'nl')).toMatchObject({
			...{ head: { revision: 0, cells: [] }, asides: [] }
		});
		expect(await toMerge(db(), who.id, 'e9_x', 'nl')).toBeUndefined();
		const kept = await write(who, 'phone, desk and tablet', 2, { settles: 4 });
		expect(kept).toMatchObject({ kind: 'saved', revision: 5 });
		expect(await toMerge(db(), who.id, field, 'nl')).toMatchObject({ asides: [] });
		expect((await history(db(), who.id, field, 'nl'))!.versions).toHaveLength(5);
	});

	test('are not settled by what was made of an older one: it stands beside them', async () => {
		const who = await person(db());
		await write(who, 'phone', 0);
		await write(who, 'desk', 0);
		await write(who, 'phone, again', 1);
		expect(await write(who, 'both', 1, { settles: 2 })).toMatchObject({ kind: 'aside' });
		expect((await seen(who)).asides.map(({ cells }) => cells[0]![0])).toEqual(['desk', 'both']);
	});

	test('show every row in which any of them has something', async () => {
		const who = await person(db());
		const circles = (names: string[], base: number) =>
			write(who, '', base, { field: 'e2_kringen', cells: names.map((name) => [name, '', '', '']) });
		const motives = (cells: string[][]) => write(who, '', 0, { field: 'e3_motieven', cells });
		await circles(['a', 'b'], 0);
		await motives([['talk', '']]);
		await motives([
			['', ''],
			['', 'more']
		]);
		await circles(['a'], 1);
		const { field: shown, asides } = (await toMerge(db(), who.id, 'e3_motieven', 'nl'))!;
		expect(asides).toHaveLength(1);
		expect(shown.rows).toEqual([{ row: 0, head: 'a' }, { row: 1 }]);
	});
});
