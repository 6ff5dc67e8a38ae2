import { randomUUID } from 'node:crypto';
import type { Language } from '#lib/course/language.ts';
import type { Levels, RubricShown, Whole } from '#lib/learning/canvas-view.ts';
import { storable } from '#lib/learning/storable.ts';
import { exerciseOf } from './canvas.ts';
import {
	fits,
	isOwn,
	isWhole,
	judgedBy,
	levelsBy,
	rubricOf,
	shownAs,
	snapshotOf,
	storedLevels
} from './canvas-judging.ts';
import * as shares from './db/canvas-shares.ts';
import * as cohortRows from './db/cohorts.ts';
import type { Database } from './db/connect.ts';
import { isId } from './ids.ts';

// First somebody looks at their own exercise with the rubric; then, if they choose to, a manager of a cohort of theirs may
// read it as it was at that moment, and answers with the same rubric. Taken back, it is not there any more.

/** The longest comment, and the longest promise. */
const lengths = { body: 1000, enables: 400 };

const rowsFrom = (
	levels: Levels,
	around: Pick<shares.AssessmentRow, 'accountId' | 'exercise' | 'shareId' | 'assessorId' | 'at'>
): shares.AssessmentRow[] =>
	Object.entries(storedLevels(levels)).map(([row, said]) => ({
		...around,
		...{ id: randomUUID(), row, ...said }
	}));

export type Assessed = 'kept' | 'incomplete' | 'unknown';

/** What somebody says of their own exercise, row by row. All rows, or nothing is kept. */
export async function assess(
	db: Database,
	given: { accountId: string; exercise: string; levels: Levels; at: Date }
): Promise<Assessed> {
	const { accountId, levels, at } = given;
	const exercise = exerciseOf(given.exercise);
	if (!exercise || exercise.rubric.length === 0 || !fits(exercise, levels)) return 'unknown';
	if (!isWhole(exercise, levels)) return 'incomplete';
	await shares.addAssessments(
		db,
		rowsFrom(levels, {
			...{ accountId, exercise: exercise.id, shareId: null, assessorId: accountId, at }
		})
	);
	return 'kept';
}

export type Sharing = {
	rubric: RubricShown[];
	assessed: boolean;
	cohorts: {
		id: string;
		name: string;
		managers: string[];
		sharedAt?: Date;
		comments: { author: string; body: string; enables: string; at: Date }[];
	}[];
};

/** What its writer sees of one exercise: their own levels, with whom it is shared, what came back. */
export async function ofExercise(
	db: Database,
	accountId: string,
	id: string,
	language: Language
): Promise<Sharing> {
	const exercise = exerciseOf(id)!;
	const [said, joined, open] = await Promise.all([
		shares.assessmentsOf(db, accountId, id),
		cohortRows.joinedBy(db, accountId),
		shares.ofLearner(db, accountId)
	]);
	const here = open.filter(({ share }) => share.exercise === id);
	const [comments, managers] = await Promise.all([
		shares.commentsOn(
			db,
			here.map(({ share }) => share.id)
		),
		cohortRows.managersOf(
			db,
			joined.map(({ cohort }) => cohort.id)
		)
	]);
	const own = levelsBy(said, isOwn);
	const shown = new Set(here.map(({ share }) => share.id));
	return {
		rubric: rubricOf(
			exercise,
			language,
			own,
			levelsBy(said, (row) => row.shareId !== null && shown.has(row.shareId))
		),
		assessed: isWhole(exercise, own),
		cohorts: joined.map(({ cohort }) => {
			const share = here.find((each) => each.share.cohortId === cohort.id)?.share;
			return {
				id: cohort.id,
				name: cohort.name,
				managers: managers.flatMap(({ cohortId, name }) => (cohortId === cohort.id ? [name] : [])),
				...(share && { sharedAt: share.sharedAt }),
				comments: comments.flatMap(({ comment, author }) =>
					comment.shareId === share?.id
						? [{ author, body: comment.body, enables: comment.enables, at: comment.at }]
						: []
				)
			};
		})
	};
}

/**
 * Lets the managers of a cohort read an exercise as it is now.
 *
 * @returns `assess-first` while its writer has not looked at it with the rubric
 */
export async function share(
	db: Database,
	given: { accountId: string; exercise: string; cohortId: string; at: Date }
): Promise<'shared' | 'assess-first' | 'unknown'> {
	const { accountId, cohortId, at } = given;
	const exercise = exerciseOf(given.exercise);
	if (!exercise || !(await cohortRows.isMember(db, cohortId, accountId))) return 'unknown';
	if (!(await judgedBy(db, accountId, exercise))) return 'assess-first';
	await shares.replace(db, {
		...{ id: randomUUID(), accountId, cohortId, exercise: exercise.id },
		revisions: await snapshotOf(db, accountId, exercise),
		...{ sharedAt: at, revokedAt: null }
	});
	return 'shared';
}

export const revoke = (
	db: Database,
	given: { accountId: string; exercise: string; cohortId: string; at: Date }
) => shares.revoke(db, given.accountId, given.exercise, given.cohortId, given.at);

/** Which exercises somebody shares with whom, in words for the page that shows what managers see. */
export async function sharedBy(db: Database, accountId: string, language: Language) {
	const open = await shares.ofLearner(db, accountId);
	return open.map(({ share: { exercise, sharedAt }, cohort }) => ({
		...{ exercise, sharedAt, cohort: cohort.name },
		title: exerciseOf(exercise)?.title[language] ?? exercise
	}));
}

/** What a manager may read in a cohort of theirs. */
export async function forManager(
	db: Database,
	managerId: string,
	cohortId: string,
	language: Language
) {
	const rows = await shares.readableBy(db, managerId, cohortId);
	return rows.map(({ share: { id, exercise, sharedAt }, name }) => ({
		...{ id, name, sharedAt },
		title: exerciseOf(exercise)?.title[language] ?? exercise
	}));
}

export type SharedExercise = {
	id: string;
	name: string;
	sharedAt: Date;
	exercise: Whole[number];
	rubric: RubricShown[];
	comments: Sharing['cohorts'][number]['comments'];
};

/** A share that this manager may read, with its exercise. */
async function find(db: Database, managerId: string, cohortId: string, id: string) {
	if (!isId(cohortId)) return undefined;
	const rows = await shares.readableBy(db, managerId, cohortId);
	const found = rows.find((row) => row.share.id === id);
	const exercise = found && exerciseOf(found.share.exercise);
	return found && exercise && { ...found, exercise };
}

/** One shared exercise as it was when it was shared; undefined when it is not for this manager, or not any more. */
export async function readShare(
	db: Database,
	given: { managerId: string; cohortId: string; share: string; language: Language }
): Promise<SharedExercise | undefined> {
	const { managerId, cohortId, language } = given;
	const found = await find(db, managerId, cohortId, given.share);
	if (!found) return undefined;
	const { share, exercise } = found;
	const [shown, said, comments] = await Promise.all([
		shownAs(db, share, exercise, language),
		shares.assessmentsOf(db, share.accountId, exercise.id),
		shares.commentsOn(db, [share.id])
	]);
	return {
		id: share.id,
		name: found.name,
		sharedAt: share.sharedAt,
		exercise: shown,
		rubric: rubricOf(
			exercise,
			language,
			levelsBy(said, (row) => isOwn(row) && row.at <= share.sharedAt),
			levelsBy(said, (row) => row.shareId === share.id)
		),
		comments: comments.map(({ comment: { body, enables, at }, author }) => ({
			...{ author, body, enables, at }
		}))
	};
}

/** A manager's answer: levels by the same rubric, a comment, and what they will make possible, which is asked of them. */
export async function respond(
	db: Database,
	given: {
		managerId: string;
		cohortId: string;
		share: string;
		levels: Levels;
		body: string;
		enables: string;
		at: Date;
	}
): Promise<'kept' | 'enables-missing' | 'too-long' | 'unknown' | 'gone'> {
	const { managerId, cohortId, levels, at } = given;
	const found = await find(db, managerId, cohortId, given.share);
	if (!found) return 'gone';
	if (!fits(found.exercise, levels)) return 'unknown';
	const [body, enables] = [storable(given.body), storable(given.enables)];
	if (enables.trim() === '') return 'enables-missing';
	if ([...body].length > lengths.body || [...enables].length > lengths.enables) return 'too-long';
	await db.transaction(async (tx) => {
		const { id: shareId, accountId, exercise: of } = found.share;
		await shares.addAssessments(
			tx,
			rowsFrom(levels, { ...{ accountId, exercise: of, shareId, assessorId: managerId, at } })
		);
		await shares.addComment(tx, {
			...{ id: randomUUID(), shareId, authorId: managerId, body, enables, at }
		});
	});
	return 'kept';
}
