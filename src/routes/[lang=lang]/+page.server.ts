import { outlineForVisitors } from '#lib/server/course-map.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const modules = outlineForVisitors(locals.language);
	const lessons = modules.flatMap((module) => module.lessons);
	return {
		erased: url.searchParams.has('erased') && !locals.account,
		modules,
		lessons: lessons.length,
		parts: modules.filter((module) => module.lessons.length > 0).length,
		minutes: lessons.reduce((sum, lesson) => sum + lesson.minutes, 0)
	};
};
