import { randomUUID } from 'node:crypto';
import { error, fail, redirect } from '@sveltejs/kit';
import { readCells } from '#lib/learning/canvas.ts';
import * as canvas from '#lib/server/canvas.ts';
import { course } from '#lib/server/course.ts';
import { signedIn } from '#lib/server/learner.ts';
import { formOf, texts, uuidIn } from '#lib/server/texts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { id } = signedIn(locals);
	const exercise = await canvas.view(locals.db, id, params.exercise, locals.language);
	if (!exercise) error(404);
	return {
		exercise,
		saveId: randomUUID(),
		caseLabel: course.runningCase?.label[locals.language] ?? ''
	};
};

/** Digits, or something that is no version at all. */
const versionIn = (text: string) => (/^\d{1,6}$/.test(text) ? Number(text) : -1);

export const actions: Actions = {
	/** Any fields of this exercise: one that was being written, or the whole form without scripts. */
	save: async ({ locals, params, request }) => {
		const { id: accountId } = signedIn(locals);
		const exercise = canvas.exerciseOf(params.exercise) ?? error(404);
		const form = await formOf(request);
		const saveId = uuidIn(form, 'saveId') ?? error(404);
		// Scripts send an empty row first, so that a field can also be emptied: the last value counts.
		const get = (name: string) => {
			const value = form.getAll(name).at(-1);
			return typeof value === 'string' ? value : undefined;
		};
		const fields: Record<string, Exclude<canvas.Saved, { kind: 'unknown' }>> = {};
		for (const field of exercise.fields) {
			const cells = readCells(field, get);
			if (!cells) continue;
			const saved = await canvas.save(locals.db, {
				...{ accountId, field: field.id, cells, saveId },
				base: versionIn(get(`base:${field.id}`) ?? ''),
				language: locals.language,
				at: locals.now
			});
			if (saved.kind === 'unknown') return fail(400, { refused: field.id, fields });
			fields[field.id] = saved;
		}
		if (Object.keys(fields).length === 0) error(404);
		return Object.values(fields).some(({ kind }) => kind === 'aside')
			? fail(409, { fields })
			: { fields };
	},
	/** Of two versions, the one that counts. */
	settle: async ({ locals, params, request }) => {
		const { id: accountId } = signedIn(locals);
		const form = await formOf(request);
		const [field = '', ...versions] = texts(form, 'settle').settle.split(' ');
		const [base = -1, revision = -1, upTo = -1] = versions.map(versionIn);
		const saveId = uuidIn(form, 'saveId') ?? error(404);
		const exercise = canvas.exerciseOf(params.exercise) ?? error(404);
		if (!exercise.fields.some(({ id }) => id === field)) error(404);
		const taken = await canvas.take(locals.db, {
			...{ accountId, field, base, revision, upTo, saveId },
			...{ language: locals.language, at: locals.now }
		});
		if (taken.kind === 'unknown') error(404);
		redirect(303, `/${locals.language}/canvas/${exercise.id}#${field}`);
	}
};
