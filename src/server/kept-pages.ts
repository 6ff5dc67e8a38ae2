import type { IncomingMessage, ServerResponse } from 'node:http';
import { freshNonce, keepPage, type KeptPage } from './kept-page.ts';

/** Pages that depend on nothing but their address when nobody is signed in. None with a form that carries an id of its own. */
const paths = new Set(
	['nl', 'en'].flatMap((language) =>
		['', '/glossary', '/sources', '/privacy'].map((page) => `/${language}${page}`)
	)
);

/** Of this one response, not of the page. */
const passing = new Set([
	'date',
	'connection',
	'keep-alive',
	'transfer-encoding',
	'content-length',
	'etag'
]);

/** Sends pages that were made before, so that a crowd at the door costs little. */
export function pageKeeper() {
	const kept = new Map<string, KeptPage>();
	return {
		/** Sends the page if it is kept; else says whether it may be, when it is made. */
		serve(request: IncomingMessage, response: ServerResponse): 'sent' | 'to-keep' | 'not-kept' {
			const { method, url = '', headers } = request;
			if (method !== 'GET' || headers.cookie !== undefined || !paths.has(url)) return 'not-kept';
			// Whoever asks for something else than a page gets what the app says to that.
			if (headers.accept?.includes('text/html') === false) return 'not-kept';
			const page = kept.get(url);
			if (!page) return 'to-keep';
			const nonce = freshNonce();
			const zipped = /\bgzip\b/.test(String(headers['accept-encoding'] ?? ''));
			const body = zipped ? page.gzipped(nonce) : page.plain(nonce);
			response.writeHead(200, {
				...page.headers(nonce),
				'content-length': body.length,
				vary: 'Accept-Encoding',
				...(zipped && { 'content-encoding': 'gzip' })
			});
			response.end(body);
			return 'sent';
		},
		/** Keeps the page that is about to be written to this response; it goes out as it is, this once. */
		keepFrom(request: IncomingMessage, response: ServerResponse): void {
			const parts: Buffer[] = [];
			const { write, end } = response;
			const note = (part: unknown) => {
				if (typeof part === 'string' || part instanceof Uint8Array)
					parts.push(Buffer.from(part as string));
			};
			response.write = ((...given: [part: unknown, encoding: BufferEncoding]) => {
				note(given[0]);
				return write.apply(response, given);
			}) as typeof write;
			response.end = ((...given: [part: unknown, encoding: BufferEncoding]) => {
				note(given[0]);
				const names = response.getHeaderNames().filter((name) => !passing.has(name));
				const headers = Object.fromEntries(
					names.map((name) => [name, String(response.getHeader(name))])
				);
				const page =
					response.statusCode === 200 && !('set-cookie' in headers)
						? keepPage(headers, Buffer.concat(parts))
						: undefined;
				if (page) kept.set(request.url!, page);
				return end.apply(response, given);
			}) as typeof end;
		}
	};
}
