import { randomUUID } from 'node:crypto';
import { error, fail } from '@sveltejs/kit';
import { findLesson } from '#lib/course/outline.ts';
import * as annotations from '#lib/server/annotations.ts';
import * as answers from '#lib/server/answers.ts';
import { course } from '#lib/server/course.ts';
import { signedIn } from '#lib/server/learner.ts';
import * as lessons from '#lib/server/lessons.ts';
import * as notes from '#lib/server/notes.ts';
import * as predictions from '#lib/server/predictions.ts';
import * as simulations from '#lib/server/simulations.ts';
import { checkIn, confidenceIn, formOf, texts, uuidIn } from '#lib/server/texts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { id: accountId } = signedIn(locals);
	const { db, language } = locals;
	const seen = await lessons.withMarks(db, { accountId, lesson: params.lesson, language });
	if (!seen) error(404);
	const { lesson } = seen;
	return {
		lesson,
		again: url.searchParams.get('again'),
		annotations: seen.annotations,
		passages: annotations.passages(lesson.id, language),
		freshId: randomUUID()
	};
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
		const check = checkIn(form);
		if (!check) error(404);
		const { item: id, given } = check;
		const answer = {
			...{ ...check, accountId, language, at, lesson: params.lesson },
			confidence: confidenceIn(form)
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

	annotate: async ({ locals, params, request }) => {
		mustExist(params.lesson);
		const { id: accountId } = signedIn(locals);
		const { db, language, now: at } = locals;
		const form = await formOf(request);
		const { mark, body: raw } = texts(form, 'mark', 'body');
		const { passage, ...quote } = texts(form, 'passage', 'step', 'exact', 'prefix', 'suffix');
		const id = uuidIn(form, 'id');
		if (!id) error(404);
		const body = raw.replaceAll('\r\n', '\n');
		const place = passage === '' ? quote : { passage };
		const made = { accountId, id, lesson: params.lesson, language, place, mark, body, at };
		return annotated(await annotations.add(db, made), id, body);
	},

	changeAnnotation: async ({ locals, params, request }) => {
		mustExist(params.lesson);
		const { id: accountId } = signedIn(locals);
		const form = await formOf(request);
		const { mark, body: raw, base } = texts(form, 'mark', 'body', 'base');
		const id = uuidIn(form, 'id');
		if (!id) error(404);
		const body = raw.replaceAll('\r\n', '\n');
		const change = { accountId, id, mark, body, base: Number(base), at: locals.now };
		return annotated(await annotations.change(locals.db, change), id, body);
	},

	removeAnnotation: async ({ locals, params, request }) => {
		mustExist(params.lesson);
		const { id: accountId } = signedIn(locals);
		const id = uuidIn(await formOf(request), 'id');
		if (!id) error(404);
		await annotations.remove(locals.db, accountId, id);
		return { kept: true };
	},

	simulate: async ({ locals, params, request }) => {
		const { id: accountId } = signedIn(locals);
		const { simulation, state, reached } = texts(
			await formOf(request),
			'simulation',
			'state',
			'reached'
		);
		const run = { simulation, state, claimed: reached === '1' };
		const kept = { accountId, lesson: params.lesson, ...run, at: locals.now };
		const outcome = await simulations.keep(locals.db, kept);
		if (outcome.kind === 'unknown') error(404);
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

function mustExist(lesson: string): void {
	if (!findLesson(course, lesson)) error(404);
}

/** What the page is told about a mark: why it was not kept, and what was typed. */
function annotated(outcome: annotations.Annotated, id: string, body: string) {
	switch (outcome.kind) {
		case 'saved':
			return { kept: true };
		case 'conflict':
			return fail(409, { annotation: { id, body, conflict: true } });
		case 'too-long':
			return fail(400, { annotation: { id, body, tooLong: outcome } });
		case 'too-many':
			return fail(400, { annotation: { id, body, tooMany: outcome.max } });
		case 'unknown':
			return fail(400, { annotation: { id, body, unknown: true } });
	}
}
