import { error } from '@sveltejs/kit';
import { paces } from '#lib/learning/cohort.ts';
import * as cohorts from '#lib/server/cohorts.ts';
import { peopleCsv } from '#lib/server/export/people.ts';
import { signedIn } from '#lib/server/learner.ts';
import type { RequestHandler } from './$types';

/** The people table as a file: the same function over the same rows, and the same choice of them, as the screen. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { db, now, language } = locals;
	const cohort = await cohorts.ofManager(db, signedIn(locals).id, params.cohort);
	if (!cohort) error(404);
	const { people } = await cohorts.stats(db, cohort, now);
	const pace = paces.find((each) => each === url.searchParams.get('pace'));
	return new Response(peopleCsv(cohorts.atPace(people, pace), language), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="cohort-${cohort.id.slice(0, 8)}.csv"`,
			'cache-control': 'no-store'
		}
	});
};
