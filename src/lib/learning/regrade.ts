import type { Item } from '#lib/course/item.ts';
import { grade, type Given } from './grade.ts';

/**
 * The points that count for an answer: the most it was ever given. A regrade raises or does nothing, in whatever order
 * and however often it comes.
 *
 * @param earned whole points when it was answered
 * @param regrades whole points given afterwards
 */
export function effectivePoints(earned: number, regrades: readonly number[]): number {
	return Math.max(earned, ...regrades);
}

/**
 * The points an answer would have by the key of this item.
 *
 * @param kept the points that count for it now
 * @returns nothing when the item gives it no more than that, or cannot grade it
 */
export function raisedBy(item: Item, given: Given, kept: number): number | undefined {
	const verdict = grade(item, given);
	return verdict.kind === 'points' && verdict.earned > kept ? verdict.earned : undefined;
}
