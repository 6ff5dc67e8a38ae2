import { error, redirect } from '@sveltejs/kit';
import { app } from '#lib/server/current.ts';
import { begin } from '#lib/server/elsewhere/way.ts';
import { safeNext } from '#lib/server/next.ts';
import type { RequestHandler } from './$types';

/** A link, not a form: a form may not lead to another place than this one. */
export const GET: RequestHandler = async ({ locals, cookies, url }) => {
	const said = url.searchParams.get('for');
	const purpose = said === 'confirm' || said === 'link' ? said : 'sign-in';
	const next = safeNext(url.searchParams.get('next'), '');
	const to = await begin({ app: app(), locals, cookies }, { purpose, next });
	redirect(303, to ?? error(404));
};
