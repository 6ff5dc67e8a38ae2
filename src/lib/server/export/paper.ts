import PDFDocument from 'pdfkit';
import type { Language } from '#lib/course/language.ts';
import { runsOf, type Face } from './paper-fonts.ts';

// Documents on paper, as the screen has them: the same two faces, the same ink, one purple. Tagged, so that they can be
// read aloud; nothing in them is interpreted.

export const ink = {
	text: '#221d2b',
	soft: '#5c5566',
	line: '#8b8494',
	hair: '#e2dcd3',
	accent: '#6b2fa0'
};

export type Doc = PDFKit.PDFDocument;
export type Element = PDFKit.PDFStructureElement;

export type Style = {
	face: Face;
	size: number;
	colour?: string;
	/** Space between lines, as a share of the size. */
	leading?: number;
	spacing?: number;
};

/** Opens an A4 document in memory. `at` is its date: the same content on the same date is the same file. */
export function openPaper(about: { title: string; author?: string; language: Language; at: Date }) {
	const doc = new PDFDocument({
		size: 'A4',
		margins: { top: 56, bottom: 64, left: 60, right: 60 },
		pdfVersion: '1.7',
		// The types do not know this one.
		subset: 'PDF/UA' as string as PDFKit.Mixins.PDFSubsets,
		tagged: true,
		displayTitle: true,
		lang: about.language === 'nl' ? 'nl-NL' : 'en-GB',
		bufferPages: true,
		info: {
			Title: about.title,
			...(about.author && { Author: about.author }),
			CreationDate: about.at,
			ModDate: about.at
		}
	});
	const parts: Buffer[] = [];
	const done = new Promise<Buffer>((resolve, reject) => {
		doc.on('data', (part: Buffer) => parts.push(part));
		doc.on('end', () => resolve(Buffer.concat(parts)));
		doc.on('error', reject);
	});
	const root = doc.struct('Document');
	doc.addStructure(root);
	return { doc, root, done };
}

/** What is only to be looked at. */
export function ornament(
	doc: Doc,
	draw: () => void,
	type: 'Layout' | 'Pagination' = 'Layout'
): void {
	doc.markContent('Artifact', { type });
	doc.save();
	draw();
	doc.restore();
	doc.endMarkedContent();
}

/** A drawing with words for whoever does not see it. `bbox`: left, top, right, bottom, in points. */
export function figure(doc: Doc, alt: string, bbox: number[], draw: () => void): Element {
	// The types do not know the box, which the standard for accessible documents asks for.
	const about = { alt, bbox } as PDFKit.Mixins.StructureElementOptions;
	return doc.struct('Figure', about, draw);
}

/** Height that a text takes in a width, in points. */
export function heightOf(doc: Doc, text: string, style: Style, width: number): number {
	const { runs } = runsOf(text, style.face);
	setFont(doc, runs[0]!.cut, style.size);
	return doc.heightOfString(runs.map((run) => run.text).join('') || ' ', options(style, width));
}

/**
 * Writes a text at a place, in as many fonts as its signs need. What cannot be drawn is still in the document: whoever
 * searches, copies or listens gets what was typed.
 *
 * @returns the y below it, on the page where it ends
 */
export function write(
	doc: Doc,
	parent: Element,
	tag: string,
	text: string,
	style: Style,
	at: { x: number; y: number; width: number }
): number {
	const { runs, exact } = runsOf(text, style.face);
	// An empty cell has its place in a table, and nothing to read.
	if (text === '') return at.y;
	parent.add(
		doc.struct(tag, exact ? {} : { actual: text }, () => {
			doc.fillColor(style.colour ?? ink.text);
			runs.forEach((run, index) => {
				setFont(doc, run.cut, style.size);
				const more = { ...options(style, at.width), continued: index < runs.length - 1 };
				if (index === 0) doc.text(run.text, at.x, at.y, more);
				else doc.text(run.text, more);
			});
		})
	);
	return doc.y;
}

const options = ({ size, leading = 0.3, spacing }: Style, width: number) => ({
	width,
	lineGap: size * leading,
	...(spacing !== undefined && { characterSpacing: spacing })
});

function setFont(doc: Doc, cut: { name: string; bytes: Buffer }, size: number): void {
	const known = doc as unknown as { registered?: Set<string> };
	known.registered ??= new Set();
	if (!known.registered.has(cut.name)) {
		doc.registerFont(cut.name, cut.bytes);
		known.registered.add(cut.name);
	}
	doc.font(cut.name).fontSize(size);
}

/** One line, within a drawing or an ornament; its colour is the one that was set. */
export function line(
	doc: Doc,
	text: string,
	{ x, y, size, face = 'plain' }: { x: number; y: number; size: number; face?: Face }
): void {
	doc.x = x;
	doc.y = y;
	const { runs } = runsOf(text, face);
	runs.forEach((run, index) => {
		setFont(doc, run.cut, size);
		doc.text(run.text, { lineBreak: false, continued: index < runs.length - 1 });
	});
}

/** At the foot of every page: the title and where one is. For the eye only. */
export function foot(doc: Doc, text: (page: number, of: number) => string): void {
	const { start, count } = doc.bufferedPageRange();
	for (let page = start; page < start + count; page++) {
		doc.switchToPage(page);
		const { margins, height } = doc.page;
		// Below the margin the library would begin a new page.
		const bottom = margins.bottom;
		margins.bottom = 0;
		ornament(
			doc,
			() => {
				doc.fillColor(ink.soft);
				line(doc, text(page + 1, count), { x: margins.left, y: height - 40, size: 8 });
			},
			'Pagination'
		);
		margins.bottom = bottom;
	}
}
