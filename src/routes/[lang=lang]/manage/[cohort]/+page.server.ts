import { error, fail } from '@sveltejs/kit';
import type { Language } from '#lib/course/language.ts';
import { paces } from '#lib/learning/cohort.ts';
import * as cohorts from '#lib/server/cohorts.ts';
import { course } from '#lib/server/course.ts';
import { app } from '#lib/server/current.ts';
import { signedIn } from '#lib/server/learner.ts';
import { formOf, texts } from '#lib/server/texts.ts';
import type { Actions, PageServerLoad } from './$types';

/** The cohort through the manager who asks; anybody else's is not there. */
async function own(locals: App.Locals, id: string) {
	return (await cohorts.ofManager(locals.db, signedIn(locals).id, id)) ?? error(404);
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { db, now, language } = locals;
	const cohort = await own(locals, params.cohort);
	const [stats, stays, links] = await Promise.all([
		cohorts.dashboard(db, cohort, now),
		cohorts.stays(db, cohort),
		cohorts.links(db, cohort, now)
	]);
	return {
		cohort: { id: cohort.id, name: cohort.name, startsAt: cohort.startsAt, endsAt: cohort.endsAt },
		now,
		origin: app().env.ORIGIN,
		...shownOf(stats, url.searchParams.get('pace'), language),
		stays,
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

/** The page's own part of what there is: everybody, or those who are at one pace. */
function shownOf(
	{ funnel, needs, ...stats }: Awaited<ReturnType<typeof cohorts.dashboard>>,
	asked: string | null,
	language: Language
) {
	const pace = paces.find((each) => each === asked);
	return {
		stats,
		needs,
		pace,
		people: cohorts.atPace(stats.people, pace),
		funnel: funnel?.map((part) => ({
			...part,
			title: course.modules.find(({ id }) => id === part.module)!.title[language]
		}))
	};
}

const whole = (text: string, most: number) => {
	const number = Number(text.trim());
	return /^\s*\d{1,5}\s*$/.test(text) && number >= 1 && number <= most ? number : undefined;
};
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
	}
};
