import { canvasDocx } from '#lib/server/export/canvas-docx.ts';
import { canvasFile } from '#lib/server/export/canvas-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals }) =>
	canvasFile(
		locals,
		'docx',
		'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
		canvasDocx
	);
