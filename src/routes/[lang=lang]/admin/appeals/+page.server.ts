import { error, fail } from '@sveltejs/kit';
import * as appeals from '#lib/server/appeals.ts';
import { app } from '#lib/server/current.ts';
import { signedIn } from '#lib/server/learner.ts';
import { formOf, texts, uuidIn } from '#lib/server/texts.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals: { db, language } }) => {
	const [open, decided] = await Promise.all([
		appeals.toJudge(db, 'open', language),
		appeals.toJudge(db, 'decided', language)
	]);
	return { open, decided, most: appeals.MOST };
};

async function decide({ locals, request }: RequestEvent, granted: boolean) {
	const { id: by } = signedIn(locals);
	const form = await formOf(request);
	const accountId = uuidIn(form, 'account');
	const answerId = uuidIn(form, 'answer');
	if (!accountId || !answerId) error(404);
	const reply = texts(form, 'reply').reply.replaceAll('\r\n', '\n');
	const { env, sendMail } = app();
	const about = { accountId, answerId, granted };
	const decision = { ...about, reply, by, at: locals.now, origin: env.ORIGIN };
	const outcome = await appeals.decide(locals.db, decision);
	if (outcome === 'unknown') error(404);
	if (outcome === 'before') return fail(409, { before: answerId });
	if (outcome === 'too-long') return fail(400, { tooLong: answerId, reply });
	sendMail();
	return { decided: answerId };
}

export const actions: Actions = {
	grant: (event) => decide(event, true),
	refuse: (event) => decide(event, false)
};
