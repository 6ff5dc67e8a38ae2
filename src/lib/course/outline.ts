import type { Counts, Course, Lesson, Module } from './course.ts';

/** Something that can be completed: a lesson (its checks and predictions answered) or a quiz (passed). */
export type Unit =
	| {
			id: string;
			kind: 'lesson';
			module: string;
			since: number;
			checks: string[];
			predictions: string[];
	  }
	| { id: string; kind: 'quiz'; module: string; since: number; pass: number; counts: Counts };

/** The units of the course in order, as far as they exist in an edition. */
export type Outline = { edition: number; units: Unit[] };

export const lessonUnit = (lesson: string) => `lesson:${lesson}`;
export const quizUnit = (quiz: string) => `quiz:${quiz}`;

/** What somebody in `edition` has to complete. Later material is never counted against them. */
export function outline(course: Course, edition: number): Outline {
	return { edition, units: allUnits(course).filter((unit) => unit.since <= edition) };
}

/** Units that came after `edition`: shown as new, never as a lower percentage. */
export function newerThan(course: Course, edition: number): Unit[] {
	return allUnits(course).filter((unit) => unit.since > edition);
}

function allUnits(course: Course): Unit[] {
	return course.modules.flatMap((module): Unit[] => [
		...module.lessons.map((lesson): Unit => ({
			id: lessonUnit(lesson.id),
			kind: 'lesson',
			module: module.id,
			since: lesson.since,
			checks: lesson.checks,
			predictions: lesson.predictions.map((prediction) => prediction.id)
		})),
		{
			id: quizUnit(module.quiz.id),
			kind: 'quiz',
			module: module.id,
			since: module.quiz.since,
			pass: module.quiz.pass,
			counts: module.quiz.counts
		}
	]);
}

export function findLesson(
	course: Course,
	id: string
): { lesson: Lesson; module: Module } | undefined {
	for (const module of course.modules) {
		const lesson = module.lessons.find((each) => each.id === id);
		if (lesson) return { lesson, module };
	}
	return undefined;
}

export function findQuiz(course: Course, id: string): Module | undefined {
	return course.modules.find((module) => module.quiz.id === id);
}
