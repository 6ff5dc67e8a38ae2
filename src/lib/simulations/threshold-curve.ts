/**
 * S1 · Thresholds spread like a normal distribution, and the curve behind them.
 *
 * Source: Granovetter, M. (1978). Threshold models of collective behavior. American Journal of Sociology, 83(6), 1420–1443.
 * One person in place i of N has the threshold μ + σ·Φ⁻¹((i − 0.5)/N). With a continuous distribution x people take part in
 * the end, the smallest solution of x = N·Φ((x − μ)/σ).
 * Φ: Marsaglia, G. (2004). Evaluating the normal distribution. Journal of Statistical Software, 11(4): a series that is exact
 * to the last digits a number holds, for |z| below 7.
 */
import { exp } from './exact-math.ts';
import type { Thresholds } from './thresholds.ts';

export type Spread = { people: number; mean: number; spread: number };

/** The plan sets these ranges. */
export const bounds = {
	people: { min: 20, max: 200 },
	mean: { min: 5, max: 60 },
	spread: { min: 2, max: 60 },
	seeded: { min: 0, max: 20 }
};

export const defaults = { people: 100, mean: 25, spread: 11, seeded: 0 };

/** Φ: the share of a normal distribution below z. */
export function normal(z: number): number {
	if (z < -7) return 0;
	if (z > 7) return 1;
	let term = z;
	let sum = z;
	for (let k = 3, before = NaN; sum !== before; k += 2) {
		before = sum;
		term *= (z * z) / k;
		sum += term;
	}
	return 0.5 + sum * density(z);
}

/** Φ⁻¹, for a share between 0 and 1: Newton from the middle, which comes nearer with every step. */
export function quantile(share: number): number {
	if (share < 0.5) return -quantile(1 - share);
	let z = 0;
	for (let step = 0; step < 60; step++) {
		const next = z - (normal(z) - share) / density(z);
		if (Math.abs(next - z) < 1e-12) return next;
		z = next;
	}
	return z;
}

/** One threshold per person, the lowest first. Below zero counts as zero. */
export function quantileThresholds({ people, mean, spread }: Spread): number[] {
	return Array.from({ length: people }, (_, index) =>
		Math.max(0, mean + spread * quantile((index + 0.5) / people))
	);
}

/** The same drawn at random, the lowest first. @param random gives numbers in [0, 1) */
export function drawnThresholds({ people, mean, spread }: Spread, random: () => number): number[] {
	// Never exactly 0 or 1, where there is no quantile.
	const share = () => random() * 0.999_999 + 0.000_000_5;
	return Array.from({ length: people }, () => Math.max(0, mean + spread * quantile(share()))).sort(
		(a, b) => a - b
	);
}

/** How many would take part if x did, with a continuous distribution: N·Φ((x − μ)/σ). */
export function expected(x: number, { people, mean, spread }: Spread): number {
	return people * normal((x - mean) / spread);
}

/** The smallest x with x = N·Φ((x − μ)/σ): where it stops when it begins with nobody. */
export function restingPoint(own: Spread): number {
	const surplus = (x: number) => expected(x, own) - x;
	const step = own.people / 10_000;
	let low = 0;
	let high = 0;
	// Walks up to the first place where no more would take part than already do.
	while (high < own.people && surplus(high) > 0) {
		low = high;
		high += step;
	}
	for (let halving = 0; halving < 60; halving++) {
		const middle = (low + high) / 2;
		if (surplus(middle) > 0) low = middle;
		else high = middle;
	}
	return low;
}

/** The spread at which the resting point jumps, between two spreads of which only the larger one tips. */
export function criticalSpread(own: Omit<Spread, 'spread'>, low: number, high: number): number {
	let [still, tips] = [low, high];
	for (let halving = 0; halving < 30; halving++) {
		const spread = (still + tips) / 2;
		if (restingPoint({ ...own, spread }) > own.people / 2) tips = spread;
		else still = spread;
	}
	return tips;
}

/** For each number x from 0 to N: how many thresholds are x or lower. */
export function cumulative(thresholds: Thresholds): number[] {
	const sorted = [...thresholds].sort((a, b) => a - b);
	let met = 0;
	return Array.from({ length: thresholds.length + 1 }, (_, x) => {
		while (met < sorted.length && sorted[met]! <= x) met++;
		return met;
	});
}

/** How many thresholds fall into each of a number of equal bins from 0 up to `top`; higher ones count in the last. */
export function histogram(thresholds: Thresholds, bins: number, top: number): number[] {
	const counts = Array<number>(bins).fill(0);
	for (const each of thresholds) counts[Math.min(bins - 1, Math.floor((each / top) * bins))]! += 1;
	return counts;
}

function density(z: number): number {
	return exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}
