import type { ServerResponse } from 'node:http';

/** For responses that are not pages: nothing in them may run. Pages replace it with a policy that has a nonce. */
const nothing = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

/** What every response carries: pages, files, redirects and errors alike. */
function always(secure: boolean): Record<string, string> {
	return {
		'content-security-policy': nothing,
		'x-content-type-options': 'nosniff',
		'x-frame-options': 'DENY',
		// Nothing to other origins; not 'no-referrer', with which a browser without scripts hides where its own forms come from.
		'referrer-policy': 'same-origin',
		'cross-origin-opener-policy': 'same-origin',
		'cross-origin-resource-policy': 'same-origin',
		'permissions-policy':
			'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
		'cache-control': 'no-cache',
		...(secure && { 'strict-transport-security': 'max-age=63072000; includeSubDomains' })
	};
}

export function setHeaders(response: ServerResponse, secure: boolean): void {
	for (const [name, value] of Object.entries(always(secure))) response.setHeader(name, value);
}

/** A whole response for a request that could not be read, so that there is nothing to answer it with but the socket. */
export function bareResponse(status: string, secure: boolean): string {
	const lines = Object.entries(always(secure)).map(([name, value]) => `${name}: ${value}\r\n`);
	return `HTTP/1.1 ${status}\r\n${lines.join('')}connection: close\r\ncontent-length: 0\r\n\r\n`;
}
