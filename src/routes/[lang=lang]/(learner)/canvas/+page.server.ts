import * as canvas from '#lib/server/canvas.ts';
import { readinessOf } from '#lib/server/canvas-judging.ts';
import * as reviews from '#lib/server/canvas-reviews.ts';
import { signedIn } from '#lib/server/learner.ts';
import * as plans from '#lib/server/plans.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { db, now, language } = locals;
	const { id } = signedIn(locals);
	const [exercises, plansWaiting, requests, readiness] = await Promise.all([
		canvas.overview(db, id, language),
		plans.waiting(db, id, now),
		reviews.open(db, id, now, language),
		readinessOf(db, id, language)
	]);
	return { exercises, plansWaiting, requests: requests.length, readiness };
};
