import { fail, redirect } from '@sveltejs/kit';
import * as accounts from '#lib/server/accounts.ts';
import { lessonForVisitors } from '#lib/server/course-map.ts';
import { app } from '#lib/server/current.ts';
import * as elsewhere from '#lib/server/elsewhere/trouble.ts';
import { homeOf, safeNext } from '#lib/server/next.ts';
import { formOf, texts } from '#lib/server/texts.ts';
import * as trial from '#lib/server/trial.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals }) => {
	const next = safeNext(url.searchParams.get('next'), '');
	// Somebody was sent the address of a lesson: say what it is before asking who they are.
	const lesson = /^\/(?:nl|en)\/lesson\/([a-z0-9]+)$/.exec(next)?.[1];
	return {
		next,
		signedIn: locals.account !== undefined,
		elsewhere: elsewhere.shown(app().env.elsewhere, url),
		...(lesson && { lesson: lessonForVisitors(lesson, locals.language) })
	};
};

export const actions: Actions = {
	default: async ({ request, locals, cookies, url, setHeaders }) => {
		const { db, now, address, language } = locals;
		const { email, password } = texts(await formOf(request), 'email', 'password');
		if (email.length > 254 || password.length > 1024)
			return fail(400, { email: '', problem: 'wrong' as const });
		if (elsewhere.isOnlyWay(app().env.elsewhere, accounts.tidyEmail(email) ?? ''))
			return fail(400, { email, problem: 'elsewhere' as const });
		const outcome = await accounts.authenticate(db, { email, password, address, now });
		locals.proof = {
			what: `password ${outcome.kind}`,
			...(outcome.kind === 'signed-in' && { by: outcome.account.id })
		};
		if (outcome.kind === 'wait') {
			setHeaders({ 'retry-after': String(outcome.retryAfter) });
			return fail(429, { email, problem: 'wait' as const, retryAfter: outcome.retryAfter });
		}
		if (outcome.kind === 'wrong') return fail(400, { email, problem: 'wrong' as const });
		const { name, value, attributes } = await app().sessions.create(outcome.account, now);
		cookies.set(name, value, attributes);
		await accounts.setSignedIn(db, outcome.account.id, now);
		await trial.carryOver(db, cookies, { accountId: outcome.account.id, at: now });
		const next = safeNext(url.searchParams.get('next'), homeOf(outcome.account, language));
		// Also when what comes next is open to everybody: they would be nobody there.
		const visitor = await app().sessions.validate(value);
		redirect(
			303,
			visitor?.hasSecondStep ? `/${language}/second-step?next=${encodeURIComponent(next)}` : next
		);
	}
};
