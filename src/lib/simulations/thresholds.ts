/**
 * S1 · Thresholds. Each person takes part once at least `threshold` others do. Nobody drops out, everybody sees everybody.
 *
 * Source: Granovetter, M. (1978). Threshold models of collective behavior. American Journal of Sociology, 83(6), 1420–1443.
 * Formula: x(t+1) = #{ i : threshold(i) ≤ x(t) } + seeded.
 */
export type Thresholds = readonly number[];

/** How many take part after each round. The first entry is round 0: only those who were seeded. */
export type Run = { rounds: number[]; final: number };

/** One round: how many take part, given how many did. */
export function step(taking: number, thresholds: Thresholds, seeded = 0): number {
	let next = seeded;
	for (const threshold of thresholds) if (threshold <= taking) next += 1;
	return next;
}

/** Rounds until nobody moves any more. Ends: the number never falls and is at most everybody. */
export function run(thresholds: Thresholds, seeded = 0): Run {
	const rounds = [seeded];
	for (;;) {
		const last = rounds[rounds.length - 1]!;
		const next = step(last, thresholds, seeded);
		if (next === last) return { rounds, final: last };
		rounds.push(next);
	}
}

/** 0, 1, 2 … n−1: the square in which everybody brings in the next. */
export function ladder(n: number): number[] {
	return Array.from({ length: n }, (_, index) => index);
}

/** The ladder with one person changed. */
export function ladderWith(n: number, person: number, threshold: number): number[] {
	return ladder(n).map((own, index) => (index === person ? threshold : own));
}
