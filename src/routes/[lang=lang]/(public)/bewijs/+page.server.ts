import { fail, redirect } from '@sveltejs/kit';
import { readCode, shownCode } from '#lib/learning/certificate-code.ts';
import { formOf, texts } from '#lib/server/texts.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const { code: typed } = texts(await formOf(request), 'code');
		const code = readCode(typed);
		if (!code) return fail(400, { typed: typed.slice(0, 40) });
		redirect(303, `/${locals.language}/bewijs/${shownCode(code)}`);
	}
};
