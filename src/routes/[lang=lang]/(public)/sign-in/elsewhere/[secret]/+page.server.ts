import { error, fail, redirect, type Cookies } from '@sveltejs/kit';
import { app } from '#lib/server/current.ts';
import { isOpen, proved } from '#lib/server/elsewhere/prove.ts';
import { formOf, texts } from '#lib/server/texts.ts';
import type { Actions, PageServerLoad } from './$types';

const visitOf = (event: { locals: App.Locals; cookies: Cookies }) => {
	if (!app().provider) error(404);
	return { app: app(), locals: event.locals, cookies: event.cookies };
};

export const load: PageServerLoad = async (event) => {
	const open = await isOpen(visitOf(event), event.params.secret);
	return { open, provider: app().env.elsewhere?.name ?? '' };
};

export const actions: Actions = {
	default: async (event) => {
		const visit = visitOf(event);
		const typed = texts(await formOf(event.request), 'password', 'code');
		const said = await proved(visit, event.params.secret, typed);
		if (said.kind === 'gone') return fail(410, { gone: true });
		if (said.kind === 'wait') {
			event.setHeaders({ 'retry-after': String(said.retryAfter) });
			return fail(429, { wait: said.retryAfter });
		}
		if (said.kind !== 'proved') return fail(400, { wrong: said.kind });
		redirect(303, said.to);
	}
};
