import * as canvas from '#lib/server/canvas.ts';
import { signedIn } from '#lib/server/learner.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	whole: await canvas.whole(locals.db, signedIn(locals).id, locals.language),
	at: locals.now
});
