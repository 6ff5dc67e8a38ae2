import type { Cells } from '#lib/course/exercise.ts';
import type { Language } from '#lib/course/language.ts';
import type { ExerciseState, Warning } from './canvas.ts';

/** A field of the canvas as it is read. */
export type FieldRead = {
	id: string;
	kind: string;
	label: string;
	/** The rows there are to fill in; with `head` when something heads them. */
	rows: { row: number; head?: string }[];
	columns: { id: string; label: string; max?: number; choices?: { id: string; text: string }[] }[];
	cells: Cells;
};

/** A field as it is written. */
export type FieldShown = FieldRead & {
	required: boolean;
	/** How many rows make it complete. */
	least: number;
	/** How many rows it may have. */
	room: number;
	revision: number;
	savedAt?: Date;
	/** Versions that were written elsewhere at the same time, oldest first. */
	asides: {
		revision: number;
		cells: Cells;
		at: Date;
		language: Language;
		/** Whether it fits together with the one that counts. */
		merges: boolean;
	}[];
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
	reused: (FieldRead & { exercise: string })[];
	warnings: Warning[];
	previous?: string;
	next?: string;
};

/** The canvas as one document: every exercise, every field, also the empty ones. */
export type Whole = {
	id: string;
	title: string;
	fields: FieldRead[];
}[];

/** A cell as it is read: a choice by its words. */
export function textOf(column: FieldRead['columns'][number], cell: string | undefined): string {
	return column.choices?.find(({ id }) => id === cell)?.text ?? cell ?? '';
}

/** The rows of a field in which something is written. */
export function written({ rows, cells }: Pick<FieldRead, 'rows' | 'cells'>) {
	return rows.filter(({ row }) => (cells[row] ?? []).some((cell) => cell.trim() !== ''));
}

/** Only what there is to read: no empty fields, no exercises without any. */
export function filled(whole: Whole): Whole {
	return whole
		.map((exercise) => ({
			...exercise,
			fields: exercise.fields.filter((field) => written(field).length > 0)
		}))
		.filter(({ fields }) => fields.length > 0);
}

/** Levels and reasons by rubric row, as a form gives them. */
export type Levels = Record<string, { level: number; evidence: string }>;

/** One row of a rubric, with the level and reason that its writer and a manager gave it. */
export type RubricShown = {
	id: string;
	title: string;
	/** From emerging to strong. */
	levels: string[];
	own?: Levels[string];
	manager?: Levels[string];
};

/** Asking colleagues for a second look: whom one may ask, whom one asked, what came back. */
export type Asked = {
	cohorts: { id: string; name: string; people: number }[];
	/** The request that is open now. */
	open?: { cohort: string; askedAt: Date };
	/** What colleagues said, oldest first, of the version of which day. */
	said: { askedAt: Date; sentAt: Date; levels: Levels; suggestion: string }[];
};

/** Whether a canvas, or one exercise of it, can be talked about, by what its writer says of it: row by row, never as a score. */
export type Readiness = {
	rows: number;
	judged: number;
	/** At the third level or above. */
	proficient: number;
	/** How many of them have to be. */
	needed: number;
	/** Rows at the lowest level, by the title of the exercise and their own. */
	low: RowNamed[];
	/** Rows at the second level: the ones to raise when too few are at the third. */
	halfway: RowNamed[];
	/** Exercises with a row that was not judged. */
	open: { exercise: string; title: string }[];
	ready: boolean;
};
type RowNamed = { exercise: string; title: string; row: string };

/** Ready to discuss: every row judged, none at the lowest level, at least half at the third or above. */
export function readiness(rows: (RowNamed & { level?: number | undefined })[]): Readiness {
	const judged = rows.filter(({ level }) => level !== undefined);
	const proficient = judged.filter(({ level = 0 }) => level >= 3).length;
	const needed = Math.ceil(rows.length / 2);
	const at = (which: number): RowNamed[] =>
		judged
			.filter(({ level }) => level === which)
			.map(({ exercise, title, row }) => ({ exercise, title, row }));
	const [low, halfway] = [at(1), at(2)];
	const titles = new Map(
		rows.filter(({ level }) => level === undefined).map(({ exercise, title }) => [exercise, title])
	);
	const open = [...titles].map(([exercise, title]) => ({ exercise, title }));
	return {
		...{ rows: rows.length, judged: judged.length, proficient, needed, low, halfway, open },
		ready: judged.length === rows.length && low.length === 0 && proficient >= needed
	};
}
