import * as contentHealth from '#lib/server/content-health.ts';
import { itemsCsv } from '#lib/server/export/items.ts';
import type { RequestHandler } from './$types';

/** The tables of questions as a file: the same lines, in the same order, with the same left out. */
export const GET: RequestHandler = async ({ locals: { db, language } }) => {
	const health = await contentHealth.view(db, language);
	return new Response(itemsCsv(health, language), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="items-${language}.csv"`,
			'cache-control': 'no-store'
		}
	});
};
