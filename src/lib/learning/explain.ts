import type { Item } from '#lib/course/item.ts';
import type { Language } from '#lib/course/language.ts';
import { FULL, grade, nearMiss, type Given } from './grade.ts';
import { effectivePoints } from './regrade.ts';
import { reduceText } from './same-text.ts';

/** What a learner is told after an answer: the verdict, why for each part they chose, and the key if it may be shown. */
export type Explanation = {
	verdict: 'right' | 'partly' | 'not-yet';
	earned: number;
	total: number;
	/** Whether these points were given afterwards. */
	raised?: true;
	/** By option, row or blank id. */
	parts: { id: string; right: boolean; why: string }[];
	/** A typed answer as it was compared, when that differs from what was typed. */
	countedAs?: Record<string, string>;
	/** Present only when the key may be shown and the answer was not fully right. */
	key?: { id: string; text: string; why: string }[];
};

/** An answer that was given, and what its learner is told of it. */
export type Answered = {
	given: Given;
	explanation: Explanation;
	/** The answer's id, when its learner may say that it should count. */
	appeal?: string;
};

export function verdictOf(earned: number, total: number): Explanation['verdict'] {
	if (earned >= total) return 'right';
	return earned > 0 ? 'partly' : 'not-yet';
}

/**
 * @param reveal whether the right answer may be shown beside the learner's own
 * @param raised points given afterwards; absent when there are none
 */
export function explain(
	item: Item,
	given: Given,
	language: Language,
	reveal: boolean,
	raised?: number
): Explanation | undefined {
	const result = grade(item, given);
	if (result.kind === 'invalid') return undefined;
	const earned = effectivePoints(result.earned, raised === undefined ? [] : [raised]);
	const verdict = verdictOf(earned, result.total);
	const parts = result.parts
		// All points means that every part counts, whatever the key says of it.
		.map((part) => ({ ...part, right: part.right || verdict === 'right' }))
		.map((part) => ({ ...part, why: whyOf(item, part, language, verdict, given) }));
	const key = reveal && earned < FULL ? keyOf(item, language) : undefined;
	const countedAs = countedOf(item, given);
	return {
		verdict,
		earned,
		total: result.total,
		...(raised !== undefined && { raised: true }),
		parts,
		...(countedAs && { countedAs }),
		...(key && { key })
	};
}

function whyOf(
	item: Item,
	part: { id: string; right: boolean },
	language: Language,
	verdict: Explanation['verdict'],
	given: Given
): string {
	switch (item.type) {
		case 'single':
		case 'scenario':
		case 'point':
		case 'multiple':
			return item.options.find((option) => option.id === part.id)?.feedback[language] ?? '';
		case 'true-false':
			return (item.options.find((option) => option.id === part.id) ?? item).feedback[language];
		case 'categorise':
		case 'matching':
			return item.rows.find((row) => row.id === part.id)?.feedback[language] ?? '';
		case 'ordering':
			// The reason for a place gives the place away: only a fully right order is explained row by row.
			return verdict === 'right'
				? (item.sequence.find((row) => row.id === part.id)?.feedback[language] ?? '')
				: '';
		case 'numeric':
			return (part.right ? item.right : item.wrong)[language];
		case 'cloze':
			return item.blanks.find((blank) => blank.id === part.id)?.feedback[language] ?? '';
		case 'short': {
			const miss = nearMiss(item, given.written?.value ?? '');
			return (part.right ? item.right : (miss?.feedback ?? item.wrong))[language];
		}
	}
}

function keyOf(item: Item, language: Language): NonNullable<Explanation['key']> {
	switch (item.type) {
		case 'single':
		case 'scenario':
		case 'point':
		case 'multiple':
			return item.options
				.filter((option) => option.correct)
				.map(({ id, text, feedback }) => ({ id, text: text[language], why: feedback[language] }));
		case 'true-false':
			return [
				{ id: String(item.holds), text: String(item.holds), why: item.feedback[language] },
				...item.options
					.filter((option) => option.correct)
					.map(({ id, text, feedback }) => ({ id, text: text[language], why: feedback[language] }))
			];
		case 'categorise':
		case 'matching':
			return item.rows.map((row) => ({
				id: row.id,
				text: item.choices.find((choice) => choice.id === row.key)?.text[language] ?? '',
				why: row.feedback[language]
			}));
		case 'ordering':
			return item.sequence.map(({ id, text, feedback }) => ({
				id,
				text: text[language],
				why: feedback[language]
			}));
		case 'numeric': {
			const number = new Intl.NumberFormat(language).format(item.value);
			return [{ id: 'value', text: number, why: item.right[language] }];
		}
		case 'cloze':
			return item.blanks.map((blank) => ({
				id: blank.id,
				text: blank.accepted[language][0] ?? '',
				why: blank.feedback[language]
			}));
		case 'short':
			return [{ id: 'value', text: item.accepted[language][0] ?? '', why: item.right[language] }];
	}
}

/** Typed words as they were compared, where case, accents, quotes or spaces were passed over. */
function countedOf(item: Item, given: Given): Record<string, string> | undefined {
	if (item.type !== 'cloze' && item.type !== 'short') return undefined;
	const counted = Object.entries(given.written ?? {})
		.map(([id, text]) => [id, text, reduceText(text)] as const)
		.filter(([, text, reduced]) => reduced !== text)
		.map(([id, , reduced]) => [id, reduced] as const);
	return counted.length > 0 ? Object.fromEntries(counted) : undefined;
}
