import type { PublicItem } from '#lib/course/public-item.ts';
import type { Answered } from './explain.ts';
import type { Given } from './grade.ts';

/** One question of an attempt as its page shows it. Keys and feedback are in `answered` only. */
export type AttemptQuestion = {
	/** 1-based. */
	question: number;
	/** One per question: answered or not, for the row of dots. */
	questions: { answered: boolean }[];
	item: PublicItem;
	answerId: string;
	answered?: Answered & {
		/** Where it is taught. */
		lesson?: { id: string; title: string };
	};
	/** What was given, while nothing may be said of it yet. */
	withheld?: Given;
	/** Why the right answer stays closed, if it does: the item may be asked again, or this quiz never shows it. */
	keyClosed?: 'still-asked' | 'never';
	submitted: boolean;
	/** The next question without an answer, if there is one. */
	next?: number;
};

/** The same, in an attempt at a quiz. */
export type QuizQuestion = AttemptQuestion & {
	quiz: { id: string; title: string };
	number: number;
};
