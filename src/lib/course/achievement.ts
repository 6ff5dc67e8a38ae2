import type { Course } from './course.ts';
import type { Language } from './language.ts';

/** What somebody who completed an edition has done and learnt, in one language. */
export type Achievement = {
	title: string;
	subtitle: string;
	edition: number;
	/** Of the lessons together, as the plan of the course counts them. */
	minutes: number;
	lessons: number;
	quizzes: number;
	modules: { title: string; objectives: string[] }[];
};

export function achievement(course: Course, edition: number, language: Language): Achievement {
	const modules = course.modules.map((module) => ({
		...module,
		lessons: module.lessons.filter(({ since }) => since <= edition)
	}));
	const lessons = modules.flatMap((module) => module.lessons);
	return {
		title: course.title[language],
		subtitle: course.subtitle[language],
		edition,
		minutes: lessons.reduce((sum, { minutes }) => sum + minutes, 0),
		lessons: lessons.length,
		quizzes: modules.filter(({ quiz }) => quiz.since <= edition).length,
		modules: modules
			// The final test comes without lessons: what it asks is what the other parts teach.
			.filter((module) => module.lessons.length > 0)
			.map((module) => ({
				title: module.title[language],
				objectives: module.lessons.flatMap(({ objectives }) =>
					objectives.map(({ text }) => text[language])
				)
			}))
	};
}
