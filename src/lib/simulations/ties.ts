/**
 * W1 · Pairs and groups: how many ties and groups n members could have, and what has been said a network of n is worth.
 *
 * Sources: Simmel, G. (1908). Soziologie (two, three and more); Odlyzko, A., & Tilly, B. (2005). A refutation of Metcalfe's
 * law, which names Sarnoff, Metcalfe and Reed and proposes n·log n. It is an argument, not a measurement.
 * Formulas: pairs n(n−1)/2, triads n(n−1)(n−2)/6, groups of two or more 2ⁿ − n − 1. All count what is possible, not used.
 */
import { ln } from './exact-math.ts';

export type Ties = {
	members: number;
	pairs: number;
	triads: number;
	/** Sarnoff: n. */
	sarnoff: number;
	/** Odlyzko and Tilly: n·ln n. */
	odlyzkoTilly: number;
	/** Metcalfe: n². */
	metcalfe: number;
	/** Reed: groups of two or more. A bigint, because 2¹⁵⁰ does not fit in a number. */
	reed: bigint;
};

/** The range is our own: from one member up to the largest row of the plan. */
export const bounds = { members: { min: 1, max: 150 } };

export const defaults = { members: 5 };

/** The rows of the lesson plan. */
export const examples = [2, 3, 5, 12, 20, 150] as const;

/** Relations between two members. */
export function pairs(n: number): number {
	return (n * (n - 1)) / 2;
}

/** Sets of three members: none below three. */
export function triads(n: number): number {
	// Below two it is 0 and not −0.
	return (n * (n - 1) * Math.max(0, n - 2)) / 6;
}

/** Sets of two or more members, exactly. */
export function groups(n: number): bigint {
	return 2n ** BigInt(n) - BigInt(n) - 1n;
}

/** Everything there is to count among `members`, a whole number of at least 1. */
export function count(members: number): Ties {
	return {
		members,
		pairs: pairs(members),
		triads: triads(members),
		sarnoff: members,
		odlyzkoTilly: members * ln(members),
		metcalfe: members * members,
		reed: groups(members)
	};
}

/** One row for each number of members in a range, both ends included: for a curve. */
export function series(from: number, to: number): Ties[] {
	return Array.from({ length: to - from + 1 }, (_, index) => count(from + index));
}
