import { error } from '@sveltejs/kit';
import * as questions from '#lib/server/attempt-questions.ts';
import { signedIn } from '#lib/server/learner.ts';
import * as quizzes from '#lib/server/quizzes.ts';
import type { Actions, PageServerLoad } from './$types';

/** The question somebody asks for, as far as the address makes sense. */
function asked(locals: App.Locals, params: { quiz: string; number: string; question: string }) {
	const number = questions.numberIn(params.number) ?? error(404);
	const question = questions.numberIn(params.question) ?? error(404);
	const { id: accountId } = signedIn(locals);
	return { accountId, quiz: params.quiz, number, question, language: locals.language };
}

export const load: PageServerLoad = async ({ locals, params }) => {
	const view = await quizzes.question(locals.db, asked(locals, params));
	if (!view) error(404);
	return { view };
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const place = asked(locals, params);
		const sent = (await questions.sentIn(request)) ?? error(404);
		const done = await quizzes.answer(locals.db, place, { ...sent, at: locals.now });
		if (!done) error(404);
		const { outcome, given, ...pages } = done;
		// The page as it is now comes along, and the next one, so that a script need not ask for them.
		const brought = { question: place.question, ...pages };
		return questions.refusal(outcome, given, brought) ?? { kept: true, ...brought };
	}
};
