import { fail } from '@sveltejs/kit';
import * as weekly from '#lib/server/weekly-links.ts';
import type { Actions, PageServerLoad } from './$types';

/** Looking at the page turns nothing off: mail programs open links before people do. */
export const load: PageServerLoad = async ({ params, locals, setHeaders }) => {
	setHeaders({ 'x-robots-tag': 'noindex, nofollow' });
	return { mail: await weekly.stopState(locals.db, params.secret.slice(0, 100), locals.now) };
};

export const actions: Actions = {
	default: async ({ params, locals }) => {
		const good = await weekly.stop(locals.db, params.secret.slice(0, 100), locals.now);
		return good ? { off: true } : fail(410, { off: false });
	}
};
