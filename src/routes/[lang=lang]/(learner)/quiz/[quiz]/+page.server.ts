import { error, fail, redirect } from '@sveltejs/kit';
import * as attempts from '#lib/server/attempts.ts';
import { signedIn } from '#lib/server/learner.ts';
import * as quizzes from '#lib/server/quizzes.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { id: accountId } = signedIn(locals);
	const { db, language, now } = locals;
	const quiz = await quizzes.view(db, { accountId, quiz: params.quiz, language, now });
	if (!quiz) error(404);
	return { quiz };
};

export const actions: Actions = {
	/** Begins an attempt, or goes on with the open one. */
	default: async ({ locals, params }) => {
		const { id: accountId } = signedIn(locals);
		const { db, language, now: at } = locals;
		const quiz = quizzes.policyOf(params.quiz);
		if (!quiz) error(404);
		const number = await attempts.begin(db, { accountId, quiz, at });
		if (number === undefined) return fail(409, { noTries: true });
		const seen = await quizzes.view(db, { accountId, quiz: params.quiz, language, now: at });
		redirect(303, `/${language}/quiz/${params.quiz}/${number}/${seen?.open?.question ?? 1}`);
	}
};
