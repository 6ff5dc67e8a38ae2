import { outline, type Outline } from '#lib/course/outline.ts';
import type { Course } from '#lib/course/course.ts';
import type { Completion } from './completion.ts';
import { bandsOf, stuckAt, type QuizBand, type Tried } from './bands.ts';
import { expectedUnits, ownSpan, type Plan, type Span } from './plan.ts';
import { tally } from './progress.ts';

/** What one member did; nothing else is needed of it, so nothing else is read. */
export type MemberFacts = {
	/** Whether anything was answered at all. */
	started: boolean;
	completions: Completion[];
	/** What they scored, only where managers may see bands: else it is not even read. */
	tried?: Tried;
};

/** What a group's list says of one member: follows from their facts in their edition, and from nothing else. */
export type Rollup = {
	started: boolean;
	lessons: number;
	quizzes: number;
	finishedAt?: Date;
	/** The quiz at which all tries are used, and in which band each quiz is, only where managers may see that. */
	stuck?: string;
	bands?: QuizBand[];
};

/** A member as a group knows them. */
export type MemberRow = {
	id: string;
	name: string;
	edition: number;
	/** The middle of the day on which they joined. */
	joinedAt: Date;
	/** A last day of their own. */
	endsAt: Date | null;
	rollup: Rollup;
};

/** Everything that the place of a member in the plan depends on: people who share it are counted together. */
export type Group = Pick<MemberRow, 'edition' | 'joinedAt' | 'endsAt'> & {
	started: boolean;
	done: number;
	stuck?: string;
};

/** What is counted in one edition, made once for a whole group. */
export type Outlines = (edition: number) => Outline & { lessons: number; quizzes: number };

export function outlinesOf(course: Course): Outlines {
	const made = new Map<number, ReturnType<Outlines>>();
	return (edition) => {
		const before = made.get(edition);
		if (before) return before;
		const own = outline(course, edition);
		const lessons = own.units.filter(({ kind }) => kind === 'lesson').length;
		const counted = { ...own, lessons, quizzes: own.units.length - lessons };
		made.set(edition, counted);
		return counted;
	};
}

export function rollUp(
	course: Course,
	outline: Outline,
	{ started, completions, tried }: MemberFacts
): Rollup {
	const { lessons, quizzes, finishedAt } = tally(outline, completions);
	const stuck = tried && stuckAt(course, tried);
	return {
		started: started || lessons.done + quizzes.done > 0,
		...{ lessons: lessons.done, quizzes: quizzes.done },
		...(finishedAt && { finishedAt }),
		...(stuck && { stuck }),
		...(tried && { bands: bandsOf(course, tried) })
	};
}

export const groupOf = ({ edition, joinedAt, endsAt, rollup }: MemberRow): Group => ({
	...{ edition, joinedAt, endsAt, started: rollup.started },
	done: rollup.lessons + rollup.quizzes,
	...(rollup.stuck && { stuck: rollup.stuck })
});

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
 * Where the people of a cohort stand. The dashboard, its CSV and the learner's own "what does my manager see" all call this.
 *
 * @param now the moment of looking; the plan is a straight line through time
 */
export function cohortStats(course: Course, plan: Plan, rows: MemberRow[], now: Date): CohortStats {
	const outlines = outlinesOf(course);
	// In a large group most people stand where somebody else does.
	const judged = new Map<string, Judged>();
	const judgeOnce = (row: MemberRow) => {
		const group = groupOf(row);
		const { edition, started, done, joinedAt, endsAt, stuck } = group;
		const key = `${edition} ${started} ${done} ${joinedAt.getTime()} ${endsAt?.getTime()} ${stuck}`;
		const before = judged.get(key) ?? judge(outlines, plan, group, now);
		judged.set(key, before);
		return before;
	};
	const people = rows.map((row) => personLine(outlines(row.edition), plan, row, judgeOnce(row)));
	const counts = noCounts();
	for (const person of people) counts[person.pace] += 1;
	return { counts, people };
}

export const noCounts = (): Record<Pace, number> => ({
	...{ 'not-started': 0, behind: 0, 'on-pace': 0, finished: 0 }
});

function personLine(
	required: ReturnType<Outlines>,
	plan: Plan,
	row: MemberRow,
	{ pace, need, span }: Judged
): PersonLine {
	const { id, name, rollup } = row;
	return {
		...{ id, name, pace },
		lessons: { done: rollup.lessons, required: required.lessons },
		quizzes: { done: rollup.quizzes, required: required.quizzes },
		...(rollup.finishedAt && { finishedAt: rollup.finishedAt }),
		...(need && { need }),
		...((row.endsAt || plan.lessonsPerWeek !== null) && { endsAt: span.endsAt }),
		...(rollup.bands && { bands: rollup.bands })
	};
}

type Judged = { pace: Pace; need: Need | undefined; span: Span; required: number };

/** Where people are in the plan who share all that it depends on, and why they may need their manager. */
export function judge(outlines: Outlines, plan: Plan, group: Group, now: Date): Judged {
	const outline = outlines(group.edition);
	const { done, started, stuck } = group;
	const required = outline.units.length;
	const span = ownSpan(outline, plan, group);
	const expected = expectedUnits(required, span, now);
	let pace: Pace = done >= expected ? 'on-pace' : 'behind';
	if (!started && done === 0) pace = 'not-started';
	if (done === required && required > 0) pace = 'finished';
	const need = stuck
		? { kind: 'stuck' as const, quiz: stuck }
		: needOf({ pace, span, late: expected - done, required, now });
	return { pace, need, span, required };
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

/** How long a reason has lasted, in days. Whoever cannot go on without somebody else goes first. */
export function lasting(need: Need): number {
	if (need.kind === 'stuck') return Infinity;
	return need.kind === 'behind' ? need.weeks * 7 : need.days;
}

/** Groups are only counted together from so many people on. */
export const TOGETHER = 5;
/** At most so many people who may need their manager are named at once: a list one can act on. */
export const NEEDS_SHOWN = 10;
