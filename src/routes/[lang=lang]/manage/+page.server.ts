import { error } from '@sveltejs/kit';
import * as accounts from '#lib/server/accounts.ts';
import * as cohorts from '#lib/server/cohorts.ts';
import { signedIn } from '#lib/server/learner.ts';
import { formOf, texts } from '#lib/server/texts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	digest: signedIn(locals).digest,
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

export const actions: Actions = {
	digest: async ({ locals, request }) => {
		// What it should be, not the other of what it was: sent twice it is the same.
		const { digest } = texts(await formOf(request), 'digest');
		if (digest !== 'on' && digest !== 'off') error(400);
		await accounts.setDigest(locals.db, signedIn(locals).id, digest === 'on');
		return { digest };
	}
};
