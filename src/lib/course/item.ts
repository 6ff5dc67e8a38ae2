import type { Text } from './language.ts';

/** What a question is. Keys and feedback are in here: an Item never leaves the server, a PublicItem does. */
export type Item =
	| SingleItem
	| PointItem
	| MultipleItem
	| TrueFalseItem
	| SortItem
	| OrderingItem
	| NumericItem
	| ClozeItem
	| ShortItem;
export type ItemType = Item['type'];

type Common = {
	id: string;
	lesson: string;
	objective: string;
	bloom: Bloom;
	difficulty: 1 | 2 | 3;
	stem: Text;
	sources: string[];
	/** false keeps the options in the order of the file. */
	shuffle: boolean;
	/** Digest of everything above and below: a changed item is another version. */
	version: string;
};

export const blooms = ['remember', 'understand', 'apply', 'analyze', 'evaluate', 'create'] as const;
export type Bloom = (typeof blooms)[number];

export type Option = {
	id: string;
	text: Text;
	correct: boolean;
	feedback: Text;
	misconception?: string;
};

/** One right option; in a scenario the best one. */
export type SingleItem = Common & { type: 'single' | 'scenario'; options: Option[] };

/**
 * One right place in a drawing. Each place is also an option in a list that says in words where it is, so that nobody has
 * to point.
 */
export type PointItem = Common & {
	type: 'point';
	/** In the order of their numbers in the drawing, with the number in front. */
	options: Option[];
	/** The drawing with its numbered places, finished, in both languages. */
	figure: Text;
};

/** Exactly the set of right options; the stem says how many. */
export type MultipleItem = Common & { type: 'multiple'; options: Option[] };

/**
 * A claim that is so or not, and why. Points only for both: who has the verdict right for a wrong reason guessed.
 * The verdict's own feedback stands beside `holds`; `options` are the reasons, one of them right.
 */
export type TrueFalseItem = Common & {
	type: 'true-false';
	holds: boolean;
	feedback: Text;
	options: Option[];
};

/** What may be said of a claim: the ids of the verdict, beside those of the reasons. */
export const claimIds = ['true', 'false'] as const;

export type Row = { id: string; text: Text; key: string; feedback: Text };
export type Choice = { id: string; text: Text };

/** Rows that each get one choice. In categorise a choice may be used often, in matching once. */
export type SortItem = Common & { type: 'categorise' | 'matching'; rows: Row[]; choices: Choice[] };

/** `sequence` is the right order; ids do not give it away. */
export type OrderingItem = Common & {
	type: 'ordering';
	sequence: { id: string; text: Text; feedback: Text }[];
};

export type NumericItem = Common & {
	type: 'numeric';
	value: number;
	tolerance: number;
	unit: string;
	right: Text;
	wrong: Text;
};

export type Blank = { id: string; accepted: Record<'nl' | 'en', string[]>; feedback: Text };

/** The stem holds {1}, {2} … where the blanks are. */
export type ClozeItem = Common & { type: 'cloze'; blanks: Blank[] };

/** Answers known to be wrong in a telling way, each with the reason why. */
export type NearMiss = { written: Record<'nl' | 'en', string[]>; feedback: Text };

/** A word or a few, typed. Counts in any accepted form, in either language. */
export type ShortItem = Common & {
	type: 'short';
	accepted: Record<'nl' | 'en', string[]>;
	near: NearMiss[];
	right: Text;
	wrong: Text;
};
