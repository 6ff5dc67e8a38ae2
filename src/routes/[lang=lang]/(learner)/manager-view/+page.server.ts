import { error, redirect } from '@sveltejs/kit';
import * as sharing from '#lib/server/canvas-sharing.ts';
import * as care from '#lib/server/cohort-care.ts';
import * as settings from '#lib/server/cohort-settings.ts';
import * as cohorts from '#lib/server/cohorts.ts';
import * as overrides from '#lib/server/overrides.ts';
import { signedIn } from '#lib/server/learner.ts';
import { formOf, texts, uuidIn } from '#lib/server/texts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { db, language, now } = locals;
	const { id } = signedIn(locals);
	const [seen, shared, given] = await Promise.all([
		cohorts.seenOf(db, id, now),
		sharing.sharedBy(db, id, language),
		overrides.of(db, id, language)
	]);
	return {
		left: url.searchParams.has('left'),
		...{ shared, given },
		seen: seen.map(({ cohort, ...rest }) => ({
			...rest,
			id: cohort.id,
			cohort: cohort.name,
			sees: cohort.sees,
			asks: cohort.asksBandsAt !== null,
			archived: cohort.archivedAt !== null
		}))
	};
};

export const actions: Actions = {
	leave: async ({ locals, request }) => {
		const { db, now: at, language } = locals;
		const cohortId = uuidIn(await formOf(request), 'cohort') ?? error(404);
		if (!(await care.leave(db, { accountId: signedIn(locals).id, cohortId, at }))) error(404);
		redirect(303, `/${language}/manager-view?left`);
	},
	agree: async ({ locals, request }) => {
		const { db, now: at, language } = locals;
		const form = await formOf(request);
		const cohortId = uuidIn(form, 'cohort') ?? error(404);
		const agrees = texts(form, 'agrees').agrees === 'yes';
		const accountId = signedIn(locals).id;
		if (!(await settings.agree(db, { accountId, cohortId, agrees, at }))) error(404);
		redirect(303, `/${language}/manager-view#asked`);
	}
};
