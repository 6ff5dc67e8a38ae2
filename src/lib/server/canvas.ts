import { randomUUID } from 'node:crypto';
import type { Cells, Exercise, Field } from '#lib/course/exercise.ts';
import type { Language } from '#lib/course/language.ts';
import {
	fit,
	isEmpty,
	isImpossible,
	rowsOf,
	stateOf,
	warningsOf,
	type Canvas,
	type ExerciseState
} from '#lib/learning/canvas.ts';
import { merged } from '#lib/learning/canvas-merge.ts';
import { same } from '#lib/learning/cells.ts';
import type { ExerciseShown, Whole } from '#lib/learning/canvas-view.ts';
import { course } from './course.ts';
import * as revisions from './db/canvas.ts';
import type { Database } from './db/connect.ts';
import * as progress from './db/progress.ts';

// The strategy canvas of one person. Every save is a version of its own; a version that was written while another device
// had moved on stands aside until its writer settles which of the two counts.

const fields = new Map(
	course.exercises.flatMap((exercise) => exercise.fields.map((field) => [field.id, field]))
);
export const fieldOf = (id: string): Field | undefined => fields.get(id);
export const exerciseOf = (id: string): Exercise | undefined =>
	course.exercises.find((exercise) => exercise.id === id);

export type Save = {
	accountId: string;
	field: string;
	cells: Cells;
	/** The version that its writer had before them; 0 when there was none. */
	base: number;
	/** Versions aside up to this one are settled by it. */
	settles?: number;
	/** Made where it was written: the same save sent twice is one version. With other cells it is another save. */
	saveId: string;
	language: Language;
	at: Date;
};

export type Saved =
	| { kind: 'saved'; revision: number; at: Date }
	/** Somebody wrote another version meanwhile. This one is kept beside it, under this number. */
	| { kind: 'aside'; revision: number; head: number }
	/** Not something a page of ours sends. */
	| { kind: 'unknown' };

/** Keeps what was written in a field. */
export async function save(db: Database, given: Save): Promise<Saved> {
	const { accountId, base, settles = 0, language, at } = given;
	let { saveId } = given;
	const field = fieldOf(given.field);
	const cells = field && fit(field, given.cells);
	const isCount = (n: number) => Number.isSafeInteger(n) && n >= 0 && n < 1_000_000;
	if (!field || !cells || isImpossible(field, cells) || !isCount(base) || !isCount(settles))
		return { kind: 'unknown' };
	// Whoever else writes at the same moment takes the number; then it is looked at again.
	for (let tries = 0; tries < 5; tries++) {
		const before = await revisions.ofSave(db, accountId, field.id, saveId);
		const { heads, asides } = await revisions.current(db, accountId, [field.id]);
		const head = heads[0];
		const counts = head?.revision ?? 0;
		const unchanged = { kind: 'saved' as const, revision: counts, at: head?.writtenAt ?? at };
		// A form that was gone back to has the id of its first sending: what was typed since is not dropped for it.
		if (before && !same(before.cells, cells)) saveId = randomUUID();
		else if (before)
			return before.aside
				? { kind: 'aside', revision: before.revision, head: counts }
				: { kind: 'saved', revision: before.revision, at: before.writtenAt };
		const open = asides.some((row) => row.revision <= settles);
		if (same(head?.cells ?? [], cells) && !open) return unchanged;
		const aside = base !== counts;
		const kept = aside && asides.find((row) => same(row.cells, cells));
		if (kept) return { kind: 'aside', revision: kept.revision, head: counts };
		// A form without scripts sends every field: what its writer left as it was is no version of theirs.
		if (aside && same(await cellsAt(db, accountId, field.id, base), cells)) return unchanged;
		// What was settled is older than what settled it: the last version counts, or is still open.
		const last = Math.max(counts, ...asides.map(({ revision }) => revision));
		const row = {
			...{ accountId, field: field.id, revision: last + 1, base, aside, cells, language, saveId },
			settles: aside ? 0 : Math.min(settles, last),
			writtenAt: at
		};
		if (await revisions.add(db, row))
			return aside
				? { kind: 'aside', revision: row.revision, head: counts }
				: { kind: 'saved', revision: row.revision, at };
	}
	throw new Error(`field ${field.id} is being written by too many at once`);
}

async function cellsAt(db: Database, accountId: string, field: string, revision: number) {
	return (await revisions.at(db, accountId, field, revision))?.cells ?? [];
}

/**
 * Makes an earlier version, or one that stands aside, the one that counts: as a new version, so that nothing goes.
 *
 * @param upTo versions aside up to this one are settled by it
 */
export async function take(
	db: Database,
	given: Omit<Save, 'cells' | 'settles'> & { revision: number; upTo: number }
): Promise<Saved> {
	const { revision, upTo, ...rest } = given;
	const row = await revisions.at(db, given.accountId, given.field, revision);
	return row ? save(db, { ...rest, cells: row.cells, settles: upTo }) : { kind: 'unknown' };
}

/** Makes one version of the one that counts and one aside, in which both can be read; it settles those up to `upTo`. */
export async function merge(
	db: Database,
	given: Omit<Save, 'cells' | 'settles'> & { revision: number; upTo: number }
): Promise<Saved> {
	const { revision, upTo, ...rest } = given;
	const field = fieldOf(given.field);
	const [head, other] = await Promise.all([
		revisions.at(db, given.accountId, given.field, given.base),
		revisions.at(db, given.accountId, given.field, revision)
	]);
	const cells = field && head && other && merged(field, head.cells, other.cells);
	return cells ? save(db, { ...rest, cells, settles: upTo }) : { kind: 'unknown' };
}

/** Everything somebody wrote, as far as it counts. */
export async function canvasOf(db: Database, accountId: string): Promise<Canvas> {
	const { heads } = await revisions.current(db, accountId);
	return canvasFrom(heads);
}

/** What counts of each field. */
export const canvasFrom = (heads: revisions.RevisionRow[]): Canvas =>
	Object.fromEntries(heads.map(({ field, cells }) => [field, cells]));

export type Overview = (ExerciseState & {
	id: string;
	title: string;
	goal: string;
	minutes: number;
	lesson: string;
	/** How many fields have two versions that wait to be settled. */
	unsettled: number;
	changedAt?: Date;
})[];

/** All exercises, and how far each is. */
export async function overview(
	db: Database,
	accountId: string,
	language: Language
): Promise<Overview> {
	const { heads, asides } = await revisions.current(db, accountId);
	const canvas = canvasFrom(heads);
	return course.exercises.map((exercise) => {
		const ids = new Set(exercise.fields.map((field) => field.id));
		const moments = heads.filter(({ field }) => ids.has(field)).map((row) => +row.writtenAt);
		return {
			...stateOf(exercise, canvas, fieldOf),
			id: exercise.id,
			title: exercise.title[language],
			goal: exercise.goal[language],
			minutes: exercise.minutes,
			lesson: exercise.lesson,
			unsettled: new Set(asides.filter(({ field }) => ids.has(field)).map(({ field }) => field))
				.size,
			...(moments.length > 0 && { changedAt: new Date(Math.max(...moments)) })
		};
	});
}

/** One exercise as its writer sees it. */
export async function view(
	db: Database,
	accountId: string,
	id: string,
	language: Language
): Promise<ExerciseShown | undefined> {
	const exercise = exerciseOf(id);
	if (!exercise) return undefined;
	const noteFields = exercise.fields.flatMap((field) => field.notes);
	const [{ heads, asides }, notes] = await Promise.all([
		revisions.current(db, accountId),
		noteFields.length > 0 ? progress.notesOf(db, accountId, noteFields) : []
	]);
	const canvas = canvasFrom(heads);
	const at = course.exercises.indexOf(exercise);
	const { title, goal, minutes, lesson, prompts } = exercise;
	return {
		...stateOf(exercise, canvas, fieldOf),
		id,
		title: title[language],
		goal: goal[language],
		minutes,
		lesson,
		prompts: prompts.map((prompt) => prompt[language]),
		fields: exercise.fields.map((field) => {
			const head = heads.find((row) => row.field === field.id);
			return {
				...shape(field, canvas, language),
				required: field.required,
				least: field.rows.min,
				room: field.rows.max,
				revision: head?.revision ?? 0,
				...(head && { savedAt: head.writtenAt }),
				asides: asides
					.filter((row) => row.field === field.id)
					.map(({ revision, cells, writtenAt, language: written }) => ({
						...{ revision, cells, at: writtenAt, language: written },
						merges: merged(field, head?.cells ?? [], cells) !== undefined
					})),
				notes: field.notes.flatMap((note) => {
					const body = notes.find((each) => each.field === note)?.body;
					return body ? [{ field: note, lesson: note.replace('note_', ''), body }] : [];
				}),
				example: field.example[language]
			};
		}),
		reused: exercise.reuses.flatMap((reused) => {
			const field = fieldOf(reused)!;
			if (isEmpty(canvas[reused])) return [];
			return [
				{ field: reused, exercise: exerciseWith(reused).id, ...shape(field, canvas, language) }
			];
		}),
		warnings: warningsOf(id, canvas),
		...(at > 0 && { previous: course.exercises[at - 1]!.id }),
		...(at < course.exercises.length - 1 && { next: course.exercises[at + 1]!.id })
	};
}

const exerciseWith = (field: string) =>
	course.exercises.find((exercise) => exercise.fields.some((each) => each.id === field))!;

/** A field in words: what it asks, which rows it has, what was written. */
export function shape(field: Field, canvas: Canvas, language: Language) {
	return {
		id: field.id,
		kind: field.kind,
		label: field.label[language],
		rows: rowsOf(field, canvas, fieldOf).map(({ row, label, from }) => {
			const head = [label?.[language], from].filter(Boolean).join(': ');
			return { row, ...(head && { head }) };
		}),
		columns: field.columns.map(({ id, label, max, choices, choicesFrom }) => ({
			id,
			label: label[language],
			...(max && { max }),
			...(choices && {
				choices: choices.map((each) => ({ id: each.id, text: each.text[language] }))
			}),
			...(choicesFrom && {
				choices: (canvas[choicesFrom] ?? []).flatMap(([name = ''], row) =>
					name.trim() ? [{ id: String(row + 1), text: name }] : []
				)
			})
		})),
		cells: canvas[field.id] ?? []
	};
}

/** The whole document, as it is read, printed and taken along. */
export async function whole(db: Database, accountId: string, language: Language): Promise<Whole> {
	const canvas = await canvasOf(db, accountId);
	return course.exercises.map((exercise) => ({
		id: exercise.id,
		title: exercise.title[language],
		fields: exercise.fields.map((field) => shape(field, canvas, language))
	}));
}

/** Every version of a field that its writer may go back to, newest first. */
export async function history(db: Database, accountId: string, id: string, language: Language) {
	const field = fieldOf(id);
	if (!field) return undefined;
	const [rows, canvas] = await Promise.all([
		revisions.ofField(db, accountId, id),
		canvasOf(db, accountId)
	]);
	const head = rows.find((row) => !row.aside);
	return {
		exercise: exerciseWith(id).id,
		...shape(field, canvas, language),
		revision: head?.revision ?? 0,
		versions: rows.map(({ revision, cells, aside, writtenAt }) => ({
			...{ revision, cells, aside, at: writtenAt },
			counts: revision === head?.revision
		}))
	};
}
