import type { Item, Option } from '../../src/lib/course/item.ts';
import type { Text } from '../../src/lib/course/language.ts';

// Items made for tests: plain examples of each type. Arbitrary ones for properties are in any-items.ts.

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

export const point = (keys: boolean[]): Item => ({
	...base(),
	type: 'point',
	figure: inBoth('<svg viewBox="0 0 480 60"></svg>', '<svg viewBox="0 0 480 60"></svg>'),
	options: options(keys)
});

export const multiple = (keys: boolean[]): Item => ({
	...base(),
	type: 'multiple',
	options: options(keys)
});

export const trueFalse = (holds: boolean, keys: boolean[]): Item => ({
	...base(),
	type: 'true-false',
	holds,
	feedback: inBoth('SECRET-nl-claim', 'SECRET-en-claim'),
	options: options(keys)
});

export const short = (
	accepted: { nl: string[]; en: string[] },
	near: { nl: string[]; en: string[] }[] = []
): Item => ({
	...base(),
	type: 'short',
	accepted,
	near: near.map((written, index) => ({
		written,
		feedback: inBoth(`SECRET-nl-near-${index}`, `SECRET-en-near-${index}`)
	})),
	right: inBoth('SECRET-nl-right', 'SECRET-en-right'),
	wrong: inBoth('SECRET-nl-wrong', 'SECRET-en-wrong')
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
