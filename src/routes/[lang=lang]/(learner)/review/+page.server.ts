import { error, fail, redirect } from '@sveltejs/kit';
import { isoDay } from '#lib/i18n/format.ts';
import { readGiven } from '#lib/learning/read-given.ts';
import * as answers from '#lib/server/answers.ts';
import { itemOf } from '#lib/server/course.ts';
import { signedIn } from '#lib/server/learner.ts';
import * as reviews from '#lib/server/reviews.ts';
import { confidenceIn, formOf, texts, uuidIn } from '#lib/server/texts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { db, language, now } = locals;
	const { id: accountId, weeklyMail } = signedIn(locals);
	const asker = { accountId, language, now };
	const named = (name: string) => url.searchParams.get(name)?.slice(0, 20);
	const asked = { after: named('after'), like: named('like') };
	return { review: await reviews.view(db, asker, asked), like: asked.like, weeklyMail };
};

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const { id: accountId } = signedIn(locals);
		const { db, language, now: at } = locals;
		const form = await formOf(request);
		const item = itemOf(texts(form, 'item').item);
		const answerId = uuidIn(form, 'answerId');
		if (!item || !answerId) error(404);
		// Answered on another device meanwhile: then it is no longer waiting, and that answer is shown.
		const verdict = `/${language}/review?after=${item.id}#item-${item.id.toLowerCase()}-verdict`;
		const like = url.searchParams.get('like')?.slice(0, 20);
		const isAsked = like
			? (await reviews.another(db, { accountId, now: at, item: like })) === item.id
			: await reviews.isWaiting(db, accountId, item.id, at);
		if (!isAsked) {
			// A device that kept this answer says so when it is another one that was taken over.
			const kept = request.headers.has('x-kept-by');
			if (kept && !(await answers.isRecorded(db, accountId, answerId)))
				return fail(409, { item: { id: item.id, conflict: true } });
			redirect(303, verdict);
		}
		const given = readGiven(item, form);
		const answer = { answerId, accountId, item: item.id, day: isoDay(at), given, language, at };
		const outcome = await answers.recordReview(db, { ...answer, confidence: confidenceIn(form) });
		if (outcome.kind === 'unknown') error(404);
		if (outcome.kind === 'invalid')
			return fail(400, { item: { id: item.id, invalid: outcome.why, given } });
		redirect(303, verdict);
	}
};
