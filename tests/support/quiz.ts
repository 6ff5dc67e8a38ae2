import { randomUUID } from 'node:crypto';
import type { Quiz } from '#lib/course/course.ts';
import type { Given } from '#lib/learning/grade.ts';
import { rightAnswer, wrongAnswer } from '#lib/learning/sample-answers.ts';
import type { Account } from '#lib/server/accounts.ts';
import { frozenItem, recordInAttempt, type Outcome } from '#lib/server/answers.ts';
import * as attempts from '#lib/server/attempts.ts';
import { course } from '#lib/server/course.ts';
import type { AttemptRow } from '#lib/server/db/attempts.ts';
import type { Database } from '#lib/server/db/connect.ts';
import { start } from './people.ts';

/** The quiz of the first module, with the rules these tests count on. */
export const quiz: Quiz = { ...course.modules[0]!.quiz, tries: 2 };

/** Begins an attempt or goes on with the open one, and gives it. */
export async function begin(db: Database, who: Account, at = start): Promise<AttemptRow> {
	const number = await attempts.begin(db, { accountId: who.id, quiz, at });
	const { rows } = await attempts.ofQuiz(db, who.id, quiz);
	const row = rows.find((each) => each.number === number);
	if (!row) throw new Error('no tries left');
	return row;
}

type Answer = { right: boolean; given: Given; answerId: string; at: Date };

/** Answers the question at a place (from 0) in an attempt: rightly, unless told otherwise. */
export async function answer(
	db: Database,
	row: AttemptRow,
	place: number,
	given: Partial<Answer> = {}
): Promise<Outcome> {
	const frozen = row.items[place]!;
	const item = (await frozenItem(db, frozen))!;
	return recordInAttempt(db, {
		accountId: row.accountId,
		attemptId: row.id,
		answerId: given.answerId ?? randomUUID(),
		item: item.id,
		given: given.given ?? (given.right === false ? wrongAnswer(item) : rightAnswer(item)),
		language: 'nl',
		at: given.at ?? start
	});
}

/** Answers everything, the first `right` questions rightly. */
export async function take(
	db: Database,
	row: AttemptRow,
	right: number,
	at = start
): Promise<void> {
	for (const place of row.items.keys()) await answer(db, row, place, { right: place < right, at });
}

/** The attempt as the database has it now. */
export async function current(db: Database, row: AttemptRow): Promise<AttemptRow> {
	const { rows } = await attempts.ofQuiz(db, row.accountId, quiz);
	return rows.find((each) => each.id === row.id)!;
}
