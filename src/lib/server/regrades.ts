import { raisedBy } from '#lib/learning/regrade.ts';
import type { Item } from '#lib/course/item.ts';
import type { Language } from '#lib/course/language.ts';
import { stemText } from '#lib/course/public-item.ts';
import type { Given } from '#lib/learning/grade.ts';
import { completeQuiz } from './answers.ts';
import { itemOf } from './course.ts';
import * as accounts from './db/accounts.ts';
import * as audit from './audit.ts';
import * as attempts from './db/attempts.ts';
import type { Database } from './db/connect.ts';
import * as regrades from './db/regrades.ts';
import * as responses from './db/responses.ts';
import { post } from './mail.ts';
import { mailWords } from './mail-words.ts';

/** How many people are looked at together: their answers are read in one statement. */
const BATCH = 100;

/**
 * Gives an answer more points, and with them its attempt and perhaps its quiz. Nothing is ever lowered or taken away.
 * Only inside a transaction.
 *
 * @returns whether it rose; false when it had as many already, or is not there
 */
export async function raise(tx: Database, given: regrades.RegradeRow): Promise<boolean> {
	const { accountId, answerId, at } = given;
	// Of two decisions about one person the second waits here, and then sees what the first did.
	await accounts.lock(tx, accountId);
	const before = await responses.byAnswerId(tx, accountId, answerId);
	if (!before || before.earned >= given.earned) return false;
	// An attempt that is being closed at this moment is counted either before this or with it.
	const attempt = before.attemptId
		? await attempts.lock(tx, accountId, before.attemptId)
		: undefined;
	await regrades.insert(tx, given);
	// An open attempt counts its answers when it closes.
	if (!attempt?.submittedAt) return true;
	const answers = await responses.ofAttempt(tx, accountId, attempt.id);
	const earned = answers.reduce((sum, each) => sum + each.earned, 0);
	await attempts.raise(tx, attempt.id, earned);
	await completeQuiz(tx, attempt, at);
	return true;
}

export type Repaired = {
	item: string;
	stem: string;
	/** Answers to earlier versions. */
	older: number;
};

/** The items of this course that have answers to an earlier version: there a repaired key may still have to reach. */
export async function repaired(db: Database, language: Language): Promise<Repaired[]> {
	const found = new Map<string, Repaired>();
	for (const { item: id, version, answers } of await regrades.answersByVersion(db)) {
		const item = itemOf(id);
		if (!item || item.version === version) continue;
		const older = (found.get(id)?.older ?? 0) + answers;
		found.set(id, { item: id, stem: stemText(item.stem[language]), older });
	}
	return [...found.values()];
}

/** How many answers, and of how many people. */
export type Rise = { answers: number; people: number };

/** What regrading an item would do; undefined when this course has no such item. */
export async function preview(db: Database, itemId: string): Promise<Rise | undefined> {
	const item = itemOf(itemId);
	if (!item) return undefined;
	const rise = { answers: 0, people: 0 };
	for await (const { rising } of risingIn(db, item)) {
		rise.answers += rising.length;
		rise.people += 1;
	}
	return rise;
}

/**
 * Grades every answer to an earlier version of an item by the key it has now, and keeps what is higher. An answer that
 * does not fit the item any more stays as it is. Each person whose points rise gets one mail, in the transaction that
 * raises them; whatever broke off half-way goes on when this is called again.
 *
 * @param by whoever decided this, for the record
 * @returns what rose; undefined when this course has no such item
 */
export async function regradeItem(
	db: Database,
	itemId: string,
	{ by, now, origin }: { by: string; now: Date; origin: string }
): Promise<Rise | undefined> {
	const item = itemOf(itemId);
	if (!item) return undefined;
	await audit.record(db, { at: now, actor: by, action: 'regrade', detail: item.id });
	const rise = { answers: 0, people: 0 };
	for await (const { accountId, rising } of risingIn(db, item)) {
		const rose = await db.transaction(async (tx) => {
			let count = 0;
			for (const { answerId, earned } of rising) {
				const why = 'repaired-key' as const;
				if (await raise(tx, { accountId, answerId, earned, why, by, at: now })) count += 1;
			}
			if (count > 0) await tell(tx, accountId, item, { count, now, origin });
			return count;
		});
		rise.answers += rose;
		if (rose > 0) rise.people += 1;
	}
	return rise;
}

async function tell(
	tx: Database,
	accountId: string,
	item: Item,
	{ count, now, origin }: { count: number; now: Date; origin: string }
): Promise<void> {
	const person = await accounts.byId(tx, accountId);
	if (!person) return;
	const { language } = person;
	const stem = stemText(item.stem[language]);
	const link = `${origin}/${language}/course`;
	const letter = mailWords[language].repaired({ stem, count, link });
	await post(tx, { recipient: person.email, ...letter }, now);
}

/** One person after another, with their answers that would rise and to how many points. */
async function* risingIn(db: Database, item: Item) {
	const about = { item: item.id, version: item.version };
	let after: string | undefined;
	for (;;) {
		const people = await regrades.peopleWith(db, { ...about, after, limit: BATCH });
		const rows = await regrades.answersOf(db, people, about);
		for (const accountId of people) {
			const rising = rows.flatMap((row) => {
				const earned =
					row.accountId === accountId ? raisedBy(item, row.given as Given, row.earned) : undefined;
				return earned === undefined ? [] : [{ answerId: row.answerId, earned }];
			});
			if (rising.length > 0) yield { accountId, rising };
		}
		if (people.length < BATCH) return;
		after = people.at(-1);
	}
}
