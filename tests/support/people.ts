import { randomUUID } from 'node:crypto';
import { findLesson } from '#lib/course/outline.ts';
import type { Confidence } from '#lib/learning/confidence.ts';
import type { Given } from '#lib/learning/grade.ts';
import { rightAnswer } from '#lib/learning/sample-answers.ts';
import type { Account } from '#lib/server/accounts.ts';
import { recordCheck, type Outcome } from '#lib/server/answers.ts';
import { course, itemOf } from '#lib/server/course.ts';
import * as accounts from '#lib/server/db/accounts.ts';
import * as cohortRows from '#lib/server/db/cohorts.ts';
import type { Database } from '#lib/server/db/connect.ts';
import * as predictions from '#lib/server/predictions.ts';

/** A moment to start from; tests move on from here and never ask the clock. */
export const start = new Date('2026-11-02T09:00:00Z');
export const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

let count = 0;

/** Somebody in the database. The password hash is none: nobody can sign in with it. */
export async function person(db: Database, given: Partial<Account> = {}): Promise<Account> {
	count += 1;
	const account: Account = {
		id: randomUUID(),
		email: `person${count}@test.example`,
		name: `Person ${count}`,
		language: 'nl',
		role: 'learner',
		passwordHash: 'none',
		edition: course.edition,
		...accounts.unset,
		createdAt: start,
		...given
	};
	await accounts.insert(db, account);
	return account;
}

/** A cohort of six weeks, begun a week before `start`. */
export async function cohort(
	db: Database,
	manager: Account,
	given: Partial<cohortRows.CohortRow> = {}
): Promise<cohortRows.CohortRow> {
	const row = {
		id: randomUUID(),
		name: 'Cohort',
		startsAt: later(-7 * 24 * 60),
		endsAt: later(35 * 24 * 60),
		...cohortRows.plain,
		createdAt: later(-8 * 24 * 60),
		...given
	};
	await cohortRows.insert(db, row, manager.id);
	return row;
}

export async function member(
	db: Database,
	of: { id: string },
	who: Account,
	joinedAt = start
): Promise<void> {
	await cohortRows.addMember(db, { cohortId: of.id, accountId: who.id, joinedAt });
}

type Check = {
	lesson?: string;
	item: string;
	given: Given;
	answerId: string;
	try: number;
	confidence: Confidence;
	at: Date;
};

/** Answers a check inside a lesson: rightly and for the first time, unless told otherwise. */
export function check(
	db: Database,
	who: Account,
	given: Partial<Check> & { item: string }
): Promise<Outcome> {
	const item = itemOf(given.item);
	return recordCheck(db, {
		accountId: who.id,
		answerId: randomUUID(),
		lesson: item?.lesson ?? '',
		try: 1,
		given: item ? rightAnswer(item) : {},
		language: 'nl',
		at: start,
		...given
	});
}

export function predict(db: Database, who: Account, prediction: string, chosen = 'b', at = start) {
	const lesson = lessonOf(prediction);
	return predictions.record(db, {
		accountId: who.id,
		lesson,
		prediction,
		chosen,
		language: 'nl',
		at
	});
}

/** Everything a lesson asks, from `at` on, a minute each. */
export async function doLesson(db: Database, who: Account, id: string, at = start): Promise<void> {
	const asked = findLesson(course, id)!.lesson;
	let minute = 0;
	const next = () => new Date(at.getTime() + 60_000 * minute++);
	for (const each of asked.predictions) await predict(db, who, each.id, 'b', next());
	for (const item of asked.checks) await check(db, who, { item, at: next() });
}

function lessonOf(prediction: string): string {
	const lessons = course.modules.flatMap((module) => module.lessons);
	return lessons.find((each) => each.predictions.some(({ id }) => id === prediction))?.id ?? '';
}
