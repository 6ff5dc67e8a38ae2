import { error, fail, redirect } from '@sveltejs/kit';
import { course } from '#lib/server/course.ts';
import { app } from '#lib/server/current.ts';
import * as lessons from '#lib/server/lessons.ts';
import { checkIn, formOf, texts } from '#lib/server/texts.ts';
import * as trial from '#lib/server/trial.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** The open lesson, without an account. Whoever has one reads it where their progress is. */
export const load: PageServerLoad = ({ locals, cookies, url }) => {
	const { account, language } = locals;
	if (account) redirect(303, `/${language}/lesson/${course.open}`);
	const lesson = lessons.viewOfTrial(trial.read(cookies), language);
	return { lesson, again: url.searchParams.get('again') };
};

/** Who answers here has no account; whoever has one is told that this is not their page. */
function visitor({ cookies, locals }: RequestEvent) {
	if (locals.account) error(404);
	return { cookies, secure: app().env.ORIGIN.startsWith('https:'), language: locals.language };
}

export const actions: Actions = {
	predict: async (event) => {
		const { prediction, chosen } = texts(await formOf(event.request), 'prediction', 'chosen');
		const outcome = trial.predict(visitor(event), { prediction, chosen });
		if (outcome.kind === 'unknown') error(404);
		if (outcome.kind === 'empty') return fail(400, { prediction: { id: prediction } });
		return { kept: true };
	},

	check: async (event) => {
		const answer = checkIn(await formOf(event.request));
		if (!answer) error(404);
		const { item: id, given } = answer;
		const outcome = trial.check(visitor(event), answer);
		if (outcome.kind === 'unknown') error(404);
		if (outcome.kind === 'invalid') return fail(400, { item: { id, invalid: outcome.why, given } });
		if (outcome.kind === 'conflict') return fail(409, { item: { id, conflict: true } });
		return { kept: true };
	},

	note: async (event) => {
		const { field, body: raw } = texts(await formOf(event.request), 'field', 'body');
		// Forms send CRLF; everything else stays as typed.
		const body = raw.replaceAll('\r\n', '\n');
		const outcome = trial.note(visitor(event), { field, body, at: event.locals.now });
		if (outcome.kind === 'unknown') error(404);
		if (outcome.kind === 'too-long') return fail(400, { note: { field, body, tooLong: outcome } });
		return { kept: true };
	}
};
