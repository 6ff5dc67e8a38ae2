import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { rightAnswer, wrongAnswer } from '#lib/learning/sample-answers.ts';
import { useDatabase } from '../../../tests/support/database.ts';
import { check, later, person, predict } from '../../../tests/support/people.ts';
import { course, itemOf } from './course.ts';
import { completionsOf } from './db/progress.ts';
import { response } from './db/schema.ts';

const db = useDatabase();
const rows = () => db().select().from(response);

/** A lesson that asks a prediction and one check, and one that asks two checks. */
const ITEM = 'Q-A1-03';
const [FIRST = '', SECOND = ''] = course.modules[0]!.lessons[1]!.checks;
const right = rightAnswer(itemOf(ITEM)!);
const wrong = wrongAnswer(itemOf(ITEM)!);

describe('an answer to a check', () => {
	test('is recorded once, with what was given, its points and its version', async () => {
		const who = await person(db());
		const answerId = randomUUID();
		expect(await check(db(), who, { item: ITEM, answerId })).toEqual({
			kind: 'recorded',
			earned: 100,
			total: 100
		});
		const expected = {
			accountId: who.id,
			answerId,
			item: ITEM,
			given: right,
			earned: 100,
			version: itemOf(ITEM)!.version
		};
		expect(await rows()).toMatchObject([expected]);
	});

	test('that comes again with the same body gives the stored result', async () => {
		const who = await person(db());
		const answerId = randomUUID();
		await check(db(), who, { item: ITEM, answerId, given: wrong });
		const again = await check(db(), who, { item: ITEM, answerId, given: wrong, at: later(60) });
		expect(again).toEqual({ kind: 'replayed', earned: 0, total: 100 });
		expect(await rows()).toHaveLength(1);
	});

	test('is the same answer in whatever order its fields come', async () => {
		const who = await person(db());
		const answerId = randomUUID();
		const { placed = {} } = rightAnswer(itemOf('Q-A2-03')!);
		const reversed = Object.fromEntries(Object.entries(placed).reverse());
		await check(db(), who, { item: 'Q-A2-03', answerId, given: { placed } });
		const again = await check(db(), who, {
			item: 'Q-A2-03',
			answerId,
			given: { placed: reversed }
		});
		expect(again.kind).toBe('replayed');
	});

	test.each([
		['another choice', { given: wrong }],
		['another try', { try: 2 }],
		['another item', { item: FIRST, given: rightAnswer(itemOf(FIRST)!) }]
	])('that reuses an id for %s is a conflict and changes nothing', async (_, other) => {
		const who = await person(db());
		const answerId = randomUUID();
		await check(db(), who, { item: ITEM, answerId });
		const before = await rows();
		expect(await check(db(), who, { item: ITEM, answerId, ...other })).toEqual({
			kind: 'conflict'
		});
		expect(await rows()).toEqual(before);
	});

	test('from a second device for the same try is a conflict: the first counts', async () => {
		const who = await person(db());
		const outcomes = await Promise.all(
			[right, wrong].map((given) => check(db(), who, { item: ITEM, given }))
		);
		expect(outcomes.map((each) => each.kind).sort()).toEqual(['conflict', 'recorded']);
		expect(await rows()).toHaveLength(1);
	});

	test('under an id that somebody else used is recorded, and says nothing of theirs', async () => {
		const [one, other] = [await person(db()), await person(db())];
		const answerId = randomUUID();
		await check(db(), one, { item: ITEM, answerId });
		expect(await check(db(), other, { item: ITEM, answerId, given: wrong })).toEqual({
			kind: 'recorded',
			earned: 0,
			total: 100
		});
		expect(await rows()).toHaveLength(2);
	});

	test.each([
		['nothing', {}],
		['an empty choice', { chosen: [] }],
		['an option that is not there', { chosen: ['z'] }],
		['two options where one is asked', { chosen: ['a', 'b'] }],
		['fields of another kind of item', { order: ['a'] }]
	])('of %s is invalid and stores nothing', async (_, given) => {
		const who = await person(db());
		expect(await check(db(), who, { item: ITEM, given })).toMatchObject({ kind: 'invalid' });
		expect(await rows()).toEqual([]);
		expect(await check(db(), who, { item: ITEM })).toMatchObject({ kind: 'recorded' });
	});

	test('sent twenty times at once is one row with twenty equal results', async () => {
		const who = await person(db());
		const answerId = randomUUID();
		const outcomes = await Promise.all(
			Array.from({ length: 20 }, () => check(db(), who, { item: ITEM, answerId }))
		);
		expect(outcomes.filter((each) => each.kind === 'recorded')).toHaveLength(1);
		expect(outcomes.map((each) => ({ ...each, kind: 'kept' }))).toEqual(
			Array(20).fill({ kind: 'kept', earned: 100, total: 100 })
		);
		expect(await rows()).toHaveLength(1);
	});

	test.each([
		['an item that is not there', { item: 'Q-XX-99' }],
		['a name that every object has', { item: 'constructor' }],
		['a lesson that is not there', { item: ITEM, lesson: 'zz' }],
		['a check of another lesson', { item: ITEM, lesson: 'a2' }],
		['an item that only the quiz asks', { item: 'Q-A1-01' }]
	])('to %s is unknown and stores nothing', async (_, given) => {
		const who = await person(db());
		expect(await check(db(), who, given)).toEqual({ kind: 'unknown' });
		expect(await rows()).toEqual([]);
	});

	test('that is stored is given back, also when the item has changed since and would refuse it', async () => {
		const who = await person(db());
		const answerId = randomUUID();
		await check(db(), who, { item: ITEM, answerId });
		await db().execute(
			sql`update response set given = '{"chosen":["gone"]}' where answer_id = ${answerId}`
		);
		const again = await check(db(), who, { item: ITEM, answerId, given: { chosen: ['gone'] } });
		expect(again).toEqual({ kind: 'replayed', earned: 100, total: 100 });
	});
});

describe('a lesson', () => {
	test('is done when its last check or prediction is answered, at that moment', async () => {
		const who = await person(db());
		await check(db(), who, { item: ITEM, at: later(1) });
		expect(await completionsOf(db(), who.id)).toEqual([]);
		await predict(db(), who, 'p-a1-1', 'b', later(2));
		expect(await completionsOf(db(), who.id)).toEqual([{ unit: 'lesson:a1', at: later(2) }]);
	});

	test('is done by answering, right or not, and not before every check has an answer', async () => {
		const who = await person(db());
		await check(db(), who, { item: FIRST, given: wrongAnswer(itemOf(FIRST)!), at: later(1) });
		await check(db(), who, { item: FIRST, try: 2, at: later(2) });
		expect(await completionsOf(db(), who.id)).toEqual([]);
		await check(db(), who, { item: SECOND, given: wrongAnswer(itemOf(SECOND)!), at: later(3) });
		expect(await completionsOf(db(), who.id)).toEqual([{ unit: 'lesson:a2', at: later(3) }]);
	});

	test('keeps its moment whatever is answered, predicted or sent again later', async () => {
		const who = await person(db());
		const answerId = randomUUID();
		await predict(db(), who, 'p-a1-1', 'b', later(1));
		await check(db(), who, { item: ITEM, answerId, at: later(2) });
		await check(db(), who, { item: ITEM, answerId, at: later(90) });
		await check(db(), who, { item: ITEM, try: 2, at: later(91) });
		await predict(db(), who, 'p-a1-1', 'c', later(92));
		expect(await completionsOf(db(), who.id)).toEqual([{ unit: 'lesson:a1', at: later(2) }]);
	});

	test('is done when its two last answers come at the same time', async () => {
		const people = await Promise.all(Array.from({ length: 10 }, () => person(db())));
		for (const who of people) {
			await Promise.all([
				check(db(), who, { item: FIRST, at: later(1) }),
				check(db(), who, { item: SECOND, at: later(2) })
			]);
			expect(await completionsOf(db(), who.id)).toEqual([{ unit: 'lesson:a2', at: later(2) }]);
		}
	});

	test('is done when its check and its prediction come at the same time', async () => {
		const people = await Promise.all(Array.from({ length: 10 }, () => person(db())));
		for (const who of people) {
			await Promise.all([
				check(db(), who, { item: ITEM, at: later(1) }),
				predict(db(), who, 'p-a1-1', 'b', later(1))
			]);
			expect(await completionsOf(db(), who.id)).toEqual([{ unit: 'lesson:a1', at: later(1) }]);
		}
	});

	test('is done too when a device begins counting its tries anywhere', async () => {
		const who = await person(db());
		await predict(db(), who, 'p-a1-1', 'b', later(1));
		await check(db(), who, { item: ITEM, try: 7, at: later(2) });
		expect(await completionsOf(db(), who.id)).toEqual([{ unit: 'lesson:a1', at: later(2) }]);
	});

	test("is nobody else's", async () => {
		const [one, other] = [await person(db()), await person(db())];
		await predict(db(), one, 'p-a1-1');
		await check(db(), other, { item: ITEM });
		expect(await completionsOf(db(), one.id)).toEqual([]);
		expect(await completionsOf(db(), other.id)).toEqual([]);
	});
});
