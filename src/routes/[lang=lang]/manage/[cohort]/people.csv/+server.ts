import { error } from '@sveltejs/kit';
import { confirmed } from '#lib/server/auth/confirmed.ts';
import * as cohorts from '#lib/server/cohorts.ts';
import { peopleCsv } from '#lib/server/export/people.ts';
import { signedIn } from '#lib/server/learner.ts';
import type { RequestHandler } from './$types';

/** The people table as a file: the same function over the same rows, and the same choice of them, as the screen. */
export const GET: RequestHandler = async (event) => {
	const { locals, params, url } = event;
	const { db, now, language } = locals;
	const cohort = await cohorts.ofManager(db, signedIn(locals).id, params.cohort);
	if (!cohort) error(404);
	confirmed(event, `/${language}/manage/${cohort.id}`);
	const people = await cohorts.chosen(db, cohort, url.searchParams, now);
	return new Response(peopleCsv(people, language), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="cohort-${cohort.id.slice(0, 8)}.csv"`,
			'cache-control': 'no-store'
		}
	});
};
