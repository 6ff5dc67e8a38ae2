import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bounds, count, defaults, examples, groups, pairs, series, triads } from './ties.ts';

// The check values of the lesson plan: n, pairs, triads, n·ln n to one decimal, groups.
test.each([
	['row 1: two members', 2, 1, 0, 1.4, 1n],
	['row 2: three members, and the first triad', 3, 3, 1, 3.3, 4n],
	['row 3: five members', 5, 10, 10, 8.0, 26n],
	['row 4: twelve members', 12, 66, 220, 29.8, 4083n],
	['row 5: twenty members', 20, 190, 1140, 59.9, 1048555n],
	['row 6: 150 members', 150, 11175, 551300, 751.6, 2n ** 150n - 151n]
])('%s', (_, n, two, three, product, all) => {
	expect(examples).toContain(n);
	const { odlyzkoTilly, ...whole } = count(n);
	expect(whole).toEqual({
		members: n,
		pairs: two,
		triads: three,
		sarnoff: n,
		metcalfe: n * n,
		reed: all
	});
	expect(Number(odlyzkoTilly.toFixed(1))).toBe(product);
});

test('the groups of 150 members are written out to the last digit', () => {
	expect(groups(150)).toBe(1427247692705959881058285969449495136382746473n);
});

test('one member has nobody, and is worth something only to Sarnoff and Metcalfe', () => {
	expect(count(1)).toEqual({
		members: 1,
		pairs: 0,
		triads: 0,
		sarnoff: 1,
		odlyzkoTilly: 0,
		metcalfe: 1,
		reed: 0n
	});
});

test('the question of the lesson: from 5 to 20 members there are 19 times as many pairs', () => {
	expect(pairs(20) / pairs(5)).toBe(19);
});

test('a series has one row for each number of members', () => {
	const rows = series(bounds.members.min, bounds.members.max);
	expect(rows.map((row) => row.members)).toEqual(Array.from({ length: 150 }, (_, i) => i + 1));
	expect(rows[defaults.members - 1]).toEqual(count(5));
});

/** Every subset of n members, as its size. */
const sizes = (n: number) =>
	Array.from({ length: 2 ** n }, (_, bits) => bits.toString(2).replaceAll('0', '').length);

test('the formulas count what can be written out, up to twelve members', () => {
	for (let n = 1; n <= 12; n++) {
		const all = sizes(n);
		expect(pairs(n)).toBe(all.filter((size) => size === 2).length);
		expect(triads(n)).toBe(all.filter((size) => size === 3).length);
		expect(groups(n)).toBe(BigInt(all.filter((size) => size >= 2).length));
	}
});

const holds = <T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void) =>
	expect(() => fc.assert(fc.property(arbitrary, property), { numRuns: 500 })).not.toThrow();
const members = fc.integer(bounds.members);

test('a newcomer brings a pair with each member, a triad with each pair, and doubles the groups and more', () => {
	holds(members, (n) => {
		expect(pairs(n + 1) - pairs(n)).toBe(n);
		expect(triads(n + 1) - triads(n)).toBe(pairs(n));
		expect(groups(n + 1)).toBe(2n * groups(n) + BigInt(n));
	});
});

test('the claims keep their order from three members on, and pairs are less than half of Metcalfe', () => {
	holds(
		members.filter((n) => n >= 3),
		(n) => {
			const row = count(n);
			expect(row.odlyzkoTilly).toBeGreaterThan(row.sarnoff);
			expect(row.metcalfe).toBeGreaterThan(row.odlyzkoTilly);
			expect(2 * row.pairs).toBeLessThan(row.metcalfe);
			if (n >= 5) expect(row.reed).toBeGreaterThan(BigInt(row.metcalfe));
		}
	);
});
