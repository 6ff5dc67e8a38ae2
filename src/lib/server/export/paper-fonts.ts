import { create, type Font } from 'fontkit';

// The faces of the course, cut for documents (scripts/fonts.ts): one file a weight and script.

const files = import.meta.glob<string>('../../fonts/paper/*.ttf', {
	query: '?inline',
	import: 'default',
	eager: true
});

export type Cut = { name: string; bytes: Buffer; font: Font };

const cuts = new Map<string, Cut>();

function cut(name: string): Cut {
	let found = cuts.get(name);
	if (!found) {
		const data = files[name]!;
		const bytes = Buffer.from(data.slice(data.indexOf(',') + 1), 'base64');
		found = { name, bytes, font: create(bytes) as Font };
		cuts.set(name, found);
	}
	return found;
}

/** All scripts of these faces, the Latin ones first. */
const chain = (...faces: string[]) =>
	faces.flatMap((face) => {
		const own = Object.keys(files).filter((name) => name.includes(`/${face}-`));
		return own.sort((a, b) => rank(a) - rank(b)).map(cut);
	});
const rank = (name: string) =>
	name.endsWith('-latin.ttf') ? 0 : name.endsWith('-latin-ext.ttf') ? 1 : 2;

export type Face = 'read' | 'strong' | 'plain' | 'bold';

/** Every face with what stands in for it where it has no sign: the other face, and what knows signs instead of letters. */
const signs = ['math', 'symbols', 'emoji'];
const faces: Record<Face, string[]> = {
	read: ['literata-400', 'atkinson-400', ...signs],
	strong: ['literata-600', 'literata-400', 'atkinson-700', ...signs],
	plain: ['atkinson-400', 'literata-400', ...signs],
	bold: ['atkinson-700', 'literata-600', ...signs]
};
const chains = new Map<Face, Cut[]>();
function chainOf(face: Face): Cut[] {
	const found = chains.get(face) ?? chain(...faces[face]);
	chains.set(face, found);
	return found;
}

/** What stands for a sign that no face can draw. */
const UNDRAWN = '¿';
/** Signs that only say how their neighbours are to be drawn. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Emoji_Modifier}]/u;

export type Run = { cut: Cut; text: string };

/**
 * Cuts a text in runs of one font each; there is always one. What no font can draw becomes an inverted question mark.
 *
 * @returns also whether all of it is drawn (`whole`), and whether what is drawn is to the letter what was typed (`exact`)
 */
export function runsOf(text: string, face: Face): { runs: Run[]; whole: boolean; exact: boolean } {
	const chain = chainOf(face);
	const first = chain[0]!;
	const runs: Run[] = [{ cut: first, text: '' }];
	let [whole, exact] = [true, true];
	const put = (cut: Cut, drawn: string) => {
		const last = runs.at(-1)!;
		if (last.cut === cut || last.text === '')
			runs[runs.length - 1] = { cut, text: last.text + drawn };
		else runs.push({ cut, text: drawn });
	};
	for (const sign of text) {
		// A line ends, and goes on, in whichever font it was in.
		const found = sign === '\n' ? runs.at(-1)!.cut : drawer(chain, sign);
		if (found) put(found, sign);
		else {
			exact = false;
			if (sign === '\t') put(first, '    ');
			else if (!unseen.test(sign)) {
				whole = false;
				put(first, UNDRAWN);
			}
		}
	}
	return { runs, whole, exact };
}

const drawer = (chain: Cut[], sign: string) =>
	chain.find((each) => each.font.hasGlyphForCodePoint(sign.codePointAt(0)!));
