import { app } from '#lib/server/current.ts';
import { certificateFile } from '#lib/server/export/certificate-file.ts';
import { certificatePdf } from '#lib/server/export/certificate-pdf.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals }) =>
	certificateFile(locals, 'pdf', 'application/pdf', (owned) =>
		certificatePdf(owned, app().env.ORIGIN, locals.language)
	);
