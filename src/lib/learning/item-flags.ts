import type { Item } from '#lib/course/item.ts';
import { claimIds } from '#lib/course/item.ts';
import type { Language } from '#lib/course/language.ts';
import type { ItemReport } from './item-report.ts';

/** What may be wrong with a question, in the order in which an author should look. */
export const flagKinds = [
	'strong-pick',
	'language-gap',
	'sure-and-wrong',
	'too-hard',
	'no-difference',
	'too-easy',
	'nobody-picks'
] as const;
export type FlagKind = (typeof flagKinds)[number];

export type Flag =
	| { kind: 'too-easy' | 'too-hard' | 'no-difference' | 'sure-and-wrong' }
	/** Harder in this language than in the other. */
	| { kind: 'language-gap'; harder: Language }
	| { kind: 'strong-pick' | 'nobody-picks'; options: string[] };

/** From where on a figure is a reason to look. A flag is a question to the author, not a verdict. */
export const bounds = {
	/** Outside these everybody has it right, or hardly anybody: the bounds of Moodle's quiz report (2024, “Facility index”). */
	tooHard: 0.2,
	tooEasy: 0.95,
	/**
	 * Below it a question hardly tells strong from weak. Ebel & Frisbie (1991, chapter 13) revise below .20; a correlation
	 * without the question itself is a little lower than theirs.
	 */
	noDifference: 0.15,
	/** Fewer say nothing of who chooses an option (our choice: the five of every figure about people). */
	pickers: 5,
	/**
	 * The share of answers given with certainty that were wrong. Being sure and wrong is a sign of a misconception rather
	 * than of not knowing (Hasan, Bagayoko & Kelley 1999); the bound is our choice.
	 */
	sureAndWrong: 0.3,
	/** Between languages: as large as .15 of the points, and less than 1 in 100 likely by accident (our choice). */
	languageGap: 0.15,
	accident: 0.01
} as const;

/** The ids of what can be chosen, and whether it is right. Rows that get a choice are `row=choice`. */
export function optionKeys(item: Item): { id: string; right: boolean }[] {
	switch (item.type) {
		case 'single':
		case 'scenario':
		case 'point':
		case 'multiple':
			return item.options.map(({ id, correct }) => ({ id, right: correct }));
		case 'true-false':
			return [
				...claimIds.map((id) => ({ id, right: (id === 'true') === item.holds })),
				...item.options.map(({ id, correct }) => ({ id, right: correct }))
			];
		case 'categorise':
		case 'matching':
			return item.rows.flatMap((row) =>
				item.choices.map(({ id }) => ({ id: `${row.id}=${id}`, right: row.key === id }))
			);
		default:
			return [];
	}
}

/** @param report what is shown of the question: flags never tell more than that */
export function flagsOf(item: Item, report: Omit<ItemReport, 'flags'>): Flag[] {
	const { facility, discrimination, options, confidence, languages } = report;
	const flags: Flag[] = [];
	const wrong = options.filter(({ right }) => !right);
	const strong = wrong.filter(
		({ n, rest }) => n >= bounds.pickers && rest !== undefined && rest.low > 0
	);
	if (strong.length > 0) flags.push({ kind: 'strong-pick', options: strong.map(({ id }) => id) });
	if (languages && Math.abs(languages.gap.difference) >= bounds.languageGap)
		if (languages.gap.p < bounds.accident)
			flags.push({ kind: 'language-gap', harder: languages.gap.difference < 0 ? 'nl' : 'en' });
	const sure = confidence.find(({ level }) => level === 'sure');
	if (sure && 1 - sure.right >= bounds.sureAndWrong) flags.push({ kind: 'sure-and-wrong' });
	// A question that all or none have right cannot tell who is strong: that is said once.
	if (facility.value < bounds.tooHard) flags.push({ kind: 'too-hard' });
	else if (facility.value > bounds.tooEasy) flags.push({ kind: 'too-easy' });
	else if (discrimination && discrimination.value < bounds.noDifference)
		flags.push({ kind: 'no-difference' });
	// Rows have as many wrong places as there are choices: that nobody uses one of them is no fault.
	const sorted = item.type === 'categorise' || item.type === 'matching';
	const unpicked = sorted ? [] : wrong.filter(({ n }) => n === 0);
	if (unpicked.length > 0)
		flags.push({ kind: 'nobody-picks', options: unpicked.map(({ id }) => id) });
	return flags.sort((a, b) => flagKinds.indexOf(a.kind) - flagKinds.indexOf(b.kind));
}

/** In a word: from .30 on Ebel & Frisbie (1991) call a question reasonably good. */
export function tellsOf(discrimination: number): 'well' | 'some' | 'little' {
	if (discrimination >= 0.3) return 'well';
	return discrimination >= bounds.noDifference ? 'some' : 'little';
}
