import { error } from '@sveltejs/kit';
import { confirmed } from '#lib/server/auth/confirmed.ts';
import * as cohorts from '#lib/server/cohorts.ts';
import { peopleXlsx } from '#lib/server/export/people.ts';
import { signedIn } from '#lib/server/learner.ts';
import type { RequestHandler } from './$types';

/** The people table as a workbook: the same people as on the screen and in the CSV. */
export const GET: RequestHandler = async (event) => {
	const { locals, params, url } = event;
	const { db, now, language } = locals;
	const cohort = await cohorts.ofManager(db, signedIn(locals).id, params.cohort);
	if (!cohort) error(404);
	confirmed(event, `/${language}/manage/${cohort.id}`);
	const people = await cohorts.chosen(db, cohort, url.searchParams, now);
	return new Response(new Uint8Array(await peopleXlsx(people, language)), {
		headers: {
			'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			'content-disposition': `attachment; filename="cohort-${cohort.id.slice(0, 8)}.xlsx"`,
			'cache-control': 'no-store'
		}
	});
};
