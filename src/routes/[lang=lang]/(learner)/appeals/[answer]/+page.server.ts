import { error, fail, redirect } from '@sveltejs/kit';
import * as appeals from '#lib/server/appeals.ts';
import { signedIn } from '#lib/server/learner.ts';
import { formOf, texts, uuidOf } from '#lib/server/texts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { id: accountId } = signedIn(locals);
	const { db, language } = locals;
	const answerId = uuidOf(params.answer) ?? error(404);
	const about = await appeals.view(db, { accountId, answerId, language });
	return { about: about ?? error(404), most: appeals.MOST };
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const { id: accountId } = signedIn(locals);
		const { db, now: at, language } = locals;
		const answerId = uuidOf(params.answer) ?? error(404);
		const { reason: raw } = texts(await formOf(request), 'reason');
		// Forms send CRLF; everything else stays as typed.
		const reason = raw.replaceAll('\r\n', '\n');
		const made = await appeals.make(db, { accountId, answerId, reason, at });
		if (made === 'unknown') error(404);
		if (made !== 'made') return fail(400, { reason, problem: made });
		redirect(303, `/${language}/appeals/${answerId}`);
	}
};
