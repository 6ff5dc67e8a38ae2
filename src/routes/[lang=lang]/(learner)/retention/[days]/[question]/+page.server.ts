import { error } from '@sveltejs/kit';
import { retentionDays } from '#lib/learning/retention.ts';
import * as questions from '#lib/server/attempt-questions.ts';
import { signedIn } from '#lib/server/learner.ts';
import * as retention from '#lib/server/retention.ts';
import type { Actions, PageServerLoad } from './$types';

/** The question somebody asks for, as far as the address makes sense. */
const asked = (locals: App.Locals, params: { days: string; question: string }) => ({
	accountId: signedIn(locals).id,
	days: retentionDays(params.days) ?? error(404),
	question: questions.numberIn(params.question) ?? error(404),
	language: locals.language
});

export const load: PageServerLoad = async ({ locals, params }) => {
	const check = asked(locals, params);
	const view = await retention.question(locals.db, check);
	if (!view) error(404);
	return { days: check.days, view };
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const found = await retention.findQuestion(locals.db, asked(locals, params));
		if (!found) error(404);
		return (await questions.answer(locals, found, request)) ?? error(404);
	}
};
