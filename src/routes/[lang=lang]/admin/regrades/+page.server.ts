import { error } from '@sveltejs/kit';
import { app } from '#lib/server/current.ts';
import { signedIn } from '#lib/server/learner.ts';
import * as regrades from '#lib/server/regrades.ts';
import { formOf, texts } from '#lib/server/texts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db, language }, url }) => {
	const items = await regrades.repaired(db, language);
	const asked = items.find((each) => each.item === url.searchParams.get('item'));
	const would = asked && (await regrades.preview(db, asked.item));
	return { items, ...(asked && would && { preview: { item: asked.item, ...would } }) };
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const { id: by } = signedIn(locals);
		const { item } = texts(await formOf(request), 'item');
		const { log, env, sendMail } = app();
		const asked = { by, now: locals.now, origin: env.ORIGIN };
		const rise = (await regrades.regradeItem(locals.db, item, asked)) ?? error(404);
		log.info({ event: 'audit', what: 'regrade', by, item, ...rise });
		sendMail();
		return { item, ...rise };
	}
};
