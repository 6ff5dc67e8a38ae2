import { fail, redirect } from '@sveltejs/kit';
import * as accounts from '#lib/server/accounts.ts';
import { passwordFault } from '#lib/server/auth/password.ts';
import { app } from '#lib/server/current.ts';
import * as elsewhere from '#lib/server/elsewhere/trouble.ts';
import { safeNext } from '#lib/server/next.ts';
import { formOf, texts } from '#lib/server/texts.ts';
import * as trial from '#lib/server/trial.ts';
import type { Actions, PageServerLoad } from './$types';

/** Looking at the page does not use the link up: mail programs look before people do. */
export const load: PageServerLoad = async ({ params, locals }) => {
	const link = await accounts.behindLink(locals.db, params.secret.slice(0, 100), locals.now);
	return { link: link && { kind: link.kind, email: link.email, name: link.name } };
};

export const actions: Actions = {
	default: async ({ request, params, locals, cookies }) => {
		const { db, now, language } = locals;
		const secret = params.secret.slice(0, 100);
		const link = await accounts.behindLink(db, secret, now);
		if (!link) return fail(410, { gone: true });
		const typed = texts(await formOf(request), 'password', 'email', 'name');
		const first = link.kind === 'first-administrator';
		const email = first ? accounts.tidyEmail(typed.email) : link.email;
		const name = first ? accounts.tidyName(typed.name) : (link.name ?? '');
		const fault = passwordFault(typed.password.slice(0, 2000), {
			email: email ?? '',
			name: name ?? ''
		});
		if (fault || email === undefined || name === undefined) {
			const kept = { email: typed.email.slice(0, 300), name: typed.name.slice(0, 300) };
			return fail(400, {
				...kept,
				fault,
				badEmail: email === undefined,
				badName: name === undefined
			});
		}
		const person = { email, name };
		const given = { secret, password: typed.password, person, language, now };
		const account = await accounts.useLink(db, given);
		if (!account) return fail(410, { gone: true });
		locals.proof = { what: `password chosen by ${link.kind} link`, by: account.id };
		// Their new password shows that an account is theirs; it does not let them in.
		if (!first && elsewhere.isOnlyWay(app().env.elsewhere, account.email))
			redirect(303, `/${language}/sign-in`);
		const { name: cookie, value, attributes } = await app().sessions.create(account, now);
		cookies.set(cookie, value, attributes);
		await accounts.setSignedIn(db, account.id, now);
		await trial.carryOver(db, cookies, { accountId: account.id, at: now });
		redirect(303, safeNext(link.next, `/${language}/${first ? 'admin' : 'course'}`));
	}
};
