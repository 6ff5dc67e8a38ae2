import { error, fail } from '@sveltejs/kit';
import { readGiven } from '#lib/learning/read-given.ts';
import * as answers from '#lib/server/answers.ts';
import { signedIn } from '#lib/server/learner.ts';
import * as quizzes from '#lib/server/quizzes.ts';
import { confidenceIn, formOf, uuidIn } from '#lib/server/texts.ts';
import type { Actions, PageServerLoad } from './$types';

/** The question somebody asks for, as far as the address makes sense. */
function asked(locals: App.Locals, params: { quiz: string; number: string; question: string }) {
	if (!/^\d{1,3}$/.test(params.number) || !/^\d{1,3}$/.test(params.question)) error(404);
	return {
		accountId: signedIn(locals).id,
		quiz: params.quiz,
		number: Number(params.number),
		question: Number(params.question),
		language: locals.language
	};
}

export const load: PageServerLoad = async ({ locals, params }) => {
	const view = await quizzes.question(locals.db, asked(locals, params));
	if (!view) error(404);
	return { view };
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const { db, now: at, language } = locals;
		const place = asked(locals, params);
		const found = await quizzes.findQuestion(db, place);
		const form = await formOf(request);
		const answerId = uuidIn(form, 'answerId');
		if (!found || !answerId) error(404);
		const { row, item } = found;
		const given = readGiven(item, form);
		const answer = {
			answerId,
			accountId: place.accountId,
			given,
			language,
			at,
			attemptId: row.id,
			item: item.id,
			confidence: confidenceIn(form)
		};
		const outcome = await answers.recordInAttempt(db, answer);
		if (outcome.kind === 'unknown') error(404);
		if (outcome.kind === 'invalid') return fail(400, { invalid: outcome.why, given });
		if (outcome.kind === 'conflict') return fail(409, { conflict: true });
		return { kept: true };
	}
};
