import { fail, redirect } from '@sveltejs/kit';
import { isoDay } from '#lib/i18n/format.ts';
import { planIn, sizeOfCourse } from '#lib/server/cohort-form.ts';
import * as cohorts from '#lib/server/cohorts.ts';
import { signedIn } from '#lib/server/learner.ts';
import { formOf, texts } from '#lib/server/texts.ts';
import type { Actions, PageServerLoad } from './$types';

const EIGHT_WEEKS = 56 * 24 * 60 * 60 * 1000;

export const load: PageServerLoad = ({ locals }) => ({
	startsOn: isoDay(locals.now),
	endsOn: isoDay(new Date(locals.now.getTime() + EIGHT_WEEKS)),
	size: sizeOfCourse
});

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const { id: managerId } = signedIn(locals);
		const { db, now: at, language } = locals;
		const form = await formOf(request);
		const asked = planIn(form);
		if ('problem' in asked) return fail(400, asked.problem);
		const sees = texts(form, 'sees').sees === 'bands' ? 'bands' : 'status';
		const id = await cohorts.create(db, { managerId, ...asked.plan, sees, at });
		redirect(303, `/${language}/manage/${id}`);
	}
};
