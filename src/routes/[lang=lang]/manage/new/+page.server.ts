import { fail, redirect } from '@sveltejs/kit';
import { isoDay } from '#lib/i18n/format.ts';
import { tidyName } from '#lib/server/accounts.ts';
import * as cohorts from '#lib/server/cohorts.ts';
import { endOfDay, startOfDay } from '#lib/server/days.ts';
import { signedIn } from '#lib/server/learner.ts';
import { formOf, texts } from '#lib/server/texts.ts';
import type { Actions, PageServerLoad } from './$types';

const EIGHT_WEEKS = 56 * 24 * 60 * 60 * 1000;

export const load: PageServerLoad = ({ locals }) => ({
	startsOn: isoDay(locals.now),
	endsOn: isoDay(new Date(locals.now.getTime() + EIGHT_WEEKS))
});

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const { id: managerId } = signedIn(locals);
		const { db, now: at, language } = locals;
		const typed = texts(await formOf(request), 'name', 'startsOn', 'endsOn');
		const name = tidyName(typed.name);
		const startsAt = startOfDay(typed.startsOn);
		const endsAt = endOfDay(typed.endsOn);
		const badEnd = !endsAt || (startsAt !== undefined && endsAt <= startsAt);
		if (!name || !startsAt || badEnd) {
			const kept = {
				name: typed.name.slice(0, 300),
				startsOn: typed.startsOn.slice(0, 20),
				endsOn: typed.endsOn.slice(0, 20)
			};
			return fail(400, { ...kept, badName: !name, badStart: !startsAt, badEnd });
		}
		const id = await cohorts.create(db, { managerId, name, startsAt, endsAt, at });
		redirect(303, `/${language}/manage/${id}`);
	}
};
