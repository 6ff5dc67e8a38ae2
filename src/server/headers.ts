import type { ServerResponse } from 'node:http';

/** For responses that are not pages: nothing in them may run. Pages replace it with a policy that has a nonce. */
const nothing = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

/** Sets what every response carries: pages, files, redirects and errors alike. */
export function setHeaders(response: ServerResponse, secure: boolean): void {
	response.setHeader('content-security-policy', nothing);
	response.setHeader('x-content-type-options', 'nosniff');
	response.setHeader('x-frame-options', 'DENY');
	// Nothing to other origins; not 'no-referrer', with which a browser without scripts hides where its own forms come from.
	response.setHeader('referrer-policy', 'same-origin');
	response.setHeader('cross-origin-opener-policy', 'same-origin');
	response.setHeader('cross-origin-resource-policy', 'same-origin');
	response.setHeader(
		'permissions-policy',
		'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()'
	);
	response.setHeader('cache-control', 'no-cache');
	if (secure) response.setHeader('strict-transport-security', 'max-age=63072000; includeSubDomains');
}
