import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeNext } from './next.ts';

const fallback = '/nl/course';
const origin = 'https://course.example.org';

test.each([
	'https://evil.example',
	'http:evil.example',
	'//evil.example',
	'///evil.example',
	'////evil.example/nl/course',
	'/\\evil.example',
	'\\\\evil.example',
	'/\t/evil.example',
	'/\n/evil.example',
	'\t//evil.example',
	' //evil.example',
	' https://evil.example',
	'/nl//evil.example',
	'/nl/../../evil.example',
	'/nl/..//evil.example',
	'/nl/..%2f..%2fevil.example',
	'/nl/%2e%2e/evil',
	'/nl/%5cevil.example',
	'/nl/course\\..\\evil',
	'/nl/course@evil.example:80',
	'/nl/course?next=https://evil.example',
	'/nl/course#//evil.example',
	'/nl/course;evil',
	'/nl/course\r\nLocation: https://evil.example',
	'/nl/course\nSet-Cookie: a=b',
	'/nl/course%0d%0aLocation:x',
	'/nl/course\0',
	'javascript:alert(1)',
	'JaVaScRiPt:alert(1)',
	'data:text/html,<script>alert(1)</script>',
	'vbscript:x',
	'blob:https://evil.example/1',
	'/nl/javascript:alert(1)',
	'/nl.evil.example',
	'nl/course',
	'/de/course',
	'/',
	'',
	'/nlx/course',
	'/nl/курс',
	'/nl/．．/evil',
	'／／evil.example',
	'/nl/<script>',
	'/nl/course'.padEnd(400, 'x'),
	'/nl/sign-in',
	'/nl/sign-out',
	'/en/sign-up',
	'/nl/forgot',
	'/en/welcome/secret'
])('%j leads nowhere but home', (text) => expect(safeNext(text, fallback)).toBe(fallback));

test.each([
	'/nl/course',
	'/en/lesson/a1',
	'/nl/quiz/m1/2/3',
	'/nl/join/AbC-12_x',
	'/nl/manage/team.csv',
	'/nl/'
])('%j is a place to go back to', (text) => expect(safeNext(text, fallback)).toBe(text));

test('nothing at all is home', () => {
	expect(safeNext(null, fallback)).toBe(fallback);
	expect(safeNext(undefined, fallback)).toBe(fallback);
});

test('whatever is asked, the answer stays within the course', () => {
	const part = fc.oneof(
		fc.constantFrom(
			'/',
			'//',
			'\\',
			'..',
			'.',
			'nl',
			'en',
			':',
			'@',
			'%2f',
			'?',
			'#',
			'evil.example',
			'\t',
			'\n'
		),
		fc.string({ unit: 'grapheme', maxLength: 4 })
	);
	const text = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''));
	const check = fc.property(
		fc.oneof(
			text,
			text.map((rest) => `/nl/${rest}`)
		),
		(asked) => {
			const url = new URL(safeNext(asked, fallback), `${origin}/nl/sign-in`);
			expect(url.origin).toBe(origin);
			expect(url.pathname).toMatch(/^\/(nl|en)\//);
			expect(url.search + url.hash).toBe('');
		}
	);
	expect(() => fc.assert(check, { numRuns: 5000 })).not.toThrow();
});
