import type { Cookies } from '@sveltejs/kit';
import * as v from 'valibot';
import { languages, type Language } from '#lib/course/language.ts';
import { findLesson } from '#lib/course/outline.ts';
import { grade, type Given } from '#lib/learning/grade.ts';
import { storable } from '#lib/learning/storable.ts';
import * as answers from './answers.ts';
import { course, itemOf } from './course.ts';
import type { Database } from './db/connect.ts';
import { ownIn } from './lessons.ts';
import * as notes from './notes.ts';
import * as predictions from './predictions.ts';

// Somebody without an account tries the open lesson. Nothing about them is kept on the server: their answers stand in
// a cookie of their own browser, and are recorded when they sign up, through the same verbs as everybody's.

const NAME = 'trial';
const WEEK_SECONDS = 7 * 24 * 60 * 60;
/** Browsers drop a cookie over 4,096 bytes without a word. */
const MOST_BYTES = 3_800;

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const given = v.partial(
	v.strictObject({
		chosen: v.pipe(v.array(text(10)), v.maxLength(10)),
		placed: v.record(text(10), text(10)),
		order: v.pipe(v.array(text(10)), v.maxLength(20)),
		written: v.record(text(10), text(200))
	})
);
const language = v.picklist(languages);
const shape = v.strictObject({
	answers: v.pipe(
		v.array(
			v.strictObject({
				item: text(20),
				try: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)),
				answerId: v.pipe(v.string(), v.uuid()),
				given,
				language
			})
		),
		v.maxLength(20)
	),
	predictions: v.pipe(
		v.array(v.strictObject({ id: text(20), chosen: text(1), language })),
		v.maxLength(20)
	),
	notes: v.pipe(
		v.array(
			v.strictObject({
				field: text(20),
				body: text(1000),
				revision: v.literal(1),
				writtenAt: v.pipe(
					v.string(),
					v.isoTimestamp(),
					v.transform((moment) => new Date(moment))
				)
			})
		),
		v.maxLength(10)
	)
});

/** What a visitor answered in the open lesson; of each check only the last answer. */
export type Trial = v.InferOutput<typeof shape>;
/** As it stands in a cookie or in the link of a mail. */
export type StoredTrial = v.InferInput<typeof shape>;

const nothing = (): Trial => ({ answers: [], predictions: [], notes: [] });

/** What this browser remembers; a cookie that somebody made up, or that is from before a change, reads as nothing. */
export function read(cookies: Cookies): Trial {
	try {
		return fromStored(
			JSON.parse(Buffer.from(cookies.get(NAME) ?? '', 'base64url').toString('utf8'))
		);
	} catch {
		return nothing();
	}
}

/** Checked anew wherever it comes from: a visitor can write what they like in their own cookie. */
function fromStored(stored: unknown): Trial {
	const parsed = v.safeParse(shape, stored);
	return parsed.success ? parsed.output : nothing();
}

export const isEmpty = (trial: Trial) =>
	trial.answers.length + trial.predictions.length + trial.notes.length === 0;

export const toStored = (trial: Trial): StoredTrial =>
	JSON.parse(JSON.stringify(trial)) as StoredTrial;

/** Whoever signs up or in takes along what this browser remembers; after that it remembers nothing. */
export async function carryOver(
	db: Database,
	cookies: Cookies,
	{ accountId, at }: { accountId: string; at: Date }
): Promise<void> {
	const trial = read(cookies);
	if (cookies.get(NAME) === undefined) return;
	await adopt(db, { accountId, stored: toStored(trial), at });
	cookies.delete(NAME, { path: '/' });
}

/** Says whether it fitted. */
function write(cookies: Cookies, trial: Trial, secure: boolean): boolean {
	const value = Buffer.from(JSON.stringify(trial)).toString('base64url');
	if (value.length > MOST_BYTES) return false;
	cookies.set(NAME, value, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure,
		maxAge: WEEK_SECONDS
	});
	return true;
}

type Visitor = { cookies: Cookies; secure: boolean; language: Language };

export function predict(
	{ cookies, secure, language }: Visitor,
	made: { prediction: string; chosen: string }
): predictions.Predicted {
	const judged = predictions.judge({ lesson: course.open, ...made });
	if (judged !== 'fine') return { kind: judged };
	const trial = read(cookies);
	if (trial.predictions.some((each) => each.id === made.prediction)) return { kind: 'kept' };
	trial.predictions.push({ id: made.prediction, chosen: made.chosen, language });
	return write(cookies, trial, secure) ? { kind: 'recorded' } : { kind: 'unknown' };
}

export function check(
	{ cookies, secure, language }: Visitor,
	answer: { item: string; try: number; answerId: string; given: Given }
): answers.Outcome {
	const item = itemOf(answer.item);
	if (!item || !findLesson(course, course.open)?.lesson.checks.includes(item.id))
		return { kind: 'unknown' };
	const verdict = grade(item, answer.given);
	if (verdict.kind === 'invalid') return verdict;
	const trial = read(cookies);
	const before = trial.answers.find((each) => each.item === item.id);
	if (before && before.try >= answer.try) return { kind: 'conflict' };
	trial.answers = [
		...trial.answers.filter((each) => each !== before),
		{ ...answer, given: answer.given as Trial['answers'][number]['given'], language }
	];
	if (!write(cookies, trial, secure)) return { kind: 'unknown' };
	return { kind: 'recorded', earned: verdict.earned, total: verdict.total };
}

export function note(
	{ cookies, secure }: Visitor,
	written: { field: string; body: string; at: Date }
): notes.Noted {
	const { field, at } = written;
	const body = storable(written.body);
	const judged = notes.judge({ lesson: course.open, field, body });
	if (judged.kind !== 'fine') return judged;
	const trial = read(cookies);
	trial.notes = [
		...trial.notes.filter((each) => each.field !== field),
		{ field, body, revision: 1, writtenAt: at }
	];
	const length = [...body].length;
	return write(cookies, trial, secure)
		? { kind: 'saved', revision: 1 }
		: { kind: 'too-long', max: Math.max(0, length - 200), length };
}

/**
 * Records what somebody answered before they had an account. Whoever did anything in this lesson already keeps that:
 * then the browser may have been another person's.
 *
 * @param stored from a cookie or from the link of a mail; not trusted
 * @param at the moment of signing up or in: the browser's own clock proves nothing
 */
export async function adopt(
	db: Database,
	given: { accountId: string; stored: unknown; at: Date }
): Promise<void> {
	const { accountId, at } = given;
	const trial = fromStored(given.stored);
	const lesson = findLesson(course, course.open)?.lesson;
	if (!lesson || isEmpty(trial)) return;
	const own = await ownIn(db, accountId, lesson);
	if (own.answers.length + own.predictions.length + own.notes.length > 0) return;
	for (const { id: prediction, chosen, language } of trial.predictions)
		await predictions.record(db, {
			...{ accountId, lesson: lesson.id, prediction, chosen, language, at }
		});
	for (const { item, answerId, given, language } of trial.answers)
		await answers.recordCheck(db, {
			...{ accountId, lesson: lesson.id, item, answerId, language, at },
			given: given as Given,
			try: 1
		});
	for (const { field, body } of trial.notes)
		await notes.write(db, { accountId, lesson: lesson.id, field, body, base: 0, at });
}
