import { encode } from 'uqr';
import { certificate as words } from '#lib/i18n/certificate.ts';
import { date } from '#lib/i18n/format.ts';
import type { Language } from '#lib/course/language.ts';
import { shownCode } from '#lib/learning/certificate-code.ts';
import { proofAddress } from '../badges/address.ts';
import type { Owned } from '../certificates.ts';
import {
	figure,
	foot,
	heightOf,
	ink,
	openPaper,
	ornament,
	write,
	type Doc,
	type Element
} from './paper.ts';

/** Height of A4 in points. */
const PAGE = 841.89;
const LEFT = 60;
/** Of the second sheet, which holds a lot. */
const margins = { top: 46, bottom: 50, left: LEFT, right: LEFT };
const WIDTH = 595.28 - 2 * LEFT;

/** The certificate as two sheets of A4: what was done, and what somebody can do then. */
export async function certificatePdf(
	owned: Owned,
	origin: string,
	language: Language
): Promise<Buffer> {
	const all = words[language];
	const { about, name, earnedAt, issuedAt, code } = owned;
	const { doc, root, done } = openPaper({
		title: `${all.title}: ${about.title}`,
		author: all.issuer,
		language,
		at: issuedAt
	});
	const say = (tag: string, text: string, style: Parameters<typeof write>[4], y: number) =>
		write(doc, root, tag, text, style, { x: LEFT, y, width: WIDTH });

	ornament(doc, () => people(doc, about.lessons, about.quizzes));
	let y = 300;
	y = say('P', all.paper.declares, { face: 'bold', size: 12, colour: ink.accent, spacing: 0.6 }, y);
	// A long name gets smaller letters before it gets a second line.
	const size = [40, 34, 28, 24].find(
		(each) => heightOf(doc, name, { face: 'strong', size: each }, WIDTH) < each * 2
	);
	y = say('H1', name, { face: 'strong', size: size ?? 24, leading: 0.1 }, y + 10);
	y = say('P', all.paper.has, { face: 'read', size: 14, colour: ink.soft }, y + 12);
	y = say('P', about.title, { face: 'strong', size: 24, leading: 0.1 }, y + 4);
	y = say('P', about.subtitle, { face: 'read', size: 14, colour: ink.soft }, y + 2);
	y = say(
		'P',
		`${all.paper.completed} ${all.paper.on(date(earnedAt, language))}`,
		{ face: 'read', size: 14 },
		y + 12
	);
	say('P', all.asked(about), { face: 'plain', size: 10, colour: ink.soft }, y + 22);
	check(doc, root, { address: proofAddress(origin, language, code), code, label: all.paper.check });

	doc.addPage({ size: 'A4', margins });
	y = write(
		doc,
		root,
		'H2',
		all.objectives,
		{ face: 'strong', size: 18 },
		{ x: LEFT, y: 46, width: WIDTH }
	);
	columns(doc, root, about.modules, y + 10);
	foot(
		doc,
		(page, of) =>
			`${about.title} · ${all.edition(about.edition)} · ${shownCode(code)} · ${page}/${of}`
	);
	root.end();
	doc.end();
	return done;
}

/** Everybody a course is about: a person for every lesson, tied to the next, and one in accent for each test. */
function people(doc: Doc, lessons: number, tests: number): void {
	const total = lessons + tests;
	const step = WIDTH / (total - 1);
	// Two slow waves, so that neighbours stand near and the line reads from left to right.
	const place = (index: number) => ({
		x: LEFT + index * step,
		y:
			170 +
			42 * Math.sin((index / total) * Math.PI * 4) -
			26 * Math.cos((index / total) * Math.PI * 9)
	});
	const every = Math.round(total / tests);
	const isTest = (index: number) => index % every === every - 1 || index === total - 1;
	doc.lineWidth(0.8).strokeColor(ink.line);
	for (let index = 1; index < total; index++) {
		const [one, other, far] = [place(index - 1), place(index), place(Math.max(0, index - 4))];
		doc.moveTo(one.x, one.y).lineTo(other.x, other.y).stroke();
		if (index > 4 && index % 3 === 0)
			doc.lineWidth(0.4).moveTo(far.x, far.y).lineTo(other.x, other.y).stroke().lineWidth(0.8);
	}
	for (let index = 0; index < total; index++) {
		const { x, y } = place(index);
		const last = index === total - 1;
		if (isTest(index)) doc.circle(x, y, last ? 13 : 7).fill(ink.accent);
		else doc.circle(x, y, 5).fillAndStroke('#ffffff', ink.text);
	}
}

/** The code, and a square that leads a telephone to the page where it can be checked. */
function check(
	doc: Doc,
	root: Element,
	{ address, code, label }: { address: string; code: string; label: string }
): void {
	const SIDE = 92;
	const top = PAGE - 64 - SIDE;
	const { data, size } = encode(address, { ecc: 'M', border: 0 });
	root.add(
		figure(doc, address, [LEFT, top, LEFT + SIDE, top + SIDE], () => {
			const side = SIDE / size;
			doc.fillColor(ink.text);
			data.forEach((row, down) =>
				row.forEach((dark, across) => {
					// A hair of overlap: no light seams between squares.
					if (dark) doc.rect(LEFT + across * side, top + down * side, side + 0.05, side + 0.05);
				})
			);
			doc.fill();
		})
	);
	const at = { x: LEFT + SIDE + 20, width: WIDTH - SIDE - 20 };
	let y = write(doc, root, 'P', label, { face: 'bold', size: 10 }, { ...at, y: top + 8 });
	y = write(
		doc,
		root,
		'P',
		shownCode(code),
		{ face: 'strong', size: 22, spacing: 1 },
		{ ...at, y: y + 2 }
	);
	write(doc, root, 'P', address, { face: 'plain', size: 9, colour: ink.soft }, { ...at, y: y + 2 });
}

/** What somebody can do, part by part, in two columns that are read one after the other. */
function columns(doc: Doc, root: Element, modules: Owned['about']['modules'], from: number): void {
	const GAP = 20;
	const width = (WIDTH - GAP) / 2;
	const bottom = PAGE - margins.bottom - 1;
	const head = { face: 'bold' as const, size: 9, leading: 0.15, colour: ink.accent };
	const body = { face: 'plain' as const, size: 7.9, leading: 0.13 };
	let column = 0;
	let top = from;
	let y = from;
	const next = () => {
		column += 1;
		if (column === 2) {
			doc.addPage({ size: 'A4', margins });
			column = 0;
			top = margins.top;
		}
		y = top;
	};
	for (const { title, objectives } of modules) {
		const first =
			heightOf(doc, title, head, width) + heightOf(doc, objectives[0] ?? '', body, width);
		if (y + first > bottom) next();
		const x = () => LEFT + column * (width + GAP);
		y = write(doc, root, 'H3', title, head, { x: x(), y, width }) + 2;
		const list = doc.struct('L');
		root.add(list);
		for (const objective of objectives) {
			if (y + heightOf(doc, objective, body, width - 9) > bottom) next();
			const item = doc.struct('LI');
			list.add(item);
			write(doc, item, 'Lbl', '–', body, { x: x(), y, width: 9 });
			y = write(doc, item, 'LBody', objective, body, { x: x() + 9, y, width: width - 9 }) + 1;
			item.end();
		}
		list.end();
		y += 7;
	}
}
