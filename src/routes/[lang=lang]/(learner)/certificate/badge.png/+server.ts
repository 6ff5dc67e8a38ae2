import { credential } from '#lib/server/badges/credential.ts';
import { picture } from '#lib/server/badges/picture.ts';
import { bake } from '#lib/server/badges/png.ts';
import { app } from '#lib/server/current.ts';
import { certificateFile } from '#lib/server/export/certificate-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals }) =>
	certificateFile(locals, 'png', 'image/png', async (owned) =>
		bake(picture, JSON.stringify(await credential(app().issuer, owned, locals.language)))
	);
