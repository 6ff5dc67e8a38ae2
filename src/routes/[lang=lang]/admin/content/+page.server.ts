import * as contentHealth from '#lib/server/content-health.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db, language } }) => ({
	health: await contentHealth.view(db, language)
});
