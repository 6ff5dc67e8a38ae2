import { json } from '@sveltejs/kit';
import { ping } from '#lib/server/db/connect.ts';
import type { RequestHandler } from './$types';

/** The database answers. Migrations are current by then: the process does not start before they are. */
export const GET: RequestHandler = async ({ locals }) => {
	try {
		await ping(locals.db);
		return json({ status: 'ready' });
	} catch {
		return json(
			{ status: 'waiting for the database' },
			{ status: 503, headers: { 'retry-after': '5' } }
		);
	}
};
