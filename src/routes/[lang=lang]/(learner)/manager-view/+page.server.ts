import * as sharing from '#lib/server/canvas-sharing.ts';
import * as cohorts from '#lib/server/cohorts.ts';
import { signedIn } from '#lib/server/learner.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const seen = await cohorts.seenOf(locals.db, signedIn(locals).id, locals.now);
	return {
		shared: await sharing.sharedBy(locals.db, signedIn(locals).id, locals.language),
		seen: seen.map(({ cohort, ...rest }) => ({ ...rest, id: cohort.id, cohort: cohort.name }))
	};
};
