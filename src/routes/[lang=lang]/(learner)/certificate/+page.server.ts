import { error, fail, redirect } from '@sveltejs/kit';
import * as certificates from '#lib/server/certificates.ts';
import { app } from '#lib/server/current.ts';
import { proofAddress } from '#lib/server/badges/address.ts';
import { signedIn } from '#lib/server/learner.ts';
import { formOf, texts } from '#lib/server/texts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { db, language } = locals;
	const account = signedIn(locals);
	const [owned, towards] = await Promise.all([
		certificates.ownedBy(db, account, language),
		certificates.towards(db, account)
	]);
	const { lessons, quizzes, finishedAt, exempt } = towards;
	return {
		name: account.name,
		towards: { lessons, quizzes, finishedAt, exempt },
		saved: url.searchParams.has('saved'),
		certificate: owned && {
			code: owned.code,
			earnedAt: owned.earnedAt,
			showsName: owned.showsName,
			afterErasure: owned.afterErasure,
			title: owned.about.title,
			address: proofAddress(app().env.ORIGIN, language, owned.code)
		}
	};
};

export const actions: Actions = {
	issue: async ({ locals }) => {
		const { db, now, language } = locals;
		if (!(await certificates.issue(db, signedIn(locals), now))) error(409);
		redirect(303, `/${language}/certificate`);
	},
	wishes: async ({ locals, request }) => {
		const { db, language } = locals;
		const form = await formOf(request);
		const { shows, after } = texts(form, 'shows', 'after');
		const wishes = { showsName: shows === 'on', afterErasure: after };
		if (!(await certificates.setWishes(db, signedIn(locals).id, wishes)))
			return fail(400, { problem: true, showsName: wishes.showsName });
		redirect(303, `/${language}/certificate?saved#wishes`);
	}
};
