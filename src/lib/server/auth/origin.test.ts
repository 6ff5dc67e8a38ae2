import { expect, test } from 'vitest';
import { fromOurselves } from './origin.ts';

const own = 'https://course.example.org';
const request = (method: string, site: string | null, from: string | null) => {
	const headers = new Headers();
	if (site !== null) headers.set('sec-fetch-site', site);
	if (from !== null) headers.set('origin', from);
	return new Request(`${own}/nl/sign-in`, { method, headers });
};

test.each([
	['POST', 'same-origin', own, true],
	['POST', 'same-origin', null, true],
	['POST', null, own, true],
	['POST', null, null, false],
	['POST', 'same-site', own, false],
	['POST', 'cross-site', null, false],
	['POST', 'cross-site', own, false],
	['POST', 'none', null, false],
	['POST', 'none', own, false],
	['POST', '', own, false],
	['POST', 'same-origin', 'https://evil.example', false],
	['POST', 'same-origin', 'null', false],
	['POST', null, 'null', false],
	['POST', null, '', false],
	['POST', null, 'https://evil.example', false],
	['POST', null, 'http://course.example.org', false],
	['POST', null, 'https://course.example.org:8443', false],
	['POST', null, 'https://course.example.org.evil.example', false],
	['POST', null, 'https://sub.course.example.org', false],
	['POST', null, `${own}/`, false],
	['PUT', 'same-origin', own, true],
	['PUT', 'cross-site', null, false],
	['PATCH', 'cross-site', null, false],
	['DELETE', 'cross-site', null, false],
	['DELETE', null, null, false],
	['GET', 'cross-site', 'https://evil.example', true],
	['HEAD', 'cross-site', null, true],
	['OPTIONS', null, null, true]
])('%s with Sec-Fetch-Site %j and Origin %j: %s', (method, site, from, allowed) =>
	expect(fromOurselves(request(method, site, from), own)).toBe(allowed)
);
