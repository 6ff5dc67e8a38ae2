import { error } from '@sveltejs/kit';
import * as sharing from '#lib/server/canvas-sharing.ts';
import * as cohorts from '#lib/server/cohorts.ts';
import { signedIn } from '#lib/server/learner.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { db, language } = locals;
	const { id } = signedIn(locals);
	const cohort = (await cohorts.ofManager(db, id, params.cohort)) ?? error(404);
	return {
		cohort: { id: cohort.id, name: cohort.name },
		shared: await sharing.forManager(db, id, cohort.id, language)
	};
};
