import { error, fail, redirect } from '@sveltejs/kit';
import * as cohorts from '#lib/server/cohorts.ts';
import { app } from '#lib/server/current.ts';
import * as elsewhere from '#lib/server/elsewhere/trouble.ts';
import { formOf, texts } from '#lib/server/texts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, url }) => {
	const { db, now, account } = locals;
	const found = await cohorts.behindLink(db, params.code, account, now);
	if (!found) error(404);
	const { cohort, managers, state, personal, domains } = found;
	return {
		name: cohort.name,
		startsAt: cohort.startsAt,
		endsAt: cohort.endsAt,
		lessonsPerWeek: cohort.lessonsPerWeek,
		sees: cohort.sees,
		managers,
		...{ state, personal, domains },
		elsewhere: elsewhere.shown(app().env.elsewhere, url),
		line: cohorts.lineBeforeJoining(cohort, account, now)
	};
};

export const actions: Actions = {
	default: async ({ params, locals, url, request }) => {
		const { db, now: at, account, language } = locals;
		if (!account) redirect(303, `/${language}/sign-in?next=${encodeURIComponent(url.pathname)}`);
		// What the page said that managers see: nobody joins something else than they read.
		const shown = texts(await formOf(request), 'sees').sees === 'bands' ? 'bands' : 'status';
		const { code } = params;
		const outcome = await cohorts.join(db, { code, account, shown, at });
		if (outcome === undefined) error(404);
		if (outcome === 'joined') redirect(303, `/${language}/course`);
		return fail(409, { outcome });
	}
};
