import type { IncomingMessage, ServerResponse } from 'node:http';

/** Pages being made at once: as many as one process makes in about a second, so that nobody waits much longer. */
const PAGES = 40;
/** Forms being worked on at once, counted apart: an answer still gets in when pages do not. */
const FORMS = 80;

/**
 * Lets so many in at once and no more: whoever is told "later" at once is better off than whoever waits for nothing.
 *
 * @returns whether a request may come in; it counts until its response is over
 */
export function crowd({ pages = PAGES, forms = FORMS } = {}) {
	const working = { pages: 0, forms: 0 };
	const most = { pages, forms };
	return function admits(request: IncomingMessage, response: ServerResponse): boolean {
		// Files and the questions whether the app lives cost next to nothing.
		if (!/^\/(nl|en)(?![^/?])/.test(request.url ?? '')) return true;
		const kind = request.method === 'GET' || request.method === 'HEAD' ? 'pages' : 'forms';
		if (working[kind] >= most[kind]) return false;
		let counts = false;
		let over = false;
		const begin = () => {
			if (over) return;
			counts = true;
			working[kind] += 1;
		};
		response.once('close', () => {
			over = true;
			if (counts) working[kind] -= 1;
		});
		// A form that comes in slowly is no work yet: it keeps nobody out.
		if (kind === 'pages') begin();
		else request.once('end', begin);
		return true;
	};
}
