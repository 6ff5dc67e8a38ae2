import { twoSided } from './distributions.ts';
import type { Cell, Pairs } from './item-sums.ts';

// What sums say of a question. Classical test theory, worked out from sums alone: no answer of anybody is needed.
// Points are shares 0–1, so that questions with partly right answers are in the same figures as right-or-wrong ones.

/** A figure and the interval in which it lies with 95 % certainty. */
export type Estimate = { value: number; low: number; high: number };

/** 97.5 % point of the standard normal distribution. */
const Z = 1.959963984540054;

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/**
 * How easy a question is: the mean share of its points (Crocker & Algina 1986, chapter 14: the item difficulty p, and the
 * item mean for more than two scores). Its interval is Wilson's (1927), which for partly right answers is on the wide side:
 * no scores between 0 and 1 vary more than right-or-wrong ones.
 */
export function facility({ n, points }: Pick<Pairs, 'n' | 'points'>): Estimate {
	const p = clamp(points / n, 0, 1);
	const centre = (p + (Z * Z) / (2 * n)) / (1 + (Z * Z) / n);
	const half = (Z / (1 + (Z * Z) / n)) * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n));
	return { value: p, low: clamp(centre - half, 0, p), high: clamp(centre + half, p, 1) };
}

/** Too little to differ in: what is left of sums that cancel out. */
const NOTHING = 1e-9;

/** Pearson's r from sums. @returns undefined where one of both never differs */
function pearson(sums: {
	n: number;
	x: number;
	xx: number;
	y: number;
	yy: number;
	xy: number;
}): number | undefined {
	const { n, x, xx, y, yy, xy } = sums;
	const [varX, varY] = [n * xx - x * x, n * yy - y * y];
	if (varX < NOTHING * n * n || varY < NOTHING * n * n) return undefined;
	return clamp((n * xy - x * y) / Math.sqrt(varX * varY), -1, 1);
}

/** An interval around r: Fisher's z (1921), with standard error 1/√(n − 3). */
function around(r: number, n: number): Estimate {
	const z = Math.atanh(clamp(r, -0.999999, 0.999999));
	const half = Z / Math.sqrt(Math.max(1, n - 3));
	return {
		value: r,
		low: Math.min(r, Math.tanh(z - half)),
		high: Math.max(r, Math.tanh(z + half))
	};
}

/**
 * Whether a question tells who is strong from who is weak: the correlation of its points with the rest of the attempt,
 * without the question itself (the corrected point-biserial: Henrysson 1963; Crocker & Algina 1986, chapter 14).
 *
 * @returns undefined where everybody had the same on it, or on the rest
 */
export function discrimination(pairs: Pairs): Estimate | undefined {
	const { n, points: x, pointsSquared: xx, rest: y, restSquared: yy, product: xy } = pairs;
	const r = pearson({ n, x, xx, y, yy, xy });
	return r === undefined ? undefined : around(r, n);
}

/**
 * Who chooses an option: the correlation of choosing it with the rest of the attempt. Of a wrong option it should be below
 * 0 (Ebel & Frisbie 1991, chapter 13, who compare the upper and the lower group; this is the same over everybody).
 *
 * @returns undefined where nobody or everybody chose it
 */
export function optionRest({ pairs, options }: Cell, option: string): Estimate | undefined {
	const { n: chosen, rest } = options[option] ?? { n: 0, rest: 0 };
	const { n, rest: y, restSquared: yy } = pairs;
	// Choosing is 1 or 0, so it is its own square.
	const r = pearson({ n, x: chosen, xx: chosen, y, yy, xy: rest });
	return r === undefined ? undefined : around(r, n);
}

/** How much higher the last try is than the first, of those who tried more than once: a difference of means. */
export function gain({ again: { n, first, last } }: Cell) {
	return { n, first: first / n, last: last / n, difference: (last - first) / n };
}

/**
 * How much harder a question is in one language: the difference between both in `points − rest`, by which a language whose
 * readers did better everywhere is not taken for one in which this question is easier (the idea of Dorans & Holland 1993:
 * compare who is alike). Tested as Welch (1947) does, for groups that vary each in their own way.
 *
 * @returns `difference` above 0 where it is easier in the first; `p` the chance of a difference as large by accident
 */
export function languageGap(one: Pairs, other: Pairs): { difference: number; p: number } {
	const [a, b] = [one, other].map(({ n, points, rest, pointsSquared, restSquared, product }) =>
		momentsOf(n, points - rest, pointsSquared + restSquared - 2 * product)
	) as [Moments, Moments];
	return welch(a, b);
}

export type Moments = { n: number; mean: number; variance: number };

/** Mean and variance (n − 1) from the sum and the sum of squares. */
export function momentsOf(n: number, sum: number, squares: number): Moments {
	const mean = sum / n;
	return { n, mean, variance: n > 1 ? Math.max(0, (squares - sum * mean) / (n - 1)) : 0 };
}

/** Welch's test (1947) with the degrees of freedom of Satterthwaite (1946). */
export function welch(one: Moments, other: Moments): { difference: number; p: number } {
	const difference = one.mean - other.mean;
	const [a, b] = [one.variance / one.n, other.variance / other.n];
	if (a + b < NOTHING) return { difference, p: Math.abs(difference) < NOTHING ? 1 : 0 };
	const freedom = (a + b) ** 2 / (a ** 2 / (one.n - 1) + b ** 2 / (other.n - 1));
	return { difference, p: twoSided(difference / Math.sqrt(a + b), freedom) };
}
