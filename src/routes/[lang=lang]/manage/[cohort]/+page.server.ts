import { error, fail, redirect } from '@sveltejs/kit';
import type { Language } from '#lib/course/language.ts';
import { choose, pageOf, readView, writeView, type PeopleView } from '#lib/learning/people-view.ts';
import * as cohorts from '#lib/server/cohorts.ts';
import { course } from '#lib/server/course.ts';
import { view as insightsOf } from '#lib/server/insights.ts';
import { app } from '#lib/server/current.ts';
import { signedIn } from '#lib/server/learner.ts';
import { formOf, texts, whole } from '#lib/server/texts.ts';
import type { Actions, PageServerLoad } from './$types';

/** The cohort through the manager who asks; anybody else's is not there. */
async function own(locals: App.Locals, id: string) {
	return (await cohorts.ofManager(locals.db, signedIn(locals).id, id)) ?? error(404);
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { db, now, language } = locals;
	const cohort = await own(locals, params.cohort);
	const [dashboard, stays, links, view, insights] = await Promise.all([
		cohorts.dashboard(db, cohort, now),
		cohorts.stays(db, cohort),
		cohorts.links(db, cohort, now),
		viewOf(locals, cohort, url.searchParams),
		insightsOf(db, cohort, language)
	]);
	const { id, name, startsAt, endsAt, lessonsPerWeek, sees, archivedAt } = cohort;
	return {
		cohort: { id, name, startsAt, endsAt, lessonsPerWeek, sees, archivedAt },
		now,
		origin: app().env.ORIGIN,
		...shownOf(dashboard, view, language),
		viewKept: url.searchParams.has('kept'),
		stays,
		insights,
		links: links.map(({ id, code, uses, maxUses, expiresAt, state }) => ({
			id,
			code,
			uses,
			maxUses,
			expiresAt,
			state
		}))
	};
};

/** What the address asks for; when it asks for nothing, what this manager kept. */
async function viewOf(
	locals: App.Locals,
	cohort: Awaited<ReturnType<typeof own>>,
	asked: URLSearchParams
): Promise<PeopleView> {
	if (['pace', 'find', 'sort', 'page'].some((each) => asked.has(each))) return readView(asked);
	const kept = await cohorts.keptView(locals.db, cohort, signedIn(locals).id);
	return readView(new URLSearchParams(kept));
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

const DAY = 24 * 60 * 60 * 1000;

export const actions: Actions = {
	makeLink: async ({ locals, params, request }) => {
		const cohort = await own(locals, params.cohort);
		const typed = texts(await formOf(request), 'maxUses', 'days');
		const maxUses = whole(typed.maxUses, 5000);
		const days = whole(typed.days, 365);
		if (!maxUses || !days)
			return fail(400, {
				maxUses: typed.maxUses.slice(0, 20),
				days: typed.days.slice(0, 20),
				badUses: !maxUses,
				badDays: !days
			});
		const at = locals.now;
		await cohorts.makeLink(locals.db, {
			cohort,
			maxUses,
			expiresAt: new Date(at.getTime() + days * DAY),
			at
		});
		return { made: true };
	},

	revokeLink: async ({ locals, params, request }) => {
		const cohort = await own(locals, params.cohort);
		const { link } = texts(await formOf(request), 'link');
		await cohorts.revokeLink(locals.db, cohort, link, locals.now);
		return { revoked: true };
	},

	keepView: async ({ locals, params, request }) => {
		const cohort = await own(locals, params.cohort);
		const asked = new URLSearchParams(texts(await formOf(request), 'find', 'pace', 'sort'));
		await cohorts.keepView(locals.db, { cohort, managerId: signedIn(locals).id, asked });
		redirect(303, `/${locals.language}/manage/${cohort.id}?kept#people`);
	}
};
