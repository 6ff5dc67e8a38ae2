import { error } from '@sveltejs/kit';
import { signedIn } from '#lib/server/learner.ts';
import { archive } from '#lib/server/privacy/data.ts';
import type { RequestHandler } from './$types';

/** Everything of whoever asks, for the ticket that their password just gave them. */
export const GET: RequestHandler = async ({ locals, url }) => {
	const { db, now: at, language } = locals;
	const account = signedIn(locals);
	const ticket = url.searchParams.get('ticket') ?? '';
	const file = (await archive(db, account, { ticket, language, at })) ?? error(404);
	return new Response(new Uint8Array(file), {
		headers: {
			'content-type': 'application/zip',
			'content-disposition': 'attachment; filename="bij-het-begin.zip"',
			'cache-control': 'no-store'
		}
	});
};
