import { error, fail, redirect } from '@sveltejs/kit';
import * as care from '#lib/server/cohort-care.ts';
import * as settings from '#lib/server/cohort-settings.ts';
import * as cohorts from '#lib/server/cohorts.ts';
import { app } from '#lib/server/current.ts';
import { endOfDay } from '#lib/server/days.ts';
import { signedIn } from '#lib/server/learner.ts';
import * as overrides from '#lib/server/overrides.ts';
import { formOf, texts, uuidIn, uuidOf } from '#lib/server/texts.ts';
import type { Actions, PageServerLoad } from './$types';

/** The cohort through the manager who asks, and the id of somebody in it. */
async function about(locals: App.Locals, params: { cohort: string; person: string }) {
	const { db, now } = locals;
	const managerId = signedIn(locals).id;
	const cohort = (await cohorts.ofManager(db, managerId, params.cohort)) ?? error(404);
	return { cohort, managerId, id: uuidOf(params.person) ?? error(404), now };
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const asked = await about(locals, params);
	const person = (await care.person(locals.db, asked)) ?? error(404);
	const given = await overrides.of(locals.db, asked.id, locals.language);
	const movable = await settings.movable(locals.db, asked);
	const { id, name, endsAt } = asked.cohort;
	const done = url.searchParams.get('done');
	return {
		person,
		cohort: { id, name, endsAt },
		// Why is between that person and whoever decided it.
		given: given.map(({ reason: _, ...each }) => each),
		choices: overrides.choices(locals.language),
		movable: movable.map((each) => ({ id: each.id, name: each.name })),
		done: done === 'nudge' || done === 'time' || done === 'override' ? done : undefined
	};
};

async function override(
	{ locals, params, request }: Parameters<Actions[string]>[0],
	of: 'try' | 'exempt'
) {
	const asked = await about(locals, params);
	const { unit, reason } = texts(await formOf(request), 'unit', 'reason');
	const by = { ...asked, manager: signedIn(locals).name, origin: app().env.ORIGIN };
	const decide = of === 'try' ? overrides.giveTry : overrides.exempt;
	const said = await decide(locals.db, { ...by, unit, reason });
	if (said === 'unknown') error(404);
	if (said !== 'kept')
		return fail(400, {
			of,
			override: said,
			unit: unit.slice(0, 80),
			reason: reason.slice(0, 2000)
		});
	app().sendMail();
	// Without a place of its own it would get that of the form, far from the word that it was kept.
	redirect(
		303,
		`/${locals.language}/manage/${asked.cohort.id}/people/${asked.id}?done=override#done`
	);
}

export const actions: Actions = {
	nudge: async ({ locals, params }) => {
		const asked = await about(locals, params);
		const { env, sendMail } = app();
		const manager = signedIn(locals).name;
		const said = await care.nudge(locals.db, { ...asked, manager, origin: env.ORIGIN });
		if (said === 'unknown') error(404);
		// What stands on the page says why not.
		if (said !== 'sent') return fail(409, { nudge: said });
		sendMail();
		redirect(303, `/${locals.language}/manage/${asked.cohort.id}/people/${asked.id}?done=nudge`);
	},
	time: async ({ locals, params, request }) => {
		const asked = await about(locals, params);
		const typed = texts(await formOf(request), 'endsOn', 'reason');
		const kept = { endsOn: typed.endsOn.slice(0, 20), reason: typed.reason.slice(0, 2000) };
		const endsAt = endOfDay(typed.endsOn);
		if (!endsAt) return fail(400, { problem: 'no-day' as const, ...kept });
		const said = await care.giveTime(locals.db, { ...asked, endsAt, reason: typed.reason });
		if (said === 'unknown') error(404);
		if (said !== 'kept') return fail(400, { problem: said, ...kept });
		redirect(303, `/${locals.language}/manage/${asked.cohort.id}/people/${asked.id}?done=time`);
	},
	try: (event) => override(event, 'try'),
	exempt: (event) => override(event, 'exempt'),
	move: async ({ locals, params, request }) => {
		const asked = await about(locals, params);
		const to = uuidIn(await formOf(request), 'to');
		const by = { ...asked, manager: signedIn(locals).name, origin: app().env.ORIGIN };
		const said = await settings.move(locals.db, { ...by, to });
		if (said === 'unknown') error(404);
		if (said === 'nowhere') return fail(400, { badMove: true });
		app().sendMail();
		redirect(303, `/${locals.language}/manage/${to}/people/${asked.id}`);
	},
	remove: async ({ locals, params }) => {
		const asked = await about(locals, params);
		if (!(await care.remove(locals.db, asked))) error(404);
		redirect(303, `/${locals.language}/manage/${asked.cohort.id}`);
	}
};
