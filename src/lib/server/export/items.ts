import type { Language } from '#lib/course/language.ts';
import { contentHealth } from '#lib/i18n/content-health.ts';
import { itemFigures } from '#lib/i18n/item-figures.ts';
import { itemFlags } from '#lib/i18n/item-flags.ts';
import type { ContentHealth } from '#lib/learning/content-view.ts';
import type { Estimate } from '#lib/learning/item-statistics.ts';
import { csv } from './csv.ts';

/** Every question of the page, part by part: a figure and its interval become three columns, percentages whole numbers. */
export function itemsCsv({ modules }: ContentHealth, language: Language): string {
	const { columns } = contentHealth[language];
	const figures = itemFigures[language];
	const three = (name: string) => [name, `${name} ${columns.low}`, `${name} ${columns.high}`];
	const head = [
		...[columns.id, columns.item, columns.part, columns.quiz, figures.n.name],
		...three(`${figures.facility.name} (%)`),
		...three(figures.discrimination.name),
		...[columns.flags, columns.appeals]
	];
	const rows = modules.flatMap(({ title, items }) =>
		items.map(({ id, stem, quiz, shown, appeals }) => [
			...[id, stem, title, quiz?.title ?? ''],
			...(shown
				? [shown.n, ...numbers(shown.facility, 100, 0), ...numbers(shown.discrimination, 1, 2)]
				: [figures.tooFew, ...numbers(undefined, 1, 0), ...numbers(undefined, 1, 0)]),
			(shown?.flags ?? []).map(({ kind }) => itemFlags[language][kind].name).join('; '),
			appeals
		])
	);
	return csv([head, ...rows]);
}

/** Rounded as on the screen; empty where there is none. */
function numbers(of: Estimate | undefined, times: number, decimals: number): (number | string)[] {
	if (!of) return ['', '', ''];
	return [of.value, of.low, of.high].map((value) => Number((value * times).toFixed(decimals)));
}
