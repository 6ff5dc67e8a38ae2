import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { useDatabase } from '../../../tests/support/database.ts';
import { person } from '../../../tests/support/people.ts';
import * as annotations from './annotations.ts';
import { notesMarkdown } from './export/notes.ts';
import { withMarks } from './lessons.ts';
import * as notes from './notes.ts';

const db = useDatabase();
const at = new Date('2026-11-20T10:00:00Z');
const quote = { step: 'step-2', exact: 'iets met social media', prefix: 'om ', suffix: ' te doen' };

async function reader() {
	const { id: accountId } = await person(db());
	const add = (change: Partial<Parameters<typeof annotations.add>[1]> = {}) =>
		annotations.add(db(), {
			...{ accountId, id: randomUUID(), lesson: 'a1', language: 'nl', place: quote },
			...{ mark: 'idea', body: 'Navragen', at },
			...change
		});
	const list = async () =>
		(await withMarks(db(), { accountId, lesson: 'a1', language: 'nl' }))!.annotations;
	return { accountId, add, list };
}

describe('marking', () => {
	test('keeps the words with what stands around them; sent twice it is one mark', async () => {
		const { add, list } = await reader();
		const id = randomUUID();
		expect([await add({ id }), await add({ id })]).toEqual([{ kind: 'saved' }, { kind: 'saved' }]);
		expect(await list()).toMatchObject([{ id, ...quote, mark: 'idea', revision: 1 }]);
	});

	test('a whole paragraph can be marked by its name, in the language of the page', async () => {
		const { add, list } = await reader();
		const [opening] = annotations.passages('a1', 'en');
		const passage = opening!.passages.at(-1)!;
		await add({ place: { passage: passage.id }, language: 'en' });
		const [kept] = await list();
		expect(kept).toMatchObject({ step: 'step-1', language: 'en' });
		expect(kept!.exact.startsWith(passage.start.replace(/ …$/, ''))).toBe(true);
	});

	test.each([
		['a place that is not there', { place: { passage: 'step-99.1' } }, 'unknown'],
		['a step that is not there', { place: { ...quote, step: 'step-99' } }, 'unknown'],
		['no words', { place: { ...quote, exact: '' } }, 'unknown'],
		['a page of words', { place: { ...quote, exact: 'a'.repeat(1501) } }, 'unknown'],
		['a lesson that is not there', { lesson: 'zz' }, 'unknown'],
		['a mark that is none', { mark: '__proto__' }, 'unknown'],
		['a note that is too long', { body: '😀'.repeat(1001) }, 'too-long']
	])('%s is refused', async (_, change, kind) => {
		const { add, list } = await reader();
		expect((await add(change as never)).kind).toBe(kind);
		expect(await list()).toEqual([]);
	});

	test('a lesson takes a hundred marks, also of two devices at once', async () => {
		const { add, list } = await reader();
		const outcomes = await Promise.all(Array.from({ length: 105 }, () => add()));
		expect(outcomes.filter(({ kind }) => kind === 'too-many')).toHaveLength(5);
		expect(await list()).toHaveLength(100);
	});
});

describe('changing', () => {
	test('of two devices the later one is told, and nothing is overwritten', async () => {
		const { accountId, add, list } = await reader();
		const id = randomUUID();
		await add({ id });
		const change = (body: string) =>
			annotations.change(db(), { accountId, id, mark: 'question', body, base: 1, at });
		expect([
			(await change('eerst')).kind,
			(await change('eerst')).kind,
			(await change('later')).kind
		]).toEqual(['saved', 'saved', 'conflict']);
		expect(await list()).toMatchObject([{ body: 'eerst', mark: 'question', revision: 2 }]);
	});

	test("somebody else's mark cannot be read, changed or removed", async () => {
		const owner = await reader();
		const other = await reader();
		const id = randomUUID();
		await owner.add({ id });
		const { accountId } = other;
		const changed = { accountId, id, mark: 'idea', body: 'gekaapt', base: 1, at };
		expect((await annotations.change(db(), changed)).kind).toBe('conflict');
		await annotations.remove(db(), accountId, id);
		expect(await other.list()).toEqual([]);
		expect(await owner.list()).toMatchObject([{ id, body: 'Navragen' }]);
	});

	test('removing twice is removing', async () => {
		const { accountId, add, list } = await reader();
		const id = randomUUID();
		await add({ id });
		for (let twice = 0; twice < 2; twice++) await annotations.remove(db(), accountId, id);
		expect(await list()).toEqual([]);
	});
});

test('everything one wrote stands by lesson, and comes out as typed', async () => {
	const { accountId, add } = await reader();
	await add({ body: '# geen kop\n- geen lijst\n1. geen nummer *geen nadruk* <b>' });
	await add({ lesson: 'b8', place: { passage: 'step-2.1' }, body: '' });
	await notes.write(db(), {
		...{ accountId, lesson: 'a1', field: 'note_a1', body: 'Doe iets met community', base: 0, at }
	});
	const lessons = await annotations.ofAccount(db(), accountId, 'nl');
	expect(lessons.map(({ id, notes, marks }) => [id, notes.length, marks.length])).toEqual([
		['a1', 1, 1],
		['b8', 0, 1]
	]);
	const markdown = notesMarkdown(lessons, 'nl');
	expect(markdown).toContain(
		'\\# geen kop\\\n\\- geen lijst\\\n1\\. geen nummer \\*geen nadruk\\*'
	);
	expect(markdown).toContain('Doe iets met community');
	expect(markdown).toContain('> iets met social media');
});
