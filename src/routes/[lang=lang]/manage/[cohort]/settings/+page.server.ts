import { error, fail, redirect } from '@sveltejs/kit';
import { isoDay } from '#lib/i18n/format.ts';
import { planIn, sizeOfCourse } from '#lib/server/cohort-form.ts';
import * as settings from '#lib/server/cohort-settings.ts';
import * as cohorts from '#lib/server/cohorts.ts';
import { app } from '#lib/server/current.ts';
import { signedIn } from '#lib/server/learner.ts';
import { formOf, texts, uuidIn } from '#lib/server/texts.ts';
import type { Actions, PageServerLoad } from './$types';

/** The cohort through the manager who asks; anybody else's is not there. */
async function by(locals: App.Locals, params: { cohort: string }) {
	const { id: managerId, name: manager } = signedIn(locals);
	const { db, now } = locals;
	const cohort = (await cohorts.ofManager(db, managerId, params.cohort)) ?? error(404);
	return { cohort, managerId, manager, now, origin: app().env.ORIGIN };
}

const outcomes = ['plan', 'sees', 'asked', 'managers', 'archived', 'open'] as const;

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { cohort, managerId } = await by(locals, params);
	const { id, name, sees, asksBandsAt, archivedAt, lessonsPerWeek, language } = cohort;
	const managers = await settings.managers(locals.db, cohort);
	return {
		cohort: { id, name, sees, asksBandsAt, archivedAt },
		plan: {
			...{ name, startsOn: isoDay(cohort.startsAt), endsOn: isoDay(cohort.endsAt) },
			...{ lessonsPerWeek: lessonsPerWeek === null ? '' : String(lessonsPerWeek) },
			languageChosen: language
		},
		managers: managers.map((each) => ({ ...each, you: each.id === managerId })),
		size: sizeOfCourse,
		done: outcomes.find((each) => each === url.searchParams.get('done'))
	};
};

/** Back to the page, which says what was done. */
function saved(locals: App.Locals, cohortId: string, done: (typeof outcomes)[number]): never {
	redirect(303, `/${locals.language}/manage/${cohortId}/settings?done=${done}`);
}

export const actions: Actions = {
	plan: async ({ locals, params, request }) => {
		const asked = await by(locals, params);
		const given = planIn(await formOf(request));
		if ('problem' in given) return fail(400, given.problem);
		await settings.change(locals.db, asked, given.plan);
		saved(locals, asked.cohort.id, 'plan');
	},
	sees: async ({ locals, params, request }) => {
		const asked = await by(locals, params);
		const { sees } = texts(await formOf(request), 'sees');
		if (sees !== 'status' && sees !== 'bands') error(400);
		const outcome = await settings.setSees(locals.db, { ...asked, sees });
		if (outcome === 'asked') app().sendMail();
		saved(locals, asked.cohort.id, outcome === 'asked' ? 'asked' : 'sees');
	},
	addManager: async ({ locals, params, request }) => {
		const asked = await by(locals, params);
		const { email } = texts(await formOf(request), 'email');
		const outcome = await settings.addManager(locals.db, { ...asked, email });
		if (outcome === 'unknown') return fail(400, { email: email.slice(0, 300) });
		app().sendMail();
		saved(locals, asked.cohort.id, 'managers');
	},
	removeManager: async ({ locals, params, request }) => {
		const asked = await by(locals, params);
		const id = uuidIn(await formOf(request), 'manager') ?? error(404);
		const outcome = await settings.removeManager(locals.db, { ...asked, id });
		if (outcome === 'unknown') error(404);
		if (outcome === 'last') return fail(409, { last: true });
		if (id === asked.managerId) redirect(303, `/${locals.language}/manage`);
		saved(locals, asked.cohort.id, 'managers');
	},
	archive: async ({ locals, params, request }) => {
		const asked = await by(locals, params);
		const away = texts(await formOf(request), 'away').away === 'yes';
		await settings.archive(locals.db, asked, away);
		saved(locals, asked.cohort.id, away ? 'archived' : 'open');
	}
};
