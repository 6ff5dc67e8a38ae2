import type { Module } from '#lib/course/course.ts';
import type { Language } from '#lib/course/language.ts';
import { findQuiz } from '#lib/course/outline.ts';
import type { Policy } from '#lib/i18n/quiz.ts';
import type { AttemptQuestion } from '#lib/learning/attempt-view.ts';
import { mayReveal, opensAt, percentOf, questionsIn, type Standing } from '#lib/learning/quiz.ts';
import * as questions from './attempt-questions.ts';
import * as attempts from './attempts.ts';
import { course } from './course.ts';
import type { AttemptRow } from './db/attempts.ts';
import type { Database } from './db/connect.ts';

export type QuizView = {
	id: string;
	title: string;
	policy: Policy;
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
	const answered = openRow ? await questions.answeredItems(db, openRow) : new Set<string>();
	const opens = standing.triesLeft > 0 && opensAt(module.quiz, rows, given.now);
	return {
		...heading(module, given.language, standing),
		...(opens && { opensAt: opens }),
		...(openRow && {
			open: {
				number: openRow.number,
				question: questions.firstOpen(openRow, answered),
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
			wait: quiz.wait ?? 0,
			explains: quiz.explains,
			reveals: quiz.reveals
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

export type QuestionView = AttemptQuestion & {
	quiz: { id: string; title: string };
	number: number;
};

type Place = { accountId: string; quiz: string; number: number; question: number };

/** One question of one of this person's own attempts. */
export async function question(
	db: Database,
	given: Place & { language: Language }
): Promise<QuestionView | undefined> {
	const found = await findQuestion(db, given);
	if (!found) return undefined;
	const { module, row, standing } = found;
	const { question, language } = given;
	return {
		...(await questions.view(db, found, {
			question,
			language,
			policy: module.quiz,
			reveal: mayReveal(standing, module.quiz)
		})),
		quiz: { id: module.quiz.id, title: module.title[language] },
		number: row.number
	};
}

/** The attempt and item behind a question of this person; nobody else's can be reached from here. */
export async function findQuestion(db: Database, given: Place) {
	const module = findQuiz(course, given.quiz);
	if (!module) return undefined;
	const { rows, standing } = await attempts.ofQuiz(db, given.accountId, module.quiz);
	const row = rows.find((each) => each.number === given.number);
	const found = await questions.at(db, row, given.question);
	return found && { ...found, module, standing };
}

export function policyOf(quiz: string): Module['quiz'] | undefined {
	return findQuiz(course, quiz)?.quiz;
}
