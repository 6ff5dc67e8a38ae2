import { createHash } from 'node:crypto';
import type { Item } from '#lib/course/item.ts';
import type { Language } from '#lib/course/language.ts';
import { findLesson } from '#lib/course/outline.ts';
import { publicItem, type PublicItem } from '#lib/course/public-item.ts';
import { isoDay } from '#lib/i18n/format.ts';
import type { Confidence } from '#lib/learning/confidence.ts';
import type { Answered } from '#lib/learning/explain.ts';
import type { Given } from '#lib/learning/grade.ts';
import { seedOf, shuffle } from '#lib/learning/shuffle.ts';
import { frozenItem, recordReview, type Outcome } from './answers.ts';
import { course, itemOf } from './course.ts';
import * as accounts from './db/accounts.ts';
import type { Database } from './db/connect.ts';
import * as responses from './db/responses.ts';
import * as tokens from './db/tokens.ts';
import { answered } from './explanations.ts';
import * as reviews from './reviews.ts';

/** In the mail and on its page the choices stand in the same order. */
export function shown(item: Item, accountId: string, language: Language): PublicItem {
	const seed = seedOf(`${accountId} ${item.id}`);
	return publicItem(item, language, (list) => shuffle(list, seed));
}

/** A link that is good: one person, one item, and the id of the one answer that may be given with it. */
export type WeeklyLink = { accountId: string; itemId: string; answerId: string };

/** What a link from the mail is for, without using it up. Undefined when it is too old, or never was. */
export async function behindLink(
	db: Database,
	secret: string,
	now: Date
): Promise<WeeklyLink | undefined> {
	const token = await tokens.peek(db, secret, ['weekly'], now);
	const { accountId, item: itemId } = token?.subject ?? {};
	if (!token || !accountId || !itemId) return undefined;
	if ((await accounts.weeklyMailOf(db, accountId)) === undefined) return undefined;
	return { accountId, itemId, answerId: answerIdOf(token.id) };
}

/** The same for one link, always: whatever is sent with it, and however often, is one answer. */
function answerIdOf(tokenId: string): string {
	const hex = createHash('sha256').update(`weekly answer ${tokenId}`).digest('hex');
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		hex.slice(12, 16),
		hex.slice(16, 20),
		hex.slice(20, 32)
	].join('-');
}

/** What there is behind a link from the mail. Of the person it was sent to it tells this one answer and nothing else. */
export type WeeklyView =
	| { kind: 'asked'; item: PublicItem }
	| (Answered & { kind: 'answered'; item: PublicItem; lesson: { id: string; title: string } })
	/** Answered with this link, on an earlier day. */
	| { kind: 'done' }
	/** Answered elsewhere meanwhile, or asked in a quiz that is not over: which of the two is theirs to know. */
	| { kind: 'not-waiting' }
	/** The question is no longer in the course. */
	| { kind: 'no-question' }
	| { kind: 'gone' };

export async function view(
	db: Database,
	link: WeeklyLink | undefined,
	{ language, now }: { language: Language; now: Date }
): Promise<WeeklyView> {
	if (!link) return { kind: 'gone' };
	const { accountId, itemId, answerId } = link;
	const item = itemOf(itemId);
	const lesson = item && findLesson(course, item.lesson)?.lesson;
	if (!item || !lesson) return { kind: 'no-question' };
	const row = await responses.byAnswerId(db, accountId, answerId);
	if (!row) {
		const waits = await reviews.isWaiting(db, accountId, itemId, now);
		return waits
			? { kind: 'asked', item: shown(item, accountId, language) }
			: { kind: 'not-waiting' };
	}
	if (row.reviewDay !== isoDay(now)) return { kind: 'done' };
	if ((await reviews.stillAsked(db, accountId)).has(itemId)) return { kind: 'not-waiting' };
	const asked = (await frozenItem(db, { item: itemId, version: row.version })) ?? item;
	// Whoever is not signed in cannot appeal: as long as that is so nothing is settled.
	const told = answered(asked, row, language, { reveal: true, settled: false });
	if (!told) return { kind: 'done' };
	return {
		...told,
		kind: 'answered',
		item: shown(asked, accountId, language),
		lesson: { id: lesson.id, title: lesson.title[language] }
	};
}

/**
 * Records the answer that was given with a link, for the person it was sent to.
 *
 * @returns `closed` when the question is not waiting: then the page says what became of it
 */
export async function answer(
	db: Database,
	{ accountId, itemId: item, answerId }: WeeklyLink,
	given: { given: Given; confidence: Confidence | undefined; language: Language; at: Date }
): Promise<Outcome | { kind: 'closed' }> {
	if (!(await reviews.isWaiting(db, accountId, item, given.at))) return { kind: 'closed' };
	return recordReview(db, { accountId, item, answerId, day: isoDay(given.at), ...given });
}

/** Whether the mail that a stop link belongs to is on; undefined when the link is too old, or never was. */
export async function stopState(
	db: Database,
	secret: string,
	now: Date
): Promise<{ on: boolean } | undefined> {
	const { accountId } = (await tokens.peek(db, secret, ['weekly-stop'], now))?.subject ?? {};
	const on = accountId && (await accounts.weeklyMailOf(db, accountId));
	return typeof on === 'boolean' ? { on } : undefined;
}

/** Turns the mail off for the person a stop link was sent to; says whether the link was good. May be done again. */
export async function stop(db: Database, secret: string, now: Date): Promise<boolean> {
	const { accountId } = (await tokens.peek(db, secret, ['weekly-stop'], now))?.subject ?? {};
	return accountId !== undefined && accounts.setWeeklyMail(db, accountId, false);
}
