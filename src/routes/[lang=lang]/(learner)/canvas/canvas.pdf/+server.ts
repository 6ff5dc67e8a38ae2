import { canvasFile } from '#lib/server/export/canvas-file.ts';
import { canvasPdf } from '#lib/server/export/canvas-pdf.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals }) =>
	canvasFile(locals, 'pdf', 'application/pdf', canvasPdf);
