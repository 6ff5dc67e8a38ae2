import { search } from '#lib/server/search.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals }) => {
	const query = (url.searchParams.get('q') ?? '').slice(0, 100).trim();
	return { query, found: query === '' ? [] : search(query, locals.language) };
};
