import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';

/** Pages that wait or are being made: as many as one process makes in about a second, so that nobody waits much longer. */
const PAGES = 40;
/** Pages being made at once: enough to have work while the database answers, few enough to look at the door in between. */
const AT_ONCE = 8;
/** Looks at the door before a page is begun all the same: whoever keeps knocking keeps nobody from being served. */
const LOOKS = 100;
/** Forms being worked on at once, counted apart: an answer still gets in when pages do not. */
const FORMS = 80;

/** Whoever says when a connection comes in: the server. */
type Door = { on(event: 'connection', listener: () => void): unknown };

/**
 * Lets so many in at once and no more: whoever is told "later" at once is better off than whoever waits for nothing.
 *
 * Node lets in one connection per turn of its loop, and making a page is a long turn. A page is therefore begun only in a
 * turn in which nobody stood at the door, so that everybody is seen, and told "later", long before they could be served.
 */
export function crowd(door: Door, { pages = PAGES, atOnce = AT_ONCE, forms = FORMS } = {}) {
	const working = { pages: 0, forms: 0 };
	const waiting: (() => void)[] = [];
	let came = false;
	door.on('connection', () => (came = true));
	let letting = false;

	async function letIn(): Promise<void> {
		if (letting) return;
		letting = true;
		while (waiting.length > 0 && working.pages < atOnce) {
			for (let look = 0; look < LOOKS; look++) {
				came = false;
				await turn();
				if (!came) break;
			}
			waiting.shift()?.();
		}
		letting = false;
	}

	/** Begins something now, or when its turn comes, or says that it is too crowded and does nothing. */
	return function admits(
		request: IncomingMessage,
		response: ServerResponse,
		begin: () => void
	): boolean {
		// Files and the questions whether the app lives cost next to nothing.
		if (!/^\/(nl|en)(?![^/?])/.test(request.url ?? '')) {
			begin();
			return true;
		}
		const isPage = request.method === 'GET' || request.method === 'HEAD';
		return isPage ? page(response, begin) : form(request, response, begin);
	};

	function page(response: ServerResponse, begin: () => void): boolean {
		if (waiting.length + working.pages >= pages) return false;
		let begun = false;
		const start = () => {
			begun = true;
			working.pages += 1;
			begin();
		};
		waiting.push(start);
		response.once('close', () => {
			if (begun) working.pages -= 1;
			// Gone before it began: nobody is there to make it for.
			else waiting.splice(waiting.indexOf(start), 1);
			void letIn();
		});
		void letIn();
		return true;
	}

	function form(request: IncomingMessage, response: ServerResponse, begin: () => void): boolean {
		if (working.forms >= forms) return false;
		let counts = false;
		let over = false;
		response.once('close', () => {
			over = true;
			if (counts) working.forms -= 1;
		});
		// A form that comes in slowly is no work yet: it keeps nobody out.
		request.once('end', () => {
			if (over) return;
			counts = true;
			working.forms += 1;
		});
		begin();
		return true;
	}
}
