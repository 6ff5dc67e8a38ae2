import { canvasJson } from '#lib/server/export/canvas.ts';
import { canvasFile } from '#lib/server/export/canvas-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals }) =>
	canvasFile(locals, 'json', 'application/json', canvasJson);
