import { randomUUID } from 'node:crypto';
import { error, fail, redirect } from '@sveltejs/kit';
import { readCells } from '#lib/learning/canvas.ts';
import * as canvas from '#lib/server/canvas.ts';
import * as reviews from '#lib/server/canvas-reviews.ts';
import * as sharing from '#lib/server/canvas-sharing.ts';
import { course } from '#lib/server/course.ts';
import { signedIn } from '#lib/server/learner.ts';
import { formOf, levelsIn, texts, uuidIn, uuidOf, versionIn } from '#lib/server/texts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { db, language } = locals;
	const { id } = signedIn(locals);
	if (!canvas.exerciseOf(params.exercise)) error(404);
	const [exercise, shared, asked] = await Promise.all([
		canvas.view(db, id, params.exercise, language),
		sharing.ofExercise(db, id, params.exercise, language),
		reviews.ofExercise(db, id, params.exercise)
	]);
	return {
		exercise: exercise ?? error(404),
		sharing: shared,
		asked,
		group: reviews.GROUP,
		saveId: randomUUID(),
		caseLabel: course.runningCase?.label[language] ?? ''
	};
};

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
	/** What somebody says of their own exercise. */
	assess: async ({ locals, params, request }) => {
		const { id: accountId } = signedIn(locals);
		const exercise = canvas.exerciseOf(params.exercise) ?? error(404);
		const levels = levelsIn(await formOf(request));
		const given = { accountId, exercise: exercise.id, levels, at: locals.now };
		const assessed = await sharing.assess(locals.db, given);
		return assessed === 'kept' ? { assessed } : fail(400, { assessed, levels });
	},
	share: async ({ locals, params, request }) => {
		const { id: accountId } = signedIn(locals);
		const { id: exercise } = canvas.exerciseOf(params.exercise) ?? error(404);
		const cohortId = uuidOf((await formOf(request)).get('cohort')) ?? error(404);
		const given = { accountId, exercise, cohortId, at: locals.now };
		const shared = await sharing.share(locals.db, given);
		if (shared === 'unknown') error(404);
		return shared === 'shared' ? { shared } : fail(409, { shared });
	},
	revoke: async ({ locals, params, request }) => {
		const { id: accountId } = signedIn(locals);
		const { id: exercise } = canvas.exerciseOf(params.exercise) ?? error(404);
		const cohortId = uuidOf((await formOf(request)).get('cohort')) ?? error(404);
		const given = { accountId, exercise, cohortId, at: locals.now };
		if (!(await sharing.revoke(locals.db, given))) error(404);
		return { revoked: true };
	},
	/** Two colleagues are asked to look at it as it is now. */
	ask: async ({ locals, params, request }) => {
		const { id: accountId } = signedIn(locals);
		const { id: exercise } = canvas.exerciseOf(params.exercise) ?? error(404);
		const cohortId = uuidOf((await formOf(request)).get('cohort')) ?? error(404);
		const given = { accountId, exercise, cohortId, at: locals.now };
		const asked = await reviews.ask(locals.db, given);
		if (asked === 'unknown') error(404);
		return asked === 'asked' ? { asked } : fail(409, { asked });
	},
	withdraw: async ({ locals, params }) => {
		const { id: exercise } = canvas.exerciseOf(params.exercise) ?? error(404);
		const given = { accountId: signedIn(locals).id, exercise, at: locals.now };
		if (!(await reviews.withdraw(locals.db, given))) error(404);
		return { withdrawn: true };
	},
	/** Of two versions the one that counts, or one made of both. */
	settle: async ({ locals, params, request }) => {
		const { id: accountId } = signedIn(locals);
		const form = await formOf(request);
		const { settle, merge } = texts(form, 'settle', 'merge');
		const [field = '', ...versions] = (merge || settle).split(' ');
		const [base = -1, revision = -1, upTo = -1] = versions.map(versionIn);
		const saveId = uuidIn(form, 'saveId') ?? error(404);
		const exercise = canvas.exerciseOf(params.exercise) ?? error(404);
		if (!exercise.fields.some(({ id }) => id === field)) error(404);
		const taken = await canvas[merge ? 'merge' : 'take'](locals.db, {
			...{ accountId, field, base, revision, upTo, saveId },
			...{ language: locals.language, at: locals.now }
		});
		if (taken.kind === 'unknown') error(404);
		redirect(303, `/${locals.language}/canvas/${exercise.id}#${field}`);
	}
};
