import type { Module } from '#lib/course/course.ts';
import type { Language } from '#lib/course/language.ts';
import { findQuiz } from '#lib/course/outline.ts';
import type { Policy } from '#lib/i18n/quiz.ts';
import type { QuizQuestion } from '#lib/learning/attempt-view.ts';
import { mayReveal, opensAt, percentOf, questionsIn, type Standing } from '#lib/learning/quiz.ts';
import type { Given } from '#lib/learning/grade.ts';
import { recordAtQuestion, type Outcome } from './answers.ts';
import * as questions from './attempt-questions.ts';
import * as attempts from './attempts.ts';
import { course } from './course.ts';
import * as rowsOf from './db/attempts.ts';
import type { Database } from './db/connect.ts';
import type { OwnAnswer } from './db/responses.ts';

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

function submittedView(row: rowsOf.AttemptRow, module: Module): QuizView['submitted'] {
	if (!row.submittedAt) return [];
	const percent = percentOf(row.earned ?? 0, row.total ?? 0);
	const passed = percent >= module.quiz.pass;
	return [{ number: row.number, percent, passed, at: row.submittedAt }];
}

type Place = {
	accountId: string;
	quiz: string;
	number: number;
	question: number;
	language: Language;
};

/** One question of one of this person's own attempts; nobody else's can be reached from here. */
export async function question(db: Database, place: Place): Promise<QuizQuestion | undefined> {
	const module = findQuiz(course, place.quiz);
	if (!module) return undefined;
	const { rows, extra, answers } = await rowsOf.withAnswers(db, place.accountId, place);
	const row = rows.find((each) => each.number === place.number);
	const found = await questions.at(db, row, place.question);
	const standing = attempts.standingWith(module.quiz, rows, extra);
	return found && show(module, found, answers, place, mayReveal(standing, module.quiz));
}

function show(
	module: Module,
	found: questions.Found,
	answers: OwnAnswer[],
	{ question, language }: Place,
	reveal: boolean
): QuizQuestion {
	const given = { question, language, policy: module.quiz, reveal };
	return {
		...questions.show(found, answers, given),
		quiz: { id: module.quiz.id, title: module.title[language] },
		number: found.row.number
	};
}

/** What became of an answer, and what its page is from then on. */
export type Done = {
	outcome: Outcome;
	given: Given;
	/** The question as its page is now, unless the answer was no answer; of another one that was kept before, that one. */
	view?: QuizQuestion | undefined;
	/** The next question without an answer, so that a script need not ask for it. */
	following?: QuizQuestion | undefined;
};

/**
 * Records the answer to a question.
 *
 * @returns undefined when this person has no such question
 */
export async function answer(
	db: Database,
	place: Place,
	{ read, ...sent }: questions.Sent & { at: Date }
): Promise<Done | undefined> {
	const module = findQuiz(course, place.quiz);
	const { accountId, language } = place;
	const done =
		module && (await recordAtQuestion(db, { ...sent, accountId, language }, { ...place, read }));
	if (!done) return undefined;
	const { outcome, given, row, answers } = done;
	if (outcome.kind === 'unknown' || outcome.kind === 'invalid') return { outcome, given };
	// While the attempt is open no key is shown, wherever this person stands with the quiz: all that is needed is here.
	if (outcome.kind !== 'recorded' || done.closed || row.submittedAt)
		return { outcome, given, view: await question(db, place) };
	const view = show(module, done, answers, place, false);
	const next = view.next === undefined ? undefined : await questions.at(db, row, view.next);
	const following = next && show(module, next, answers, { ...place, question: view.next! }, false);
	return { outcome, given, view, ...(following && { following }) };
}

export function policyOf(quiz: string): Module['quiz'] | undefined {
	return findQuiz(course, quiz)?.quiz;
}
