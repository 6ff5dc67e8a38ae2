import { fail } from '@sveltejs/kit';
import * as accounts from '#lib/server/accounts.ts';
import { app } from '#lib/server/current.ts';
import { formOf, texts } from '#lib/server/texts.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ request, locals, setHeaders }) => {
		const { db, now, address, language } = locals;
		const typed = texts(await formOf(request), 'email');
		const kept = { email: typed.email.slice(0, 300) };
		const email = accounts.tidyEmail(typed.email);
		if (!email) return fail(400, { ...kept, badEmail: true });
		const { ORIGIN: origin } = app().env;
		const admission = await accounts.askReset(db, { email, language, origin, address, now });
		if (!admission.allowed) {
			setHeaders({ 'retry-after': String(admission.retryAfter) });
			return fail(429, { ...kept, retryAfter: admission.retryAfter });
		}
		app().sendMail();
		return { sentTo: email };
	}
};
