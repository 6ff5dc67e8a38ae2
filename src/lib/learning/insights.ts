// What a group shows together, so that nobody's own result follows from it, however often one looks and whoever comes or goes.
//
// A person enters a sum once, at what they showed then, together with four others, and never leaves it. What is shown of a sum
// are whole fives per level, and always fewer people than are in it: ten or more stay unplaced. (With five unplaced the level of
// some newcomers followed from five rounds.) The test beside this file goes through every history of five rounds and finds, among
// all that look the same, that every newcomer may have been in any level.

/** Levels of what somebody knows of an objective, by their first tries. */
export const masteries = ['low', 'medium', 'high'] as const;
export type Mastery = (typeof masteries)[number];

/** Whether somebody chose, at a first try, what a misconception says. */
export const holdings = ['held', 'not-held'] as const;

/** First tries at fewer items say too little. */
export const ENOUGH_ITEMS = 2;

/** @param share of the points of the first tries at the items of an objective, 0–1; the bounds are our choice */
export function masteryOf(share: number): Mastery {
	if (share < 0.5) return 'low';
	return share < 0.8 ? 'medium' : 'high';
}

const STEP = 5;
/** So many people are in a sum without being shown in a level. */
const UNPLACED = 10;

/** A person who may be added to a sum: in which level, and since when they could be. */
export type Entrant = { accountId: string; level: number; at: Date };

/** Who enters a sum now: the first 5, 10, 15 … in the order in which they could. */
export function entering<E extends Entrant>(waiting: E[]): E[] {
	const inOrder = [...waiting].sort(
		(a, b) => a.at.getTime() - b.at.getTime() || (a.accountId < b.accountId ? -1 : 1)
	);
	return inOrder.slice(0, inOrder.length - (inOrder.length % STEP));
}

/** What is shown of a sum: at least so many people per level, of how many. */
export type InFives = { people: number; atLeast: number[] };

/**
 * Whole fives per level, ten people or more less than there are.
 *
 * @param levels people per level; together a multiple of five
 * @returns undefined as long as nothing could be shown of so few
 */
export function inFives(levels: number[]): InFives | undefined {
	const people = levels.reduce((sum, count) => sum + count, 0);
	if (people < UNPLACED + STEP) return undefined;
	const atLeast = levels.map((count) => count - (count % STEP));
	const placed = () => atLeast.reduce((sum, count) => sum + count, 0);
	while (placed() > people - UNPLACED) {
		const largest = atLeast.indexOf(Math.max(...atLeast));
		atLeast[largest]! -= STEP;
	}
	return { people, atLeast };
}
