import { error, fail } from '@sveltejs/kit';
import * as sharing from '#lib/server/canvas-sharing.ts';
import { signedIn } from '#lib/server/learner.ts';
import { formOf, levelsIn, texts } from '#lib/server/texts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const given = { managerId: signedIn(locals).id, cohortId: params.cohort, share: params.share };
	const { db, language } = locals;
	return { shared: (await sharing.readShare(db, { ...given, language })) ?? error(404) };
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = await formOf(request);
		const levels = levelsIn(form);
		const typed = texts(form, 'body', 'enables');
		const kept = await sharing.respond(locals.db, {
			...{ managerId: signedIn(locals).id, cohortId: params.cohort, share: params.share },
			...{ levels, ...typed, at: locals.now }
		});
		if (kept === 'gone') error(404);
		return kept === 'kept' ? { kept: true } : fail(400, { problem: kept, levels, typed });
	}
};
