import { error } from '@sveltejs/kit';
import * as certificates from '#lib/server/certificates.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, setHeaders }) => {
	setHeaders({ 'x-robots-tag': 'noindex' });
	return {
		proof: (await certificates.proof(locals.db, params.code, locals.language)) ?? error(404)
	};
};
