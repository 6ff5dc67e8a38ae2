import type { Item } from '#lib/course/item.ts';
import type { Language } from '#lib/course/language.ts';
import { confidences, type Confidence } from './confidence.ts';
import { flagsOf, optionKeys, type Flag } from './item-flags.ts';
import {
	discrimination,
	facility,
	gain,
	languageGap,
	optionRest,
	type Estimate
} from './item-statistics.ts';
import { added, type Cell } from './item-sums.ts';

/** Of fewer people nothing is shown: it would be chance, and could be about somebody. */
export const ENOUGH_PEOPLE = 20;

export type OptionReport = {
	id: string;
	right: boolean;
	/** How many chose it, and which share of everybody that is. */
	n: number;
	share: number;
	rest?: Estimate;
};

/** What is shown of a version of a question. What is about too few people is absent. */
export type ItemReport = {
	n: number;
	facility: Estimate;
	discrimination?: Estimate;
	options: OptionReport[];
	again?: ReturnType<typeof gain>;
	/** `right` is a share. */
	confidence: { level: Confidence; given: number; right: number }[];
	/** Only where both languages were chosen by enough people. */
	languages?: Record<Language, { n: number; facility: Estimate }> & {
		gap: ReturnType<typeof languageGap>;
	};
	flags: Flag[];
};

/**
 * Which of some groups may be shown beside their total: those of enough people, as far as what is left over is nobody or
 * enough people as well. Else it would follow by taking away.
 */
export function showable(groups: number[], total: number): boolean[] {
	const shown = groups.map((n) => n >= ENOUGH_PEOPLE);
	const left = () => total - groups.reduce((sum, n, index) => sum + (shown[index] ? n : 0), 0);
	while (left() > 0 && left() < ENOUGH_PEOPLE && shown.includes(true)) {
		const smallest = Math.min(...groups.filter((_, index) => shown[index]));
		shown[groups.findIndex((n, index) => shown[index] && n === smallest)] = false;
	}
	return shown;
}

/**
 * @param cells of one version of the item, a language each
 * @returns undefined while too few people answered it
 */
export function itemReport(item: Item, cells: Cell[]): ItemReport | undefined {
	const [first, ...others] = cells;
	const all = first && others.reduce(added, first);
	if (!all || all.pairs.n < ENOUGH_PEOPLE) return undefined;
	const { n } = all.pairs;
	const tells = discrimination(all.pairs);
	const again = showable([all.again.n], n)[0] ? gain(all) : undefined;
	const languages = byLanguage(cells);
	const report = {
		n,
		facility: facility(all.pairs),
		...(tells && { discrimination: tells }),
		options: optionsIn(item, all),
		...(again && { again }),
		confidence: byConfidence(all),
		...(languages && { languages })
	};
	return { ...report, flags: flagsOf(item, report) };
}

function optionsIn(item: Item, all: Cell): OptionReport[] {
	return optionKeys(item).map(({ id, right }) => {
		const n = all.options[id]?.n ?? 0;
		const rest = optionRest(all, id);
		return { id, right, n, share: n / all.pairs.n, ...(rest && { rest }) };
	});
}

function byConfidence(all: Cell): ItemReport['confidence'] {
	const groups = confidences.map((level) => ({ level, ...all.confidence[level] }));
	const shown = showable(
		groups.map(({ given }) => given),
		all.pairs.n
	);
	return groups
		.filter((_, index) => shown[index])
		.map(({ level, given, right }) => ({ level, given, right: right / given }));
}

function byLanguage(cells: Cell[]): ItemReport['languages'] {
	const [nl, en] = (['nl', 'en'] as const).map(
		(language) => cells.find((cell) => cell.language === language)?.pairs
	);
	if (!nl || !en || nl.n < ENOUGH_PEOPLE || en.n < ENOUGH_PEOPLE) return undefined;
	return {
		nl: { n: nl.n, facility: facility(nl) },
		en: { n: en.n, facility: facility(en) },
		gap: languageGap(nl, en)
	};
}
