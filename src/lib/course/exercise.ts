import type { Text } from './language.ts';

/** One exercise of the strategy canvas, as the build hands it over: both languages together, nothing secret in it. */
export type Exercise = {
	/** `e1` … `e8`, and `plans` for the if-then plans at the end. */
	id: string;
	title: Text;
	goal: Text;
	/** The lesson it belongs to. */
	lesson: string;
	minutes: number;
	fields: Field[];
	/** Questions to look at one's own text again. */
	prompts: Text[];
	/** Earlier fields that are shown, not copied: a correction is made where they live. */
	reuses: string[];
	/** Empty when there is nothing to assess. */
	rubric: RubricRow[];
};

export const fieldKinds = ['text', 'list', 'steps', 'table', 'ties'] as const;

/**
 * A field holds rows of cells, whatever its kind: a text is one row of one cell, a list or a row of steps has one column,
 * a table several. `ties` are lines of the drawing, each from one circle to another. So saving, comparing, history and
 * export are written once.
 */
export type Field = {
	/** Unique in the canvas: `e1_kernprobleem`. */
	id: string;
	label: Text;
	kind: (typeof fieldKinds)[number];
	required: boolean;
	/** How many rows there is room for, and how many make it complete. Both 1 for a text. */
	rows: { min: number; max: number };
	/** Headings of fixed rows: first, second, third breach. As many as `rows.max`. */
	rowLabels?: Text[];
	/** One row for each row of that field, headed by its first cell; row n belongs to row n, also when others are empty. */
	rowsFrom?: string;
	columns: Column[];
	/** Note fields of lessons that are shown beside it as a suggestion. */
	notes: string[];
	/** What the fictional case wrote here; no rows when it wrote nothing. */
	example: Record<'nl' | 'en', string[][]>;
};

export type Column = {
	id: string;
	/** Empty for a text or list, which have no other heading than that of the field. */
	label: Text;
	/** In code points. A choice has none. */
	max?: number;
	/** The cell holds the id of one of these. */
	choices?: { id: string; text: Text }[];
	/** The cell holds the number, from 1, of a row of that field. */
	choicesFrom?: string;
	/** Whether a row without this cell is unfinished. */
	required: boolean;
};

/** One thing to look at in an exercise, with its four levels from emerging to strong. */
export type RubricRow = { id: string; title: Text; levels: [Text, Text, Text, Text] };

/** What somebody wrote in a field: rows of cells, every row as long as the field has columns, no empty rows at the end. */
export type Cells = string[][];

/** The fictional organisation whose answers stand beside every field as an example. */
export type RunningCase = {
	/** Shown wherever the case is: it is invented. */
	label: Text;
	intro: Text;
	facts: { name: Text; value: Text }[];
	roles: { name: string; role: Text }[];
};
