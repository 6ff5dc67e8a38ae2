import { eq, inArray } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Item } from '#lib/course/item.ts';
import { itemReport } from '#lib/learning/item-report.ts';
import { rightAnswer, wrongAnswer } from '#lib/learning/sample-answers.ts';
import { statementsOf, useDatabase } from '../../../tests/support/database.ts';
import { pairsOf, togetherOf } from '../../../tests/support/item-rows.ts';
import { check, later, person, start } from '../../../tests/support/people.ts';
import { begin, quiz } from '../../../tests/support/quiz.ts';
import { takers, type Taker } from '../../../tests/support/takers.ts';
import { course } from './course.ts';
import { keepVersions } from './db/items.ts';
import { account, regrade, response } from './db/schema.ts';
import * as contentHealth from './content-health.ts';
import * as itemPage from './item-page.ts';
import * as itemSums from './item-sums.ts';

const db = useDatabase();
const DAY = 24 * 60;
const items = quiz.items.map((id) => course.items[id]!);
const choice = items.find(({ type }) => type === 'single' || type === 'scenario')!;

/** Who had what right: the same for the same number, so that a test can count along. */
const rightOf = (n: number) => items.map((_, index) => (n * (index + 3) + index) % 7 < 4 + (n % 3));
const pointsOf = (n: number) => rightOf(n).map(Number);
const answersOf = (right: boolean[]) =>
	items.map((item, index) => (right[index] ? rightAnswer(item) : wrongAnswer(item)));
const taker = (n: number, more: Partial<Taker> = {}): Taker => ({
	language: 'nl',
	attempts: [answersOf(rightOf(n))],
	...more
});
const numbers = (from: number, until: number) =>
	Array.from({ length: until - from }, (_, index) => from + index);
const take = (people: Taker[]) => takers(db(), { quiz: quiz.id, items, people, at: start });

const cellsOf = async (item: Item) => (await itemSums.current(db())).ofItem(item.id);
const nOf = async (item: Item) => (await cellsOf(item)).map(({ pairs }) => pairs.n);
function close(one: Record<string, unknown>, other: object) {
	for (const [name, value] of Object.entries(other))
		if (typeof value === 'number') expect(one[name], name).toBeCloseTo(value, 8);
		else expect(one[name], name).toEqual(value);
}

test('sums are those of first attempts that were handed in, by version and language, as counted by hand', async () => {
	const confidence = (n: number) => (n % 2 ? ('sure' as const) : ('guess' as const));
	await take([
		...numbers(0, 9).map((n) => taker(n, { confidence: confidence(n) })),
		// These took it again, with everything right.
		...numbers(9, 15).map((n) =>
			taker(n, {
				...{ language: 'en' as const, confidence: confidence(n) },
				attempts: [answersOf(rightOf(n)), answersOf(items.map(() => true))]
			})
		)
	]);
	// Whoever is in the middle of it, and who only answered in the lesson, is in none of them.
	const who = await person(db());
	await begin(db(), who);
	await check(db(), who, { item: choice.id });
	expect(await itemSums.refreshDue(db(), later(DAY))).toBe(course.modules.length + 1);
	expect(await itemSums.refreshDue(db(), later(DAY + 60))).toBe(0);

	const nl = numbers(0, 9).map(pointsOf);
	const en = numbers(9, 15).map(pointsOf);
	for (const [index, item] of items.entries()) {
		const cells = await cellsOf(item);
		expect(cells.map((cell) => `${cell.version} ${cell.language}`).sort()).toEqual([
			`${item.version} en`,
			`${item.version} nl`
		]);
		for (const { language, pairs, confidence, again } of cells) {
			const [rows, first] = language === 'nl' ? [nl, 0] : [en, 9];
			close(pairs, pairsOf(rows, index));
			const sure = rows.filter((_, n) => (n + first) % 2 === 1);
			const right = sure.filter((row) => row[index] === 1).length;
			expect(confidence.sure).toEqual({ given: sure.length, right });
			expect(confidence.fair).toEqual({ given: 0, right: 0 });
			const points = rows.reduce((sum, row) => sum + row[index]!, 0);
			expect(again).toEqual(
				language === 'en' ? { n: 6, first: points, last: 6 } : { n: 0, first: 0, last: 0 }
			);
		}
	}
	const { together } = await itemSums.current(db());
	close(together(quiz.id)!, togetherOf([...nl, ...en], 'same'));
});

test('an option is counted for everybody who chose it, with what they had on the rest', async () => {
	await take(numbers(0, 21).map((n) => taker(n)));
	await itemSums.refreshDue(db(), later(DAY));
	const index = items.indexOf(choice);
	const [cell] = await cellsOf(choice);
	const [right] = rightAnswer(choice).chosen!;
	const [wrong] = wrongAnswer(choice).chosen!;
	for (const [option, whether] of [
		[right!, 1],
		[wrong!, 0]
	] as const) {
		const own = numbers(0, 21)
			.map(pointsOf)
			.filter((row) => row[index] === whether);
		const { n, rest } = pairsOf(own, index);
		close(cell!.options[option]!, { n, rest });
	}
	const sorted = items.find(({ type }) => type === 'categorise' || type === 'matching');
	if (sorted) {
		const [own] = await cellsOf(sorted);
		const rows = Object.keys(rightAnswer(sorted).placed!).length;
		const all = Object.values(own!.options).reduce((sum, { n }) => sum + n, 0);
		expect(all).toBe(21 * rows);
	}
});

test('points that were given afterwards count as the most an answer was ever given', async () => {
	const [id] = await take(numbers(0, 20).map((n) => taker(n, { attempts: [answersOf([])] })));
	const [answer] = await db()
		.select()
		.from(response)
		.where(eq(response.accountId, id!))
		.then((rows) => rows.filter(({ item }) => item === choice.id));
	const { accountId, answerId } = answer!;
	const given = { accountId, answerId, why: 'appeal' as const, by: 'x', at: start };
	await db()
		.insert(regrade)
		.values([
			{ ...given, earned: 100 },
			{ ...given, earned: 50 }
		]);
	await itemSums.refreshDue(db(), later(DAY));
	const [cell] = await cellsOf(choice);
	expect(cell!.pairs.points).toBe(1);
	expect(cell!.pairs.pointsSquared).toBe(1);
});

test('a sum moves only by five people or more, so no two looks differ by what one person did', async () => {
	const ids = await take(numbers(0, 22).map((n) => taker(n)));
	await itemSums.refreshDue(db(), later(DAY));
	expect(await nOf(choice)).toEqual([22]);
	const before = await cellsOf(choice);
	await take(numbers(22, 26).map((n) => taker(n)));
	await itemSums.refreshDue(db(), later(2 * DAY));
	expect(await cellsOf(choice)).toEqual(before);
	await take([taker(26)]);
	// Not on the same day once more.
	await itemSums.refreshDue(db(), later(2 * DAY + 60));
	expect(await cellsOf(choice)).toEqual(before);
	await itemSums.refreshDue(db(), later(3 * DAY));
	expect(await nOf(choice)).toEqual([27]);
	// Whoever erases their account leaves the sums in the same way.
	await db()
		.delete(account)
		.where(inArray(account.id, ids.slice(0, 4)));
	await itemSums.refreshDue(db(), later(4 * DAY));
	expect(await nOf(choice)).toEqual([27]);
	await db()
		.delete(account)
		.where(inArray(account.id, ids.slice(4, 8)));
	await itemSums.refreshDue(db(), later(5 * DAY));
	expect(await nOf(choice)).toEqual([19]);
	const line = (await contentHealth.view(db(), 'nl')).modules[0]!.items;
	expect(line.find(({ id }) => id === choice.id)!.shown).toBeUndefined();
	await db().delete(account);
	await itemSums.refreshDue(db(), later(6 * DAY));
	expect(await nOf(choice)).toEqual([]);
});

test('the pages show what the sums say from twenty people on, at the same number of statements', async () => {
	const look = async () => {
		const [page] = [await itemPage.view(db(), choice.id, 'en')];
		return { health: await contentHealth.view(db(), 'en'), page: page! };
	};
	await take(numbers(0, 19).map((n) => taker(n)));
	await itemSums.refreshDue(db(), later(DAY));
	const few = await look();
	expect([few.health.shown, few.page.report]).toEqual([0, undefined]);
	const statements = (await statementsOf(look)).length;
	const refreshing = (await statementsOf(() => itemSums.refreshDue(db(), later(2 * DAY)))).length;
	await take(numbers(19, 60).map((n) => taker(n, n % 2 ? {} : { language: 'en' })));
	expect((await statementsOf(() => itemSums.refreshDue(db(), later(3 * DAY)))).length).toBe(
		refreshing
	);
	expect((await statementsOf(look)).length).toBe(statements);

	const { health, page } = await look();
	expect(health.shown).toBe(items.length);
	expect(page.report).toEqual(itemReport(choice, await cellsOf(choice)));
	expect(page.report).toMatchObject({ n: 60 });
	const line = health.modules[0]!.items.find(({ id }) => id === choice.id)!;
	expect(line.shown!.facility).toEqual(page.report!.facility);
	expect(health.quizzes[0]).toMatchObject({ id: quiz.id, shown: { attempts: 60 } });
	expect(health.day).toBe('2026-11-05');
	expect(health.editions).toMatchObject([{ edition: 1, people: 60, later: [] }]);
	expect(await itemPage.view(db(), 'Q-Z9-99', 'en')).toBeUndefined();
});

test('in a test that draws, everybody’s own questions count as such, and one of a quiz of its own is judged there', async () => {
	const { quiz: final } = course.modules.at(-1)!;
	const bank = final.items.map((id) => course.items[id]!);
	const count = final.draw!;
	const people = numbers(0, 24).map((n): Taker & { points: number[] } => {
		const own = numbers(0, count).map((place) => bank[((n % 4) * 3 + place * 7) % bank.length]!);
		const right = own.map((_, place) => (n * 5 + place * 3) % 8 < 3 + (n % 4));
		const answers = own.map((item, place) =>
			right[place] ? rightAnswer(item) : wrongAnswer(item)
		);
		return { language: 'nl', items: own, attempts: [answers], points: right.map(Number) };
	});
	await takers(db(), { quiz: final.id, items: [], people, at: start });
	await itemSums.refreshDue(db(), later(DAY));
	const sums = await itemSums.current(db());
	const { itemsSquared: _, ...drawn } = togetherOf(
		people.map(({ points }) => points),
		'drawn'
	);
	close(sums.together(final.id)!, drawn);
	const asked = new Set(people.flatMap(({ items: own }) => own!));
	const elsewhere = [...asked].filter(({ id }) => itemSums.homeOf(id) !== final);
	expect(elsewhere.length).toBeGreaterThan(10);
	for (const { id } of elsewhere) expect(sums.ofItem(id)).toEqual([]);
	const only = [...asked].filter(({ id }) => itemSums.homeOf(id) === final);
	// Each of these was asked of six people: enough to be kept.
	const kept = only.flatMap((item) => sums.ofItem(item.id).map((cell) => ({ item, cell })));
	expect(kept.length).toBeGreaterThan(5);
	for (const { item, cell } of kept) {
		const own = people.filter(({ items: drawnBy }) => drawnBy!.includes(item));
		expect(cell.pairs.n).toBe(own.length);
		expect(own.length).toBeGreaterThanOrEqual(5);
		const rest = own.map(({ points, items: drawnBy }) => {
			const x = points[drawnBy!.indexOf(item)]!;
			return (points.reduce((sum, each) => sum + each, 0) - x) / (count - 1);
		});
		expect(cell.pairs.rest).toBeCloseTo(
			rest.reduce((sum, each) => sum + each, 0),
			8
		);
	}
});

test('answers to an earlier version are shown as that, with its words, and never in the figures of now', async () => {
	const before: Item = {
		...choice,
		version: 'earlier',
		stem: { nl: 'Zoals het was', en: 'As it was' }
	};
	await keepVersions(db(), [choice, before]);
	const old = items.map((item) => (item === choice ? before : item));
	await take(numbers(0, 20).map((n) => taker(n)));
	await take(numbers(20, 45).map((n) => taker(n, { items: old })));
	await itemSums.refreshDue(db(), later(DAY));
	const page = (await itemPage.view(db(), choice.id, 'nl'))!;
	expect(page.report).toMatchObject({ n: 20 });
	expect(page.versions).toMatchObject([
		{ version: choice.version, current: true, shown: { n: 20 } },
		{ version: 'earlier', current: false, stem: 'Zoals het was', shown: { n: 25 } }
	]);
	expect((await itemSums.current(db())).together(quiz.id)).toMatchObject({ attempts: 45 });
});
