import { error } from '@sveltejs/kit';
import { app } from '#lib/server/current.ts';
import { noteName, noteOf } from '#lib/server/privacy/notes.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, locals: { language, now } }) => {
	const name = noteName(params.note) ?? error(404);
	const months = app().env.RETENTION_MONTHS;
	return { name, note: noteOf(name, { language, now, months }) };
};
