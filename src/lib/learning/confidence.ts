export const confidences = ['sure', 'fair', 'guess'] as const;
/** How sure somebody was before the check. */
export type Confidence = (typeof confidences)[number];

export function isConfidence(text: string): text is Confidence {
	return (confidences as readonly string[]).includes(text);
}

/** Of the answers that were given with one confidence, how many were right. */
export type Calibration = Record<Confidence, { right: number; given: number }>;

/** First answers only: what somebody knew before they were told. */
export function calibrate(answers: { right: boolean; confidence: Confidence }[]): Calibration {
	const count = (confidence: Confidence) => {
		const own = answers.filter((each) => each.confidence === confidence);
		return { right: own.filter((each) => each.right).length, given: own.length };
	};
	return { sure: count('sure'), fair: count('fair'), guess: count('guess') };
}

export type Mastery = 'not-enough' | 'low' | 'medium' | 'high';

/** From this many different items on something can be said; every objective has at least two. */
export const ENOUGH = 2;

/**
 * How well an objective is mastered: from first tries at different items, because a second try has been told the answer.
 *
 * @param points earned and total of the first try at each item, in whole points
 */
export function masteryOf(points: { earned: number; total: number }[]): Mastery {
	if (points.length < ENOUGH) return 'not-enough';
	const earned = points.reduce((sum, each) => sum + each.earned, 0);
	const total = points.reduce((sum, each) => sum + each.total, 0);
	if (earned * 5 >= total * 4) return 'high';
	return earned * 2 >= total ? 'medium' : 'low';
}
