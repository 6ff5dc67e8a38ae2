import type { Course } from '#lib/course/course.ts';
import { outline, type Outline } from '#lib/course/outline.ts';
import { TOGETHER, type MemberRow } from './cohort.ts';
import { ownSpan, planned, type Plan } from './plan.ts';
import { progress } from './progress.ts';

/** What a group had done at some moment and what its plan asked for, as shares of everything (0–1). */
export type Point = { at: Date; done: number; planned: number };

const WEEK = 7 * 24 * 60 * 60 * 1000;
/** A drawing of at most so many points. */
const MOST = 40;

/**
 * How far the people who are in a group now were at the end of each week, beside their plan.
 *
 * @returns from the first day to now, the last point being now; undefined for fewer than five people or before the start
 */
export function overTime(
	course: Course,
	plan: Plan,
	rows: MemberRow[],
	now: Date
): Point[] | undefined {
	if (rows.length < TOGETHER || now <= plan.startsAt) return undefined;
	const outlines = new Map<number, Outline>();
	const own = rows.map((row) => {
		const units = outlines.get(row.edition) ?? outline(course, row.edition);
		outlines.set(row.edition, units);
		const counted = progress(units, row.completions);
		const moments = counted.units.flatMap(({ doneAt }) => doneAt?.getTime() ?? []);
		return { moments, required: counted.units.length, span: ownSpan(units, plan, row) };
	});
	const required = own.reduce((sum, each) => sum + each.required, 0);
	if (required === 0) return undefined;
	const moments = momentsOf(plan.startsAt, now);
	/** How many units were done between a point and the one before it: a unit is looked at once, not at every point. */
	const since = moments.map(() => 0);
	for (const moment of own.flatMap((each) => each.moments)) {
		const point = moments.findIndex((at) => moment <= at.getTime());
		if (point !== -1) since[point]! += 1;
	}
	let done = 0;
	return moments.map((at, point) => {
		done += since[point]!;
		const due = own.reduce((sum, each) => sum + each.required * planned(each.span, at), 0);
		return { at, done: done / required, planned: due / required };
	});
}

/** The start, every so many weeks, and now. */
function momentsOf(from: Date, now: Date): Date[] {
	const weeks = (now.getTime() - from.getTime()) / WEEK;
	const step = WEEK * Math.max(1, Math.ceil(weeks / MOST));
	const moments = [];
	for (let at = from.getTime(); at < now.getTime(); at += step) moments.push(new Date(at));
	return [...moments, now];
}
