import type { Course, Quiz } from '#lib/course/course.ts';
import { standing, withExtra } from './quiz.ts';

/** What somebody scored, as far as bands need it: handed-in attempts, and tries they were given beside those of the quiz. */
export type Tried = {
	attempts: { quiz: string; number: number; earned: number; total: number }[];
	extra: { quiz: string; tries: number }[];
};

/** In words, never a number: below the pass mark, at or above it, or at nine tenths of the points and more. */
export const bands = ['below', 'passed', 'amply'] as const;
export type Band = (typeof bands)[number];
export type QuizBand = { quiz: string; band: Band };

const AMPLY = 90;

const quizzes = (course: Course) => course.modules.map(({ quiz }) => quiz);

function standingIn(quiz: Quiz, { attempts, extra }: Tried) {
	const own = attempts.filter((each) => each.quiz === quiz.id);
	return standing(
		withExtra(quiz, extra),
		own.map((each) => ({ ...each, state: 'submitted' as const }))
	);
}

/** The band of every quiz that was handed in at least once, in the order of the course. A pass is never lost again. */
export function bandsOf(course: Course, tried: Tried): QuizBand[] {
	return quizzes(course).flatMap((quiz): QuizBand[] => {
		const { counts, passed } = standingIn(quiz, tried);
		if (!counts) return [];
		const amply = counts.total > 0 && counts.earned * 100 >= AMPLY * counts.total;
		return [{ quiz: quiz.id, band: !passed ? 'below' : amply ? 'amply' : 'passed' }];
	});
}

/** The first quiz at which somebody used all tries without passing. */
export function stuckAt(course: Course, tried: Tried): string | undefined {
	return quizzes(course).find((quiz) => {
		const { attempts, passed, triesLeft } = standingIn(quiz, tried);
		return attempts.length > 0 && !passed && triesLeft === 0;
	})?.id;
}
