import { error, fail, redirect } from '@sveltejs/kit';
import { readGiven } from '#lib/learning/read-given.ts';
import { itemOf } from '#lib/server/course.ts';
import { confidenceIn, formOf, texts } from '#lib/server/texts.ts';
import * as weekly from '#lib/server/weekly-links.ts';
import type { Actions, PageServerLoad } from './$types';

// The answer belongs to the person the link was sent to, whoever is signed in here, and signs nobody in.

/** Looking at the page does not use the link up: mail programs look before people do. */
export const load: PageServerLoad = async ({ params, locals, setHeaders }) => {
	const { db, now, language } = locals;
	setHeaders({ 'x-robots-tag': 'noindex, nofollow' });
	const link = await weekly.behindLink(db, params.secret.slice(0, 100), now);
	return { weekly: await weekly.view(db, link, { language, now }) };
};

export const actions: Actions = {
	default: async ({ params, locals, request }) => {
		const { db, now: at, language } = locals;
		const secret = params.secret.slice(0, 100);
		const link = await weekly.behindLink(db, secret, at);
		if (!link) return fail(410, { gone: true });
		const here = `/${language}/weekly/${secret}`;
		const form = await formOf(request);
		const item = itemOf(link.itemId);
		if (!item) redirect(303, here);
		if (texts(form, 'item').item !== item.id) error(404);
		const given = readGiven(item, form);
		const answer = { given, confidence: confidenceIn(form), language, at };
		const outcome = await weekly.answer(db, link, answer);
		if (outcome.kind === 'invalid')
			return fail(400, { item: { id: item.id, invalid: outcome.why, given } });
		// Kept, now or before, or no longer asked: the page says which.
		redirect(303, `${here}#item-${item.id.toLowerCase()}-verdict`);
	}
};
