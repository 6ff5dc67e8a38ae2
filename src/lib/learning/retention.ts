import type { Quiz } from '#lib/course/course.ts';

/** Five questions some time after the course: what is still there. No pass mark, completes nothing. */
export const RETENTION_QUESTIONS = 5;
/** What was answered in so many days is asked again only if nothing else is left of its module. */
export const RECENT_DAYS = 14;

/** From which day after finishing a check is offered, and up to and including which day. */
export const retentionWindows = [
	{ days: 30, until: 60 },
	{ days: 90, until: 150 }
] as const;
export type RetentionDays = (typeof retentionWindows)[number]['days'];

/** The check that an address or a stored id names; undefined when there is none. */
export function retentionDays(text: string): RetentionDays | undefined {
	return retentionWindows.find(({ days }) => String(days) === text)?.days;
}

/** The name under which the attempt of a check is kept. No quiz of the course is called so. */
export const retentionId = (days: RetentionDays) => `retention-${days}`;

/** The check that an attempt was at; undefined when it was at a quiz of the course. */
export function retentionOf(quiz: string): RetentionDays | undefined {
	return retentionWindows.find(({ days }) => retentionId(days) === quiz)?.days;
}

/** A check as a quiz: one attempt, in the order in which its items were drawn. */
export function retentionQuiz(days: RetentionDays, items: string[] = []): Quiz {
	return {
		id: retentionId(days),
		since: 0,
		items,
		tries: 1,
		counts: 'first',
		pass: 0,
		shuffle: false,
		explains: 'each',
		reveals: 'last'
	};
}

/** Where one check stands for one person. Days are yyyy-mm-dd; `until` is the last day on which it may be begun. */
export type RetentionDue = { days: RetentionDays } & (
	| { kind: 'unfinished' }
	| { kind: 'waiting'; from: string }
	| { kind: 'open'; until: string }
	/** Begun in time: it may be finished whenever they like. */
	| { kind: 'begun' }
	| { kind: 'taken' }
	| { kind: 'missed'; until: string }
);

/**
 * Where each check stands.
 *
 * @param finishedAt when the last unit of their edition was done; undefined while something is left to do
 * @param attempts theirs, of any quiz
 * @param dayOf names the day of a moment (yyyy-mm-dd) in the course's time zone
 */
export function retentionDue(
	finishedAt: Date | undefined,
	attempts: { quiz: string; submittedAt: Date | null }[],
	now: Date,
	dayOf: (moment: Date) => string
): RetentionDue[] {
	return retentionWindows.map(({ days, until: last }): RetentionDue => {
		const attempt = attempts.find((each) => each.quiz === retentionId(days));
		if (attempt) return { days, kind: attempt.submittedAt ? 'taken' : 'begun' };
		if (!finishedAt) return { days, kind: 'unfinished' };
		const [today, finished] = [dayOf(now), dayOf(finishedAt)];
		const from = dayAfter(finished, days);
		const until = dayAfter(finished, last);
		if (today < from) return { days, kind: 'waiting', from };
		return { days, kind: today > until ? 'missed' : 'open', until };
	});
}

/** The day so many days on. Counted in calendar days, so that no summer time makes one too short or too long. */
export function dayAfter(day: string, count: number): string {
	const date = new Date(`${day}T00:00:00Z`);
	date.setUTCDate(date.getUTCDate() + count);
	return date.toISOString().slice(0, 10);
}

/** What the course map and "What I know" say of a check. */
export type RetentionNotice = { days: RetentionDays } & (
	| { kind: 'waiting'; from: Date }
	| { kind: 'open'; until: Date }
	| { kind: 'begun' }
	| { kind: 'taken'; right: number; questions: number }
);

/** A figure is about at least so many people, and changes only when so many have been added. */
export const RETENTION_GROUP = 5;

/** One finished check of a member: how many of the questions were fully right, and since when it counts for the group. */
export type FinishedCheck = { right: number; at: Date };

/** What a manager reads: of how many people, and how many questions they had right on average, to one decimal. */
export type WhatStays = { people: number; mean: number };

/**
 * Which finished checks are added to the figure of a group now: the first 5, 10, 15 … of those that are not in it yet, in
 * the order in which they came to count. Whoever comes after the last full five waits for four others, and what was added
 * once stays. So the figure before and after any change is either the same or differs by five new people together, and
 * nobody's own result follows from subtracting.
 *
 * The order is that of `at`: the check or joining the group, whichever was later.
 */
export function fullFives<C extends FinishedCheck>(checks: C[]): C[] {
	const inOrder = [...checks].sort((a, b) => a.at.getTime() - b.at.getTime());
	return inOrder.slice(0, inOrder.length - (inOrder.length % RETENTION_GROUP));
}

/** @returns undefined as long as there is nobody in it */
export function whatStays({
	people,
	right
}: {
	people: number;
	right: number;
}): WhatStays | undefined {
	return people === 0 ? undefined : { people, mean: Math.round((right * 10) / people) / 10 };
}
