import { randomUUID } from 'node:crypto';
import type { Counts, Module } from '#lib/course/course.ts';
import type { Language } from '#lib/course/language.ts';
import { findLesson, findQuiz } from '#lib/course/outline.ts';
import { publicItem, type PublicItem } from '#lib/course/public-item.ts';
import { mayReveal, opensAt, percentOf, questionsIn, type Standing } from '#lib/learning/quiz.ts';
import { seedOf, shuffle } from '#lib/learning/shuffle.ts';
import { frozenItem } from './answers.ts';
import * as attempts from './attempts.ts';
import { course } from './course.ts';
import type { AttemptRow } from './db/attempts.ts';
import type { Database } from './db/connect.ts';
import * as responses from './db/responses.ts';
import { answered as answeredOf, type Answered } from './explanations.ts';

export type QuizView = {
	id: string;
	title: string;
	policy: {
		questions: number;
		drawn: boolean;
		tries: number;
		pass: number;
		counts: Counts;
		wait: number;
	};
	passed: boolean;
	triesLeft: number;
	/** When the next attempt may begin, if that is not yet. */
	opensAt?: Date;
	/** The question at which to go on, when an attempt is open. */
	open?: { number: number; question: number; answered: number; questions: number };
	submitted: { number: number; percent: number; passed: boolean; at: Date }[];
};

/** A quiz before, between and after attempts. */
export async function view(
	db: Database,
	given: { accountId: string; quiz: string; language: Language; now: Date }
): Promise<QuizView | undefined> {
	const module = findQuiz(course, given.quiz);
	if (!module) return undefined;
	const { rows, standing } = await attempts.ofQuiz(db, given.accountId, module.quiz);
	const openRow = rows.find((row) => row.submittedAt === null);
	const answered = openRow ? await answeredItems(db, openRow) : new Set<string>();
	const opens = standing.triesLeft > 0 && opensAt(module.quiz, rows, given.now);
	return {
		...heading(module, given.language, standing),
		...(opens && { opensAt: opens }),
		...(openRow && {
			open: {
				number: openRow.number,
				question: firstOpen(openRow, answered),
				answered: answered.size,
				questions: openRow.items.length
			}
		}),
		submitted: rows.flatMap((row) => submittedView(row, module))
	};
}

function heading(module: Module, language: Language, standing: Standing) {
	const { quiz } = module;
	return {
		id: quiz.id,
		title: module.title[language],
		policy: {
			questions: questionsIn(quiz),
			drawn: quiz.draw !== undefined,
			tries: quiz.tries,
			pass: quiz.pass,
			counts: quiz.counts,
			wait: quiz.wait ?? 0
		},
		passed: standing.passed,
		triesLeft: standing.triesLeft
	};
}

function submittedView(row: AttemptRow, module: Module): QuizView['submitted'] {
	if (!row.submittedAt) return [];
	const percent = percentOf(row.earned ?? 0, row.total ?? 0);
	const passed = percent >= module.quiz.pass;
	return [{ number: row.number, percent, passed, at: row.submittedAt }];
}

async function answeredItems(db: Database, row: AttemptRow): Promise<Set<string>> {
	const given = await responses.ofAttempt(db, row.accountId, row.id);
	return new Set(given.map((each) => each.item));
}

/** 1-based; the last question when all are answered. */
function firstOpen(row: AttemptRow, answered: Set<string>): number {
	const index = row.items.findIndex(({ item }) => !answered.has(item));
	return index === -1 ? row.items.length : index + 1;
}

export type QuestionView = {
	quiz: { id: string; title: string };
	number: number;
	question: number;
	/** One per question: answered or not, for the row of dots. */
	questions: { answered: boolean }[];
	item: PublicItem;
	answerId: string;
	answered?: Answered & {
		/** Where it is taught. */
		lesson?: { id: string; title: string };
	};
	/** Whether the right answer stays closed because the item may be asked again. */
	keyClosed: boolean;
	submitted: boolean;
	/** The next question without an answer, if there is one. */
	next?: number;
};

/** One question of one of this person's own attempts. */
export async function question(
	db: Database,
	given: {
		accountId: string;
		quiz: string;
		number: number;
		question: number;
		language: Language;
	}
): Promise<QuestionView | undefined> {
	const found = await findQuestion(db, given);
	if (!found) return undefined;
	const { module, row, item, standing } = found;
	const answers = await responses.ofAttempt(db, given.accountId, row.id);
	const answered = new Set(answers.map((each) => each.item));
	const own = answers.find((each) => each.item === item.id);
	const reveal = mayReveal(standing);
	const settled = row.submittedAt !== null;
	const shown = own && answeredOf(item, own, given.language, { reveal, settled });
	const arrange = <T>(list: T[]) => shuffle(list, seedOf(`${row.id} ${item.id}`));
	const taught = findLesson(course, item.lesson)?.lesson;
	const lesson = taught && { id: taught.id, title: taught.title[given.language] };
	const next = row.items.findIndex((each) => !answered.has(each.item)) + 1;
	return {
		quiz: { id: module.quiz.id, title: module.title[given.language] },
		number: row.number,
		question: given.question,
		questions: row.items.map((each) => ({ answered: answered.has(each.item) })),
		item: publicItem(item, given.language, arrange),
		answerId: randomUUID(),
		...(shown && { answered: { ...shown, ...(lesson && { lesson }) } }),
		keyClosed: !reveal,
		submitted: settled,
		...(next > 0 && { next })
	};
}

/** The attempt and item behind a question of this person; nobody else's can be reached from here. */
export async function findQuestion(
	db: Database,
	given: { accountId: string; quiz: string; number: number; question: number }
) {
	const module = findQuiz(course, given.quiz);
	if (!module) return undefined;
	const { rows, standing } = await attempts.ofQuiz(db, given.accountId, module.quiz);
	const row = rows.find((each) => each.number === given.number);
	const frozen = row?.items[given.question - 1];
	const item = frozen && (await frozenItem(db, frozen));
	return row && item ? { module, row, item, standing } : undefined;
}

export function policyOf(quiz: string): Module['quiz'] | undefined {
	return findQuiz(course, quiz)?.quiz;
}
