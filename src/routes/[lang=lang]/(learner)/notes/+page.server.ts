import * as annotations from '#lib/server/annotations.ts';
import { signedIn } from '#lib/server/learner.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	lessons: await annotations.ofAccount(locals.db, signedIn(locals).id, locals.language)
});
