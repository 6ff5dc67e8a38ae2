import type { PublicItem } from '#lib/course/public-item.ts';
import type { Answered } from './explain.ts';

// What a lesson page shows one learner.

/** A lesson or quiz that comes before or after. */
export type Neighbour = { kind: 'lesson' | 'quiz'; id: string; title: string };

export type CheckView = {
	type: 'check';
	item: PublicItem;
	/** For the next answer to this check. */
	answerId: string;
	try: number;
	/** The last answer, with why; absent until there is one, and with it the key and all feedback. */
	answered?: Answered;
};
export type PredictionView = {
	type: 'predict';
	id: string;
	html: string;
	options: { id: string; text: string }[];
	chosen?: string;
};
export type NoteView = {
	type: 'note';
	field: string;
	max: number;
	html: string;
	body: string;
	revision: number;
	savedAt?: Date;
};
export type SimView = {
	type: 'sim';
	id: string;
	/** How it is shown: as a teaser, or whole. */
	mode: string;
	html: string;
	open: boolean;
	/** What was predicted before it, if anything. */
	predicted?: string;
	/** The run they were at, as parameters, and when they met the challenge. */
	saved?: string;
	reachedAt?: Date;
};
export type BlockView =
	{ type: 'prose'; html: string } | CheckView | PredictionView | NoteView | SimView;

export type LessonView = {
	id: string;
	module: { id: string; title: string };
	title: string;
	minutes: number;
	minutesLeft: number;
	objectives: string[];
	steps: { id: string; title: string; blocks: BlockView[] }[];
	doneAt?: Date;
	/** Predictions and checks that are not answered yet. */
	open: number;
	/** The step at which this person was last. */
	at?: string;
	previous?: Neighbour;
	next?: Neighbour;
};
