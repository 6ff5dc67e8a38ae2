import { randomUUID } from 'node:crypto';
import { error, fail, redirect } from '@sveltejs/kit';
import { readCells } from '#lib/learning/canvas.ts';
import * as canvas from '#lib/server/canvas.ts';
import { toMerge } from '#lib/server/canvas-merging.ts';
import { signedIn } from '#lib/server/learner.ts';
import { formOf, texts, uuidIn, versionIn } from '#lib/server/texts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { id } = signedIn(locals);
	const [history, merging] = await Promise.all([
		canvas.history(locals.db, id, params.field, locals.language),
		toMerge(locals.db, id, params.field, locals.language)
	]);
	if (!history || !merging || history.exercise !== params.exercise) error(404);
	return { history, merging, saveId: randomUUID() };
};

export const actions: Actions = {
	/** Restores an earlier version; or keeps what was made of two, when the form says up to which versions it settles. */
	default: async ({ locals, params, request }) => {
		const { id: accountId } = signedIn(locals);
		const form = await formOf(request);
		const { revision, base, upTo } = texts(form, 'revision', 'base', 'upTo');
		const save = {
			...{ accountId, field: params.field, saveId: uuidIn(form, 'saveId') ?? error(404) },
			...{ base: versionIn(base), language: locals.language, at: locals.now }
		};
		if (upTo === '') {
			const given = { ...save, revision: versionIn(revision), upTo: 0 };
			if ((await canvas.take(locals.db, given)).kind === 'unknown') error(404);
		} else {
			const cells = readCells(canvas.fieldOf(params.field) ?? error(404), (name) => {
				const value = form.get(name);
				return typeof value === 'string' ? value : undefined;
			});
			const given = { ...save, cells: cells ?? error(404), settles: versionIn(upTo) };
			if ((await canvas.save(locals.db, given)).kind === 'unknown') return fail(400, { cells });
		}
		redirect(303, `/${locals.language}/canvas/${params.exercise}#${params.field}`);
	}
};
