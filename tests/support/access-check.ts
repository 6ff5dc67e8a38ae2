import { ask } from './http.ts';

/** One thing that must be so. Resolves to what is the case instead, or to nothing when all is well. */
export type Check = { name: string; run: (origin: string) => Promise<string | undefined> };

/** What it is instead; nothing when it is as expected. */
export const differs = (got: unknown, expected: unknown) =>
	JSON.stringify(got) === JSON.stringify(expected)
		? undefined
		: (JSON.stringify(got)?.slice(0, 300) ?? 'nothing');

/** The status somebody with this cookie gets for a page. */
export const reached = async (origin: string, cookie: string, path = '/nl/course') =>
	(await ask(origin, { path, headers: { cookie, accept: 'text/html' } })).status;
