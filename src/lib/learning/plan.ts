import type { Outline } from '#lib/course/outline.ts';

/**
 * The plan of a cohort. Everybody moves evenly from the start (or from joining, if later) to the end: one last day for all,
 * or, with `lessonsPerWeek`, a last day of their own that follows from that pace.
 */
export type Plan = { startsAt: Date; endsAt: Date; lessonsPerWeek: number | null };

/** When one person begins and should be done. */
export type Span = { startsAt: Date; endsAt: Date };

const DAY = 24 * 60 * 60 * 1000;
const WEEK = 7 * DAY;

/** So many whole weeks somebody needs at a pace. */
export function weeksAt(lessons: number, lessonsPerWeek: number): number {
	return Math.max(1, Math.ceil(lessons / lessonsPerWeek));
}

/**
 * What the plan is for one person.
 *
 * @param given.endsAt a last day that their manager gave them; it goes before any other
 */
export function ownSpan(
	outline: Outline,
	plan: Plan,
	{ joinedAt, endsAt }: { joinedAt: Date; endsAt: Date | null }
): Span {
	const startsAt = new Date(Math.max(plan.startsAt.getTime(), joinedAt.getTime()));
	if (endsAt) return { startsAt, endsAt };
	if (plan.lessonsPerWeek === null) return { startsAt, endsAt: plan.endsAt };
	const lessons = outline.units.filter(({ kind }) => kind === 'lesson').length;
	return {
		startsAt,
		endsAt: new Date(startsAt.getTime() + weeksAt(lessons, plan.lessonsPerWeek) * WEEK)
	};
}

/** How many units the plan has reached by now, rounded down: nobody is behind on a unit that is not due yet. */
export function expectedUnits(required: number, { startsAt, endsAt }: Span, now: Date): number {
	return Math.floor(required * planned({ startsAt, endsAt }, now));
}

/** Which share of everything the plan has reached, 0–1. */
export function planned({ startsAt, endsAt }: Span, now: Date): number {
	const length = endsAt.getTime() - startsAt.getTime();
	if (length <= 0) return now.getTime() >= endsAt.getTime() ? 1 : 0;
	return Math.min(1, Math.max(0, (now.getTime() - startsAt.getTime()) / length));
}
