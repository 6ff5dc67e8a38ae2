import { view } from '#lib/server/course-map.ts';
import { signedIn } from '#lib/server/learner.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	map: await view(locals.db, signedIn(locals), locals.language)
});
