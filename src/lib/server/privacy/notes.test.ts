import { describe, expect, test } from 'vitest';
import { languages } from '#lib/course/language.ts';
import { privacy } from '#lib/i18n/privacy.ts';
import { noteMarkdown } from '../export/privacy-note.ts';
import { activities, bases, grounds } from './grounds.ts';
import { noteName, noteNames, noteOf, type Block } from './notes.ts';
import { register } from './register.ts';

const now = new Date('2026-11-24T10:00:00Z');
const made = (name: (typeof noteNames)[number], language: 'nl' | 'en', months = 24) =>
	noteOf(name, { language, now, months });
const blocksOf = (name: (typeof noteNames)[number], language: 'nl' | 'en') =>
	made(name, language).sections.flatMap(({ blocks }) => blocks);
const tablesOf = (blocks: Block[]) =>
	blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));

test('every line of the privacy page has a legal basis and belongs to an activity', () => {
	expect(Object.keys(grounds).sort()).toEqual(Object.keys(privacy.nl.rows).sort());
	for (const [line, { basis, activity }] of Object.entries(grounds)) {
		expect(bases, line).toContain(basis);
		expect(activities, line).toContain(activity);
	}
	for (const activity of activities)
		expect(Object.values(grounds).some((each) => each.activity === activity)).toBe(true);
});

test('consent is only asked for what is off until somebody asks for it', () => {
	const consented = Object.entries(grounds).filter(([, { basis }]) => basis === 'consent');
	expect(consented.map(([line]) => line).sort()).toEqual(['secondLook', 'weekly']);
});

describe.each(languages)('in %s', (language) => {
	test('every column of every table is in the DPIA note, once', () => {
		const blocks = blocksOf('dpia', language);
		const found: string[] = [];
		const add = (table: string, names: string) =>
			found.push(...names.split(', ').map((name) => `${table}.${name}`));
		for (const { rows } of tablesOf(blocks))
			for (const cells of rows)
				for (const [, table, names] of cells.at(-1)!.matchAll(/(?:^|; )([a-z_]+) \(([a-z_, ]+)\)/g))
					add(table!, names!);
		for (const block of blocks)
			for (const point of block.kind === 'points' ? block.points : []) {
				const [, table, names] = /^([a-z_]+): ([a-z_, ]+)$/.exec(point) ?? [];
				if (table && table in register) add(table, names!);
			}
		const all = Object.entries(register).flatMap(([table, columns]) =>
			Object.keys(columns).map((column) => `${table}.${column}`)
		);
		expect(all.length).toBeGreaterThan(180);
		expect(found.sort()).toEqual(all.sort());
	});

	test('every line of the privacy page is in the DPIA note with all that is said of it', () => {
		const rows = tablesOf(blocksOf('dpia', language)).flatMap((table) => table.rows);
		for (const row of Object.values(privacy[language].rows)) {
			const found = rows.filter(([what]) => what === row.what);
			expect(found, row.what).toHaveLength(1);
			for (const said of [row.why, row.who]) expect(found[0]).toContain(said);
			expect(found[0]![4]!.startsWith(row.keeps)).toBe(true);
		}
	});

	test('both notes say how long an account is kept by the setting, and no other number', () => {
		for (const name of noteNames) {
			const of = (months: number) => noteMarkdown(made(name, language, months), language);
			expect(of(36)).toContain(privacy[language].time(36));
			expect(of(7)).toContain(privacy[language].time(7));
			expect(of(7)).not.toContain(privacy[language].time(24));
		}
	});

	test('as Markdown nothing is lost, and a table stays a table', () => {
		for (const name of noteNames) {
			const note = made(name, language);
			const text = noteMarkdown(note, language);
			const plain = text.replace(/\\(?=[\\|_*<>])/g, '');
			expect(plain.match(/^## .*/gm)).toEqual(note.sections.map(({ title }) => `## ${title}`));
			for (const block of note.sections.flatMap(({ blocks }) => blocks)) {
				const said =
					block.kind === 'text'
						? [block.text]
						: block.kind === 'points'
							? block.points
							: block.kind === 'questions'
								? block.questions
								: block.rows.flat();
				for (const each of said) expect(plain).toContain(each);
				if (block.kind !== 'table') continue;
				const line = `| ${block.head.join(' | ')} |`;
				expect(text).toContain(`${line}\n|${' --- |'.repeat(block.head.length)}\n`);
			}
			for (const line of text.match(/^\|.*$/gm) ?? [])
				expect(line.match(/(?<!\\)\|/g)!.length).toBeGreaterThanOrEqual(4);
		}
	});
});

test('a note is found by its name only', () => {
	expect(noteName('dpia')).toBe('dpia');
	for (const odd of ['', 'DPIA', '__proto__', 'constructor']) expect(noteName(odd)).toBeUndefined();
});
