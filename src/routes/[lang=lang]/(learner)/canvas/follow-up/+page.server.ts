import { randomUUID } from 'node:crypto';
import { error, fail, redirect } from '@sveltejs/kit';
import { signedIn } from '#lib/server/learner.ts';
import * as plans from '#lib/server/plans.ts';
import { formOf, texts, uuidIn } from '#lib/server/texts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const list = await plans.view(locals.db, signedIn(locals).id, locals.now);
	return {
		plans: list.map((plan) => ({ ...plan, id: randomUUID() })),
		saved: url.searchParams.has('saved')
	};
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const { id: accountId } = signedIn(locals);
		const form = await formOf(request);
		const id = uuidIn(form, 'id') ?? error(404);
		const typed = texts(form, 'condition', 'action', 'outcome', 'note');
		// Forms send CRLF; everything else stays as typed.
		for (const name of ['condition', 'action', 'note'] as const)
			typed[name] = typed[name].replaceAll('\r\n', '\n');
		const kept = await plans.answer(locals.db, { accountId, id, ...typed, at: locals.now });
		if (kept === 'unknown') error(404);
		if (kept !== 'kept') return fail(kept === 'sent-before' ? 409 : 400, { problem: kept, typed });
		redirect(303, `/${locals.language}/canvas/follow-up?saved`);
	}
};
