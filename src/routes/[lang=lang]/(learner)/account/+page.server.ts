import { error, fail, redirect } from '@sveltejs/kit';
import { isLanguage } from '#lib/course/language.ts';
import * as accounts from '#lib/server/accounts.ts';
import { confirmed } from '#lib/server/auth/confirmed.ts';
import { hasPassword } from '#lib/server/auth/password.ts';
import { app } from '#lib/server/current.ts';
import * as identities from '#lib/server/elsewhere/identities.ts';
import * as elsewhere from '#lib/server/elsewhere/trouble.ts';
import { signedIn } from '#lib/server/learner.ts';
import { formOf, texts } from '#lib/server/texts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const account = signedIn(locals);
	const { name, email, language, weeklyMail, nudges } = account;
	const { elsewhere: setting } = app().env;
	const linked = setting && (await identities.ofAccount(locals.db, account.id, setting.issuer));
	return {
		...{ profile: { name, email, language }, weeklyMail, nudges },
		hasPassword: hasPassword(account),
		elsewhere: elsewhere.shown(setting, url),
		linked: linked && { since: linked.createdAt, now: url.searchParams.has('linked') }
	};
};

export const actions: Actions = {
	profile: async ({ locals, request }) => {
		const { id } = signedIn(locals);
		const typed = texts(await formOf(request), 'name', 'language');
		const name = accounts.tidyName(typed.name);
		if (!name || !isLanguage(typed.language))
			return fail(400, {
				name: typed.name.slice(0, 300),
				badName: !name,
				badLanguage: !isLanguage(typed.language)
			});
		await accounts.setProfile(locals.db, id, { name, language: typed.language });
		return { saved: true };
	},

	weekly: async ({ locals, request }) => {
		const { id } = signedIn(locals);
		// What it should be, not the other of what it was: sent twice it is the same.
		const { weekly } = texts(await formOf(request), 'weekly');
		if (weekly !== 'on' && weekly !== 'off') error(400);
		await accounts.setWeeklyMail(locals.db, id, weekly === 'on');
		return { weekly };
	},

	nudges: async ({ locals, request }) => {
		const { id } = signedIn(locals);
		const { nudges } = texts(await formOf(request), 'nudges');
		if (nudges !== 'on' && nudges !== 'off') error(400);
		await accounts.setNudges(locals.db, id, nudges === 'on');
		return { nudges };
	},

	password: async ({ locals, setHeaders, url }) => {
		const { email, language } = signedIn(locals);
		confirmed({ locals, url });
		const { db, now, address } = locals;
		const origin = app().env.ORIGIN;
		const admission = await accounts.askReset(db, { email, language, origin, address, now });
		if (!admission.allowed) {
			setHeaders({ 'retry-after': String(admission.retryAfter) });
			return fail(429, { retryAfter: admission.retryAfter });
		}
		app().sendMail();
		return { sent: true };
	},

	unlink: async (event) => {
		const { elsewhere: setting, ORIGIN: origin } = app().env;
		if (!setting) error(404);
		confirmed(event);
		const { db, now } = event.locals;
		const account = signedIn(event.locals);
		const said = await identities.unlink({ db, setting, origin, now }, account);
		if (said === 'no-password') return fail(409, { needsPassword: true });
		app().sendMail();
		return { unlinked: true };
	},

	everywhere: async ({ locals }) => {
		await app().sessions.revokeAll(signedIn(locals).id);
		redirect(303, `/${locals.language}/sign-in`);
	}
};
