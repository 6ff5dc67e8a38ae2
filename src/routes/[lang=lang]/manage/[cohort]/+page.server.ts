import { error, redirect } from '@sveltejs/kit';
import type { Language } from '#lib/course/language.ts';
import { choose, pageOf, readView, writeView, type PeopleView } from '#lib/learning/people-view.ts';
import * as cohorts from '#lib/server/cohorts.ts';
import { course } from '#lib/server/course.ts';
import { view as insightsOf } from '#lib/server/insights.ts';
import { signedIn } from '#lib/server/learner.ts';
import { formOf, texts } from '#lib/server/texts.ts';
import type { Actions, PageServerLoad } from './$types';

/** The cohort through the manager who asks, and how they keep its list; anybody else's is not there. */
async function own(locals: App.Locals, id: string) {
	return (await cohorts.opened(locals.db, signedIn(locals).id, id)) ?? error(404);
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { db, now, language } = locals;
	const { cohort, view } = await own(locals, params.cohort);
	const [dashboard, insights] = await Promise.all([
		cohorts.dashboard(db, cohort, now),
		insightsOf(db, cohort, language)
	]);
	const { id, name, startsAt, endsAt, lessonsPerWeek, sees, archivedAt } = cohort;
	return {
		cohort: { id, name, startsAt, endsAt, lessonsPerWeek, sees, archivedAt },
		now,
		...shownOf(dashboard, viewOf(url.searchParams, view), language),
		viewKept: url.searchParams.has('kept'),
		insights
	};
};

/** What the address asks for; when it asks for nothing, what this manager kept. */
function viewOf(asked: URLSearchParams, kept: string | null): PeopleView {
	const asks = ['pace', 'find', 'sort', 'page'].some((each) => asked.has(each));
	return readView(asks ? asked : new URLSearchParams(kept ?? ''));
}

/** The page's own part of what there is: at most a hundred people, of those who were asked for. */
function shownOf(
	{ funnel, people, ...rest }: Awaited<ReturnType<typeof cohorts.dashboard>>,
	view: PeopleView,
	language: Language
) {
	const chosen = choose(people, view);
	const { people: shown, page, pages } = pageOf(chosen, view.page);
	return {
		...rest,
		total: people.length,
		chosen: chosen.length,
		people: shown,
		pages,
		view: { ...view, page },
		/** The same people as a file, and their other pages. */
		asked: writeView({ ...view, page: 1 }),
		funnel: funnel?.map((part) => ({
			...part,
			title: course.modules.find(({ id }) => id === part.module)!.title[language]
		}))
	};
}

export const actions: Actions = {
	keepView: async ({ locals, params, request }) => {
		const { cohort } = await own(locals, params.cohort);
		const asked = new URLSearchParams(texts(await formOf(request), 'find', 'pace', 'sort'));
		await cohorts.keepView(locals.db, { cohort, managerId: signedIn(locals).id, asked });
		redirect(303, `/${locals.language}/manage/${cohort.id}?kept#people`);
	}
};
