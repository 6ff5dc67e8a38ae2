import type { Course } from '#lib/course/course.ts';
import { outline, type Outline } from '#lib/course/outline.ts';
import { TOGETHER, type MemberRow } from './cohort.ts';
import { ownSpan, planned, type Plan } from './plan.ts';
import { tally } from './progress.ts';

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
	const moments = momentsOf(plan.startsAt, now);
	const ends = moments.map((at) => at.getTime());
	/** How many units were done between a point and the one before it: a unit is looked at once, not at every point. */
	const since = moments.map(() => 0);
	let required = 0;
	const own = rows.map((row) => {
		const asked = outlines.get(row.edition) ?? outline(course, row.edition);
		outlines.set(row.edition, asked);
		const { doneAt } = tally(asked, row.completions);
		for (const { id } of asked.units) {
			const moment = doneAt.get(id)?.getTime();
			if (moment === undefined) continue;
			let point = 0;
			while (point < ends.length && moment > ends[point]!) point++;
			if (point < ends.length) since[point]! += 1;
		}
		required += asked.units.length;
		return { required: asked.units.length, span: ownSpan(asked, plan, row) };
	});
	if (required === 0) return undefined;
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
