import fc from 'fast-check';
import type { Item, Option } from '../../src/lib/course/item.ts';
import type { Text } from '../../src/lib/course/language.ts';
import type { Given } from '../../src/lib/learning/grade.ts';

// Items made for tests: one plain example of each type, and arbitrary ones for properties.

export const inBoth = (nl: string, en = nl): Text => ({ nl, en });

const common = {
	id: 'Q-A1-01',
	lesson: 'a1',
	objective: 'LO-A1.1',
	bloom: 'apply',
	difficulty: 2,
	stem: inBoth('Vraag?', 'Question?'),
	sources: [],
	shuffle: true,
	version: 'v1'
} as const;

const base = (): Omit<typeof common, 'sources'> & { sources: string[] } => ({
	...common,
	sources: []
});

const options = (keys: boolean[]): Option[] =>
	keys.map((correct, index) => ({
		id: 'abcdef'[index]!,
		text: inBoth(`optie ${index}`, `option ${index}`),
		correct,
		feedback: inBoth(`SECRET-nl-${index}`, `SECRET-en-${index}`)
	}));

export const single = (keys: boolean[], type: 'single' | 'scenario' = 'single'): Item => ({
	...base(),
	type,
	options: options(keys)
});

export const multiple = (keys: boolean[]): Item => ({
	...base(),
	type: 'multiple',
	options: options(keys)
});

/** Rows that each belong to a category, given by its number. */
export const categorise = (keys: number[], categories: number): Item => ({
	...base(),
	type: 'categorise',
	choices: Array.from({ length: categories }, (_, index) => ({
		id: `k${index}`,
		text: inBoth(`bak ${index}`, `bin ${index}`)
	})),
	rows: keys.map((key, index) => ({
		id: `r${index + 1}`,
		text: inBoth(`rij ${index}`, `row ${index}`),
		key: `k${key}`,
		feedback: inBoth(`SECRET-nl-${index}`, `SECRET-en-${index}`)
	}))
});

/** Row i belongs with choice `keys[i]`, a permutation. */
export const matching = (keys: number[]): Item => ({
	...(categorise(keys, keys.length) as Extract<Item, { type: 'categorise' | 'matching' }>),
	type: 'matching'
});

/** `ids` in the right order. */
export const ordering = (ids: string[]): Item => ({
	...base(),
	type: 'ordering',
	sequence: ids.map((id) => ({
		id,
		text: inBoth(`stap ${id}`, `step ${id}`),
		feedback: inBoth(`SECRET-nl-${id}`, `SECRET-en-${id}`)
	}))
});

export const numeric = (value: number, tolerance = 0, unit = ''): Item => ({
	...base(),
	type: 'numeric',
	value,
	tolerance,
	unit,
	right: inBoth('SECRET-nl-right', 'SECRET-en-right'),
	wrong: inBoth('SECRET-nl-wrong', 'SECRET-en-wrong')
});

export const cloze = (accepted: { nl: string[]; en: string[] }[]): Item => ({
	...base(),
	type: 'cloze',
	blanks: accepted.map((each, index) => ({
		id: String(index + 1),
		accepted: each,
		feedback: inBoth(`SECRET-nl-${index}`, `SECRET-en-${index}`)
	}))
});

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

/** An item whose parts pay on their own. */
export const anyPartial: fc.Arbitrary<Item> = fc.oneof(anyCategorise, anyMatching, anyCloze);
export const anyItem: fc.Arbitrary<Item> = fc.oneof(
	anySingle,
	anyMultiple,
	anyOrdering,
	anyNumeric,
	anyPartial
);

/** An answer that can be graded: complete, with ids that exist. */
export function gradable(item: Item): fc.Arbitrary<Given> {
	switch (item.type) {
		case 'single':
		case 'scenario':
			return fc.constantFrom(...item.options).map((option) => ({ chosen: [option.id] }));
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
