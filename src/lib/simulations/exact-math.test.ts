import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exp, ln } from './exact-math.ts';

/** How far apart two numbers are, in units of the last place of the second. */
function units(one: number, other: number): number {
	if (one === other) return 0;
	const view = new DataView(new ArrayBuffer(8));
	const bits = (x: number) => (view.setFloat64(0, x), view.getBigInt64(0));
	return Math.abs(Number(bits(one) - bits(other)));
}

test('exp is that of the engine to within one unit in the last place', () => {
	fc.assert(
		fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
			expect(units(exp(x), Math.exp(x))).toBeLessThanOrEqual(1);
		}),
		{ numRuns: 20_000 }
	);
	expect([exp(0), exp(-1000), exp(1000), exp(NaN)]).toEqual([1, 0, Infinity, NaN]);
	expect(units(exp(1), Math.E)).toBeLessThanOrEqual(1);
});

test('ln is that of the engine to within one unit in the last place', () => {
	fc.assert(
		fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => {
			expect(units(ln(x), Math.log(x))).toBeLessThanOrEqual(1);
		}),
		{ numRuns: 20_000 }
	);
	fc.assert(
		fc.property(fc.double({ min: 0.4, max: 2.5, noNaN: true }), (x) => {
			expect(units(ln(x), Math.log(x))).toBeLessThanOrEqual(1);
		}),
		{ numRuns: 20_000 }
	);
	expect([ln(1), ln(0), ln(Infinity), ln(-1), ln(2)]).toEqual([
		0,
		-Infinity,
		Infinity,
		NaN,
		Math.LN2
	]);
});
