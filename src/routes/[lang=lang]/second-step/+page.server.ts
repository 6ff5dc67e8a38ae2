import { error, fail, redirect } from '@sveltejs/kit';
import * as secondStep from '#lib/server/auth/second-step.ts';
import { app } from '#lib/server/current.ts';
import { homeOf, safeNext } from '#lib/server/next.ts';
import { formOf, texts } from '#lib/server/texts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	if (locals.account)
		redirect(303, safeNext(url.searchParams.get('next'), homeOf(locals.account, locals.language)));
	return { next: safeNext(url.searchParams.get('next'), '') };
};

export const actions: Actions = {
	default: async ({ locals, request, cookies, url, setHeaders }) => {
		const { db, now, language, half, sessionId } = locals;
		if (!half || !sessionId) error(404);
		const { code } = texts(await formOf(request), 'code');
		const { secretKey: key, env, sessions } = app();
		const checked = await secondStep.check({ db, key, origin: env.ORIGIN, now }, half, code);
		locals.proof = { what: `second step ${checked.kind}`, by: half.id };
		if (checked.kind === 'wait') {
			setHeaders({ 'retry-after': String(checked.retryAfter) });
			return fail(429, { wait: checked.retryAfter });
		}
		if (checked.kind === 'wrong') return fail(400, { wrong: true });
		if (checked.by === 'recovery') app().sendMail();
		// Another session: what was half signed in is never made whole.
		await sessions.revoke(sessionId);
		const done = { secondFactorAt: now, confirmedAt: locals.confirmedAt ?? now };
		const { name, value, attributes } = await sessions.create(half, now, done);
		cookies.set(name, value, attributes);
		redirect(303, safeNext(url.searchParams.get('next'), homeOf(half, language)));
	}
};
