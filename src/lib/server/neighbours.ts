import type { Course } from '#lib/course/course.ts';
import type { Language } from '#lib/course/language.ts';
import type { Neighbour } from '#lib/learning/lesson-view.ts';

/** What comes before and after a lesson, in the order of the course; a quiz closes its module. */
export function neighbours(
	course: Course,
	lesson: string,
	language: Language
): { previous?: Neighbour; next?: Neighbour } {
	const all: Neighbour[] = course.modules.flatMap((module) => [
		...module.lessons.map((each): Neighbour => ({
			kind: 'lesson',
			id: each.id,
			title: each.title[language]
		})),
		{ kind: 'quiz', id: module.quiz.id, title: module.title[language] }
	]);
	const at = all.findIndex((each) => each.kind === 'lesson' && each.id === lesson);
	const previous = all[at - 1];
	const next = all[at + 1];
	return { ...(previous && { previous }), ...(next && { next }) };
}
