import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages, type Language } from '#lib/course/language.ts';
import { fit, type Canvas } from '#lib/learning/canvas.ts';
import { filled, textOf, written, type Whole } from '#lib/learning/canvas-view.ts';
import { fieldOf, shape } from '#lib/server/canvas.ts';
import { course } from '#lib/server/course.ts';
import { canvasDocx, unwritable } from '#lib/server/export/canvas-docx.ts';

// The canvas as a Word file, opened by a program that people use. LibreOffice takes seconds to start, so this is a run of
// its own: npm run check:documents.

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'course-office-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A Word file as LibreOffice understands it: OpenDocument in one XML file. */
function opened(file: Buffer): string {
	const path = join(folder, 'canvas.docx');
	writeFileSync(path, file);
	const { status, stderr } = spawnSync(
		'soffice',
		[
			`-env:UserInstallation=file://${folder}/profile`,
			...['--headless', '--convert-to', 'fodt', '--outdir', folder, path]
		],
		{ encoding: 'utf8', timeout: 120_000 }
	);
	if (status !== 0) throw new Error(`LibreOffice did not open it: ${stderr}`);
	return readFileSync(join(folder, 'canvas.fodt'), 'utf8');
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
/** The text of a piece of OpenDocument, with its breaks, tabs and runs of spaces. */
const plain = (xml: string) =>
	xml
		.replaceAll('<text:line-break/>', '\n')
		.replaceAll('<text:tab/>', '\t')
		.replaceAll(/<text:s(?: text:c="(\d+)")?\/>/g, (_, n: string) => ' '.repeat(Number(n || 1)))
		.replaceAll(/<[^>]*>/g, '')
		.replaceAll(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)
		.replaceAll(/&#(\d+);/g, (_, n: string) => String.fromCodePoint(Number(n)));
const body = (xml: string) => xml.slice(xml.indexOf('<office:body'));
const headings = (xml: string, level: number) =>
	[...body(xml).matchAll(/<text:h [^>]*text:outline-level="(\d)"[^>]*>(.*?)<\/text:h>/gs)]
		.filter(([, at]) => Number(at) === level)
		.map(([, , inside = '']) => plain(inside));
const paragraphs = (xml: string) =>
	[...body(xml).matchAll(/<text:p(?: [^>]*[^/>])?>(.*?)<\/text:p>/gs)].map(([, inside = '']) =>
		plain(inside)
	);

const wholeOf = (canvas: Canvas, language: Language): Whole =>
	course.exercises.map(({ id, title, fields }) => ({
		...{ id, title: title[language] },
		fields: fields.map((field) => shape(field, canvas, language))
	}));
const about = (language: Language) => ({
	...{ language, name: 'Amina Yıldız' },
	at: new Date('2026-11-23T12:00:00Z')
});

describe('a Word file, opened in LibreOffice', () => {
	test.each(languages)('has every heading, field and cell of the canvas (%s)', async (language) => {
		const canvas = Object.fromEntries(
			course.exercises.flatMap(({ fields }) =>
				fields.map((field) => [field.id, fit(fieldOf(field.id)!, field.example[language])])
			)
		);
		const whole = filled(wholeOf(canvas, language));
		const xml = opened(await canvasDocx(wholeOf(canvas, language), about(language)));
		expect(headings(xml, 1)).toEqual(whole.map(({ title }) => title));
		expect(headings(xml, 2)).toEqual(
			whole.flatMap(({ fields }) => fields.map(({ label }) => label))
		);
		const found = new Set(paragraphs(xml));
		const cells = whole.flatMap(({ fields }) =>
			fields.flatMap((field) =>
				written(field).flatMap(({ row }) =>
					field.columns.map((column, index) => textOf(column, field.cells[row]?.[index]))
				)
			)
		);
		expect(cells.length).toBeGreaterThan(100);
		for (const cell of cells.filter((each) => each !== ''))
			expect(found.has(cell), cell).toBe(true);
		expect(body(xml).match(/<table:table /g)!.length).toBeGreaterThan(5);
	});

	test('holds whatever was typed, to the sign', async () => {
		// One file with many texts: the program takes longer to start than to read.
		const texts = fc.sample(
			fc
				.oneof(
					fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
					fc.string({ unit: fc.constantFrom(...'ab  \n\t<>&"é😀→'), minLength: 1, maxLength: 40 })
				)
				.map((text) => text.replaceAll('\r', '').replaceAll(unwritable, '').toWellFormed())
				.filter((text) => text.trim() !== ''),
			120
		);
		const whole: Whole = [
			{
				...{ id: 'x', title: 'x' },
				fields: texts.map((text, index) => ({
					...{ id: `f${index}`, kind: 'text', label: `f${index}`, rows: [{ row: 0 }] },
					...{ columns: [{ id: 'text', label: '' }], cells: [[text]] }
				}))
			}
		];
		const found = new Set(paragraphs(opened(await canvasDocx(whole, about('nl')))));
		for (const text of texts) expect(found.has(text), JSON.stringify(text)).toBe(true);
	});
});
