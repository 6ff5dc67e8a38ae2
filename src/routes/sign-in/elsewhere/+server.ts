import { error, redirect } from '@sveltejs/kit';
import { app } from '#lib/server/current.ts';
import { back } from '#lib/server/elsewhere/way.ts';
import type { RequestHandler } from './$types';

/** Where the organisation's own sign-in sends people back to. One address for both languages: it is registered there. */
export const GET: RequestHandler = async ({ locals, cookies, url }) =>
	redirect(303, (await back({ app: app(), locals, cookies }, url)) ?? error(404));
