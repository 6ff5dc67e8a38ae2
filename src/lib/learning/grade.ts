import type {
	ClozeItem,
	Item,
	MultipleItem,
	PointItem,
	NearMiss,
	NumericItem,
	OrderingItem,
	ShortItem,
	SingleItem,
	SortItem,
	TrueFalseItem
} from '#lib/course/item.ts';
import { claimIds } from '#lib/course/item.ts';
import { sameText } from './same-text.ts';

/** An answer as given. Every type fills the fields it needs; the rest stays absent. */
export type Given = {
	/** Option ids: single, scenario, multiple; true-false: `true` or `false`, then the reason. */
	chosen?: string[];
	/** Row id → choice id: categorise, matching. */
	placed?: Record<string, string>;
	/** Row ids in order: ordering. */
	order?: string[];
	/** Text per blank: cloze; under "value": numeric and short. */
	written?: Record<string, string>;
};

/** Points are whole hundredths of an item, so that every item weighs the same and no fraction is ever rounded twice. */
export const FULL = 100;

export type Verdict =
	| { kind: 'points'; earned: number; total: typeof FULL; parts: Part[] }
	| { kind: 'invalid'; why: Invalid };

/** One row, blank or option of an answer, and whether it was right. */
export type Part = { id: string; right: boolean };

/** Why an answer cannot be graded. Never zero points, never a lost try. */
export type Invalid =
	| { reason: 'empty' }
	| { reason: 'incomplete'; missing: number }
	| { reason: 'choose'; expected: number; got: number }
	| { reason: 'not-a-number' }
	| { reason: 'twice' }
	| { reason: 'unknown' };

const invalid = (why: Invalid): Verdict => ({ kind: 'invalid', why });

/** Points for the share of parts that is right, rounded down: full points only for a fully right answer. */
function points(parts: Part[]): Verdict {
	const right = parts.filter((part) => part.right).length;
	return { kind: 'points', earned: Math.floor((right * FULL) / parts.length), total: FULL, parts };
}

const allOrNothing = (right: boolean, parts: Part[]): Verdict => ({
	kind: 'points',
	earned: right ? FULL : 0,
	total: FULL,
	parts
});

/** Judges an answer. Deterministic: the same item version and answer always give the same verdict. */
export function grade(item: Item, given: Given): Verdict {
	switch (item.type) {
		case 'single':
		case 'scenario':
		case 'point':
		case 'multiple':
			return gradeChoice(item, given.chosen ?? []);
		case 'true-false':
			return gradeClaim(item, given.chosen ?? []);
		case 'categorise':
		case 'matching':
			return gradeRows(item, given.placed ?? {});
		case 'ordering':
			return gradeOrder(item, given.order ?? []);
		case 'numeric':
			return gradeNumber(item, given.written?.value ?? '');
		case 'cloze':
			return gradeBlanks(item, given.written ?? {});
		case 'short':
			return gradeShort(item, given.written?.value ?? '');
	}
}

function gradeChoice(item: SingleItem | PointItem | MultipleItem, chosen: string[]): Verdict {
	const expected =
		item.type === 'multiple' ? item.options.filter((option) => option.correct).length : 1;
	if (chosen.length === 0) return invalid({ reason: 'empty' });
	if (new Set(chosen).size !== chosen.length) return invalid({ reason: 'twice' });
	const picked = chosen.map((id) => item.options.find((option) => option.id === id));
	if (!picked.every((option) => option !== undefined)) return invalid({ reason: 'unknown' });
	if (chosen.length !== expected)
		return invalid({ reason: 'choose', expected, got: chosen.length });
	const parts = picked.map((option) => ({ id: option.id, right: option.correct }));
	return allOrNothing(
		parts.every((part) => part.right),
		parts
	);
}

export const isClaim = (id: string) => (claimIds as readonly string[]).includes(id);

function gradeClaim(item: TrueFalseItem, chosen: string[]): Verdict {
	if (chosen.length === 0) return invalid({ reason: 'empty' });
	const said = chosen.filter(isClaim);
	const reasons = chosen.filter((id) => !isClaim(id));
	const reason = item.options.find((option) => option.id === reasons[0]);
	if (reasons.length > 0 && !reason) return invalid({ reason: 'unknown' });
	if (said.length > 1 || reasons.length > 1) return invalid({ reason: 'twice' });
	if (said.length === 0 || !reason) return invalid({ reason: 'incomplete', missing: 1 });
	const parts = [
		{ id: said[0]!, right: (said[0] === 'true') === item.holds },
		{ id: reason.id, right: reason.correct }
	];
	return allOrNothing(
		parts.every((part) => part.right),
		parts
	);
}

function gradeRows(item: SortItem, placed: Record<string, string>): Verdict {
	const ids = Object.keys(placed);
	if (ids.length === 0) return invalid({ reason: 'empty' });
	const rows = new Set(item.rows.map((row) => row.id));
	const choices = new Set(item.choices.map((choice) => choice.id));
	if (ids.some((id) => !rows.has(id) || !choices.has(placed[id] ?? '')))
		return invalid({ reason: 'unknown' });
	if (ids.length < item.rows.length)
		return invalid({ reason: 'incomplete', missing: item.rows.length - ids.length });
	if (item.type === 'matching' && new Set(Object.values(placed)).size < item.rows.length)
		return invalid({ reason: 'twice' });
	return points(item.rows.map((row) => ({ id: row.id, right: placed[row.id] === row.key })));
}

function gradeOrder(item: OrderingItem, order: string[]): Verdict {
	if (order.length === 0) return invalid({ reason: 'empty' });
	const ids = item.sequence.map((row) => row.id);
	if (order.some((id) => !ids.includes(id))) return invalid({ reason: 'unknown' });
	if (new Set(order).size !== order.length) return invalid({ reason: 'twice' });
	if (order.length < ids.length)
		return invalid({ reason: 'incomplete', missing: ids.length - order.length });
	const parts = order.map((id, index) => ({ id, right: ids[index] === id }));
	return allOrNothing(
		parts.every((part) => part.right),
		parts
	);
}

/**
 * What a typed number may mean. Decimal comma or point, a minus sign, spaces and the unit itself are all fine.
 * `12.000` is twelve in one country and twelve thousand in another: both readings come back, and either may be right.
 *
 * @returns no readings when it is no number
 */
export function readNumber(text: string, unit: string): number[] {
	const words = unit.split(' / ').filter(Boolean);
	let rest = text
		.normalize('NFKC')
		.replace(/\u2212/g, '-')
		.trim()
		.toLowerCase();
	for (const word of words)
		if (rest.endsWith(word.toLowerCase())) rest = rest.slice(0, -word.length).trim();
	const bare = rest.replace(/\s/g, '');
	const readings = [
		...(/^-?\d{1,12}([.,]\d{1,9})?$/.test(bare) ? [bare.replace(',', '.')] : []),
		...(/^-?[1-9]\d{0,2}(\.\d{3}){1,3}(,\d{1,9})?$/.test(bare)
			? [bare.replaceAll('.', '').replace(',', '.')]
			: []),
		...(/^-?[1-9]\d{0,2}(,\d{3}){1,3}(\.\d{1,9})?$/.test(bare) ? [bare.replaceAll(',', '')] : [])
	];
	return readings.map(Number);
}

function gradeNumber(item: NumericItem, text: string): Verdict {
	if (text.trim() === '') return invalid({ reason: 'empty' });
	const readings = readNumber(text, item.unit);
	if (readings.length === 0) return invalid({ reason: 'not-a-number' });
	// A margin of a billionth: 0.1 + 0.2 is within a tolerance of 0 of 0.3.
	const near = (value: number) => Math.abs(value - item.value) <= item.tolerance + 1e-9;
	const right = readings.some(near);
	return allOrNothing(right, [{ id: 'value', right }]);
}

function gradeBlanks(item: ClozeItem, written: Record<string, string>): Verdict {
	const filled = item.blanks.filter((blank) => (written[blank.id] ?? '').trim() !== '');
	if (filled.length === 0) return invalid({ reason: 'empty' });
	if (filled.length < item.blanks.length)
		return invalid({ reason: 'incomplete', missing: item.blanks.length - filled.length });
	return points(
		item.blanks.map((blank) => ({
			id: blank.id,
			// An answer counts in either language: somebody may switch half-way.
			right: anyForm(blank.accepted, written[blank.id] ?? '')
		}))
	);
}

const anyForm = (forms: Record<'nl' | 'en', string[]>, text: string) =>
	[...forms.nl, ...forms.en].some((form) => sameText(form, text));

function gradeShort(item: ShortItem, text: string): Verdict {
	if (text.trim() === '') return invalid({ reason: 'empty' });
	const right = anyForm(item.accepted, text);
	return allOrNothing(right, [{ id: 'value', right }]);
}

/** The known mistake a typed answer makes, if it makes one. */
export function nearMiss(item: ShortItem, text: string): NearMiss | undefined {
	return item.near.find((each) => anyForm(each.written, text));
}
