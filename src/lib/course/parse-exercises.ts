import * as v from 'valibot';
import {
	fieldKinds,
	type Cells,
	type Column,
	type Exercise,
	type Field,
	type RunningCase
} from './exercise.ts';
import type { Report } from './fault.ts';
import { languages } from './language.ts';
import { text } from './parse-items.ts';

const size = v.pipe(v.number(), v.integer(), v.minValue(1));
const choice = v.strictObject({ id: v.string(), text });
const column = v.strictObject({
	id: v.string(),
	label: text,
	max: v.optional(size),
	choices: v.optional(v.pipe(v.array(choice), v.minLength(2))),
	choicesFrom: v.optional(v.string()),
	required: v.optional(v.boolean(), false)
});
/** A text is written as it is, a list as its lines, a table row by row. */
const cells = v.union([v.string(), v.array(v.string()), v.array(v.array(v.string()))]);
const field = v.strictObject({
	id: v.string(),
	label: text,
	kind: v.picklist(fieldKinds),
	required: v.boolean(),
	/** Of a text, or of each line of a list. */
	max: v.optional(size),
	rows: v.optional(v.tuple([size, size])),
	rowLabels: v.optional(v.pipe(v.array(text), v.minLength(2))),
	rowsFrom: v.optional(v.string()),
	columns: v.optional(v.pipe(v.array(column), v.minLength(1))),
	notes: v.optional(v.array(v.string()), []),
	example: v.optional(v.strictObject({ nl: cells, en: cells }))
});

/** One file of `exercises/`. */
export const exerciseFile = v.strictObject({
	id: v.string(),
	title: text,
	goal: text,
	lesson: v.string(),
	minutes: size,
	reuses: v.optional(v.array(v.string()), []),
	fields: v.pipe(v.array(field), v.minLength(1)),
	prompts: v.optional(v.array(text), []),
	rubric: v.optional(
		v.array(
			v.strictObject({ id: v.string(), title: text, levels: v.tuple([text, text, text, text]) })
		),
		[]
	)
});

export const caseFile: v.GenericSchema<unknown, RunningCase> = v.strictObject({
	label: text,
	intro: text,
	facts: v.array(v.strictObject({ name: text, value: text })),
	roles: v.array(v.strictObject({ name: v.string(), role: text }))
});

type Written = v.InferOutput<typeof field>;

/** Every shape an author may write, as rows of cells. */
const asCells = (written: v.InferOutput<typeof cells>): Cells =>
	typeof written === 'string'
		? [[written]]
		: written.map((row) => (typeof row === 'string' ? [row] : row));

function toField(written: Written, known: Map<string, Field>): Field {
	const { id, label, kind, required, max, rowLabels, rowsFrom, notes, example } = written;
	const from = rowsFrom === undefined ? undefined : known.get(rowsFrom);
	const count = rowLabels?.length ?? from?.rows.max;
	const [min, most] = count ? [1, count] : (written.rows ?? [1, 1]);
	const plain: Column[] = [
		{ id: 'text', label: { nl: '', en: '' }, ...(max && { max }), required: true }
	];
	return {
		id,
		label,
		kind,
		required,
		rows: { min: rowLabels ? rowLabels.length : min, max: most },
		...(rowLabels && { rowLabels }),
		...(rowsFrom && { rowsFrom }),
		columns: written.columns?.map(toColumn) ?? plain,
		notes,
		example: example ? { nl: asCells(example.nl), en: asCells(example.en) } : { nl: [], en: [] }
	};
}

function toColumn({ max, choices, choicesFrom, ...rest }: v.InferOutput<typeof column>): Column {
	return {
		...rest,
		...(max && { max }),
		...(choices && { choices }),
		...(choicesFrom && { choicesFrom })
	};
}

/**
 * Makes the exercises of what was read, in the order of the course.
 *
 * @param report tells of a fault in the file of that exercise
 */
export function toExercises(
	files: v.InferOutput<typeof exerciseFile>[],
	report: (exercise: string) => Report,
	exists: { lessons: Set<string>; notes: Set<string> }
): Exercise[] {
	const known = new Map<string, Field>();
	const seen = new Set<string>();
	return files.map((file) => {
		const say = (rule: string, message: string) => report(file.id)(1, rule, message);
		if (seen.has(file.id)) say('exercise-ids', `${file.id} exists already`);
		seen.add(file.id);
		if (!exists.lessons.has(file.lesson)) say('unknown-lesson', `'${file.lesson}'`);
		for (const id of file.reuses)
			if (!known.has(id)) say('unknown-field', `reuses '${id}', which comes later or never`);
		const rubric = new Set(file.rubric.map((row) => row.id));
		if (rubric.size < file.rubric.length) say('rubric-ids', 'two rubric rows with one id');
		const fields = file.fields.map((written) => {
			if (known.has(written.id)) say('field-ids', `${written.id} exists already`);
			for (const name of [written.rowsFrom, ...(written.columns ?? []).map((c) => c.choicesFrom)])
				if (name !== undefined && !known.has(name))
					say('unknown-field', `${written.id} takes rows of '${name}', which comes later or never`);
			for (const note of written.notes)
				if (!exists.notes.has(note)) say('unknown-note', `${written.id}: '${note}'`);
			const made = toField(written, known);
			for (const fault of shapeFaults(made)) say('field-shape', `${made.id}: ${fault}`);
			for (const language of languages)
				for (const fault of exampleFaults(made, made.example[language]))
					say('field-example', `${made.id} ${language}: ${fault}`);
			known.set(made.id, made);
			return made;
		});
		const { id, title, goal, lesson, minutes, prompts, reuses, rubric: rows } = file;
		return { id, title, goal, lesson, minutes, fields, prompts, reuses, rubric: rows };
	});
}

function shapeFaults({ kind, rows, columns }: Field): string[] {
	const faults: string[] = [];
	if (rows.min > rows.max) faults.push('more rows needed than there is room for');
	if (kind === 'text' && rows.max !== 1) faults.push('a text has one row');
	if (kind !== 'table' && kind !== 'ties' && columns.length !== 1)
		faults.push(`a ${kind} has one column`);
	for (const { id, max, choices, choicesFrom } of columns)
		if ([max, choices, choicesFrom].filter((each) => each !== undefined).length !== 1)
			faults.push(`column ${id} has a length or choices, one of the two`);
	return faults;
}

function exampleFaults({ rows, columns }: Field, example: Cells): string[] {
	const faults: string[] = [];
	if (example.length > rows.max) faults.push(`${example.length} rows, room for ${rows.max}`);
	for (const row of example) {
		if (row.length !== columns.length) faults.push(`a row of ${row.length} cells`);
		for (const [index, { id, max, choices }] of columns.entries()) {
			const cell = row[index] ?? '';
			if (max && [...cell].length > max) faults.push(`${id} is longer than ${max}: '${cell}'`);
			if (choices && cell && !choices.some((each) => each.id === cell))
				faults.push(`${id} has no choice '${cell}'`);
		}
	}
	return faults;
}
