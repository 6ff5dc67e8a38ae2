import * as cohorts from '#lib/server/cohorts.ts';
import { signedIn } from '#lib/server/learner.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	cohorts: (await cohorts.managedBy(locals.db, signedIn(locals).id)).map(({ cohort, members }) => ({
		id: cohort.id,
		name: cohort.name,
		startsAt: cohort.startsAt,
		endsAt: cohort.endsAt,
		lessonsPerWeek: cohort.lessonsPerWeek,
		archived: cohort.archivedAt !== null,
		members
	}))
});
