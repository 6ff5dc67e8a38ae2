import { credential } from '#lib/server/badges/credential.ts';
import { app } from '#lib/server/current.ts';
import { certificateFile } from '#lib/server/export/certificate-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals }) =>
	certificateFile(locals, 'json', 'application/ld+json', async (owned) =>
		JSON.stringify(await credential(app().issuer, owned, locals.language), null, '\t')
	);
