import { canvas as words } from '#lib/i18n/canvas.ts';
import { date } from '#lib/i18n/format.ts';
import { filled, textOf, written, type FieldRead, type Whole } from '#lib/learning/canvas-view.ts';
import { canvasJson, type About } from './canvas.ts';
import { runsOf } from './paper-fonts.ts';
import {
	foot,
	heightOf,
	ink,
	openPaper,
	ornament,
	write,
	type Doc,
	type Element
} from './paper.ts';
import { drawTies } from './ties-pdf.ts';

const LEFT = 60;
const WIDTH = 595.28 - 2 * LEFT;
const BOTTOM = 841.89 - 64;
const TOP = 56;
const GAP = 10;

const label = { face: 'bold' as const, size: 8.5, colour: ink.soft, leading: 0.2 };
const body = { face: 'read' as const, size: 10, leading: 0.32 };

/** Where one writes: down the page, and on the next when a piece does not fit. */
type Pen = { doc: Doc; y: number };

/** Makes room for something that is not cut in two. */
function room(pen: Pen, height: number): void {
	if (pen.y + height <= BOTTOM || height > BOTTOM - TOP) return;
	pen.doc.addPage();
	pen.y = TOP;
}

/**
 * The canvas on paper. Its text can be read aloud and searched; the canvas as data is attached to it, so that what a
 * typeface cannot draw is not lost.
 */
export async function canvasPdf(whole: Whole, about: About): Promise<Buffer> {
	const { language, name, at } = about;
	const all = words[language];
	const { doc, root, done } = openPaper({ title: all.title, author: name, language, at });
	const pen: Pen = { doc, y: TOP };
	say(pen, root, 'H1', all.title, { face: 'strong', size: 24, leading: 0.1 });
	pen.y += 4;
	const whose = `${name}, ${date(at, language)}`;
	say(pen, root, 'P', whose, { face: 'plain', size: 10, colour: ink.soft });
	const shown = filled(whole);
	if (shown.length === 0) say(pen, root, 'P', all.whole.none, body);
	for (const exercise of shown) {
		const part = doc.struct('Sect');
		root.add(part);
		room(pen, 90);
		pen.y += 14;
		const y = pen.y;
		ornament(doc, () => {
			doc
				.lineWidth(1.5)
				.strokeColor(ink.text)
				.moveTo(LEFT, y)
				.lineTo(LEFT + WIDTH, y)
				.stroke();
		});
		pen.y += 8;
		say(pen, part, 'H2', exercise.title, { face: 'strong', size: 14, leading: 0.1 });
		for (const each of exercise.fields) {
			room(pen, 40);
			pen.y += 7;
			say(pen, part, 'H3', each.label, label);
			pen.y += 2;
			if (each.kind === 'ties') {
				room(pen, 190);
				pen.y = drawTies(doc, part, each, language, { x: LEFT, y: pen.y });
			}
			field(pen, part, each);
		}
		part.end();
	}
	const undrawn = shown.some((exercise) =>
		exercise.fields.some((each) =>
			each.cells.some((row) => row.some((cell) => !runsOf(cell, 'read').whole))
		)
	);
	if (undrawn) {
		pen.y += 16;
		say(pen, root, 'P', all.whole.undrawn, { face: 'plain', size: 9, colour: ink.soft });
	}
	doc.file(Buffer.from(canvasJson(whole, about)), {
		name: `${all.whole.file}.json`,
		type: 'application/json',
		creationDate: at,
		modifiedDate: at
	});
	foot(doc, (page, of) => `${all.title} · ${whose} · ${page}/${of}`);
	root.end();
	doc.end();
	return done;
}

function say(
	pen: Pen,
	parent: Element,
	tag: string,
	text: string,
	style: Parameters<typeof write>[4]
): void {
	room(pen, Math.min(heightOf(pen.doc, text, style, WIDTH), 60));
	pen.y = write(pen.doc, parent, tag, text, style, { x: LEFT, y: pen.y, width: WIDTH });
}

/** What was typed in one field: a text, a list or a table. */
function field(pen: Pen, part: Element, each: FieldRead): void {
	const rows = written(each);
	const headed = rows.some(({ head }) => head);
	const { columns, cells } = each;
	if (each.kind === 'text') return say(pen, part, 'P', cells[0]?.[0] ?? '', body);
	if (columns.length === 1 && !headed)
		return list(
			pen,
			part,
			rows.map(({ row }) => cells[row]?.[0] ?? '')
		);
	const heads =
		columns.length > 1 ? [...(headed ? [''] : []), ...columns.map((column) => column.label)] : [];
	const lines = rows.map(({ row, head }) => ({
		head,
		texts: columns.map((column, index) => textOf(column, cells[row]?.[index]))
	}));
	table(pen, part, heads, lines, headed);
}

function list(pen: Pen, part: Element, texts: string[]): void {
	const { doc } = pen;
	const list = doc.struct('L');
	part.add(list);
	for (const text of texts) {
		room(pen, heightOf(doc, text, body, WIDTH - 12));
		const item = doc.struct('LI');
		list.add(item);
		const { y } = pen;
		write(doc, item, 'Lbl', '–', body, { x: LEFT, y, width: 12 });
		pen.y = write(doc, item, 'LBody', text, body, { x: LEFT + 12, y, width: WIDTH - 12 });
		item.end();
	}
	list.end();
}

type Line = { head: string | undefined; texts: string[] };

function table(pen: Pen, part: Element, heads: string[], lines: Line[], headed: boolean): void {
	const { doc } = pen;
	const table = doc.struct('Table');
	part.add(table);
	const small = { ...body, size: 9, leading: 0.25 };
	const columns = (lines[0]?.texts.length ?? 0) + (headed ? 1 : 0);
	const width = (WIDTH - GAP * (columns - 1)) / columns;
	const row = (texts: { text: string; tag: 'TH' | 'TD'; style: typeof small | typeof label }[]) => {
		// Empty cells count too: a table has as many in every row.
		const height = Math.max(...texts.map(({ text, style }) => heightOf(doc, text, style, width)));
		room(pen, height + 6);
		const line = doc.struct('TR');
		table.add(line);
		const top = pen.y;
		let bottom = top;
		texts.forEach(({ text, tag, style }, index) => {
			const cell = doc.struct(tag, tag === 'TH' ? { title: text } : {});
			line.add(cell);
			const at = { x: LEFT + index * (width + GAP), y: top, width };
			bottom = Math.max(bottom, write(doc, cell, 'P', text, style, at));
			cell.end();
		});
		line.end();
		pen.y = bottom + 2;
		const { y } = pen;
		ornament(doc, () => {
			doc
				.lineWidth(0.5)
				.strokeColor(ink.hair)
				.moveTo(LEFT, y)
				.lineTo(LEFT + WIDTH, y)
				.stroke();
		});
		pen.y += 3;
	};
	if (heads.length > 0) row(heads.map((text) => ({ text, tag: 'TH', style: label })));
	for (const { head, texts } of lines)
		row([
			...(headed ? [{ text: head ?? '', tag: 'TH' as const, style: label }] : []),
			...texts.map((text) => ({ text, tag: 'TD' as const, style: small }))
		]);
	table.end();
}
