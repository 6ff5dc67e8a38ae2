import { fail } from '@sveltejs/kit';
import * as accounts from '#lib/server/accounts.ts';
import { behindLink } from '#lib/server/cohorts.ts';
import { app } from '#lib/server/current.ts';
import * as elsewhere from '#lib/server/elsewhere/trouble.ts';
import { safeNext } from '#lib/server/next.ts';
import { formOf, texts } from '#lib/server/texts.ts';
import * as trial from '#lib/server/trial.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals }) => {
	const next = safeNext(url.searchParams.get('next'), '');
	// Whoever comes from an invitation finds the address filled in that it was sent to.
	const code = /^\/(?:nl|en)\/join\/([\w-]+)$/.exec(next)?.[1];
	const found = code && (await behindLink(locals.db, code, undefined, locals.now));
	const shown = elsewhere.shown(app().env.elsewhere, url);
	return { next, elsewhere: shown, ...(found ? found.invited : { email: '', name: '' }) };
};

export const actions: Actions = {
	default: async ({ request, locals, url, setHeaders, cookies }) => {
		const { db, now, address, language } = locals;
		const typed = texts(await formOf(request), 'email', 'name');
		const email = accounts.tidyEmail(typed.email);
		const name = accounts.tidyName(typed.name);
		const kept = { email: typed.email.slice(0, 300), name: typed.name.slice(0, 300) };
		if (!email || !name) return fail(400, { ...kept, badEmail: !email, badName: !name });
		if (elsewhere.isOnlyWay(app().env.elsewhere, email))
			return fail(400, { ...kept, elsewhere: true });
		const { ORIGIN: origin } = app().env;
		const next = safeNext(url.searchParams.get('next'), '');
		// The mail may be opened on another device: what was tried travels with the link.
		const tried = trial.read(cookies);
		const asked = {
			...{ email, name, language, origin, address, now },
			...(next && { next }),
			...(!trial.isEmpty(tried) && { trial: trial.toStored(tried) })
		};
		const admission = await accounts.askSignUp(db, asked);
		if (!admission.allowed) {
			setHeaders({ 'retry-after': String(admission.retryAfter) });
			return fail(429, { ...kept, retryAfter: admission.retryAfter });
		}
		app().sendMail();
		return { sentTo: email };
	}
};
