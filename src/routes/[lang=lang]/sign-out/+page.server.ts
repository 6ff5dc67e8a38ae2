import { redirect } from '@sveltejs/kit';
import { app } from '#lib/server/current.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => redirect(303, `/${locals.language}`);

export const actions: Actions = {
	default: async ({ locals, cookies, setHeaders }) => {
		if (locals.sessionId) {
			const { name, value, attributes } = await app().sessions.revoke(locals.sessionId);
			cookies.set(name, value, attributes);
		}
		setHeaders({ 'clear-site-data': '"cache", "storage"' });
		redirect(303, `/${locals.language}`);
	}
};
