import { error } from '@sveltejs/kit';
import * as itemPage from '#lib/server/item-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { db, language } }) => ({
	item: (await itemPage.view(db, params.item, language)) ?? error(404)
});
