import { error, redirect } from '@sveltejs/kit';
import { writeView } from '#lib/learning/people-view.ts';
import * as cohorts from '#lib/server/cohorts.ts';
import { course } from '#lib/server/course.ts';
import { view as insightsOf } from '#lib/server/insights.ts';
import { signedIn } from '#lib/server/learner.ts';
import { formOf, texts } from '#lib/server/texts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { db, now, language } = locals;
	const asked = { managerId: signedIn(locals).id, id: params.cohort, asked: url.searchParams, now };
	const { cohort, funnel, ...rest } = (await cohorts.dashboard(db, asked)) ?? error(404);
	const { id, name, startsAt, endsAt, lessonsPerWeek, sees, archivedAt } = cohort;
	return {
		cohort: { id, name, startsAt, endsAt, lessonsPerWeek, sees, archivedAt },
		now,
		...rest,
		/** The same people as a file, and their other pages. */
		asked: writeView({ ...rest.view, page: 1 }),
		funnel: funnel?.map((part) => ({
			...part,
			title: course.modules.find(({ id }) => id === part.module)!.title[language]
		})),
		viewKept: url.searchParams.has('kept'),
		insights: await insightsOf(db, cohort, language)
	};
};

export const actions: Actions = {
	keepView: async ({ locals, params, request }) => {
		const managerId = signedIn(locals).id;
		const cohort = (await cohorts.ofManager(locals.db, managerId, params.cohort)) ?? error(404);
		const asked = new URLSearchParams(texts(await formOf(request), 'find', 'pace', 'sort'));
		await cohorts.keepView(locals.db, { cohort, managerId, asked });
		redirect(303, `/${locals.language}/manage/${cohort.id}?kept#people`);
	}
};
