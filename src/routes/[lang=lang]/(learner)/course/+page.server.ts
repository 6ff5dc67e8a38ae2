import { view } from '#lib/server/course-map.ts';
import { signedIn } from '#lib/server/learner.ts';
import * as plans from '#lib/server/plans.ts';
import * as retention from '#lib/server/retention.ts';
import { waiting } from '#lib/server/reviews.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { db, language, now } = locals;
	const account = signedIn(locals);
	const [map, reviews, checks, plansWaiting] = await Promise.all([
		view(db, account, language),
		waiting(db, account.id, now),
		retention.notices(db, { account, now }),
		plans.waiting(db, account.id, now)
	]);
	return { map, waiting: reviews, checks, plansWaiting };
};
