import { error, fail } from '@sveltejs/kit';
import { readGiven } from '#lib/learning/read-given.ts';
import * as answers from '#lib/server/answers.ts';
import { itemOf } from '#lib/server/course.ts';
import { signedIn } from '#lib/server/learner.ts';
import * as lessons from '#lib/server/lessons.ts';
import * as notes from '#lib/server/notes.ts';
import * as predictions from '#lib/server/predictions.ts';
import { formOf, texts, uuidIn } from '#lib/server/texts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { id: accountId } = signedIn(locals);
	const { db, language } = locals;
	const lesson = await lessons.view(db, { accountId, lesson: params.lesson, language });
	if (!lesson) error(404);
	return { lesson, again: url.searchParams.get('again') };
};

export const actions: Actions = {
	predict: async ({ locals, params, request }) => {
		const { id: accountId } = signedIn(locals);
		const { db, language, now: at } = locals;
		const { prediction, chosen } = texts(await formOf(request), 'prediction', 'chosen');
		const made = { accountId, lesson: params.lesson, prediction, chosen, language, at };
		const outcome = await predictions.record(db, made);
		if (outcome.kind === 'unknown') error(404);
		if (outcome.kind === 'empty') return fail(400, { prediction: { id: prediction } });
		return { kept: true };
	},

	check: async ({ locals, params, request }) => {
		const { id: accountId } = signedIn(locals);
		const { db, language, now: at } = locals;
		const form = await formOf(request);
		const { item: id, try: tried } = texts(form, 'item', 'try');
		const item = itemOf(id);
		const answerId = uuidIn(form, 'answerId');
		const attempt = Number(tried);
		if (!item || !answerId || !Number.isInteger(attempt) || attempt < 1 || attempt > 10_000)
			error(404);
		const given = readGiven(item, form);
		const answer = {
			answerId,
			accountId,
			given,
			language,
			at,
			lesson: params.lesson,
			item: id,
			try: attempt
		};
		const outcome = await answers.recordCheck(db, answer);
		if (outcome.kind === 'unknown') error(404);
		if (outcome.kind === 'invalid') return fail(400, { item: { id, invalid: outcome.why, given } });
		if (outcome.kind === 'conflict') return fail(409, { item: { id, conflict: true } });
		return { kept: true };
	},

	note: async ({ locals, params, request }) => {
		const { id: accountId } = signedIn(locals);
		const { field, body: raw, base } = texts(await formOf(request), 'field', 'body', 'base');
		// Forms send CRLF; everything else stays as typed.
		const body = raw.replaceAll('\r\n', '\n');
		const note = {
			accountId,
			lesson: params.lesson,
			field,
			body,
			base: Number(base),
			at: locals.now
		};
		const outcome = await notes.write(locals.db, note);
		if (outcome.kind === 'unknown') error(404);
		if (outcome.kind === 'conflict') return fail(409, { note: { field, body, conflict: true } });
		if (outcome.kind === 'too-long') return fail(400, { note: { field, body, tooLong: outcome } });
		return { kept: true };
	},

	step: async ({ locals, params, request }) => {
		const { id: accountId } = signedIn(locals);
		const { step } = texts(await formOf(request), 'step');
		const place = { accountId, lesson: params.lesson, step, at: locals.now };
		if (!(await lessons.rememberStep(locals.db, place))) error(404);
		return { kept: true };
	}
};
