import { error, fail } from '@sveltejs/kit';
import * as accounts from '#lib/server/accounts.ts';
import { confirmed } from '#lib/server/auth/confirmed.ts';
import * as secondStep from '#lib/server/auth/second-step.ts';
import { countOpen } from '#lib/server/appeals.ts';
import { roles, type Role } from '#lib/server/db/schema.ts';
import { app } from '#lib/server/current.ts';
import { signedIn } from '#lib/server/learner.ts';
import { formOf, texts, uuidIn } from '#lib/server/texts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	people: await accounts.list(locals.db),
	openAppeals: await countOpen(locals.db),
	self: signedIn(locals).id
});

export const actions: Actions = {
	role: async (event) => {
		confirmed(event);
		const { locals, request } = event;
		const self = signedIn(locals);
		const form = await formOf(request);
		const account = uuidIn(form, 'account');
		const { role } = texts(form, 'role');
		if (!account || !(roles as readonly string[]).includes(role)) error(404);
		// Nobody can lock themselves, and with that perhaps everybody, out.
		if (account === self.id) return fail(400, { self: true });
		if (
			!(await accounts.giveRole(locals.db, account, role as Role, { by: self.id, at: locals.now }))
		)
			error(404);
		return { changed: account };
	},
	/** Somebody lost the device with which they sign in. */
	resetSecondStep: async (event) => {
		confirmed(event);
		const { locals, request } = event;
		const self = signedIn(locals);
		const id = uuidIn(await formOf(request), 'account') ?? error(404);
		if (id === self.id) return fail(400, { self: true });
		const { secretKey: key, env } = app();
		const setting = { db: locals.db, key, origin: env.ORIGIN, now: locals.now };
		if (!(await secondStep.reset(setting, id, self.id))) error(404);
		app().sendMail();
		return { reset: id };
	}
};
