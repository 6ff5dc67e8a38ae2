import type { Quiz } from '#lib/course/course.ts';
import { counting, passedAt } from './completion.ts';
import { seedOf, shuffle } from './shuffle.ts';

/** What an attempt keeps of the moment it began: which items, which version, in which order. */
export type Frozen = { item: string; version: string }[];

export type AttemptSummary = {
	number: number;
	state: 'open' | 'submitted';
	earned: number;
	total: number;
};

/** Where a learner stands with a quiz. */
export type Standing = {
	attempts: AttemptSummary[];
	open?: AttemptSummary;
	/** The points that count: of one attempt, or of all together. */
	counts?: { earned: number; total: number };
	passed: boolean;
	triesLeft: number;
};

/** A quiz with the tries that somebody was given beside its own. */
export function withExtra(quiz: Quiz, extra: { quiz: string; tries: number }[]): Quiz {
	const own = extra.filter((each) => each.quiz === quiz.id);
	return { ...quiz, tries: own.reduce((sum, { tries }) => sum + tries, quiz.tries) };
}

export function standing(quiz: Quiz, attempts: AttemptSummary[]): Standing {
	const submitted = attempts.filter((each) => each.state === 'submitted');
	const open = attempts.find((each) => each.state === 'open');
	const inOrder = submitted.sort((a, b) => a.number - b.number);
	const counts = counting(inOrder, quiz.counts);
	const passed = passedAt(inOrder, quiz) !== undefined;
	return {
		attempts,
		...(open && { open }),
		...(counts && { counts }),
		passed,
		// A pass is a pass: there is nothing left to try for, and the answers may be shown.
		triesLeft: passed ? 0 : Math.max(0, quiz.tries - attempts.length)
	};
}

const HOUR = 3_600_000;

/** When the next attempt may begin, if that is not yet: so many hours after the last was handed in. */
export function opensAt(
	quiz: Quiz,
	attempts: { submittedAt: Date | null }[],
	now: Date
): Date | undefined {
	const moments = attempts.flatMap(({ submittedAt }) => submittedAt?.getTime() ?? []);
	if (!quiz.wait || moments.length === 0) return undefined;
	const at = new Date(Math.max(...moments) + quiz.wait * HOUR);
	return at > now ? at : undefined;
}

/** Whole percentage of the points, rounded down: 69.9 % never shows as a pass mark of 70. */
export function percentOf(earned: number, total: number): number {
	return total === 0 ? 0 : Math.floor((earned * 100) / total);
}

/**
 * Whether the right answer may be shown beside a wrong one: not while the same item can be asked again in this quiz, and
 * never where the policy says so.
 */
export function mayReveal(standing: Standing, { reveals }: Pick<Quiz, 'reveals'>): boolean {
	return reveals === 'last' && standing.triesLeft === 0 && !standing.open;
}

/** Whether it may be said what an answer was worth and why. */
export function mayExplain({ explains }: Pick<Quiz, 'explains'>, handedIn: boolean): boolean {
	return explains === 'each' || handedIn;
}

/** How many questions an attempt asks. */
export const questionsIn = (quiz: Quiz) => quiz.draw ?? quiz.items.length;

/** What a draw knows of an item: which objective it is about, and in which module that is taught. */
export type Drawable = { id: string; objective: string; module: string };

/**
 * Draws items for one attempt: modules in turn, within a module one objective after another, within an objective first
 * what this learner has not seen.
 *
 * @param count at most so many; fewer when the bank has fewer
 */
export function draw(bank: Drawable[], count: number, seen: Set<string>, seed: string): string[] {
	const left = shuffle(bank, seedOf(seed));
	const asked = new Map<string, number>();
	const times = (key: string) => asked.get(key) ?? 0;
	const drawn: string[] = [];
	while (drawn.length < count && left.length > 0) {
		// The least asked module, in it the least asked objective, of that what is new: the first of the best.
		const rank = (each: Drawable) => [
			times(each.module),
			times(each.objective),
			seen.has(each.id) ? 1 : 0
		];
		let best = 0;
		for (let i = 1; i < left.length; i++)
			if (compare(rank(left[i]!), rank(left[best]!)) < 0) best = i;
		const [item] = left.splice(best, 1);
		drawn.push(item!.id);
		for (const key of [item!.module, item!.objective]) asked.set(key, times(key) + 1);
	}
	return drawn;
}

function compare(one: number[], other: number[]): number {
	const at = one.findIndex((each, index) => each !== other[index]);
	return at === -1 ? 0 : one[at]! - other[at]!;
}

/** The items of a new attempt, in the order of this attempt. `seed` makes it the learner's own. */
export function freeze(quiz: Quiz, versionOf: (item: string) => string, seed: string): Frozen {
	const items = quiz.shuffle ? shuffle(quiz.items, seedOf(seed)) : quiz.items;
	return items.map((item) => ({ item, version: versionOf(item) }));
}
