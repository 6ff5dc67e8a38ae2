import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reduceText, sameText } from './same-text.ts';

test.each([
	['Drempel', 'drempel'],
	['  een   drempel ', 'een drempel'],
	['drempel.', 'drempel'],
	['drempel . ', 'drempel'],
	['drempel?!', 'drempel'],
	['coördinatie', 'coordinatie'],
	['co\u00f6rdinatie', 'coo\u0308rdinatie'],
	['foto\u2019s', "foto's"],
	['foto\u00b4s', "foto's"],
	['foto\u2032s', "foto's"],
	['\u201aja\u2019', "'ja'"],
	['\u201ewat\u201d', '"wat"'],
	['\u2033wat\u2033', '"wat"'],
	['\u0133s', 'ijs'],
	['één\u00a0groep', 'een groep']
])('%j is the same text as %j', (one, other) => expect(sameText(one, other)).toBe(true));

test.each([
	['drempel', 'drempels'],
	['ja', 'nee'],
	['1.5', '15'],
	['a b', 'ab'],
	["foto's", 'fotos']
])('%j is another text than %j', (one, other) => expect(sameText(one, other)).toBe(false));

test('reducing twice changes nothing, and case, edges and final punctuation never matter', () => {
	const check = fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
		const reduced = reduceText(text);
		expect(reduceText(reduced)).toBe(reduced);
		expect(reduceText(`  ${text} . `)).toBe(reduced);
		expect(sameText(text, text)).toBe(true);
	});
	expect(() => fc.assert(check, { numRuns: 3000 })).not.toThrow();
});
