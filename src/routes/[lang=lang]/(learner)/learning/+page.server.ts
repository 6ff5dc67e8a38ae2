import { signedIn } from '#lib/server/learner.ts';
import * as retention from '#lib/server/retention.ts';
import * as reviews from '#lib/server/reviews.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { db, language, now } = locals;
	const account = signedIn(locals);
	const [learning, checks] = await Promise.all([
		reviews.learning(db, account.id, language),
		retention.notices(db, { account, now })
	]);
	return { learning, checks };
};
