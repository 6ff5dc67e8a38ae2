/**
 * What somebody wrote in the fields of their strategy canvas: reading it from a form, what is still missing, what is worth
 * a second look. Plain text throughout; nothing here changes a character, save for ends of lines.
 */
import type { Cells, Column, Exercise, Field } from '#lib/course/exercise.ts';
import { cellName, lengthOf, trimmed } from './cells.ts';
import { storable } from './storable.ts';

/** Field id → what was written there; a field that nobody touched is not in it. */
export type Canvas = Readonly<Record<string, Cells>>;

/** So much of a cell is kept, in code points, however short it ought to be: too long is told, not thrown away. */
export const KEPT = 4000;

/** Rows as long as the field has columns, none too many, and no empty ones at the end. */
export function fit({ rows, columns }: Field, cells: Cells): Cells {
	return trimmed(
		cells.slice(0, rows.max).map((row) => columns.map((_, index) => storable(row[index] ?? '')))
	);
}

/**
 * What a form says of a field.
 *
 * @param get the value of a control; undefined when it is not in the form
 * @returns undefined when the form does not hold this field
 */
export function readCells(
	field: Field,
	get: (name: string) => string | undefined
): Cells | undefined {
	const rows = Array.from({ length: field.rows.max }, (_, row) =>
		field.columns.map(({ id }) => get(cellName(field.id, row, id)))
	);
	if (rows.flat().every((cell) => cell === undefined)) return undefined;
	// A form sends every end of a line as two characters; the field itself has one.
	return fit(
		field,
		rows.map((row) => row.map((cell) => (cell ?? '').replaceAll('\r\n', '\n')))
	);
}

const isBlank = (cell: string | undefined) => (cell ?? '').trim() === '';
export const isEmpty = (cells: Cells | undefined) => !cells || cells.flat().every(isBlank);

/** Cells that are longer than the canvas has room for. */
export function tooLong(
	field: Field,
	cells: Cells
): { row: number; column: string; max: number }[] {
	return cells.flatMap((row, at) =>
		field.columns.flatMap(({ id, max }, index) =>
			max !== undefined && lengthOf(row[index] ?? '') > max ? [{ row: at, column: id, max }] : []
		)
	);
}

/** Whether nothing could have come of our own form with this in it: a choice that does not exist, or far too much. */
export function isImpossible(field: Field, cells: Cells): boolean {
	return cells.some((row) =>
		field.columns.some(({ choices, choicesFrom }, index) => {
			const cell = row[index] ?? '';
			if (lengthOf(cell) > KEPT) return true;
			if (choicesFrom !== undefined) return cell !== '' && !/^[1-9]\d?$/.test(cell);
			return choices !== undefined && cell !== '' && !choices.some(({ id }) => id === cell);
		})
	);
}

/** The rows of a field that there are to fill in, with what heads them; undefined for a row without a heading. */
export function rowsOf(
	field: Field,
	canvas: Canvas,
	fieldOf: (id: string) => Field | undefined
): { row: number; from?: string; label?: Field['label'] }[] {
	const { rowLabels, rowsFrom, rows } = field;
	if (rowLabels) return rowLabels.map((label, row) => ({ row, label }));
	if (rowsFrom === undefined) return Array.from({ length: rows.max }, (_, row) => ({ row }));
	const labels = fieldOf(rowsFrom)?.rowLabels;
	const from = canvas[rowsFrom] ?? [];
	const written = canvas[field.id] ?? [];
	return Array.from({ length: rows.max }, (_, row) => row)
		.map((row) => ({ row, from: from[row]?.[0] ?? '', ...(labels && { label: labels[row]! }) }))
		.filter(
			({ row, from: head, label }) =>
				label !== undefined || !isBlank(head) || !(written[row] ?? []).every(isBlank)
		);
}

/** Whether a row has all that a row needs. */
const isWhole = (columns: Column[], row: string[] | undefined) =>
	columns.some((_, index) => !isBlank(row?.[index])) &&
	columns.every(({ required }, index) => !required || !isBlank(row?.[index]));

/** Whether a field holds as much as it asks for, and nothing that is too long. */
export function isComplete(
	field: Field,
	canvas: Canvas,
	fieldOf: (id: string) => Field | undefined
): boolean {
	const cells = canvas[field.id] ?? [];
	if (tooLong(field, cells).length > 0) return false;
	const whole = cells.filter((row) => isWhole(field.columns, row)).length;
	const begun = cells.filter((row) => !row.every(isBlank)).length;
	if (whole < begun) return false;
	const asked = field.rowsFrom ? rowsOf(field, canvas, fieldOf).length : field.rows.min;
	return whole >= Math.max(1, asked);
}

export type ExerciseState = {
	state: 'empty' | 'begun' | 'complete';
	filled: number;
	asked: number;
};

/** How far an exercise is, by the fields that it needs. */
export function stateOf(
	exercise: Exercise,
	canvas: Canvas,
	fieldOf: (id: string) => Field | undefined
): ExerciseState {
	const needed = exercise.fields.filter((field) => field.required);
	const counted = needed.length > 0 ? needed : exercise.fields;
	const filled = counted.filter((field) => isComplete(field, canvas, fieldOf)).length;
	const touched = exercise.fields.some((field) => !isEmpty(canvas[field.id]));
	const state = filled === counted.length ? 'complete' : touched ? 'begun' : 'empty';
	return { state, filled, asked: counted.length };
}

/** Something to look at again. Never stops anybody. */
export type Warning =
	| { kind: 'channel-in-diagnosis'; name: string }
	| { kind: 'no-circle-in-core' }
	| { kind: 'measure-without-behaviour' }
	| { kind: 'action-without-support'; action: string }
	| { kind: 'persuading-while-giving'; circle: string }
	| { kind: 'bot-without-human' };

/** Platforms as people write them; whole words only. */
const platforms = [
	...['Facebook', 'Instagram', 'LinkedIn', 'X', 'Twitter', 'TikTok', 'YouTube', 'WhatsApp'],
	...['Telegram', 'Discord', 'Snapchat', 'Pinterest', 'Threads', 'Mastodon', 'Bluesky', 'Reddit']
];

/** Words that carry meaning: five letters or more, in lower case. */
function wordsOf(cells: Cells | undefined): Set<string> {
	const words = (cells ?? [])
		.flat()
		.join(' ')
		.toLowerCase()
		.match(/[\p{L}\p{N}]{5,}/gu);
	return new Set(words ?? []);
}
/** Words that share their beginning count as one: `monteur` and `monteurs`. */
function meet(one: Set<string>, other: Set<string>): boolean {
	return [...one].some((word) =>
		[...other].some(
			(each) => word.startsWith(each.slice(0, 5)) && each.startsWith(word.slice(0, 5))
		)
	);
}

/** The soft checks of an exercise. They compare words, so they may be wrong: they ask, and never stop anybody. */
export function warningsOf(exercise: string, canvas: Canvas): Warning[] {
	if (exercise === 'e1') {
		const core = canvas.e1_kernprobleem?.flat().join(' ') ?? '';
		const named = platforms.filter((name) =>
			// X alone is a letter: only as a capital.
			new RegExp(`(?<![\\p{L}\\p{N}])${name}(?![\\p{L}\\p{N}])`, name === 'X' ? 'u' : 'iu').test(
				core
			)
		);
		return named.map((name) => ({ kind: 'channel-in-diagnosis', name }));
	}
	if (exercise !== 'e8') return [];
	const warnings: Warning[] = [];
	const all = (...prefixes: string[]) =>
		Object.entries(canvas)
			.filter(([id]) => prefixes.some((prefix) => id.startsWith(prefix)))
			.flatMap(([, cells]) => cells);
	const circles = (canvas.e2_kringen ?? []).map((row) => [row[0] ?? '']);
	const core = all('e5_');
	if (!isEmpty(circles) && !isEmpty(core) && !meet(wordsOf(circles), wordsOf(core)))
		warnings.push({ kind: 'no-circle-in-core' });
	const measures = wordsOf(canvas.e7_meten);
	if (measures.size > 0 && !meet(measures, wordsOf(core)))
		warnings.push({ kind: 'measure-without-behaviour' });
	const support = wordsOf(all('e1_', 'e2_', 'e3_', 'e4_', 'e5_', 'e6_', 'e7_'));
	for (const [action = ''] of canvas.e8_acties ?? []) {
		const words = wordsOf([[action]]);
		if (words.size > 0 && !meet(words, support))
			warnings.push({ kind: 'action-without-support', action });
	}
	if (!isEmpty(canvas.e4_geven))
		for (const [row, [purpose]] of (canvas.e3_onzedoelen ?? []).entries())
			if (purpose === 'persuade')
				warnings.push({ kind: 'persuading-while-giving', circle: circles[row]?.[0] ?? '' });
	const automatic = canvas.e6_automatisch ?? [];
	if (automatic.some(([bot]) => !isBlank(bot)) && automatic.every(([, human]) => isBlank(human)))
		warnings.push({ kind: 'bot-without-human' });
	return warnings;
}
