import type { IncomingMessage } from 'node:http';

/** What a form of ours needs, in bytes; a canvas field with everything in it is less than half of this. */
const FORM = 65_536;
/** A list of people as a file; the page itself says no to more than a megabyte, in words. */
const FILE = 4 * 1024 * 1024;

/** The most that is ever read of a request. */
export const LARGEST = FILE;

/** Why a request is not even read: it is larger than anything its page asks for, or does not say how large it is. */
export function bodyRefusal({ method, url, headers }: IncomingMessage): 411 | 413 | undefined {
	if (method === 'GET' || method === 'HEAD') return undefined;
	const path = (url ?? '').split('?')[0]!;
	if (/^\/(nl|en)\/manage\/[^/]+\/joining$/.test(path)) return undefined;
	if (headers['transfer-encoding'] !== undefined) return 411;
	return Number(headers['content-length'] ?? 0) > FORM ? 413 : undefined;
}
