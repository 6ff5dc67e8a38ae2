import { error, fail, redirect } from '@sveltejs/kit';
import * as reviews from '#lib/server/canvas-reviews.ts';
import { signedIn } from '#lib/server/learner.ts';
import { formOf, uuidIn } from '#lib/server/texts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	requests: await reviews.open(locals.db, signedIn(locals).id, locals.now, locals.language)
});

export const actions: Actions = {
	default: async ({ locals, request: sent }) => {
		const { id: reviewerId } = signedIn(locals);
		const request = uuidIn(await formOf(sent), 'request') ?? error(404);
		const id = await reviews.claim(locals.db, { reviewerId, request, at: locals.now });
		if (!id) return fail(409, { full: true });
		redirect(303, `/${locals.language}/canvas/reviews/${id}`);
	}
};
