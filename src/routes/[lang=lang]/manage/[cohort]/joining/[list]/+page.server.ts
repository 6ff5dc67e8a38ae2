import { error, fail, redirect } from '@sveltejs/kit';
import * as cohorts from '#lib/server/cohorts.ts';
import { app } from '#lib/server/current.ts';
import * as invitations from '#lib/server/invitations.ts';
import { signedIn } from '#lib/server/learner.ts';
import { uuidOf } from '#lib/server/texts.ts';
import type { Actions, PageServerLoad } from './$types';

/** The cohort through the manager who asks, and the list that they brought for it. */
async function about(locals: App.Locals, params: { cohort: string; list: string }) {
	const { id: managerId, name: manager } = signedIn(locals);
	const cohort = (await cohorts.ofManager(locals.db, managerId, params.cohort)) ?? error(404);
	const by = { cohort, managerId, manager, now: locals.now, origin: app().env.ORIGIN };
	return { by, id: uuidOf(params.list) ?? error(404) };
}

export const load: PageServerLoad = async ({ locals, params }) => {
	const { by, id } = await about(locals, params);
	const preview = (await invitations.preview(locals.db, by, id)) ?? error(404);
	const { lines, counts, appliedAt } = preview;
	return {
		cohort: { id: by.cohort.id, name: by.cohort.name },
		counts,
		done: appliedAt !== null,
		// Once it was carried out, what it would do is no longer the question.
		lines: appliedAt ? [] : lines
	};
};

export const actions: Actions = {
	default: async ({ locals, params }) => {
		const { by, id } = await about(locals, params);
		const said = await invitations.carryOut(locals.db, by, id);
		if (said === 'unknown') error(404);
		if (said === 'archived') return fail(409, { archived: true });
		app().sendMail();
		redirect(303, `/${locals.language}/manage/${by.cohort.id}/joining/${id}`);
	}
};
