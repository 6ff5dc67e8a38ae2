import { lessonUnit, outline, quizUnit, type Outline } from '#lib/course/outline.ts';
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
	/** A last day of their own. */
	endsAt: Date | null;
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
	/** Why somebody may need their manager; nothing when there is no reason. */
	need?: Need;
	/** A last day of their own, when they were given more time. */
	endsAt?: Date;
};

/** A reason in words, never a score: how long not begun, how far behind the plan, how long past its end. */
export type Need =
	| { kind: 'never-started'; days: number }
	| { kind: 'behind'; weeks: number }
	| { kind: 'over'; days: number };

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
	const required = lessons.required + quizzes.required;
	const own = { ...plan, endsAt: row.endsAt ?? plan.endsAt };
	const expected = expectedUnits(required, own, row.joinedAt, now);
	let pace: Pace = done >= expected ? 'on-pace' : 'behind';
	if (!row.started && done === 0) pace = 'not-started';
	if (finishedAt) pace = 'finished';
	const need = needOf({
		pace,
		plan: own,
		joinedAt: row.joinedAt,
		late: expected - done,
		required,
		now
	});
	const { id, name, endsAt } = row;
	return {
		...{ id, name, pace, lessons, quizzes },
		...(finishedAt && { finishedAt }),
		...(need && { need }),
		...(endsAt && { endsAt })
	};
}

const DAY = 24 * 60 * 60 * 1000;
/** So many days may pass before not having begun is a reason. */
const PATIENCE = 7;

/** @param late how many units the plan is ahead of them */
function needOf(given: {
	pace: Pace;
	plan: Plan;
	joinedAt: Date;
	late: number;
	required: number;
	now: Date;
}): Need | undefined {
	const { pace, plan, joinedAt, late, required, now } = given;
	if (pace === 'finished') return undefined;
	const days = (from: Date) => Math.floor((now.getTime() - from.getTime()) / DAY);
	if (days(plan.endsAt) >= 1) return { kind: 'over', days: days(plan.endsAt) };
	const start = new Date(Math.max(plan.startsAt.getTime(), joinedAt.getTime()));
	if (pace === 'not-started')
		return days(start) >= PATIENCE ? { kind: 'never-started', days: days(start) } : undefined;
	const length = (plan.endsAt.getTime() - start.getTime()) / (7 * DAY);
	const weeks = length > 0 && required > 0 ? Math.floor((late * length) / required) : 0;
	return weeks >= 1 ? { kind: 'behind', weeks } : undefined;
}

/** At most so many people are named at once: a list one can act on. */
export const NEEDS_SHOWN = 10;

/**
 * Who may need their manager, by name, and how many more there are. Nobody is ranked: when there are more than fit, those
 * with whom it has lasted longest are named, in the order of the list.
 */
export function needsMe(people: PersonLine[]): { people: PersonLine[]; more: number } {
	const all = people.filter(({ need }) => need);
	const lasting = ({ need }: PersonLine) =>
		!need ? 0 : need.kind === 'behind' ? need.weeks * 7 : need.days;
	const named = new Set([...all].sort((a, b) => lasting(b) - lasting(a)).slice(0, NEEDS_SHOWN));
	return { people: all.filter((person) => named.has(person)), more: all.length - named.size };
}

/** Groups are only counted together from so many people on. */
export const TOGETHER = 5;

/** How many people began and completed each module. */
export type Funnel = { module: string; begun: number; lessons: number; passed: number }[];

/** @returns undefined for fewer than five people */
export function funnel(course: Course, rows: MemberRow[]): Funnel | undefined {
	if (rows.length < TOGETHER) return undefined;
	const done = rows.map((row) => new Set(row.completions.map(({ unit }) => unit)));
	return course.modules.map((module) => {
		const lessons = module.lessons.map(({ id }) => lessonUnit(id));
		const quiz = quizUnit(module.quiz.id);
		const count = (whether: (own: Set<string>) => boolean) => done.filter(whether).length;
		return {
			module: module.id,
			begun: count((own) => [...lessons, quiz].some((unit) => own.has(unit))),
			lessons: count(
				(own) => lessons.every((unit) => own.has(unit)) && (lessons.length > 0 || own.has(quiz))
			),
			passed: count((own) => own.has(quiz))
		};
	});
}

/** How many units the plan has reached by now, rounded down: nobody is behind on a unit that is not due yet. */
export function expectedUnits(required: number, plan: Plan, joinedAt: Date, now: Date): number {
	const start = Math.max(plan.startsAt.getTime(), joinedAt.getTime());
	const length = plan.endsAt.getTime() - start;
	if (length <= 0) return now.getTime() >= plan.endsAt.getTime() ? required : 0;
	const share = (now.getTime() - start) / length;
	return Math.floor(required * Math.min(1, Math.max(0, share)));
}
