import { fail, redirect } from '@sveltejs/kit';
import * as accounts from '#lib/server/accounts.ts';
import { hasPassword } from '#lib/server/auth/password.ts';
import * as secondStep from '#lib/server/auth/second-step.ts';
import { app } from '#lib/server/current.ts';
import { ofAccount } from '#lib/server/elsewhere/identities.ts';
import * as elsewhere from '#lib/server/elsewhere/trouble.ts';
import { signedIn } from '#lib/server/learner.ts';
import { homeOf, safeNext } from '#lib/server/next.ts';
import { formOf, texts } from '#lib/server/texts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals }) => {
	const account = signedIn(locals);
	const setting = app().env.elsewhere;
	const linked = setting && (await ofAccount(locals.db, account.id, setting.issuer));
	return {
		next: safeNext(url.searchParams.get('next'), ''),
		asksCode: locals.hasSecondStep,
		asksPassword: hasPassword(account),
		elsewhere: linked && elsewhere.shown(setting, url)
	};
};

export const actions: Actions = {
	default: async ({ locals, request, url, setHeaders }) => {
		const { db, now, address, language, sessionId, hasSecondStep } = locals;
		const account = signedIn(locals);
		const { password, code } = texts(await formOf(request), 'password', 'code');
		const { email } = account;
		const typed = password.slice(0, 1024);
		const outcome = await accounts.authenticate(db, { email, password: typed, address, now });
		locals.proof = { what: `password once more ${outcome.kind}`, by: account.id };
		if (outcome.kind === 'wait') {
			setHeaders({ 'retry-after': String(outcome.retryAfter) });
			return fail(429, { wait: outcome.retryAfter });
		}
		if (outcome.kind === 'wrong') return fail(400, { wrong: true });
		if (hasSecondStep) {
			const { secretKey: key, env } = app();
			const setting = { db, key, origin: env.ORIGIN, now };
			const checked = await secondStep.check(setting, account, code);
			locals.proof = { what: `second step once more ${checked.kind}`, by: account.id };
			if (checked.kind === 'wait') {
				setHeaders({ 'retry-after': String(checked.retryAfter) });
				return fail(429, { wait: checked.retryAfter });
			}
			if (checked.kind === 'wrong') return fail(400, { wrongCode: true });
		}
		if (sessionId) await app().sessions.confirm(sessionId, now);
		redirect(303, safeNext(url.searchParams.get('next'), homeOf(account, language)));
	}
};
