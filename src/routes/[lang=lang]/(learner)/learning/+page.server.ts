import { signedIn } from '#lib/server/learner.ts';
import * as reviews from '#lib/server/reviews.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	learning: await reviews.learning(locals.db, signedIn(locals).id, locals.language)
});
