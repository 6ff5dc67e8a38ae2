import type { Item } from '#lib/course/item.ts';
import { unitIn } from '#lib/course/public-item.ts';
import type { Language } from '#lib/course/language.ts';
import type { Given } from './grade.ts';

type TypedItem = Extract<Item, { type: 'short' | 'cloze' | 'numeric' }>;

/** Whether an answer to this item is typed: only there can a right answer be missing from the key. */
export function isTyped(item: Item): item is TypedItem {
	return item.type === 'short' || item.type === 'cloze' || item.type === 'numeric';
}

/** Whether a learner may say that an answer should count: it was typed, and has not got everything. */
export function mayAppeal(item: Item, points: { earned: number; total: number }): boolean {
	return isTyped(item) && points.earned < points.total;
}

/** One typed word, number or blank. Alone it is called `value`; a blank goes by its number. */
export type TypedPart = { id: string; text: string };

/** What was typed, in the order of the blanks. */
export function typedParts(given: Given): TypedPart[] {
	return Object.entries(given.written ?? {})
		.map(([id, text]) => ({ id, text }))
		.sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
}

/** What the key counts as right, for whoever judges an appeal. */
export function acceptedParts(item: Item, language: Language): TypedPart[] {
	const forms = (accepted: Record<Language, string[]>) =>
		[...new Set([...accepted.nl, ...accepted.en])].join(' / ');
	switch (item.type) {
		case 'short':
			return [{ id: 'value', text: forms(item.accepted) }];
		case 'cloze':
			return item.blanks.map(({ id, accepted }) => ({ id, text: forms(accepted) }));
		case 'numeric': {
			const number = (value: number) => new Intl.NumberFormat(language).format(value);
			const margin = item.tolerance > 0 ? ` ± ${number(item.tolerance)}` : '';
			return [
				{
					id: 'value',
					text: `${number(item.value)}${margin} ${unitIn(item.unit, language)}`.trim()
				}
			];
		}
		default:
			return [];
	}
}
