import type { Item } from '#lib/course/item.ts';
import type { Language } from '#lib/course/language.ts';
import { mayAppeal } from '#lib/learning/appeal.ts';
import { explain, type Answered } from '#lib/learning/explain.ts';
import { grade, type Given } from '#lib/learning/grade.ts';
import { itemOf } from './course.ts';

/** An answer as it is kept; only what was given is known of one that a visitor's own browser remembers. */
export type Kept = {
	given: unknown;
	answerId?: string;
	earned?: number;
	total?: number;
	raised?: number | null;
};

/**
 * What somebody is told of an answer that is kept. Points given afterwards count, and are explained by the item as it
 * is now when it is the repaired key that gave them.
 *
 * @param item as it was asked
 * @param settled false while it is part of an attempt that is open: then there is nothing to appeal yet
 */
export function answered(
	item: Item,
	kept: Kept,
	language: Language,
	{ reveal, settled }: { reveal: boolean; settled: boolean }
): Answered | undefined {
	const given = kept.given as Given;
	const raised = kept.raised ?? undefined;
	const by = raised === undefined ? item : better(item, given);
	const explanation = explain(by, given, language, reveal, raised);
	if (!explanation) return undefined;
	const { answerId, earned = 0, total = 0 } = kept;
	const open = settled && explanation.verdict !== 'right' && mayAppeal(item, { earned, total });
	return { given, explanation, ...(open && answerId !== undefined && { appeal: answerId }) };
}

function better(item: Item, given: Given): Item {
	const points = (by: Item) => {
		const verdict = grade(by, given);
		return verdict.kind === 'points' ? verdict.earned : -1;
	};
	const current = itemOf(item.id);
	return current && points(current) > points(item) ? current : item;
}
