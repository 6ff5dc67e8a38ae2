import * as appeals from '#lib/server/appeals.ts';
import { signedIn } from '#lib/server/learner.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	appeals: await appeals.ofAccount(locals.db, signedIn(locals).id, locals.language)
});
