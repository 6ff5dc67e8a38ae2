import type { Course } from '#lib/course/course.ts';
import { lessonUnit, quizUnit } from '#lib/course/outline.ts';
import {
	groupOf,
	judge,
	lasting,
	NEEDS_SHOWN,
	noCounts,
	outlinesOf,
	TOGETHER,
	type Group,
	type MemberFacts,
	type MemberRow,
	type Pace
} from './cohort.ts';
import { overTime, type Point } from './over-time.ts';
import type { Plan } from './plan.ts';

// What a group shows together, from counts of parts instead of from everybody's rows: how many people stand at each place
// of the plan, how many got how far in each module, how many units were done on each day.

/** The day of a moment where the course is given, `2026-11-29`: this folder knows no time zone. */
export type DayOf = (moment: Date) => string;

/** How many people began and completed each module. */
export type Funnel = { module: string; begun: number; lessons: number; passed: number }[];

/** Where somebody stands, as one word: whoever has the same word has the same pace and the same reason, at any moment. */
export function standingOf(row: MemberRow): string {
	const { edition, started, done, joinedAt, endsAt, stuck } = groupOf(row);
	const moments = [joinedAt.toISOString(), endsAt?.toISOString() ?? ''];
	return ['standing', edition, started ? 'started' : '', done, ...moments, stuck ?? ''].join('|');
}

function groupFrom(standing: string): Group | undefined {
	const [kind, edition, started, done, joinedAt, endsAt, stuck] = standing.split('|');
	if (kind !== 'standing') return undefined;
	return {
		...{ edition: Number(edition), started: started === 'started', done: Number(done) },
		...{ joinedAt: new Date(joinedAt!), endsAt: endsAt ? new Date(endsAt) : null },
		...(stuck && { stuck })
	};
}

const modulePart = (module: string, how: keyof Omit<Funnel[number], 'module'>) =>
	`module|${module}|${how}`;
const dayPart = (day: string) => `day|${day}`;

/** What one member adds to the counts of their group, beside where they stand; a part may be there more than once. */
export function partsOf(
	course: Course,
	{ edition, completions }: { edition: number } & Pick<MemberFacts, 'completions'>,
	dayOf: DayOf
): string[] {
	const done = new Map(completions.map(({ unit, at }) => [unit, at]));
	const modules = course.modules.flatMap(({ id, lessons, quiz }) => {
		const all = lessons.map((lesson) => lessonUnit(lesson.id));
		const passed = done.has(quizUnit(quiz.id));
		const read = all.length > 0 ? all.every((unit) => done.has(unit)) : passed;
		return [
			...(passed || all.some((unit) => done.has(unit)) ? [modulePart(id, 'begun')] : []),
			...(read ? [modulePart(id, 'lessons')] : []),
			...(passed ? [modulePart(id, 'passed')] : [])
		];
	});
	const days = outlinesOf(course)(edition).units.flatMap(({ id }) => {
		const at = done.get(id);
		return at ? [dayPart(dayOf(at))] : [];
	});
	return [...modules, ...days];
}

/** Whom to name of those who may need their manager: everybody at some places, and the first so many at others. */
export type Named = { all: string[]; first: { standings: string[]; most: number } };

/** Those people of a group, in its order. */
export function namedIn(rows: MemberRow[], { all, first }: Named): MemberRow[] {
	let left = first.most;
	return rows.filter((row) => {
		const standing = standingOf(row);
		return all.includes(standing) || (first.standings.includes(standing) && left-- > 0);
	});
}

export type Together = {
	people: number;
	counts: Record<Pace, number>;
	/** The places of the plan at which people have this pace. */
	standings: Record<Pace, string[]>;
	/** How many may need their manager, and whom to name. */
	needs: { people: number; named: Named };
	/** Absent for fewer than five people. */
	funnel?: Funnel;
	/** Absent for fewer than five people, and before the start. */
	overTime?: Point[];
};

/**
 * @param counted how often each part and each standing is there in the whole group
 * @param now the moment of looking; the plan is a straight line through time
 */
export function together(
	course: Course,
	plan: Plan,
	counted: Map<string, number>,
	{ now, dayOf }: { now: Date; dayOf: DayOf }
): Together {
	const outlines = outlinesOf(course);
	const counts = noCounts();
	const standings: Together['standings'] = {
		...{ 'not-started': [], behind: [], 'on-pace': [], finished: [] }
	};
	const needing: Needing[] = [];
	const spans = [];
	let people = 0;
	for (const [standing, count] of counted) {
		const group = groupFrom(standing);
		if (!group) continue;
		const { pace, need, span, required } = judge(outlines, plan, group, now);
		people += count;
		counts[pace] += count;
		standings[pace].push(standing);
		spans.push({ people: count, span, required });
		if (need) needing.push({ standing, people: count, lasting: lasting(need) });
	}
	const needs = {
		people: needing.reduce((sum, each) => sum + each.people, 0),
		named: namedOf(needing)
	};
	const all = { people, counts, standings, needs };
	if (people < TOGETHER) return all;
	const at = (part: string) => counted.get(part) ?? 0;
	const points = overTime(plan, { spans, doneOn: daysIn(counted) }, { now, dayOf });
	return {
		...all,
		funnel: course.modules.map(({ id }) => ({
			module: id,
			begun: at(modulePart(id, 'begun')),
			lessons: at(modulePart(id, 'lessons')),
			passed: at(modulePart(id, 'passed'))
		})),
		...(points && { overTime: points })
	};
}

function daysIn(counted: Map<string, number>): { day: string; units: number }[] {
	return [...counted].flatMap(([part, units]) => {
		const [kind, day] = part.split('|');
		return kind === 'day' && day ? [{ day, units }] : [];
	});
}

type Needing = { standing: string; people: number; lasting: number };

/** Nobody is ranked: when there are more than fit, those with whom it has lasted longest, and of equals the first by name. */
function namedOf(needing: Needing[]): Named {
	const named: Named = { all: [], first: { standings: [], most: 0 } };
	let room = NEEDS_SHOWN;
	for (const days of [...new Set(needing.map((each) => each.lasting))].sort((a, b) =>
		a === b ? 0 : b - a
	)) {
		const equals = needing.filter((each) => each.lasting === days);
		const standings = equals.map(({ standing }) => standing);
		const people = equals.reduce((sum, each) => sum + each.people, 0);
		if (people > room) return { ...named, first: { standings, most: room } };
		named.all.push(...standings);
		room -= people;
	}
	return named;
}
