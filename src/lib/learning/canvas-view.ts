import type { Cells } from '#lib/course/exercise.ts';
import type { Language } from '#lib/course/language.ts';
import type { ExerciseState, Warning } from './canvas.ts';

/** A field of the canvas as a page shows it. */
export type FieldShown = {
	id: string;
	kind: string;
	label: string;
	required: boolean;
	/** How many rows make it complete. */
	least: number;
	/** How many rows it may have. */
	room: number;
	/** The rows there are to fill in; with `head` when something heads them. */
	rows: { row: number; head?: string }[];
	columns: { id: string; label: string; max?: number; choices?: { id: string; text: string }[] }[];
	cells: Cells;
	revision: number;
	savedAt?: Date;
	/** Versions that were written elsewhere at the same time, oldest first. */
	asides: { revision: number; cells: Cells; at: Date; language: Language }[];
	tooLong: { row: number; column: string; max: number }[];
	/** What they noted in a lesson that belongs here. */
	notes: { field: string; lesson: string; body: string }[];
	/** What the fictional case wrote. */
	example: Cells;
};

/** One exercise as its writer sees it. */
export type ExerciseShown = ExerciseState & {
	id: string;
	title: string;
	goal: string;
	minutes: number;
	lesson: string;
	prompts: string[];
	fields: FieldShown[];
	/** Earlier fields, to be read; they are changed where they live. */
	reused: (Pick<FieldShown, 'id' | 'kind' | 'label' | 'rows' | 'columns' | 'cells'> & {
		exercise: string;
	})[];
	warnings: Warning[];
	previous?: string;
	next?: string;
};

/** The canvas as one document: every exercise, every field, also the empty ones. */
export type Whole = {
	id: string;
	title: string;
	fields: Pick<FieldShown, 'id' | 'kind' | 'label' | 'rows' | 'columns' | 'cells'>[];
}[];

/** A cell as it is read: a choice by its words. */
export function textOf(column: FieldShown['columns'][number], cell: string | undefined): string {
	return column.choices?.find(({ id }) => id === cell)?.text ?? cell ?? '';
}

/** The rows of a field in which something is written. */
export function written({ rows, cells }: Pick<FieldShown, 'rows' | 'cells'>) {
	return rows.filter(({ row }) => (cells[row] ?? []).some((cell) => cell.trim() !== ''));
}

/** One row of a rubric, with the level and reason that its writer and a manager gave it. */
export type RubricShown = {
	id: string;
	title: string;
	/** From emerging to strong. */
	levels: string[];
	own?: { level: number; evidence: string };
	manager?: { level: number; evidence: string };
};
