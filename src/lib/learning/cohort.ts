import { lessonUnit, outline, quizUnit, type Outline } from '#lib/course/outline.ts';
import type { Course } from '#lib/course/course.ts';
import type { Completion } from './completion.ts';
import { bandsOf, stuckAt, type QuizBand, type Tried } from './bands.ts';
import { expectedUnits, ownSpan, type Plan, type Span } from './plan.ts';
import { tally } from './progress.ts';

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
	/** What they scored, only where managers may see bands: else it is not even read. */
	tried?: Tried;
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
	/** A last day of their own: by their own pace, or because they were given more time. */
	endsAt?: Date;
	/** In which band each quiz is, only where managers may see that. */
	bands?: QuizBand[];
};

/** A reason in words, never a score: how long not begun, how far behind the plan, how long past its end. */
export type Need =
	| { kind: 'never-started'; days: number }
	| { kind: 'behind'; weeks: number }
	| { kind: 'over'; days: number }
	/** All tries at a quiz are used and it is not passed; only where managers may see bands. */
	| { kind: 'stuck'; quiz: string };

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
		return personLine(course, own, { plan, row, now });
	});
	const counts = { 'not-started': 0, behind: 0, 'on-pace': 0, finished: 0 };
	for (const person of people) counts[person.pace] += 1;
	return { counts, people };
}

function personLine(
	course: Course,
	outline: Outline,
	{ plan, row, now }: { plan: Plan; row: MemberRow; now: Date }
): PersonLine {
	const { lessons, quizzes, finishedAt } = tally(outline, row.completions);
	const done = lessons.done + quizzes.done;
	const required = lessons.required + quizzes.required;
	const span = ownSpan(outline, plan, row);
	const expected = expectedUnits(required, span, now);
	let pace: Pace = done >= expected ? 'on-pace' : 'behind';
	if (!row.started && done === 0) pace = 'not-started';
	if (finishedAt) pace = 'finished';
	const stuck = row.tried && stuckAt(course, row.tried);
	const need = stuck
		? { kind: 'stuck' as const, quiz: stuck }
		: needOf({ pace, span, late: expected - done, required, now });
	const { id, name } = row;
	return {
		...{ id, name, pace, lessons, quizzes },
		...(finishedAt && { finishedAt }),
		...(need && { need }),
		...((row.endsAt || plan.lessonsPerWeek !== null) && { endsAt: span.endsAt }),
		...(row.tried && { bands: bandsOf(course, row.tried) })
	};
}

const DAY = 24 * 60 * 60 * 1000;
/** So many days may pass before not having begun is a reason. */
const PATIENCE = 7;

/** @param late how many units the plan is ahead of them */
function needOf(given: {
	pace: Pace;
	span: Span;
	late: number;
	required: number;
	now: Date;
}): Need | undefined {
	const { pace, span, late, required, now } = given;
	if (pace === 'finished') return undefined;
	const days = (from: Date) => Math.floor((now.getTime() - from.getTime()) / DAY);
	if (days(span.endsAt) >= 1) return { kind: 'over', days: days(span.endsAt) };
	if (pace === 'not-started') {
		const since = days(span.startsAt);
		return since >= PATIENCE ? { kind: 'never-started', days: since } : undefined;
	}
	const length = (span.endsAt.getTime() - span.startsAt.getTime()) / (7 * DAY);
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
	const lasting = ({ need }: PersonLine) => {
		if (!need) return 0;
		// Whoever cannot go on without somebody else goes first.
		if (need.kind === 'stuck') return Infinity;
		return need.kind === 'behind' ? need.weeks * 7 : need.days;
	};
	const named = new Set(
		[...all]
			.sort((a, b) => (lasting(a) === lasting(b) ? 0 : lasting(b) - lasting(a)))
			.slice(0, NEEDS_SHOWN)
	);
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
