import {
	createEmptyCard,
	fsrs,
	generatorParameters,
	Rating,
	type Card,
	type FSRS,
	type Grade
} from 'ts-fsrs';
import type { Confidence } from './confidence.ts';

/** One answer to one item, wherever it was given: in a lesson, a quiz or a review. */
export type ReviewFact = {
	item: string;
	right: boolean;
	confidence?: Confidence | undefined;
	/** Whether a hint was used. */
	hinted?: boolean;
	at: Date;
};

/** Where one item stands for one learner. Derived from the facts, never stored. */
export type Scheduled = {
	item: string;
	due: Date;
	/** Days after which recall is expected to have fallen to 90 %. */
	stability: number;
	/** How often it was forgotten. */
	lapses: number;
	last: { right: boolean; at: Date };
	/** Expected chance of recall at a moment, 0–1. */
	recallAt(moment: Date): number;
};

const DAY = 24 * 60 * 60 * 1000;
/** Confident errors that were corrected come back after a week, so that is when they are asked again. */
const CONFIDENT_ERROR = 7 * DAY;
/**
 * What was just forgotten may fall below nine in ten within the day, and does not come back before the next one.
 * A target a little above 0.9 makes up for that: over all questions expected recall is then 0.9 (see the test).
 */
const RETENTION = 0.93;

// Without fuzz the schedule is the same wherever it is worked out; without steps of minutes nothing comes back the same day.
const scheduler: FSRS = fsrs(
	generatorParameters({
		enable_fuzz: false,
		enable_short_term: false,
		request_retention: RETENTION
	})
);

/**
 * When each item is asked again. FSRS over all answers of one learner, in the order in which they were given.
 * The schedule belongs to the item, not to its wording: a new version goes on where the old one was.
 *
 * @param facts in any order; the first answer to an item on a day counts, because repeating it at once teaches nothing
 * @param dayOf names the day of a moment, in the learner's time zone
 */
export function schedule(facts: ReviewFact[], dayOf: (moment: Date) => string): Scheduled[] {
	const byItem = new Map<string, ReviewFact[]>();
	for (const fact of facts) byItem.set(fact.item, [...(byItem.get(fact.item) ?? []), fact]);
	return [...byItem].map(([item, own]) => scheduleItem(item, firstOfEachDay(own, dayOf)));
}

function firstOfEachDay(facts: ReviewFact[], dayOf: (moment: Date) => string): ReviewFact[] {
	const days = new Map<string, ReviewFact>();
	for (const fact of facts) {
		const day = dayOf(fact.at);
		const before = days.get(day);
		if (!before || isBefore(fact, before)) days.set(day, fact);
	}
	return [...days.values()].sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** Of two answers at the very same moment the wrong one goes first, so that the order of delivery decides nothing. */
function isBefore(one: ReviewFact, other: ReviewFact): boolean {
	const [a, b] = [one.at.getTime(), other.at.getTime()];
	return a < b || (a === b && !one.right && other.right);
}

function scheduleItem(item: string, facts: ReviewFact[]): Scheduled {
	let card: Card = createEmptyCard(facts[0]!.at);
	for (const [index, fact] of facts.entries())
		card = scheduler.next(card, fact.at, ratingOf(fact, index === 0)).card;
	const last = facts[facts.length - 1]!;
	return {
		item,
		due: dueAfter(card, last),
		stability: card.stability,
		lapses: card.lapses,
		last: { right: last.right, at: last.at },
		recallAt: (moment) => scheduler.get_retrievability(card, moment, false)
	};
}

/** Right-but-guessed is told apart from right-and-sure: the one comes back sooner, the other later. */
function ratingOf(fact: ReviewFact, first: boolean): Grade {
	if (!fact.right) return Rating.Again;
	if (fact.hinted || fact.confidence === 'guess') return Rating.Hard;
	return first && fact.confidence === 'sure' ? Rating.Easy : Rating.Good;
}

function dueAfter(card: Card, last: ReviewFact): Date {
	const soonest = last.at.getTime() + DAY;
	const byModel = Math.max(card.due.getTime(), soonest);
	if (last.right || last.confidence !== 'sure') return new Date(byModel);
	return new Date(last.at.getTime() + CONFIDENT_ERROR);
}

/**
 * What to ask now: what is due, the least likely to be recalled first, and where it can be no two of one lesson in a row.
 *
 * @param most keeps it to a few minutes
 */
export function queue(
	scheduled: Scheduled[],
	now: Date,
	lessonOf: (item: string) => string,
	most = 10
): string[] {
	const waiting = scheduled
		.filter((each) => each.due <= now)
		.map((each) => ({ item: each.item, recall: each.recallAt(now) }))
		.sort((a, b) => a.recall - b.recall || (a.item < b.item ? -1 : 1))
		.slice(0, most)
		.map((each) => each.item);
	const mixed: string[] = [];
	while (waiting.length > 0) {
		const before = mixed.at(-1);
		const other = waiting.findIndex(
			(item) => before === undefined || lessonOf(item) !== lessonOf(before)
		);
		mixed.push(...waiting.splice(Math.max(0, other), 1));
	}
	return mixed;
}
