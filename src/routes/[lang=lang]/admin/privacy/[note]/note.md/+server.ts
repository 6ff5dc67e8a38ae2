import { error } from '@sveltejs/kit';
import { app } from '#lib/server/current.ts';
import { noteMarkdown } from '#lib/server/export/privacy-note.ts';
import { noteName, noteOf } from '#lib/server/privacy/notes.ts';
import type { RequestHandler } from './$types';

/** A note as a file, to work on in another program. */
export const GET: RequestHandler = ({ params, locals: { language, now } }) => {
	const name = noteName(params.note) ?? error(404);
	const note = noteOf(name, { language, now, months: app().env.RETENTION_MONTHS });
	return new Response(noteMarkdown(note, language), {
		headers: {
			'content-type': 'text/markdown; charset=utf-8',
			'content-disposition': `attachment; filename="${name}-${language}.md"`,
			'cache-control': 'no-store'
		}
	});
};
