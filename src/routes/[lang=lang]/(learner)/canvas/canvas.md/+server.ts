import { canvasMarkdown } from '#lib/server/export/canvas.ts';
import { canvasFile } from '#lib/server/export/canvas-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals }) =>
	canvasFile(locals, 'md', 'text/markdown; charset=utf-8', canvasMarkdown);
