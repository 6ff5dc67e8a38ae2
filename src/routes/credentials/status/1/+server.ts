import { json } from '@sveltejs/kit';
import { statusList } from '#lib/server/badges/credential.ts';
import { withdrawn } from '#lib/server/certificates.ts';
import { app } from '#lib/server/current.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) =>
	json(await statusList(app().issuer, await withdrawn(locals.db), locals.now), {
		headers: {
			'content-type': 'application/vc+ld+json',
			'access-control-allow-origin': '*',
			'cross-origin-resource-policy': 'cross-origin'
		}
	});
