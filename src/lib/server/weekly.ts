import { itemOf } from './course.ts';
import type { Database } from './db/connect.ts';
import * as reminders from './db/reminders.ts';
import * as tokens from './db/tokens.ts';
import { post } from './mail.ts';
import * as plans from './plans.ts';
import * as reviews from './reviews.ts';
import { weeklyLetter } from './weekly-letter.ts';
import { shown } from './weekly-links.ts';
import { isoWeek, mayWriteNow } from './weeks.ts';

const DAY = 24 * 60 * 60 * 1000;
const lifetime = { weekly: 14 * DAY, 'weekly-stop': 365 * DAY };
/** So that a round takes seconds, however many people want a mail; the next goes on where this one ended. */
const A_ROUND = 200;

export type Round = {
	sent: number;
	/** What went wrong, per account; the others got their mail. */
	faults: unknown[];
	/** Where the next round goes on; absent when everybody was looked at. */
	next?: string;
};

/**
 * One question to everybody who asked for it, has one waiting and was not written to this week. Sends nothing outside
 * the hours for it. That somebody was written to is kept together with the letter, so running it more often, or in two
 * processes at once, sends nothing twice.
 */
export async function sendWeekly(
	db: Database,
	now: Date,
	origin: string,
	more: { after?: string | undefined; most?: number } = {}
): Promise<Round> {
	return roundOf(db, now, { kind: 'weekly-question', ...more }, (accountId, cycle) =>
		sendOne(db, { accountId, cycle, now, origin })
	);
}

/**
 * Writes one mail to everybody who asked for it and was not written to this week, within the hours for it.
 *
 * @param send writes to one person; says whether there was something to write
 */
export async function roundOf(
	db: Database,
	now: Date,
	given: { kind: reminders.WeeklyKind; after?: string | undefined; most?: number },
	send: (accountId: string, cycle: string) => Promise<boolean>
): Promise<Round> {
	const { kind, after, most = A_ROUND } = given;
	const round: Round = { sent: 0, faults: [] };
	if (!mayWriteNow(now)) return round;
	const cycle = isoWeek(now);
	const found = await reminders.unwritten(db, { kind, cycle, after, most });
	for (const accountId of found) {
		try {
			if (await send(accountId, cycle)) round.sent += 1;
		} catch (fault) {
			round.faults.push(fault);
		}
	}
	const last = found.at(-1);
	return found.length < most || !last ? round : { ...round, next: last };
}

async function sendOne(
	db: Database,
	{ accountId, cycle, now, origin }: { accountId: string; cycle: string; now: Date; origin: string }
): Promise<boolean> {
	const asked = await reviews.firstWaiting(db, accountId, now);
	const item = asked && itemOf(asked);
	if (!item) return false;
	const plansWaiting = await plans.waiting(db, accountId, now);
	return db.transaction(async (tx) => {
		const reader = await reminders.lockReader(tx, accountId, 'weekly-question');
		const row = { accountId, kind: 'weekly-question' as const, cycle, at: now };
		if (!reader || !(await reminders.claim(tx, row))) return false;
		const issue = (kind: keyof typeof lifetime, subject: tokens.Token['subject']) =>
			tokens.issue(tx, { kind, subject, expiresAt: new Date(now.getTime() + lifetime[kind]) });
		const { email: recipient, language } = reader;
		const pages = `${origin}/${language}/weekly`;
		const letter = weeklyLetter(shown(item, accountId, language), language, {
			answer: `${pages}/${await issue('weekly', { accountId, item: item.id })}`,
			stop: `${pages}/stop/${await issue('weekly-stop', { accountId })}`,
			...(plansWaiting > 0 && { plans: `${origin}/${language}/canvas/follow-up` })
		});
		await post(tx, { recipient, ...letter }, now);
		return true;
	});
}
