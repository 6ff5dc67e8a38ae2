import Markdoc, { type Node } from '@markdoc/markdoc';
import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { course } from '../course.ts';
import { fit, type Canvas } from '#lib/learning/canvas.ts';
import type { Whole } from '#lib/learning/canvas-view.ts';
import { fieldOf, shape } from '../canvas.ts';
import { canvasDocx, unwritable } from './canvas-docx.ts';
import { canvasJson, canvasMarkdown } from './canvas.ts';
import { plain } from './markdown.ts';

const about = { language: 'nl' as const, name: 'Amina', at: new Date('2026-11-23T12:00:00Z') };
const wholeOf = (canvas: Canvas): Whole =>
	course.exercises.map(({ id, title, fields }) => ({
		...{ id, title: title.nl },
		fields: fields.map((field) => shape(field, canvas, 'nl'))
	}));
/** Any text that the database can hold and a form can send. */
const typed = fc
	.string({ unit: 'binary', minLength: 1, maxLength: 60 })
	.map((text) => text.replaceAll('\r', '').replaceAll('\0', '').toWellFormed())
	.filter((text) => text.trim() !== '');

describe('what was typed comes out as it was', () => {
	it('of JSON, to the character', () => {
		fc.assert(
			fc.property(typed, typed, (one, two) => {
				const canvas = { e1_situatie: [[one]], e1_bewijs: [[two], [''], [one]] };
				const read = JSON.parse(canvasJson(wholeOf(canvas), about)) as {
					exercises: { fields: { id: string; cells: string[][] }[] }[];
				};
				const fields = read.exercises.flatMap((exercise) => exercise.fields);
				for (const [id, cells] of Object.entries(canvas))
					expect(fields.find((field) => field.id === id)!.cells).toEqual(cells);
			}),
			{ numRuns: 2000 }
		);
	});

	it('of DOCX, to the character, save signs that XML cannot write', async () => {
		await fc.assert(
			fc.asyncProperty(typed, async (text) => {
				const file = await canvasDocx(wholeOf({ e1_situatie: [[text]] }), about);
				const xml = strFromU8(unzipSync(file)['word/document.xml']!);
				const expected = text.replaceAll(unwritable, '\ufffd');
				expect(paragraphs(xml)).toContain(expected);
			}),
			{ numRuns: 150 }
		);
	});

	it('of Markdown, as a reader of Markdown shows it', () => {
		// What Markdown has no way to say: control signs, and spaces of other kinds at the end of a line.
		const sayable = typed.map((text) => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/gu, 'x'));
		fc.assert(
			fc.property(fc.array(sayable, { minLength: 1, maxLength: 3 }), (lines) => {
				const text = lines.map((line) => line.trim()).join('\n');
				expect(shown(Markdoc.parse(plain(text)))).toBe(text);
			}),
			{ numRuns: 3000 }
		);
	});

	it.each([
		'# geen kop',
		'- geen lijst\n1. ook niet',
		'*niet vet* _niet schuin_ `geen code`',
		'<b>geen html</b> &amp; geen teken',
		'{% geen tag %}',
		'[geen link](https://x.example)',
		'    geen blok code',
		'~~~\ngeen blok\n~~~',
		'| geen | tabel |'
	])('%j stays plain', (text) => {
		expect(shown(Markdoc.parse(plain(text)))).toBe(text);
	});
});

it('the fictional case is a whole document in each form', async () => {
	const canvas = Object.fromEntries(
		course.exercises.flatMap(({ fields }) =>
			fields.map((field) => [field.id, fit(fieldOf(field.id)!, field.example.nl)])
		)
	);
	const markdown = canvasMarkdown(wholeOf(canvas), about);
	expect(markdown).toMatch(/^# Sociaal strategiecanvas\n/);
	expect(markdown.match(/^## /gm)).toHaveLength(8);
	expect(markdown).toContain('Warmtepompbuurt Oost');
	const xml = strFromU8(unzipSync(await canvasDocx(wholeOf(canvas), about))['word/document.xml']!);
	expect(xml.match(/w:val="Heading1"/g)).toHaveLength(8);
	expect(xml).toContain('Onzekerheid over normaal gebruik');
	expect(xml).toContain('w:tbl>');
});

/** The text of each paragraph, with its breaks as ends of lines. */
function paragraphs(xml: string): string[] {
	const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
	return [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inside = '']) =>
		[...inside.matchAll(/<w:br\/>|<w:t[^>]*>(.*?)<\/w:t>/gs)]
			.map(([tag, text]) => (tag === '<w:br/>' ? '\n' : text))
			.join('')
			.replaceAll(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) =>
				name.startsWith('#')
					? String.fromCodePoint(Number(name.replace('#', '0').replace(/^0(\d)/, '$1')))
					: (entities[name] ?? whole)
			)
	);
}

/** The words of a Markdown document as they are shown. */
function shown(node: Node): string {
	if (node.type === 'text') return String(node.attributes.content);
	if (node.type === 'hardbreak') return '\n';
	if (node.type !== 'document' && node.type !== 'paragraph' && node.type !== 'inline')
		return `(${node.type})`;
	return node.children.map(shown).join('');
}
