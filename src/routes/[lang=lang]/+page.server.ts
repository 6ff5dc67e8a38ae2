import { outlineForVisitors } from '#lib/server/course-map.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({
	modules: outlineForVisitors(locals.language)
});
