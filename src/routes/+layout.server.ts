import { isLanguage } from '#lib/course/language.ts';
import { pseudonymOf } from '#lib/server/auth/pseudonym.ts';
import type { LayoutServerLoad } from './$types';

/** What every page knows: the language, and who is signed in by name and role. */
export const load: LayoutServerLoad = ({ locals, params }) => {
	const { account } = locals;
	return {
		// Named by its parameter, so that switching language asks for this again.
		language: isLanguage(params.lang) ? params.lang : locals.language,
		person: account && {
			name: account.name,
			role: account.role,
			pseudonym: pseudonymOf(account.id)
		}
	};
};
