import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fQuantile, twoSided } from './distributions.ts';
import { emptyCell, type Cell, type Pairs } from './item-sums.ts';
import {
	discrimination,
	facility,
	languageGap,
	momentsOf,
	optionRest,
	welch
} from './item-statistics.ts';
import { reliability } from './reliability.ts';
import { pairsOf, togetherOf } from '../../../tests/support/item-rows.ts';

/**
 * Five questions of the Law School Admission Test, section 6, 1,000 people: how many gave each pattern of right (1) and
 * wrong (0) answers. Bock & Lieberman 1970, Psychometrika 35, 179–197, table 1.
 */
const lsat: [pattern: string, people: number][] = [
	...([
		['00000', 3],
		['00001', 6],
		['00010', 2],
		['00011', 11]
	] as [string, number][]),
	...([
		['00100', 1],
		['00101', 1],
		['00110', 3],
		['00111', 4]
	] as [string, number][]),
	...([
		['01000', 1],
		['01001', 8],
		['01011', 16],
		['01101', 3]
	] as [string, number][]),
	...([
		['01110', 2],
		['01111', 15],
		['10000', 10],
		['10001', 29]
	] as [string, number][]),
	...([
		['10010', 14],
		['10011', 81],
		['10100', 3],
		['10101', 28]
	] as [string, number][]),
	...([
		['10110', 15],
		['10111', 80],
		['11000', 16],
		['11001', 56]
	] as [string, number][]),
	...([
		['11010', 21],
		['11011', 173],
		['11100', 11],
		['11101', 61]
	] as [string, number][]),
	...([
		['11110', 28],
		['11111', 298]
	] as [string, number][])
];
const lsatRows = lsat.flatMap(([pattern, people]) =>
	Array.from({ length: people }, () => [...pattern].map(Number))
);

/** Six people judged by four: Shrout & Fleiss 1979, Psychological Bulletin 86, 420–428, table 2. */
const shroutFleiss = [
	[9, 2, 5, 8],
	[6, 1, 3, 2],
	[8, 4, 6, 8],
	[7, 1, 2, 6],
	[10, 5, 6, 9],
	[6, 2, 4, 7]
];

describe('published worked examples', () => {
	test('the law school test: facility, corrected point-biserial and alpha (Rizopoulos 2006, JSS 17(5))', () => {
		expect(lsatRows).toHaveLength(1000);
		const pairs = [0, 1, 2, 3, 4].map((item) => pairsOf(lsatRows, item));
		expect(pairs.map((each) => facility(each).value)).toEqual([0.924, 0.709, 0.553, 0.763, 0.87]);
		// “Point biserial correlation with total score, excluding the item.”
		const published = [0.1128, 0.1532, 0.1728, 0.1444, 0.1216];
		for (const [item, each] of pairs.entries())
			expect(discrimination(each)!.value).toBeCloseTo(published[item]!, 4);
		expect(reliability(togetherOf(lsatRows, 'same'))!.value).toBeCloseTo(0.295, 4);
		for (const [item, alpha] of [0.2754, 0.2376, 0.2168, 0.2459, 0.2663].entries()) {
			const without = lsatRows.map((row) => row.filter((_, each) => each !== item));
			expect(reliability(togetherOf(without, 'same'))!.value).toBeCloseTo(alpha, 4);
		}
	});

	test('six people and four judges: ICC(3,4) = .91 is alpha, ICC(1,4) = .44 the nested design, with their intervals', () => {
		const same = reliability(togetherOf(shroutFleiss, 'same'))!;
		expect([same.value, same.low, same.high].map((each) => each.toFixed(2))).toEqual([
			...['0.91', '0.68', '0.99']
		]);
		const drawn = reliability(togetherOf(shroutFleiss, 'drawn'))!;
		expect([drawn.value, drawn.low, drawn.high].map((each) => each.toFixed(2))).toEqual([
			...['0.44', '-0.88', '0.91']
		]);
	});

	test('Wilson’s interval of four proportions (Newcombe 1998, Statistics in Medicine 17, 857–872, table I)', () => {
		const published: [n: number, right: number, low: number, high: number][] = [
			[263, 81, 0.2553, 0.3662],
			[148, 15, 0.0624, 0.1605],
			[20, 0, 0, 0.1611],
			[29, 1, 0.0061, 0.1718]
		];
		for (const [n, points, low, high] of published) {
			const found = facility({ n, points });
			expect(found.low).toBeCloseTo(low, 4);
			expect(found.high).toBeCloseTo(high, 4);
		}
	});

	test('hours of sleep with two drugs (Student 1908, Biometrika 6, 1–25): Welch gives t = -1.8608, p = .07939', () => {
		const groups = [
			[0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2],
			[1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
		].map((hours) => {
			const total = (of: number[]) => of.reduce((sum, each) => sum + each, 0);
			return momentsOf(hours.length, total(hours), total(hours.map((each) => each * each)));
		});
		const found = welch(groups[0]!, groups[1]!);
		expect(found.difference).toBeCloseTo(-1.58, 10);
		expect(found.p).toBeCloseTo(0.07939, 5);
	});

	test('points of the tables of t and F that every textbook prints', () => {
		expect(twoSided(2.228, 10)).toBeCloseTo(0.05, 4);
		expect(twoSided(2.576, 1e6)).toBeCloseTo(0.01, 4);
		expect(twoSided(12.706, 1)).toBeCloseTo(0.05, 4);
		expect(fQuantile(0.95, 5, 10)).toBeCloseTo(3.33, 2);
		expect(fQuantile(0.975, 10, 20)).toBeCloseTo(2.77, 2);
		expect(fQuantile(0.95, 1, 1)).toBeCloseTo(161.4, 1);
	});
});

/** Rows of points, 0–1 in hundredths as they are given, of 20 to 60 people at 3 to 6 questions. */
const anyRows = fc
	.tuple(fc.integer({ min: 20, max: 60 }), fc.integer({ min: 3, max: 6 }))
	.chain(([people, questions]) =>
		fc.array(
			fc.array(fc.constantFrom<number[]>(0, 0.33, 0.5, 0.66, 1), {
				minLength: questions,
				maxLength: questions
			}),
			{ minLength: people, maxLength: people }
		)
	);

const mean = (list: number[]) => list.reduce((sum, each) => sum + each, 0) / list.length;
/** Pearson’s r in two passes: means first, then what differs from them. */
function twoPass(x: number[], y: number[]): number | undefined {
	const [mx, my] = [mean(x), mean(y)];
	const dot = (a: number[], ma: number, b: number[], mb: number) =>
		a.reduce((sum, each, index) => sum + (each - ma) * (b[index]! - mb), 0);
	const [xx, yy] = [dot(x, mx, x, mx), dot(y, my, y, my)];
	return xx < 1e-9 || yy < 1e-9 ? undefined : dot(x, mx, y, my) / Math.sqrt(xx * yy);
}
const restOf = (row: number[], item: number) => mean(row.filter((_, each) => each !== item));

describe('whatever the answers', () => {
	test('sums say what two passes over every answer say, of the rest without the question itself', () =>
		fc.assert(
			fc.property(anyRows, (rows) => {
				for (const item of rows[0]!.keys()) {
					const found = discrimination(pairsOf(rows, item));
					const naive = twoPass(
						rows.map((row) => row[item]!),
						rows.map((row) => restOf(row, item))
					);
					if (found === undefined) return expect(naive).toBeUndefined();
					expect(found.value).toBeCloseTo(naive!, 8);
					expect(found.low).toBeGreaterThanOrEqual(-1);
					expect(found.high).toBeLessThanOrEqual(1);
					expect(found.low).toBeLessThanOrEqual(found.value);
					expect(found.high).toBeGreaterThanOrEqual(found.value);
				}
			})
		));

	test('alpha is k/(k − 1) · (1 − Σ variances / variance of totals), whatever questions are called', () =>
		fc.assert(
			fc.property(anyRows, (rows) => {
				const k = rows[0]!.length;
				const variance = (list: number[]) => {
					const m = mean(list);
					return list.reduce((sum, each) => sum + (each - m) ** 2, 0) / (list.length - 1);
				};
				const totals = variance(rows.map((row) => row.reduce((sum, each) => sum + each, 0)));
				const found = reliability(togetherOf(rows, 'same'));
				if (found === undefined) return expect(totals).toBeLessThan(1e-6);
				const items = rows[0]!.map((_, item) => variance(rows.map((row) => row[item]!)));
				const sum = items.reduce((all, each) => all + each, 0);
				expect(found.value).toBeCloseTo((k / (k - 1)) * (1 - sum / totals), 6);
				expect(found.value).toBeLessThanOrEqual(1);
				const renamed = rows.map((row) => [...row].reverse());
				expect(reliability(togetherOf(renamed, 'same'))!.value).toBeCloseTo(found.value, 8);
			})
		));

	test('choosing an option against the rest is within -1 and 1, and the same as two passes', () =>
		fc.assert(
			fc.property(anyRows, fc.infiniteStream(fc.boolean()), (rows, picks) => {
				const picked = rows.map(() => Boolean(picks.next().value));
				const rest = rows.map((row) => restOf(row, 0));
				const cell: Cell = {
					...emptyCell('Q', '1', 'nl'),
					pairs: pairsOf(rows, 0),
					options: {
						a: {
							n: picked.filter(Boolean).length,
							rest: rest.reduce((sum, each, index) => sum + (picked[index] ? each : 0), 0)
						}
					}
				};
				const found = optionRest(cell, 'a');
				const naive = twoPass(picked.map(Number), rest);
				if (found === undefined) return expect(naive).toBeUndefined();
				expect(found.value).toBeCloseTo(naive!, 8);
				expect(Math.abs(found.value)).toBeLessThanOrEqual(1);
			})
		));

	test('a gap between languages turns its sign, and nothing else, when languages change places', () =>
		fc.assert(
			fc.property(anyRows, anyRows, (nl, en) => {
				const [a, b] = [pairsOf(nl, 0), pairsOf(en, 0)];
				const [there, back] = [languageGap(a, b), languageGap(b, a)];
				expect(there.difference).toBeCloseTo(-back.difference, 10);
				expect(there.p).toBeCloseTo(back.p, 10);
				expect(there.p).toBeGreaterThanOrEqual(0);
				expect(there.p).toBeLessThanOrEqual(1);
				const own = (rows: number[][]) => mean(rows.map((row) => row[0]! - restOf(row, 0)));
				expect(there.difference).toBeCloseTo(own(nl) - own(en), 8);
			})
		));
});

test('where everybody had the same, nothing is said instead of a number', () => {
	const pairs: Pairs = pairsOf(
		Array.from({ length: 30 }, () => [1, 0, 1]),
		0
	);
	expect(discrimination(pairs)).toBeUndefined();
	expect(
		reliability(
			togetherOf(
				Array.from({ length: 30 }, () => [1, 0]),
				'same'
			)
		)
	).toBeUndefined();
});
