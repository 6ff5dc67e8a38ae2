import {
	Document,
	HeadingLevel,
	Packer,
	Paragraph,
	Table,
	TableCell,
	TableRow,
	TextRun,
	WidthType
} from 'docx';
import { canvas as words } from '#lib/i18n/canvas.ts';
import { date } from '#lib/i18n/format.ts';
import { filled, textOf, written, type Whole } from '#lib/learning/canvas-view.ts';
import type { About } from './canvas.ts';

/** Signs that XML has no way to write: not even as an entity. Nobody types them; they come along with pasted text. */
// eslint-disable-next-line no-control-regex -- these are the ones it is about
export const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const [ink, soft] = ['221D2B', '5C5566'];
/** Sizes in half points; a face that every office has, close to the one on the screen. */
const heading = (size: number, outlineLevel?: number) => ({
	run: { font: 'Georgia', size, bold: true, color: ink },
	paragraph: {
		spacing: { before: size * 10, after: 80 },
		keepNext: true,
		...(outlineLevel !== undefined && { outlineLevel })
	}
});

/** Plain text, every end of a line as a break. */
function runs(text: string, style: { bold?: boolean } = {}): TextRun[] {
	return text
		.replaceAll(unwritable, '\ufffd')
		.split('\n')
		.map((line, index) => new TextRun({ ...style, text: line, ...(index > 0 && { break: 1 }) }));
}
const cell = (text: string, bold = false) =>
	new TableCell({ children: [new Paragraph({ children: runs(text, { bold }) })] });

/** The canvas as a Word document: headings, lists and tables that can be worked on. */
export async function canvasDocx(whole: Whole, { language, name, at }: About): Promise<Buffer> {
	const children: (Paragraph | Table)[] = [
		new Paragraph({ heading: HeadingLevel.TITLE, children: runs(words[language].title) }),
		new Paragraph({ children: runs(`${name}, ${date(at, language)}`) })
	];
	for (const exercise of filled(whole)) {
		children.push(
			new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(exercise.title) })
		);
		for (const field of exercise.fields) {
			children.push(
				new Paragraph({ heading: HeadingLevel.HEADING_2, children: runs(field.label) })
			);
			const rows = written(field);
			const headed = rows.some(({ head }) => head);
			if (field.kind === 'text')
				children.push(new Paragraph({ children: runs(field.cells[0]?.[0] ?? '') }));
			else if (field.columns.length === 1 && !headed)
				for (const { row } of rows)
					children.push(
						new Paragraph({ bullet: { level: 0 }, children: runs(field.cells[row]?.[0] ?? '') })
					);
			else
				children.push(
					new Table({
						width: { size: 100, type: WidthType.PERCENTAGE },
						rows: [
							...(field.columns.length > 1
								? [
										new TableRow({
											tableHeader: true,
											children: [
												...(headed ? [cell('')] : []),
												...field.columns.map(({ label }) => cell(label, true))
											]
										})
									]
								: []),
							...rows.map(
								({ row, head }) =>
									new TableRow({
										children: [
											...(headed ? [cell(head ?? '', true)] : []),
											...field.columns.map((column, index) =>
												cell(textOf(column, field.cells[row]?.[index]))
											)
										]
									})
							)
						]
					})
				);
		}
	}
	const document = new Document({
		title: words[language].title,
		creator: name,
		styles: {
			default: {
				document: {
					run: {
						...{ font: 'Arial', size: 22, color: ink },
						language: { value: language === 'nl' ? 'nl-NL' : 'en-GB' }
					},
					paragraph: { spacing: { line: 288 } }
				},
				title: heading(52),
				// Without a level of outline no program finds its way by headings.
				heading1: heading(32, 0),
				heading2: { ...heading(22, 1), run: { bold: true, color: soft } }
			}
		},
		sections: [{ children }]
	});
	return Packer.toBuffer(document);
}
