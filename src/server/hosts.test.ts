import { describe, expect, it, test } from 'vitest';
import { hostVerdict, knownHosts } from './hosts.ts';

const verdict = (origin: string, host: string | undefined, url = '/nl/course', method = 'GET') =>
	hostVerdict(
		{ headers: host === undefined ? {} : { host }, method, url },
		origin,
		knownHosts(origin)
	);

describe('an app with an address of its own', () => {
	const origin = 'https://course.example.org';
	it('is served under that name only', () => {
		expect(verdict(origin, 'course.example.org')).toEqual({ kind: 'ok' });
		for (const host of [
			'evil.example',
			'course.example.org.evil.example',
			'course.example.org:8443',
			'localhost',
			'127.0.0.1',
			'',
			'course.example.org, evil.example',
			undefined
		])
			expect(verdict(origin, host), String(host)).toEqual({ kind: 'refuse' });
	});
	it('is not served to who names two hosts, whatever is asked', () => {
		const host = 'course.example.org';
		for (const url of ['/nl/course', '/api/health']) {
			const request = { headers: { host }, headersDistinct: { host: [host, 'evil.example'] }, url };
			expect(hostVerdict(request, origin, knownHosts(origin)), url).toEqual({ kind: 'refuse' });
		}
	});
	it('answers health checks under any name', () => {
		expect(verdict(origin, '10.0.0.7:3000', '/api/health')).toEqual({ kind: 'ok' });
		expect(verdict(origin, undefined, '/api/ready')).toEqual({ kind: 'ok' });
		expect(verdict(origin, '10.0.0.7:3000', '/api/health/../nl')).toEqual({ kind: 'refuse' });
		expect(verdict(origin, '10.0.0.7:3000', '/api/healthy')).toEqual({ kind: 'refuse' });
	});
});

describe('an app on this machine', () => {
	const origin = 'http://localhost:3000';
	test.each(['127.0.0.1:3000', '[::1]:3000'])('sends %s on to its own name', (host) => {
		expect(verdict(origin, host, '/nl/course?x=1')).toEqual({
			kind: 'redirect',
			to: 'http://localhost:3000/nl/course?x=1'
		});
	});
	it('does not send on what changes something, another port, or an address that leads away', () => {
		expect(verdict(origin, '127.0.0.1:3000', '/nl/sign-in', 'POST')).toEqual({ kind: 'refuse' });
		expect(verdict(origin, '127.0.0.1:4000')).toEqual({ kind: 'refuse' });
		expect(verdict(origin, '127.0.0.1')).toEqual({ kind: 'refuse' });
		expect(verdict(origin, '127.0.0.1:3000', '//evil.example')).toEqual({ kind: 'refuse' });
		expect(verdict(origin, '127.0.0.1:3000', 'http://evil.example/')).toEqual({ kind: 'refuse' });
		expect(verdict(origin, '127.0.0.1:3000', '*', 'GET')).toEqual({ kind: 'refuse' });
	});
	it('stays on the origin whatever the path', () => {
		for (const path of [
			'/\\evil.example',
			'/@evil.example',
			'/.evil.example',
			'/%2f%2fevil.example'
		]) {
			const sent = verdict(origin, '127.0.0.1:3000', path);
			expect(new URL(sent.kind === 'redirect' ? sent.to : 'x:').origin).toBe(origin);
		}
	});
});
