import { redirect } from '@sveltejs/kit';
import { app } from '#lib/server/current.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => redirect(303, `/${locals.language}`);

export const actions: Actions = {
	default: async ({ locals, request, cookies, setHeaders }) => {
		locals.proof = { what: 'signed out' };
		if (locals.sessionId) {
			const { name, value, attributes } = await app().sessions.revoke(locals.sessionId);
			cookies.set(name, value, attributes);
		}
		// A script takes off the device what belongs to this person, and leaves what waits there for somebody else.
		const tidies = request.headers.has('x-kept-by');
		setHeaders({ 'clear-site-data': tidies ? '"cache"' : '"cache", "storage"' });
		redirect(303, `/${locals.language}`);
	}
};
