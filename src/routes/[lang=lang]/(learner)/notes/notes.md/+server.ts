import { annotations as words } from '#lib/i18n/annotations.ts';
import * as annotations from '#lib/server/annotations.ts';
import { notesMarkdown } from '#lib/server/export/notes.ts';
import { signedIn } from '#lib/server/learner.ts';
import type { RequestHandler } from './$types';

/** Everything somebody wrote, as a file to keep. */
export const GET: RequestHandler = async ({ locals }) => {
	const { db, language } = locals;
	const lessons = await annotations.ofAccount(db, signedIn(locals).id, language);
	return new Response(notesMarkdown(lessons, language), {
		headers: {
			'content-type': 'text/markdown; charset=utf-8',
			'content-disposition': `attachment; filename="${words[language].page.file}.md"`,
			'cache-control': 'no-store'
		}
	});
};
