import type { Exercise } from '#lib/course/exercise.ts';
import type { Language } from '#lib/course/language.ts';
import type { Canvas } from '#lib/learning/canvas.ts';
import {
	readiness,
	type Levels,
	type Readiness,
	type RubricShown,
	type Whole
} from '#lib/learning/canvas-view.ts';
import { storable } from '#lib/learning/storable.ts';
import { shape } from './canvas.ts';
import { course } from './course.ts';
import * as revisions from './db/canvas.ts';
import * as shares from './db/canvas-shares.ts';
import type { Database } from './db/connect.ts';

// What looking at an exercise needs, whoever looks: its writer, a colleague or a manager.

/** The longest sentence that says why. */
export const EVIDENCE = 280;

/** Whether these levels are of this exercise: each row at most once, from 1 to 4, with a sentence that fits. */
export function fits(exercise: Exercise, levels: Levels): boolean {
	return Object.entries(levels).every(
		([row, { level, evidence }]) =>
			exercise.rubric.some(({ id }) => id === row) &&
			Number.isInteger(level) &&
			level >= 1 &&
			level <= 4 &&
			[...evidence].length <= EVIDENCE
	);
}
/** Whether every row has a level. */
export const isWhole = (exercise: Exercise, levels: Levels) =>
	exercise.rubric.every(({ id }) => levels[id] !== undefined);

/** Levels as they are kept. */
export const storedLevels = (levels: Levels): Levels =>
	Object.fromEntries(
		Object.entries(levels).map(([row, { level, evidence }]) => [
			row,
			{ level, evidence: storable(evidence) }
		])
	);

/** Levels that somebody gave, the last one of each row. */
export function levelsBy(
	rows: shares.AssessmentRow[],
	who: (row: shares.AssessmentRow) => boolean
): Levels {
	return Object.fromEntries(
		rows.filter(who).map(({ row, level, evidence }) => [row, { level, evidence }])
	);
}

export const isOwn = ({ shareId }: shares.AssessmentRow) => shareId === null;

export function rubricOf(
	exercise: Exercise,
	language: Language,
	own: Levels,
	managers: Levels
): RubricShown[] {
	return exercise.rubric.map(({ id, title, levels }) => ({
		id,
		title: title[language],
		levels: levels.map((level) => level[language]),
		...(own[id] && { own: own[id] }),
		...(managers[id] && { manager: managers[id] })
	}));
}

/** Whether its writer has looked at every row of an exercise themselves. */
export async function judgedBy(db: Database, accountId: string, exercise: Exercise) {
	const said = await shares.assessmentsOf(db, accountId, exercise.id);
	return isWhole(exercise, levelsBy(said, isOwn));
}

/** Whether a whole canvas can be talked about, by what its writer says of it. */
export async function readinessOf(
	db: Database,
	accountId: string,
	language: Language
): Promise<Readiness> {
	const said = await shares.ownLevels(db, accountId);
	return readiness(
		course.exercises.flatMap(({ id, title, rubric }) =>
			rubric.map((row) => ({
				...{ exercise: id, title: title[language], row: row.title[language] },
				level: said.findLast((each) => each.exercise === id && each.row === row.id)?.level
			}))
		)
	);
}

/** Of each field of an exercise the version that counts now. */
export async function snapshotOf(
	db: Database,
	accountId: string,
	exercise: Exercise
): Promise<Record<string, number>> {
	const ids = exercise.fields.map(({ id }) => id);
	const { heads } = await revisions.current(db, accountId, ids);
	return Object.fromEntries(heads.map(({ field, revision }) => [field, revision]));
}

/** An exercise as it was: rows that another exercise heads are without their heads, unless that one is shown as well. */
export async function shownAs(
	db: Database,
	{ accountId, revisions: shown }: { accountId: string; revisions: Record<string, number> },
	exercise: Exercise,
	language: Language
): Promise<Whole[number]> {
	const versions = await shares.versionsOf(db, accountId, Object.keys(shown));
	const canvas: Canvas = Object.fromEntries(
		versions
			.filter(({ field, revision }) => shown[field] === revision)
			.map(({ field, cells }) => [field, cells])
	);
	return {
		id: exercise.id,
		title: exercise.title[language],
		fields: exercise.fields.map((field) => shape(field, canvas, language))
	};
}
