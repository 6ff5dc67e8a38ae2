import type { Item } from './item.ts';
import type { Language, Text } from './language.ts';

type Choice = { id: string; text: string };

/** What a browser may know of an item before it is answered. */
export type PublicItem = { id: string; version: string; stem: string } & (
	| { type: 'single' | 'scenario'; options: Choice[] }
	| { type: 'point'; options: Choice[]; figure: string }
	| { type: 'multiple'; options: Choice[]; choose: number }
	| { type: 'true-false'; options: Choice[] }
	| { type: 'categorise' | 'matching'; rows: Choice[]; choices: Choice[] }
	| { type: 'ordering'; rows: Choice[] }
	| { type: 'numeric'; unit: string }
	| { type: 'cloze'; blanks: string[] }
	| { type: 'short' }
);

type Worded = { id: string; text: Text };

/**
 * Picks, field by field, what may be shown; a new field of Item stays on the server until it is named here.
 *
 * @param arrange puts a list in the order in which this learner sees it
 */
export function publicItem(
	item: Item,
	language: Language,
	arrange: <T>(list: T[]) => T[]
): PublicItem {
	const base = { id: item.id, version: item.version, stem: item.stem[language] };
	const words = (list: Worded[]) =>
		list.map((entry) => ({ id: entry.id, text: entry.text[language] }));
	const arranged = (list: Worded[]) => words(item.shuffle ? arrange(list) : list);
	switch (item.type) {
		case 'single':
		case 'scenario':
			return { ...base, type: item.type, options: arranged(item.options) };
		case 'point':
			return {
				...base,
				type: item.type,
				options: words(item.options),
				figure: item.figure[language]
			};
		case 'multiple': {
			const choose = item.options.filter((option) => option.correct).length;
			return { ...base, type: item.type, options: arranged(item.options), choose };
		}
		case 'true-false':
			return { ...base, type: item.type, options: arranged(item.options) };
		case 'categorise':
			return { ...base, type: item.type, rows: arranged(item.rows), choices: words(item.choices) };
		case 'matching':
			return {
				...base,
				type: item.type,
				rows: words(item.rows),
				choices: words(arrange(item.choices))
			};
		case 'ordering':
			return { ...base, type: item.type, rows: words(arrange(item.sequence)) };
		case 'numeric':
			return { ...base, type: item.type, unit: unitIn(item.unit, language) };
		case 'cloze':
			return { ...base, type: item.type, blanks: item.blanks.map((blank) => blank.id) };
		case 'short':
			return { ...base, type: item.type };
	}
}

/** Units that differ per language are written "perioden / periods". */
export function unitIn(unit: string, language: Language): string {
	const [nl = '', en = nl] = unit.split(' / ');
	return language === 'nl' ? nl : en;
}

/** A stem as running text: `{1}` is a blank to fill in. */
export const stemText = (stem: string) => stem.replace(/\{(\d)\}/g, '…($1)…');
