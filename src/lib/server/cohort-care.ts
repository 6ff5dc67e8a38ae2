import { outline } from '#lib/course/outline.ts';
import { isoDay } from '#lib/i18n/format.ts';
import type { PersonLine } from '#lib/learning/cohort.ts';
import { storable } from '#lib/learning/storable.ts';
import * as audit from './audit.ts';
import * as cohorts from './cohorts.ts';
import { course } from './course.ts';
import { nextUnit } from './course-map.ts';
import * as care from './db/cohort-care.ts';
import type { CohortRow } from './db/cohorts.ts';
import type { Database } from './db/connect.ts';
import * as facts from './db/progress.ts';
import * as reminders from './db/reminders.ts';
import { mailWords } from './mail-words.ts';
import { post } from './mail.ts';

// What a manager can do for one person of a cohort of theirs: remind them, give them more time, take them off the list.

/** A person is reminded at most once in so many days, whoever asks. */
export const NUDGE_DAYS = 7;
/** The longest reason for more time, in code points. */
export const REASON = 200;
const DAY = 24 * 60 * 60 * 1000;

export type Person = {
	line: PersonLine;
	joinedAt: Date;
	/** Whether they may be reminded, and if not, why. */
	nudge: 'possible' | 'finished' | 'off' | 'recently' | 'archived';
	nudgedAt?: Date;
	reason?: string;
};

/** One person of a cohort as its manager sees them: the same line as in the list, and what can be done. */
export async function person(
	db: Database,
	{ cohort, id, now }: { cohort: CohortRow; id: string; now: Date }
): Promise<Person | undefined> {
	const [found, line] = await Promise.all([
		care.member(db, cohort.id, id),
		cohorts.lineOf(db, cohort, id, now)
	]);
	if (!found || !line) return undefined;
	const { joinedAt, endsReason, nudges, nudgedAt } = found;
	const recently = nudgedAt !== null && now.getTime() - nudgedAt.getTime() < NUDGE_DAYS * DAY;
	return {
		...{ line, joinedAt },
		nudge: nudgeOf({ archived: cohort.archivedAt !== null, nudges, recently, line }),
		...(nudgedAt && { nudgedAt }),
		...(endsReason && { reason: endsReason })
	};
}

function nudgeOf(given: {
	archived: boolean;
	nudges: boolean;
	recently: boolean;
	line: PersonLine;
}): Person['nudge'] {
	if (given.line.finishedAt) return 'finished';
	if (given.archived) return 'archived';
	if (!given.nudges) return 'off';
	return given.recently ? 'recently' : 'possible';
}

export type About = { cohort: CohortRow; id: string; managerId: string; now: Date };

/**
 * Writes one mail to somebody, in their language, in the name of the manager who asks. Sent twice, or by two managers at
 * once, it is one mail.
 */
export async function nudge(
	db: Database,
	{ cohort, id, managerId, now, ...from }: About & { manager: string; origin: string }
): Promise<Person['nudge'] | 'sent' | 'unknown'> {
	return db.transaction(async (tx) => {
		// Whoever is first holds the account until the mail is written.
		const to = await care.lockReader(tx, id);
		const found = to && (await person(tx, { cohort, id, now }));
		if (!found) return 'unknown';
		if (found.nudge !== 'possible') return found.nudge;
		const cycle = isoDay(now);
		if (!(await reminders.claim(tx, { accountId: id, kind: 'nudge', cycle, at: now })))
			return 'recently';
		const next = nextUnit(
			await facts.completionsOf(tx, id),
			outline(course, to.edition),
			to.language
		);
		const base = `${from.origin}/${to.language}`;
		const letter = mailWords[to.language].nudge({
			...{ name: to.name, manager: from.manager, cohort: cohort.name, next: next.title },
			...{
				link: `${base}${next.path}`,
				seen: `${base}/manager-view`,
				off: `${base}/account#nudges`
			}
		});
		await post(tx, { recipient: to.email, ...letter }, now);
		await audit.record(tx, {
			...{ at: now, actor: managerId, subject: id, cohortId: cohort.id, action: 'nudge' }
		});
		return 'sent';
	});
}

/**
 * Gives somebody a last day of their own.
 *
 * @param endsAt the end of that day; later than that of the cohort (or of their own pace) and than now
 */
export async function giveTime(
	db: Database,
	given: About & { endsAt: Date; reason: string }
): Promise<'kept' | 'no-reason' | 'too-long' | 'too-early' | 'unknown'> {
	const { cohort, id, managerId, now, endsAt } = given;
	const reason = storable(given.reason).trim();
	if (reason === '') return 'no-reason';
	if ([...reason].length > REASON) return 'too-long';
	if (endsAt <= now) return 'too-early';
	return db.transaction(async (tx) => {
		const line = await cohorts.lineOf(tx, cohort, id, now);
		if (!line) return 'unknown';
		// More time, never less: than the group has, or than somebody has at a pace of their own.
		const before = cohort.lessonsPerWeek === null ? cohort.endsAt : (line.endsAt ?? now);
		if (endsAt <= before) return 'too-early';
		if (!(await care.setEnd(tx, cohort.id, id, { endsAt, endsReason: reason }))) return 'unknown';
		await audit.record(tx, {
			...{ at: now, actor: managerId, subject: id, cohortId: cohort.id },
			...{ action: 'extra-time', detail: isoDay(endsAt) }
		});
		return 'kept';
	});
}

/** Takes somebody off the list of a cohort. What they did stays theirs; its managers see them no longer. */
export async function remove(
	db: Database,
	{ cohort, id, managerId, now }: About
): Promise<boolean> {
	return db.transaction(async (tx) => {
		if (!(await care.leave(tx, cohort.id, id, now))) return false;
		await audit.record(tx, {
			...{ at: now, actor: managerId, subject: id, cohortId: cohort.id, action: 'remove' }
		});
		return true;
	});
}

/** Somebody leaves a cohort themselves. */
export async function leave(
	db: Database,
	given: { accountId: string; cohortId: string; at: Date }
): Promise<boolean> {
	const { accountId, cohortId, at } = given;
	return db.transaction(async (tx) => {
		if (!(await care.leave(tx, cohortId, accountId, at))) return false;
		await audit.record(tx, { at, actor: accountId, cohortId, action: 'leave' });
		return true;
	});
}
