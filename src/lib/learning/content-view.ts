import type { Text } from '#lib/course/language.ts';
import type { ItemType } from '#lib/course/item.ts';
import type { ItemReport, OptionReport } from './item-report.ts';
import type { Estimate } from './item-statistics.ts';
import type { Together } from './item-sums.ts';

type Titled = { id: string; title: string };

/** One line of the table of questions. `shown` is absent while too few people answered it. */
export type ItemLine = {
	id: string;
	stem: string;
	/** The quiz in which it is judged; absent for a question that is only asked in a lesson. */
	quiz?: Titled;
	shown?: Pick<ItemReport, 'n' | 'facility' | 'discrimination' | 'flags'>;
	/** Open requests to look at an answer to it again. */
	appeals: number;
};

export type QuizLine = Titled & {
	/** How many an attempt asks, and of how many. */
	questions: number;
	bank: number;
	asked: Together['asked'];
	/** Absent while too few attempts were handed in. */
	shown?: { attempts: number; reliability?: Estimate };
};

export type UnitLine = { id: string; kind: 'lesson' | 'quiz'; title: string };

export type ContentHealth = {
	/** The day of the figures, yyyy-mm-dd; absent as long as there are none. */
	day?: string;
	lessons: number;
	items: number;
	/** Questions of which something is shown, and how many of those have a flag. */
	shown: number;
	flagged: ItemLine[];
	openAppeals: number;
	modules: (Titled & {
		lessons: (Titled & { minutes: number; checks: number; items: number })[];
		items: ItemLine[];
	})[];
	quizzes: QuizLine[];
	editions: {
		edition: number;
		current: boolean;
		/** What came with it. */
		units: UnitLine[];
		/** How many people are in it; not said of one to four. */
		people: number | 'few';
		/** What those who are in it see as new. */
		later: UnitLine[];
	}[];
};

export type ItemPage = {
	id: string;
	type: ItemType;
	version: string;
	/** Both languages, as running text. */
	stem: Text;
	lesson?: Titled;
	quiz?: Titled;
	appeals: number;
	day?: string;
	report?: ItemReport;
	/** What can be chosen, in the reader's language, beside what is shown of it. */
	options: (OptionReport & { text: string })[];
	/** First answers to it inside the lesson. */
	inLesson?: { n: number; facility: Estimate };
	/** Every version that was ever asked, that of now first. `stem` only where it differs from that of now. */
	versions: {
		version: string;
		current: boolean;
		stem?: string;
		shown?: Pick<ItemReport, 'n' | 'facility' | 'discrimination'>;
	}[];
};
