import { randomUUID } from 'node:crypto';
import { error, redirect } from '@sveltejs/kit';
import * as canvas from '#lib/server/canvas.ts';
import { signedIn } from '#lib/server/learner.ts';
import { formOf, texts, uuidIn, versionIn } from '#lib/server/texts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { id } = signedIn(locals);
	const history = await canvas.history(locals.db, id, params.field, locals.language);
	if (!history || history.exercise !== params.exercise) error(404);
	return { history, saveId: randomUUID() };
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const { id: accountId } = signedIn(locals);
		const form = await formOf(request);
		const { revision, base } = texts(form, 'revision', 'base');
		const taken = await canvas.take(locals.db, {
			...{ accountId, field: params.field, saveId: uuidIn(form, 'saveId') ?? error(404) },
			...{ revision: versionIn(revision), base: versionIn(base), upTo: 0 },
			...{ language: locals.language, at: locals.now }
		});
		if (taken.kind === 'unknown') error(404);
		redirect(303, `/${locals.language}/canvas/${params.exercise}#${params.field}`);
	}
};
