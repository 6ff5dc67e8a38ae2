import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressOf } from './address.ts';

const socket = () => '10.0.0.1';
const request = (forwarded?: string) =>
	new Request(
		'http://localhost/',
		forwarded === undefined ? {} : { headers: { 'x-forwarded-for': forwarded } }
	);

test.each([
	['no proxies: the header is not believed', 0, '1.2.3.4', '10.0.0.1'],
	['no proxies, no header', 0, undefined, '10.0.0.1'],
	['one proxy: what it wrote', 1, '1.2.3.4', '1.2.3.4'],
	['one proxy: what came before it is made up', 1, '6.6.6.6, 1.2.3.4', '1.2.3.4'],
	[
		'two proxies: the outermost wrote the second from the right',
		2,
		'6.6.6.6, 1.2.3.4, 10.0.0.9',
		'1.2.3.4'
	],
	['spaces and IPv6', 1, 'x ,  2001:db8::1 ', '2001:db8::1'],
	['a chain that is too short', 2, '1.2.3.4', '10.0.0.1'],
	['no header behind a proxy', 1, undefined, '10.0.0.1'],
	['an empty header', 1, '', '10.0.0.1'],
	['an empty place', 1, '1.2.3.4, ', '10.0.0.1']
])('%s', (_, proxies, forwarded, expected) =>
	expect(addressOf(request(forwarded), socket, proxies)).toBe(expected)
);

test('nobody can choose their own address by adding to the header', () => {
	const part = fc.stringMatching(/^[0-9a-f.:, ]{0,30}$/);
	const check = fc.property(part, fc.integer({ min: 1, max: 3 }), (forged, proxies) => {
		const real = ['1.2.3.4', '10.0.0.8', '10.0.0.9'].slice(0, proxies);
		expect(addressOf(request([forged, ...real].join(', ')), socket, proxies)).toBe('1.2.3.4');
	});
	expect(() => fc.assert(check, { numRuns: 1000 })).not.toThrow();
});
