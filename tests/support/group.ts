import type { Course } from '#lib/course/course.ts';
import { outline } from '#lib/course/outline.ts';
import { rollUp, type MemberFacts, type MemberRow } from '#lib/learning/cohort.ts';
import { partsOf, standingOf } from '#lib/learning/rollup.ts';
import { day } from './outlines.ts';

/** A member with what they add to the counts of their group. */
export type Counted = { row: MemberRow; parts: string[] };

export const dayOf = (moment: Date) => moment.toISOString().slice(0, 10);

/** Somebody of the first edition who joined on the first day and did nothing, unless told otherwise. */
export function memberOf(
	course: Course,
	id: string,
	given: Partial<Omit<MemberRow, 'id' | 'rollup'> & MemberFacts> = {}
): Counted {
	const { started = false, completions = [], tried, ...own } = given;
	const row = { id, name: `Person ${id}`, edition: 1, joinedAt: day(0), endsAt: null, ...own };
	const facts = { started, completions, ...(tried && { tried }) };
	const rollup = rollUp(course, outline(course, row.edition), facts);
	return { row: { ...row, rollup }, parts: partsOf(course, { ...row, completions }, dayOf) };
}

/** How often each part and each standing is there in a group. */
export function countedOf(members: Counted[]): Map<string, number> {
	const counted = new Map<string, number>();
	for (const { row, parts } of members)
		for (const part of [standingOf(row), ...parts]) counted.set(part, (counted.get(part) ?? 0) + 1);
	return counted;
}
