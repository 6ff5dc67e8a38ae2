import { randomUUID } from 'node:crypto';
import { error, fail } from '@sveltejs/kit';
import type { Quiz } from '#lib/course/course.ts';
import type { Item } from '#lib/course/item.ts';
import type { Language } from '#lib/course/language.ts';
import { findLesson } from '#lib/course/outline.ts';
import { publicItem } from '#lib/course/public-item.ts';
import type { AttemptQuestion } from '#lib/learning/attempt-view.ts';
import type { Confidence } from '#lib/learning/confidence.ts';
import type { Given } from '#lib/learning/grade.ts';
import { mayExplain } from '#lib/learning/quiz.ts';
import { readGiven } from '#lib/learning/read-given.ts';
import { seedOf, shuffle } from '#lib/learning/shuffle.ts';
import * as answers from './answers.ts';
import { course } from './course.ts';
import type { AttemptRow } from './db/attempts.ts';
import type { Database } from './db/connect.ts';
import * as responses from './db/responses.ts';
import { answered as explained, type Kept } from './explanations.ts';
import { confidenceIn, formOf, uuidIn } from './texts.ts';

// What every attempt has, whether it is at a quiz or at a retention check: questions that are shown and answered.

/** A question behind an address: the attempt is of the person who asks. */
export type Found = { row: AttemptRow; item: Item };

/** When feedback and key are shown. */
export type Policy = Pick<Quiz, 'explains' | 'reveals'>;

/** A number in an address, from 1; undefined for anything that is none. */
export const numberIn = (text: string) => (/^\d{1,3}$/.test(text) ? Number(text) : undefined);

/** The item at a place (from 1) in somebody's own attempt, as it was when the attempt began. */
export async function at(
	db: Database,
	row: AttemptRow | undefined,
	question: number
): Promise<Found | undefined> {
	const frozen = row?.items[question - 1];
	const item = frozen && (await answers.frozenItem(db, frozen));
	return row && item ? { row, item } : undefined;
}

/** @param reveal whether the right answer may be shown beside a wrong one, by the policy and where somebody stands */
export async function view(db: Database, found: Found, given: Shown): Promise<AttemptQuestion> {
	return show(found, await responses.ofAttempt(db, found.row.accountId, found.row.id), given);
}

type Shown = { question: number; language: Language; policy: Policy; reveal: boolean };

/** The same, with the answers in the attempt at hand. */
export function show(
	{ row, item }: Found,
	own: (Kept & { item: string })[],
	{ question, language, policy, reveal }: Shown
): AttemptQuestion {
	const done = new Set(own.map((each) => each.item));
	const answer = own.find((each) => each.item === item.id);
	const settled = row.submittedAt !== null;
	const explained = mayExplain(policy, settled);
	const answered = answer && explained && told(item, answer, language, { reveal, settled });
	const next = row.items.findIndex((each) => !done.has(each.item)) + 1;
	return {
		question,
		questions: row.items.map((each) => ({ answered: done.has(each.item) })),
		item: shown(row, item, language),
		answerId: randomUUID(),
		...(answered && { answered }),
		...(answer && !explained && { withheld: answer.given as Given }),
		...(!reveal && {
			keyClosed: policy.reveals === 'never' ? ('never' as const) : ('still-asked' as const)
		}),
		submitted: settled,
		...(next > 0 && { next })
	};
}

/** An item as this attempt shows it: in an order of its own, the same every time. */
export function shown(row: AttemptRow, item: Item, language: Language) {
	return publicItem(item, language, (list) => shuffle(list, seedOf(`${row.id} ${item.id}`)));
}

/** What somebody answered, what is said of it, and where it is taught. */
export function told(
	item: Item,
	answer: Kept,
	language: Language,
	{ reveal, settled }: { reveal: boolean; settled: boolean }
): AttemptQuestion['answered'] {
	const taught = findLesson(course, item.lesson)?.lesson;
	const lesson = taught && { id: taught.id, title: taught.title[language] };
	const shown = explained(item, answer, language, { reveal, settled });
	return shown && { ...shown, ...(lesson && { lesson }) };
}

/** The question at which to go on, from 1; the last one when all are answered. */
export function firstOpen(row: AttemptRow, answered: Set<string>): number {
	const index = row.items.findIndex(({ item }) => !answered.has(item));
	return index === -1 ? row.items.length : index + 1;
}

/** The items of an attempt that have an answer. */
export async function answeredItems(db: Database, row: AttemptRow): Promise<Set<string>> {
	const given = await responses.ofAttempt(db, row.accountId, row.id);
	return new Set(given.map((each) => each.item));
}

/** An answer as a request to a question brings it; how it is read depends on the item. */
export type Sent = {
	answerId: string;
	confidence: Confidence | undefined;
	read: (item: Item) => Given;
};

/** @returns undefined when no page of ours could have sent this */
export async function sentIn(request: Request): Promise<Sent | undefined> {
	const form = await formOf(request);
	const answerId = uuidIn(form, 'answerId');
	const read = (item: Item) => readGiven(item, form);
	return answerId ? { answerId, confidence: confidenceIn(form), read } : undefined;
}

/**
 * What the page is told of an answer that was not kept.
 *
 * @param more what it is told beside that
 */
export function refusal<More extends object>(outcome: answers.Outcome, given: Given, more: More) {
	switch (outcome.kind) {
		case 'unknown':
			return error(404);
		case 'invalid':
			return fail(400, { ...more, invalid: outcome.why, given });
		case 'conflict':
			return fail(409, { ...more, conflict: true });
	}
}

/**
 * Records the answer in a request to a question.
 *
 * @returns what the page shows of it; undefined when no page of ours could have sent this
 */
export async function answer(locals: App.Locals, { row, item }: Found, request: Request) {
	const sent = await sentIn(request);
	if (!sent) return undefined;
	const { read, ...rest } = sent;
	const given = read(item);
	const outcome = await answers.recordInAttempt(locals.db, {
		...{ ...rest, given, accountId: row.accountId, attemptId: row.id, item: item.id },
		language: locals.language,
		at: locals.now
	});
	return refusal(outcome, given, {}) ?? { kept: true };
}
