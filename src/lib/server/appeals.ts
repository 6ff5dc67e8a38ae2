import type { Language } from '#lib/course/language.ts';
import { stemText } from '#lib/course/public-item.ts';
import { acceptedParts, mayAppeal, typedParts, type TypedPart } from '#lib/learning/appeal.ts';
import type { Given } from '#lib/learning/grade.ts';
import { retentionOf } from '#lib/learning/retention.ts';
import { storable } from '#lib/learning/storable.ts';
import { frozenItem } from './answers.ts';
import * as audit from './audit.ts';
import * as accounts from './db/accounts.ts';
import * as appeals from './db/appeals.ts';
import type { Database } from './db/connect.ts';
import type { CountedRow } from './db/responses.ts';
import { post } from './mail.ts';
import { mailWords } from './mail-words.ts';
import { raise } from './regrades.ts';

export { countOpen } from './db/appeals.ts';

/** Characters that fit in a reason and in a reply. */
export const MOST = 500;

export type AppealState = 'open' | 'granted' | 'not-granted';
export type AppealView = {
	answerId: string;
	stem: string;
	given: TypedPart[];
	/** Where the answer was given: a path of our own. */
	place: string;
	/** Absent when nothing has been said of this answer yet. */
	appeal?: { state: AppealState; reason: string; madeAt: Date; decidedAt?: Date; reply?: string };
};

type Found = NonNullable<Awaited<ReturnType<typeof appeals.answerOf>>>;

/** One of this person's own answers, about which they said or may say something; undefined for any other. */
export async function view(
	db: Database,
	{ accountId, answerId, language }: { accountId: string; answerId: string; language: Language }
): Promise<AppealView | undefined> {
	const row = await appeals.answerOf(db, accountId, answerId);
	return row && (row.appeal || (await isOpenTo(db, row))) ? show(db, row, language) : undefined;
}

/** Whether an answer can still be appealed: typed, not full, and no part of an attempt that is open. */
async function isOpenTo(db: Database, { answer, submittedAt }: Found): Promise<boolean> {
	const item = await frozenItem(db, answer);
	const settled = answer.attemptId === null || submittedAt !== null;
	return item !== undefined && settled && mayAppeal(item, answer);
}

/** All appeals of one person, newest first. */
export async function ofAccount(
	db: Database,
	accountId: string,
	language: Language
): Promise<AppealView[]> {
	const rows = await appeals.ofAccount(db, accountId);
	return Promise.all(rows.map((row) => show(db, row, language)));
}

async function show(db: Database, row: Found, language: Language): Promise<AppealView> {
	const { answer, appeal } = row;
	return {
		answerId: answer.answerId,
		...(await question(db, answer, language)),
		place: await placeOf(db, row, language),
		...(appeal && { appeal: said(appeal) })
	};
}

async function question(db: Database, answer: CountedRow, language: Language) {
	const item = await frozenItem(db, answer);
	return {
		stem: item ? stemText(item.stem[language]) : answer.item,
		given: typedParts(answer.given as Given)
	};
}

function said({ reason, madeAt, decidedAt, granted, reply }: appeals.AppealRow) {
	const state: AppealState = !decidedAt ? 'open' : granted ? 'granted' : 'not-granted';
	return { state, reason, madeAt, ...(decidedAt && { decidedAt }), ...(reply && { reply }) };
}

async function placeOf(
	db: Database,
	{ answer, attempt }: Found,
	language: Language
): Promise<string> {
	if (attempt) {
		const question = attempt.items.findIndex((each) => each.item === answer.item) + 1;
		const days = retentionOf(attempt.quiz);
		return days
			? `/${language}/retention/${days}/${question}`
			: `/${language}/quiz/${attempt.quiz}/${attempt.number}/${question}`;
	}
	if (answer.reviewDay !== null) return `/${language}/review`;
	const item = await frozenItem(db, answer);
	return `/${language}/lesson/${item?.lesson ?? ''}#item-${answer.item.toLowerCase()}`;
}

export type Made = 'made' | 'empty' | 'too-long' | 'unknown';

/** Keeps what somebody says of the mark of their own answer. Of one answer there is one appeal: the first stands. */
export async function make(
	db: Database,
	given: { accountId: string; answerId: string; reason: string; at: Date }
): Promise<Made> {
	const { accountId, answerId, at: madeAt } = given;
	const row = await appeals.answerOf(db, accountId, answerId);
	if (!row || (!row.appeal && !(await isOpenTo(db, row)))) return 'unknown';
	const reason = storable(given.reason).trim();
	if (reason === '') return 'empty';
	if ([...reason].length > MOST) return 'too-long';
	await appeals.insert(db, { accountId, answerId, reason, madeAt });
	return 'made';
}

export type AppealToJudge = {
	accountId: string;
	answerId: string;
	item: string;
	stem: string;
	given: TypedPart[];
	accepted: TypedPart[];
	name: string;
	state: AppealState;
	reason: string;
	madeAt: Date;
	decidedAt?: Date;
	reply?: string;
};

/** For the administrator: what is open, longest waiting first, or what was decided last. */
export async function toJudge(
	db: Database,
	which: 'open' | 'decided',
	language: Language
): Promise<AppealToJudge[]> {
	const rows = await appeals.list(db, which, 100);
	return Promise.all(
		rows.map(async ({ answer, appeal, name }) => {
			const item = await frozenItem(db, answer);
			return {
				accountId: answer.accountId,
				answerId: answer.answerId,
				item: answer.item,
				...(await question(db, answer, language)),
				accepted: item ? acceptedParts(item, language) : [],
				name,
				...said(appeal)
			};
		})
	);
}

export type Decided = 'decided' | 'before' | 'too-long' | 'unknown';

/**
 * Decides an appeal, once. Granting gives the answer all its points and whatever follows from them; either way the
 * learner gets a mail in their own language, in the same transaction.
 *
 * @param by whoever decides, for the record
 */
export async function decide(
	db: Database,
	given: {
		accountId: string;
		answerId: string;
		granted: boolean;
		reply: string;
		by: string;
		at: Date;
		origin: string;
	}
): Promise<Decided> {
	const { accountId, answerId, granted, by, at, origin } = given;
	const reply = storable(given.reply).trim() || null;
	if ([...(reply ?? '')].length > MOST) return 'too-long';
	return db.transaction(async (tx) => {
		const row = await appeals.answerOf(tx, accountId, answerId);
		if (!row?.appeal) return 'unknown';
		const decision = { decidedAt: at, granted, reply };
		if (!(await appeals.decide(tx, { accountId, answerId }, decision))) return 'before';
		if (granted) {
			const earned = row.answer.total;
			await raise(tx, { accountId, answerId, earned, why: 'appeal', by, at });
		}
		await audit.record(tx, { at, actor: by, subject: accountId, action: 'appeal' });
		const person = await accounts.byId(tx, accountId);
		if (!person) return 'unknown';
		const { language, email: recipient } = person;
		const { stem, given: typed } = await question(tx, row.answer, language);
		const words = mailWords[language][granted ? 'granted' : 'notGranted'];
		const link = `${origin}/${language}/appeals/${answerId}`;
		const answer = typed.map((part) => part.text).join('; ');
		await post(tx, { recipient, ...words({ stem, answer, reply, link }) }, at);
		return 'decided';
	});
}
