import * as sharing from '#lib/server/canvas-sharing.ts';
import * as cohorts from '#lib/server/cohorts.ts';
import { signedIn } from '#lib/server/learner.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { db, language, now } = locals;
	const { id } = signedIn(locals);
	const [seen, shared] = await Promise.all([
		cohorts.seenOf(db, id, now),
		sharing.sharedBy(db, id, language)
	]);
	return {
		shared,
		seen: seen.map(({ cohort, ...rest }) => ({ ...rest, id: cohort.id, cohort: cohort.name }))
	};
};
