import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mulberry32 } from './random.ts';
import { seedOf, shuffle } from './shuffle.ts';

// Frozen: attempts, simulations and lesson figures are remade from their seeds for as long as they are kept.
test.each([
	[0, [0.26642920868471265, 0.0003297457005828619, 0.2232720274478197]],
	[1, [0.6270739405881613, 0.002735721180215478, 0.5274470399599522]],
	[2006, [0.0707762895617634, 0.6608526089694351, 0.02726327278651297]],
	[0xffffffff, [0.8964226141106337, 0.189478256739676, 0.7156526781618595]]
])('mulberry32(%i) gives the sequence it always gave', (seed, expected) => {
	const random = mulberry32(seed);
	expect(expected.map(() => random())).toEqual(expected);
});

test('numbers are in [0, 1), evenly spread, and belong to their seed alone', () => {
	const random = mulberry32(42);
	const numbers = Array.from({ length: 20_000 }, random);
	const again = mulberry32(42);
	expect(numbers.every((n) => n >= 0 && n < 1)).toBe(true);
	expect(numbers.slice(0, 100)).toEqual(Array.from({ length: 100 }, again));
	const perTenth = Array.from(
		{ length: 10 },
		(_, tenth) => numbers.filter((n) => Math.floor(n * 10) === tenth).length
	);
	for (const count of perTenth) expect(Math.abs(count - 2000)).toBeLessThan(200);
});

test('seedOf is FNV-1a', () => {
	expect(seedOf('')).toBe(0x811c9dc5);
	expect(seedOf('a')).toBe(0xe40c292c);
	expect(seedOf('foobar')).toBe(0xbf9cf968);
});

test('a shuffle keeps everything, changes nothing and depends on its seed alone', () => {
	const check = fc.property(fc.array(fc.integer()), fc.nat(), (list, seed) => {
		const before = [...list];
		const mixed = shuffle(list, seed);
		expect(list).toEqual(before);
		expect(shuffle(list, seed)).toEqual(mixed);
		const sorted = (some: number[]) => [...some].sort((a, b) => a - b);
		expect(sorted(mixed)).toEqual(sorted(list));
	});
	expect(() => fc.assert(check, { numRuns: 2000 })).not.toThrow();
});
