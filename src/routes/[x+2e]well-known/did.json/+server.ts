import { json } from '@sveltejs/kit';
import { didDocument } from '#lib/server/badges/issuer.ts';
import { app } from '#lib/server/current.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () => json(didDocument(app().issuer), { headers: forAnybody });

const forAnybody = {
	'content-type': 'application/did+ld+json',
	// Also for a verifier that runs in somebody's browser.
	'access-control-allow-origin': '*',
	'cross-origin-resource-policy': 'cross-origin'
};
