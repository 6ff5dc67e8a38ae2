import fc from 'fast-check';
import type { Item } from '../../src/lib/course/item.ts';
import type { Given } from '../../src/lib/learning/grade.ts';
import {
	categorise,
	cloze,
	matching,
	multiple,
	numeric,
	ordering,
	point,
	short,
	single,
	trueFalse
} from './items.ts';

// Arbitrary items and answers, for properties that hold for all of them.

const permutation = (n: number) => {
	const all = Array.from({ length: n }, (_, index) => index);
	return fc.shuffledSubarray(all, { minLength: n, maxLength: n });
};
const keysOf = (right: number, wrong: number) => [
	...Array.from({ length: right }, () => true),
	...Array.from({ length: wrong }, () => false)
];
const shuffled = (keys: boolean[]) =>
	permutation(keys.length).map((order) => order.map((index) => keys[index]!));

export const anyMultiple = fc
	.tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 2 }))
	.chain(([right, wrong]) => shuffled(keysOf(right, wrong)))
	.map(multiple);
const anySingle = fc
	.tuple(fc.integer({ min: 2, max: 5 }), fc.constantFrom('single' as const, 'scenario' as const))
	.chain(([wrong, type]) => shuffled(keysOf(1, wrong)).map((keys) => single(keys, type)));
const anyPoint = fc
	.integer({ min: 2, max: 5 })
	.chain((wrong) => shuffled(keysOf(1, wrong)).map(point));
const anyCategorise = fc
	.integer({ min: 2, max: 4 })
	.chain((n) =>
		fc
			.array(fc.integer({ min: 0, max: n - 1 }), { minLength: 2, maxLength: 8 })
			.map((keys) => categorise(keys, n))
	);
const anyMatching = fc.integer({ min: 2, max: 6 }).chain(permutation).map(matching);
const anyOrdering = fc
	.integer({ min: 3, max: 6 })
	.chain(permutation)
	.map((order) => ordering(order.map((index) => `c${index + 1}`)));
const anyNumeric = fc
	.tuple(
		fc.integer({ min: -99_999, max: 99_999 }),
		fc.integer({ min: 0, max: 50 }),
		fc.constantFrom('', '%', 'punten / points')
	)
	.map(([value, tolerance, unit]) => numeric(value / 10, tolerance / 10, unit));
const word = fc.stringMatching(/^[a-z]{2,8}$/);
const anyCloze = fc
	.array(
		fc.record({
			nl: fc.array(word, { minLength: 1, maxLength: 3 }),
			en: fc.array(word, { minLength: 1, maxLength: 3 })
		}),
		{ minLength: 1, maxLength: 4 }
	)
	.map(cloze);

const anyTrueFalse = fc
	.tuple(fc.boolean(), fc.integer({ min: 2, max: 4 }))
	.chain(([holds, wrong]) => shuffled(keysOf(1, wrong)).map((keys) => trueFalse(holds, keys)));
const anyShort = fc
	.record({
		nl: fc.array(word, { minLength: 1, maxLength: 3 }),
		en: fc.array(word, { minLength: 1, maxLength: 3 })
	})
	.map((accepted) => short(accepted));

/** An item whose parts pay on their own. */
export const anyPartial: fc.Arbitrary<Item> = fc.oneof(anyCategorise, anyMatching, anyCloze);
export const anyItem: fc.Arbitrary<Item> = fc.oneof(
	anySingle,
	anyPoint,
	anyMultiple,
	anyTrueFalse,
	anyOrdering,
	anyNumeric,
	anyShort,
	anyPartial
);

/** An answer that can be graded: complete, with ids that exist. */
export function gradable(item: Item): fc.Arbitrary<Given> {
	switch (item.type) {
		case 'single':
		case 'scenario':
		case 'point':
			return fc.constantFrom(...item.options).map((option) => ({ chosen: [option.id] }));
		case 'true-false':
			return fc
				.tuple(fc.constantFrom('true', 'false'), fc.constantFrom(...item.options))
				.map(([said, reason]) => ({ chosen: [said, reason.id] }));
		case 'short':
			return fc
				.oneof(fc.constantFrom(...item.accepted.nl, ...item.accepted.en), word)
				.map((value) => ({ written: { value } }));
		case 'multiple': {
			const many = item.options.filter((option) => option.correct).length;
			const ids = item.options.map((option) => option.id);
			return fc
				.shuffledSubarray(ids, { minLength: many, maxLength: many })
				.map((chosen) => ({ chosen }));
		}
		case 'categorise':
			return fc
				.tuple(...item.rows.map(() => fc.constantFrom(...item.choices.map((each) => each.id))))
				.map((placed) => ({ placed: pair(item.rows, placed) }));
		case 'matching':
			return permutation(item.rows.length).map((order) => ({
				placed: pair(
					item.rows,
					order.map((index) => item.choices[index]!.id)
				)
			}));
		case 'ordering':
			return permutation(item.sequence.length).map((order) => ({
				order: order.map((index) => item.sequence[index]!.id)
			}));
		case 'numeric':
			return fc
				.oneof(fc.constant(item.value), fc.integer({ min: -9999, max: 9999 }))
				.map((value) => ({ written: { value: String(value) } }));
		case 'cloze':
			return fc
				.tuple(
					...item.blanks.map((blank) =>
						fc.oneof(fc.constantFrom(...blank.accepted.nl, ...blank.accepted.en), word)
					)
				)
				.map((written) => ({ written: pair(item.blanks, written) }));
	}
}

function pair(parts: { id: string }[], values: string[]): Record<string, string> {
	return Object.fromEntries(parts.map((part, index) => [part.id, values[index] ?? '']));
}

/** Whatever a form could be made to send. */
export const anything: fc.Arbitrary<Given> = (() => {
	const id = fc.oneof(
		fc.constantFrom(
			'a',
			'b',
			'c',
			'r1',
			'r2',
			'k0',
			'k1',
			'c1',
			'c2',
			'1',
			'2',
			'value',
			'true',
			'false',
			'__proto__'
		),
		fc.string({ maxLength: 6 })
	);
	const dictionary = fc
		.array(fc.tuple(id, fc.oneof(id, fc.string({ maxLength: 12 }), fc.double().map(String))), {
			maxLength: 8
		})
		.map((entries) => Object.fromEntries(entries));
	const list = fc.array(id, { maxLength: 8 });
	return fc.record(
		{ chosen: list, placed: dictionary, order: list, written: dictionary },
		{ requiredKeys: [] }
	);
})();
