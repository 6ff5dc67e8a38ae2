import { fQuantile } from './distributions.ts';
import type { Estimate } from './item-statistics.ts';
import type { Together } from './item-sums.ts';

/**
 * How much the points of a quiz would be the same with other questions of the same kind, 0–1.
 *
 * Where everybody had the same questions this is Cronbach's alpha (1951), worked out as Hoyt (1941) does: one minus the
 * residual over the mean square of people. Where everybody drew their own, that one question is harder than another makes
 * two people differ as well: then it is one minus the mean square within over that between people (the nested design of
 * Brennan 2001, chapter 3; ICC(1,k) of Shrout & Fleiss 1979), which is lower than alpha for the same questions.
 *
 * The interval is Feldt's (1965; Feldt, Woodruff & Salih 1987, formula 3): (1 − value) times an F ratio.
 *
 * @returns undefined for one person or one question, or where nobody differs
 */
export function reliability(sums: Together): Estimate | undefined {
	const { asked, attempts: n, questions: k, points } = sums;
	if (n < 2 || k < 2) return undefined;
	const correction = points ** 2 / (n * k);
	const people = sums.attemptsSquared / k - correction;
	const within = sums.pointsSquared - sums.attemptsSquared / k;
	const items = asked === 'same' ? sums.itemsSquared / n - correction : 0;
	const freedom = { people: n - 1, error: asked === 'same' ? (n - 1) * (k - 1) : n * (k - 1) };
	if (people < 1e-9) return undefined;
	const error = Math.max(0, within - items) / freedom.error;
	const left = error / (people / freedom.people);
	const f = (chance: number) => fQuantile(chance, freedom.people, freedom.error);
	return { value: 1 - left, low: 1 - left * f(0.975), high: 1 - left * f(0.025) };
}

/** In a word, by the guideline of Moodle's quiz statistics: from .75 on good, below .64 unsatisfactory. */
export function ratingOf({ value }: Estimate): 'good' | 'fair' | 'low' {
	if (value >= 0.75) return 'good';
	return value >= 0.64 ? 'fair' : 'low';
}
