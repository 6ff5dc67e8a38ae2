import { error, fail, redirect } from '@sveltejs/kit';
import * as reviews from '#lib/server/canvas-reviews.ts';
import { signedIn } from '#lib/server/learner.ts';
import { formOf, levelsIn, texts, uuidOf } from '#lib/server/texts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, request }) => {
	const { db, language, now } = locals;
	const { id: reviewerId } = signedIn(locals);
	const id = uuidOf(params.review) ?? error(404);
	const review = await reviews.view(db, { reviewerId, id, language, now });
	// What was being written when the request was withdrawn is shown back, by the action below; the exercise is not.
	if (!review && request.method !== 'POST') error(404);
	return { review, most: reviews.SUGGESTION };
};

export const actions: Actions = {
	send: async ({ locals, params, request }) => {
		const { id: reviewerId } = signedIn(locals);
		const id = uuidOf(params.review) ?? error(404);
		const form = await formOf(request);
		const levels = levelsIn(form);
		// Forms send CRLF; everything else stays as typed.
		const suggestion = texts(form, 'suggestion').suggestion.replaceAll('\r\n', '\n');
		const given = { reviewerId, id, levels, suggestion, at: locals.now };
		const sent = await reviews.send(locals.db, given);
		if (sent === 'gone') return fail(404, { problem: sent, levels, suggestion });
		if (sent !== 'sent') return fail(400, { problem: sent, levels, suggestion });
		redirect(303, `/${locals.language}/canvas/reviews/${id}`);
	},
	release: async ({ locals, params }) => {
		const { id: reviewerId } = signedIn(locals);
		const id = uuidOf(params.review) ?? error(404);
		if (!(await reviews.release(locals.db, { reviewerId, id }))) error(404);
		redirect(303, `/${locals.language}/canvas/reviews`);
	}
};
