import type { IncomingMessage, ServerResponse } from 'node:http';

/** Pages being made at once: as many as one process makes in about a second, so that nobody waits much longer. */
const PAGES = 40;
/** Forms being worked on at once, counted apart: an answer still gets in when pages do not. */
const FORMS = 80;

/**
 * Work that never lets go of the process (the embedded database works inside it) is not seen by counting: each page is done
 * before the next is looked at, and whoever waits does so outside. But then the clock below does not tick either. So many
 * milliseconds without a tick in which more than a few were let in, and pages wait too long; later forms do too.
 */
const LONGEST_TURN = { pages: 1_000, forms: 4_000 };
const A_FEW = 10;
const TICK_MS = 50;

/**
 * Lets so many in at once and no more: whoever is told "later" at once is better off than whoever waits for nothing.
 *
 * @returns whether a request may come in; it counts until its response is over
 */
export function crowd({ pages = PAGES, forms = FORMS, now = () => performance.now() } = {}) {
	let ticked = now();
	let since = 0;
	setInterval(() => ([ticked, since] = [now(), 0]), TICK_MS).unref();
	const working = { pages: 0, forms: 0 };
	const most = { pages, forms };
	return function admits(request: IncomingMessage, response: ServerResponse): boolean {
		// Files and the questions whether the app lives cost next to nothing.
		if (!/^\/(nl|en)(?![^/?])/.test(request.url ?? '')) return true;
		const kind = request.method === 'GET' || request.method === 'HEAD' ? 'pages' : 'forms';
		const isStuck = since > A_FEW && now() - ticked > LONGEST_TURN[kind];
		if (isStuck || working[kind] >= most[kind]) return false;
		since += 1;
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
