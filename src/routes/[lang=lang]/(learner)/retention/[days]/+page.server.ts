import { error, fail, redirect } from '@sveltejs/kit';
import { retentionDays } from '#lib/learning/retention.ts';
import { signedIn } from '#lib/server/learner.ts';
import * as retention from '#lib/server/retention.ts';
import type { Actions, PageServerLoad } from './$types';

/** The check somebody asks for, and who asks. */
const asked = (locals: App.Locals, params: { days: string }) => ({
	account: signedIn(locals),
	days: retentionDays(params.days) ?? error(404),
	now: locals.now
});

export const load: PageServerLoad = async ({ locals, params }) => {
	const { db, language } = locals;
	return { check: await retention.view(db, { ...asked(locals, params), language }) };
};

export const actions: Actions = {
	/** Begins the check, or goes on with it. */
	default: async ({ locals, params }) => {
		const check = asked(locals, params);
		const question = await retention.begin(locals.db, check);
		if (question === undefined) return fail(409, { closed: true });
		redirect(303, `/${locals.language}/retention/${check.days}/${question}`);
	}
};
