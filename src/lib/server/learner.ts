import { error } from '@sveltejs/kit';
import type { Account } from './accounts.ts';

/** The person who asks. The guard has let them in already; this says so to the types, and stays closed if it has not. */
export function signedIn(locals: App.Locals): Account {
	return locals.account ?? error(404);
}
