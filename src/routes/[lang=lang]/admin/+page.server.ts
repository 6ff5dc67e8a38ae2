import { error, fail } from '@sveltejs/kit';
import * as accounts from '#lib/server/accounts.ts';
import { countOpen } from '#lib/server/appeals.ts';
import { roles, type Role } from '#lib/server/db/schema.ts';
import { signedIn } from '#lib/server/learner.ts';
import { formOf, texts, uuidIn } from '#lib/server/texts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	people: await accounts.list(locals.db),
	openAppeals: await countOpen(locals.db),
	self: signedIn(locals).id
});

export const actions: Actions = {
	default: async ({ locals, request }) => {
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
	}
};
