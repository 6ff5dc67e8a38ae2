import { randomUUID } from 'node:crypto';
import type { Language } from '#lib/course/language.ts';
import type { Asked, Levels, RubricShown, Whole } from '#lib/learning/canvas-view.ts';
import { storable } from '#lib/learning/storable.ts';
import { exerciseOf } from './canvas.ts';
import {
	fits,
	isWhole,
	judgedBy,
	rubricOf,
	shownAs,
	snapshotOf,
	storedLevels
} from './canvas-judging.ts';
import * as reviews from './db/canvas-reviews.ts';
import * as cohortRows from './db/cohorts.ts';
import type { Database } from './db/connect.ts';

// Two colleagues look at an exercise with its rubric. Neither side reads who the other is: what leaves this file about a
// review has no name and no account in it. A manager reads none of it.

/** How many colleagues look at one request. */
export const PLACES = 2;
/** In a smaller group anonymous is not anonymous. */
export const GROUP = 5;
/** A place where nothing was sent in so many days is free again. */
export const DAYS = 7;
/** The longest suggestion, in code points. */
export const SUGGESTION = 600;

const since = (now: Date) => new Date(now.getTime() - DAYS * 24 * 60 * 60 * 1000);

/** What its writer sees of one exercise: whom they may ask, whom they asked, what came back. */
export async function ofExercise(
	db: Database,
	accountId: string,
	exercise: string
): Promise<Asked> {
	const [joined, sizes, rows] = await Promise.all([
		cohortRows.joinedBy(db, accountId),
		reviews.sizesOf(db, accountId),
		reviews.ofWriter(db, accountId, exercise)
	]);
	const open = rows.find(({ request }) => request.withdrawnAt === null)?.request;
	return {
		cohorts: joined.map(({ cohort: { id, name } }) => ({
			...{ id, name },
			people: sizes.find(({ cohortId }) => cohortId === id)?.people ?? 0
		})),
		...(open && {
			open: {
				askedAt: open.askedAt,
				cohort: joined.find(({ cohort }) => cohort.id === open.cohortId)?.cohort.name ?? ''
			}
		}),
		said: rows.flatMap(({ request: { askedAt }, review }) =>
			review?.sentAt && review.levels
				? [
						{
							...{ askedAt, sentAt: review.sentAt },
							...{ levels: review.levels, suggestion: review.suggestion ?? '' }
						}
					]
				: []
		)
	};
}

/**
 * Asks two colleagues of a cohort to look at an exercise as it is now.
 *
 * @returns `assess-first` while its writer has not looked at it with the rubric; `too-few` in a small group
 */
export async function ask(
	db: Database,
	given: { accountId: string; exercise: string; cohortId: string; at: Date }
): Promise<'asked' | 'assess-first' | 'too-few' | 'unknown'> {
	const { accountId, cohortId, at } = given;
	const exercise = exerciseOf(given.exercise);
	if (!exercise || !(await cohortRows.isMember(db, cohortId, accountId))) return 'unknown';
	if (!(await judgedBy(db, accountId, exercise))) return 'assess-first';
	const sizes = await reviews.sizesOf(db, accountId);
	if ((sizes.find((each) => each.cohortId === cohortId)?.people ?? 0) < GROUP) return 'too-few';
	await reviews.replace(db, {
		...{ id: randomUUID(), accountId, cohortId, exercise: exercise.id },
		revisions: await snapshotOf(db, accountId, exercise),
		...{ askedAt: at, withdrawnAt: null }
	});
	return 'asked';
}

export const withdraw = (
	db: Database,
	given: { accountId: string; exercise: string; at: Date }
): Promise<boolean> => reviews.withdraw(db, given.accountId, given.exercise, given.at);

/** What somebody may look at now, and what they began or sent: by exercise, without whose it is. */
export async function open(db: Database, reviewerId: string, now: Date, language: Language) {
	const rows = await reviews.openTo(db, reviewerId, since(now));
	return rows
		.sort((a, b) => a.places - b.places)
		.filter(({ own, places }) => (own && isTaken(own, now)) || places < PLACES)
		.map(({ request, own, places }) => ({
			id: request.id,
			title: exerciseOf(request.exercise)?.title[language] ?? request.exercise,
			askedAt: request.askedAt,
			places: PLACES - places,
			...(own && isTaken(own, now) && { own: { id: own.id, sent: own.sentAt !== null } })
		}));
}
const isTaken = (own: reviews.ReviewRow, now: Date) =>
	own.sentAt !== null || own.claimedAt > since(now);

/** Takes a place at a request. @returns the id of the place */
export const claim = (
	db: Database,
	given: { reviewerId: string; request: string; at: Date }
): Promise<string | undefined> =>
	reviews.claim(db, {
		...{ id: randomUUID(), requestId: given.request, reviewerId: given.reviewerId },
		...{ places: PLACES, since: since(given.at), at: given.at }
	});

export type Review = {
	id: string;
	exercise: Whole[number];
	rubric: RubricShown[];
	/** When a place is free again if nothing is sent. */
	until: Date;
	sent?: { at: Date; levels: Levels; suggestion: string };
};

/** What somebody looks at: the exercise as it was, without whose it is; undefined when it is not there for them any more. */
export async function view(
	db: Database,
	given: { reviewerId: string; id: string; language: Language; now: Date }
): Promise<Review | undefined> {
	const found = await reviews.placeOf(db, given.reviewerId, given.id);
	const exercise = found && exerciseOf(found.request.exercise);
	// A place that lapsed is taken again from the list, if there is one left.
	if (!found || !exercise || !isTaken(found.review, given.now)) return undefined;
	const { review, request } = found;
	const { levels, sentAt, suggestion } = review;
	return {
		id: review.id,
		exercise: await shownAs(db, request, exercise, given.language),
		rubric: rubricOf(exercise, given.language, levels ?? {}, {}),
		until: new Date(review.claimedAt.getTime() + DAYS * 24 * 60 * 60 * 1000),
		...(sentAt && levels && { sent: { at: sentAt, levels, suggestion: suggestion ?? '' } })
	};
}

/** What somebody says of it: every row, and a suggestion if they have one. */
export async function send(
	db: Database,
	given: { reviewerId: string; id: string; levels: Levels; suggestion: string; at: Date }
): Promise<'sent' | 'incomplete' | 'too-long' | 'refused' | 'gone'> {
	const found = await reviews.placeOf(db, given.reviewerId, given.id);
	const exercise = found && exerciseOf(found.request.exercise);
	if (!exercise) return 'gone';
	if (!fits(exercise, given.levels)) return 'refused';
	if (!isWhole(exercise, given.levels)) return 'incomplete';
	const suggestion = storable(given.suggestion);
	if ([...suggestion].length > SUGGESTION) return 'too-long';
	// Whoever took longer than a place is kept for has it only if nobody else took it.
	const place = { reviewerId: given.reviewerId, request: found.request.id, at: given.at };
	if (!(await claim(db, place))) return 'gone';
	await reviews.send(db, given.id, {
		...{ levels: storedLevels(given.levels), suggestion, at: given.at }
	});
	return 'sent';
}

/** Gives a place up. Says false when there is none, or when something was sent. */
export const release = (db: Database, given: { reviewerId: string; id: string }) =>
	reviews.release(db, given.reviewerId, given.id);
