import type { Item } from '#lib/course/item.ts';
import type { Language } from '#lib/course/language.ts';
import { outline, lessonUnit, findLesson, findQuiz, quizUnit } from '#lib/course/outline.ts';
import { completions, passedAt } from '#lib/learning/completion.ts';
import type { Confidence } from '#lib/learning/confidence.ts';
import { FULL, grade, type Given, type Invalid } from '#lib/learning/grade.ts';
import { course, itemOf } from './course.ts';
import * as attempts from './db/attempts.ts';
import type { Database } from './db/connect.ts';
import * as items from './db/items.ts';
import * as progress from './db/progress.ts';
import * as responses from './db/responses.ts';

type Common = {
	/** Made where the answer was given; the same id with the same answer is the same response. */
	answerId: string;
	accountId: string;
	given: Given;
	/** How sure they were; absent when they did not say. */
	confidence?: Confidence | undefined;
	language: Language;
	at: Date;
};

/** What became of an answer. Only `recorded` and `replayed` mean that it is kept. */
export type Outcome =
	| { kind: 'recorded' | 'replayed'; earned: number; total: number }
	| { kind: 'invalid'; why: Invalid }
	/** The id stands for another answer, or another device was first with this try: that answer is what counts. */
	| { kind: 'conflict' }
	| { kind: 'unknown' };

/** Records the answer to a check inside a lesson, and that the lesson is done if this was the last it asked. */
export async function recordCheck(
	db: Database,
	answer: Common & { lesson: string; item: string; try: number }
): Promise<Outcome> {
	const found = findLesson(course, answer.lesson);
	const item = itemOf(answer.item);
	if (!found || !item || !found.lesson.checks.includes(item.id)) return { kind: 'unknown' };
	return db.transaction(async (tx) => {
		const outcome = await keep(tx, item, { ...answer, attemptId: null, reviewDay: null });
		if (outcome.kind === 'recorded') await completeLesson(tx, answer.accountId, answer.lesson);
		return outcome;
	});
}

/** Records an answer inside an open attempt; the last one closes it. */
export async function recordInAttempt(
	db: Database,
	answer: Common & { attemptId: string; item: string }
): Promise<Outcome> {
	return db.transaction(async (tx) => {
		const attempt = await attempts.lock(tx, answer.accountId, answer.attemptId);
		const frozen = attempt?.items.find((each) => each.item === answer.item);
		const item = frozen && (await frozenItem(tx, frozen));
		if (!attempt || !item) return { kind: 'unknown' };
		return (await keepInAttempt(tx, attempt, item, answer)).outcome;
	});
}

/** What became of an answer to a question, and all that its page shows of the attempt from then on. */
export type AtQuestion = {
	outcome: Outcome;
	row: attempts.AttemptRow;
	item: Item;
	given: Given;
	answers: responses.OwnAnswer[];
	/** Whether this answer was the last: then the attempt is no longer as `row` says. */
	closed: boolean;
};

/**
 * The same for the question at a place (from 1) of an attempt.
 *
 * @param place.read reads the answer; how, depends on what is asked there
 * @returns undefined when this person has no such question
 */
export async function recordAtQuestion(
	db: Database,
	answer: Omit<Common, 'given'>,
	place: { quiz: string; number: number; question: number; read: (item: Item) => Given }
): Promise<AtQuestion | undefined> {
	return db.transaction(async (tx) => {
		const row = await attempts.lock(tx, answer.accountId, place);
		const frozen = row?.items[place.question - 1];
		const item = frozen && (await frozenItem(tx, frozen));
		if (!row || !item) return undefined;
		const given = place.read(item);
		const kept = await keepInAttempt(tx, row, item, { ...answer, given });
		return { ...kept, row, item, given };
	});
}

/** @param attempt locked by this transaction */
async function keepInAttempt(
	tx: Database,
	attempt: attempts.AttemptRow,
	item: Item,
	answer: Common
): Promise<Pick<AtQuestion, 'outcome' | 'answers' | 'closed'>> {
	let answers: responses.OwnAnswer[] = [];
	const place = { attemptId: attempt.id, reviewDay: null, try: 1 };
	const outcome = await keep(tx, item, { ...answer, ...place }, async (_, row) => {
		const inserted = await responses.insertInAttempt(tx, { ...row, attemptId: attempt.id });
		answers = inserted.answers;
		return inserted.fresh;
	});
	const full = answers.length >= attempt.items.length;
	const closed = outcome.kind === 'recorded' && !attempt.submittedAt && full;
	if (closed) await close(tx, attempt, answers, answer.at);
	return { outcome, answers, closed };
}

/** Records the answer to an item that came back: once a day. Completes nothing; the schedule follows from it. */
export async function recordReview(
	db: Database,
	answer: Common & { item: string; day: string }
): Promise<Outcome> {
	const item = itemOf(answer.item);
	if (!item) return { kind: 'unknown' };
	return keep(db, item, { ...answer, attemptId: null, reviewDay: answer.day, try: 1 });
}

/** Whether this very answer was recorded once, wherever. */
export async function isRecorded(db: Database, accountId: string, answerId: string) {
	return (await responses.byAnswerId(db, accountId, answerId)) !== undefined;
}

/** The item as it was when the attempt began. */
export async function frozenItem(
	db: Database,
	frozen: { item: string; version: string }
): Promise<Item | undefined> {
	const current = itemOf(frozen.item);
	if (current?.version === frozen.version) return current;
	return items.ofVersion(db, frozen.item, frozen.version);
}

async function keep(
	tx: Database,
	item: Item,
	answer: Common & { attemptId: string | null; reviewDay: string | null; try: number },
	insert = responses.insert
): Promise<Outcome> {
	const { accountId, answerId, attemptId, reviewDay, given, language, at: answeredAt } = answer;
	const place = {
		accountId,
		answerId,
		item: item.id,
		attemptId,
		reviewDay,
		try: answer.try,
		given
	};
	const verdict = grade(item, given);
	if (verdict.kind === 'invalid') {
		// What is kept stays kept, also when the item has changed since and would refuse it now.
		const before = await replay(tx, place);
		return before.kind === 'replayed' ? before : verdict;
	}
	const { earned, total } = verdict;
	const confidence = answer.confidence ?? null;
	const row = { ...place, version: item.version, earned, total, confidence, language, answeredAt };
	return (await insert(tx, row)) ? { kind: 'recorded', earned, total } : replay(tx, place);
}

type Place = Pick<
	responses.ResponseRow,
	'accountId' | 'answerId' | 'item' | 'attemptId' | 'reviewDay' | 'try' | 'given'
>;

/** The stored result of this very answer; a conflict when its id or its place holds another one. */
async function replay(tx: Database, answer: Place): Promise<Outcome> {
	const kept = await responses.byAnswerId(tx, answer.accountId, answer.answerId);
	return kept && sameAnswer(kept, answer)
		? { kind: 'replayed', earned: kept.earned, total: kept.total }
		: { kind: 'conflict' };
}

function sameAnswer(one: Place, other: Place): boolean {
	return (
		one.item === other.item &&
		one.attemptId === other.attemptId &&
		one.reviewDay === other.reviewDay &&
		one.try === other.try &&
		canonical(one.given) === canonical(other.given)
	);
}

/** JSON with sorted keys: the database does not keep the order in which a form was filled in. */
export function canonical(value: unknown): string {
	return JSON.stringify(value, (_, each: unknown) =>
		each !== null && typeof each === 'object' && !Array.isArray(each)
			? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
			: each
	);
}

/** Writes that a lesson is done if the facts say so. Also called after a prediction. */
export async function completeLesson(
	tx: Database,
	accountId: string,
	lesson: string
): Promise<void> {
	const units = outline(course, course.edition).units.filter(
		(unit) => unit.kind === 'lesson' && unit.id === lessonUnit(lesson)
	);
	const [unit] = units;
	if (unit?.kind !== 'lesson') return;
	// Of two last answers at the same time, the second waits here, and then sees the first.
	if (await progress.lockAndAsk(tx, accountId, unit.id)) return;
	const facts = { ...(await progress.lessonFacts(tx, accountId, unit)), attempts: [] };
	const done = completions({ edition: course.edition, units }, facts);
	await progress.addCompletions(tx, accountId, done);
}

async function close(
	tx: Database,
	attempt: attempts.AttemptRow,
	answers: { earned: number }[],
	at: Date
): Promise<void> {
	const earned = answers.reduce((sum, each) => sum + each.earned, 0);
	const total = attempt.items.length * FULL;
	await attempts.close(tx, attempt.id, { submittedAt: at, earned, total });
	await completeQuiz(tx, attempt, at);
}

/** Writes that a quiz is passed if what was handed in says so. Also called when points were raised afterwards. */
export async function completeQuiz(
	tx: Database,
	{ accountId, quiz: id }: { accountId: string; quiz: string },
	at: Date
): Promise<void> {
	const quiz = findQuiz(course, id)?.quiz;
	if (!quiz) return;
	const rows = await attempts.ofQuiz(tx, accountId, quiz.id);
	const handedIn = rows.flatMap((row) =>
		row.submittedAt ? [{ earned: row.earned ?? 0, total: row.total ?? 0 }] : []
	);
	if (passedAt(handedIn, quiz))
		await progress.addCompletions(tx, accountId, [{ unit: quizUnit(quiz.id), at }]);
}
