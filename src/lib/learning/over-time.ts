import { planned, type Plan, type Span } from './plan.ts';
import type { DayOf } from './rollup.ts';

/** What a group had done at some moment and what its plan asked for, as shares of everything (0–1). */
export type Point = { at: Date; done: number; planned: number };

const HOUR = 60 * 60 * 1000;
const WEEK = 7 * 24 * HOUR;
/** A drawing of at most so many points. */
const MOST = 40;

/**
 * How far the people who are in a group now were when each week of it began, beside their plan.
 *
 * @param group.spans how many people have the same days for so many units
 * @param group.doneOn how many units were done on each day
 * @returns from the first day to now, the last point being now; undefined before the start
 */
export function overTime(
	plan: Plan,
	group: {
		spans: { people: number; span: Span; required: number }[];
		doneOn: { day: string; units: number }[];
	},
	{ now, dayOf }: { now: Date; dayOf: DayOf }
): Point[] | undefined {
	if (now <= plan.startsAt) return undefined;
	const { spans, doneOn } = group;
	const required = spans.reduce((sum, each) => sum + each.people * each.required, 0);
	if (required === 0) return undefined;
	return momentsOf(plan.startsAt, now).map((at) => {
		const begins = at === now ? undefined : dayBeginningAt(at, dayOf);
		const done = doneOn
			.filter(({ day }) => begins === undefined || day < begins)
			.reduce((sum, { units }) => sum + units, 0);
		const due = spans.reduce(
			(sum, { people, span, required: own }) => sum + people * own * planned(span, at),
			0
		);
		return { at, done: done / required, planned: due / required };
	});
}

/** So many whole weeks after the start of a day it may be an hour before or after the start of one: clocks are put forward and back. */
const dayBeginningAt = (at: Date, dayOf: DayOf) => dayOf(new Date(at.getTime() + 2 * HOUR));

/** The start, every so many weeks, and now. */
function momentsOf(from: Date, now: Date): Date[] {
	const weeks = (now.getTime() - from.getTime()) / WEEK;
	const step = WEEK * Math.max(1, Math.ceil(weeks / MOST));
	const moments = [];
	for (let at = from.getTime(); at < now.getTime(); at += step) moments.push(new Date(at));
	return [...moments, now];
}
