import type { LayoutServerLoad } from './$types';

/** What every page knows: the language, and who is signed in by name and role. */
export const load: LayoutServerLoad = ({ locals }) => {
	const { account } = locals;
	return {
		language: locals.language,
		person: account && { name: account.name, role: account.role }
	};
};
