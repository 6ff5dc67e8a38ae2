import { outline, type Outline } from '#lib/course/outline.ts';
import type { Course } from '#lib/course/course.ts';
import type { Completion } from './completion.ts';
import { progress } from './progress.ts';

/** A cohort's plan: everybody moves evenly from the start (or from joining, if later) to the end. */
export type Plan = { startsAt: Date; endsAt: Date };

/** What is known of one member; nothing else is needed, so nothing else is read. */
export type MemberRow = {
	id: string;
	name: string;
	edition: number;
	joinedAt: Date;
	/** Whether anything was answered at all. */
	started: boolean;
	completions: Completion[];
};

export const paces = ['not-started', 'behind', 'on-pace', 'finished'] as const;
export type Pace = (typeof paces)[number];

/** One line of the people table: exactly what a manager sees of a person, and what that person is shown of it. */
export type PersonLine = {
	id: string;
	name: string;
	pace: Pace;
	lessons: { done: number; required: number };
	quizzes: { done: number; required: number };
	finishedAt?: Date;
};

export type CohortStats = { counts: Record<Pace, number>; people: PersonLine[] };

/**
 * Where a cohort stands. The dashboard, its CSV and the learner's own "what does my manager see" all call this.
 *
 * @param now the moment of looking; the plan is a straight line through time
 */
export function cohortStats(course: Course, plan: Plan, rows: MemberRow[], now: Date): CohortStats {
	const outlines = new Map<number, Outline>();
	const people = rows.map((row) => {
		const own = outlines.get(row.edition) ?? outline(course, row.edition);
		outlines.set(row.edition, own);
		return personLine(own, plan, row, now);
	});
	const counts = { 'not-started': 0, behind: 0, 'on-pace': 0, finished: 0 };
	for (const person of people) counts[person.pace] += 1;
	return { counts, people };
}

export function personLine(outline: Outline, plan: Plan, row: MemberRow, now: Date): PersonLine {
	const { lessons, quizzes, finishedAt } = progress(outline, row.completions);
	const done = lessons.done + quizzes.done;
	const expected = expectedUnits(lessons.required + quizzes.required, plan, row.joinedAt, now);
	let pace: Pace = done >= expected ? 'on-pace' : 'behind';
	if (!row.started && done === 0) pace = 'not-started';
	if (finishedAt) pace = 'finished';
	const { id, name } = row;
	return { id, name, pace, lessons, quizzes, ...(finishedAt && { finishedAt }) };
}

/** How many units the plan has reached by now, rounded down: nobody is behind on a unit that is not due yet. */
export function expectedUnits(required: number, plan: Plan, joinedAt: Date, now: Date): number {
	const start = Math.max(plan.startsAt.getTime(), joinedAt.getTime());
	const length = plan.endsAt.getTime() - start;
	if (length <= 0) return now.getTime() >= plan.endsAt.getTime() ? required : 0;
	const share = (now.getTime() - start) / length;
	return Math.floor(required * Math.min(1, Math.max(0, share)));
}
