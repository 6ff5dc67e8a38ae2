import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { mulberry32 } from '#lib/learning/random.ts';
import {
	bands,
	bounds,
	contributions,
	degreeDistribution,
	grow,
	inequality,
	limit,
	lorenz,
	ownShares,
	removeTop,
	start,
	step
} from './activity.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);
const thousand = (skew: number) => contributions({ members: 1000, skew });
/** The shares of the three bands in per cent, with two decimals. */
const percentages = (all: readonly number[]) => {
	const { top, next, rest } = bands(all);
	return [top, next, rest].map((band) => (100 * band.share).toFixed(2));
};

// The check values of the lesson plan, by row, to the rounding given there.
test.each([
	['row 1: α = 0', 0, ['1.00', '9.00', '90.00']],
	['row 2: α = 1', 1, ['39.13', '30.17', '30.70']],
	['row 3: α = 1.2', 1.2, ['56.92', '26.18', '16.90']],
	['row 4: α = 1.5', 1.5, ['78.27', '16.38', '5.35']]
])('%s', (_, skew, expected) => {
	const { top, next, rest } = bands(thousand(skew));
	expect([top.members, next.members, rest.members]).toEqual([10, 90, 900]);
	expect(percentages(thousand(skew))).toEqual(expected);
});

test('row 1 and row 2: the Gini coefficient is 0 and 0.734', () => {
	expect(inequality(thousand(0))).toBe(0);
	expect(inequality(thousand(1)).toFixed(3)).toBe('0.734');
});

test('row 5: without the ten most active 39.13% of the contributions are gone', () => {
	const { lost, left } = removeTop(thousand(1), 10);
	expect((100 * lost).toFixed(2)).toBe('39.13');
	expect(lost + left).toBe(1);
});

test('row 6: the published shares, entered as own figures, come out as they went in', () => {
	const shares = ownShares(74.7, 24.0, 1.3);
	if (shares.kind !== 'shares') throw new Error(shares.kind);
	expect(shares.top).toBeCloseTo(0.747, 12);
	expect(shares.next).toBeCloseTo(0.24, 12);
	expect(shares.rest).toBeCloseTo(0.013, 12);
	expect(ownShares(0, 0, 0)).toEqual({ kind: 'nothing' });
});

test('with a figure still missing nothing is said of the others', () => {
	expect(ownShares(74, 0, 0)).toEqual({ kind: 'nothing' });
	expect(ownShares(74, 24, 0)).toEqual({ kind: 'nothing' });
});

/** Per degree the share of members, in a network of 10,000: the most the controls allow. */
const shareOf = (links: number, seed: number) => {
	const rows = degreeDistribution(grow(10_000, links, mulberry32(seed)));
	return (degree: number) => rows.find((row) => row.degree === degree)?.share ?? 0;
};

describe.each([
	['row 7: m = 2', 2, [2, 3, 4, 5], [0.5, 0.2, 0.1, 0.0571]],
	['row 8: m = 1', 1, [1, 2, 3], [0.6667, 0.1667, 0.0667]]
])('%s', (_, links, degrees, expected) => {
	it('has this limit', () => {
		degrees.forEach((degree, index) =>
			expect(Number(limit(degree, links).toFixed(4))).toBe(expected[index])
		);
	});
	// A share of 0.5 among 10,000 has a standard error of at most 0.005. Three seeds keep the file fast.
	it.each([1, 7, 2006])('comes close to it at 10,000 members (seed %i)', (seed) => {
		const share = shareOf(links, seed);
		degrees.forEach((degree, index) =>
			expect(Math.abs(share(degree) - expected[index]!)).toBeLessThan(0.02)
		);
	});
});

test('row 9: far out, twice the links are eight times as rare: an exponent of 3', () => {
	for (let links = bounds.links.min; links <= bounds.links.max; links++) {
		const exponent = Math.log2(limit(100_000, links) / limit(200_000, links));
		expect(exponent).toBeCloseTo(3, 4);
	}
});

test('the limit is a distribution: its shares add up to one', () => {
	for (let links = bounds.links.min; links <= bounds.links.max; links++) {
		const shares = Array.from({ length: 20_000 }, (_, degree) => limit(degree, links));
		expect(sum(shares)).toBeCloseTo(1, 6);
		expect(limit(links - 1, links)).toBe(0);
	}
});

describe('a network', () => {
	it('starts with everybody linked to everybody', () => {
		expect(start(1)).toEqual({ degrees: [1, 1], ends: [1, 0] });
		expect(start(2)).toEqual({ degrees: [2, 2, 2], ends: [1, 0, 2, 0, 2, 1] });
	});
	it('takes in a newcomer next to whoever is drawn', () => {
		// The second draw is member 1 once more and does not count.
		const draws = [0.1, 0.1, 0.7];
		expect(step(start(2), 2, () => draws.shift()!)).toEqual({
			degrees: [2, 3, 3, 2],
			ends: [1, 0, 2, 0, 2, 1, 3, 1, 3, 2]
		});
	});
	it('is the same for the same seed, and another for another', () => {
		expect(grow(500, 2, mulberry32(5))).toEqual(grow(500, 2, mulberry32(5)));
		expect(grow(500, 2, mulberry32(5))).not.toEqual(grow(500, 2, mulberry32(6)));
	});
});

const holds = <T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void) =>
	expect(() => fc.assert(fc.property(arbitrary, property), { numRuns: 200 })).not.toThrow();
const ranked = fc
	.record({
		// Up to 1,000 of the 10,000 the controls allow: the shape does not change, the time does.
		members: fc.integer({ min: bounds.members.min, max: 1000 }),
		skew: fc.double({ ...bounds.skew, noNaN: true })
	})
	.map(contributions);
/** Also communities that follow no formula, such as one in which nobody writes. */
const community = fc.oneof(ranked, fc.array(fc.nat(1000), { minLength: 1, maxLength: 300 }));

test('the three bands hold every member once, and their shares add up to one', () => {
	holds(community, (all) => {
		const { top, next, rest } = bands(all);
		expect(top.members + next.members + rest.members).toBe(all.length);
		expect(top.members).toBeGreaterThan(0);
		expect(top.share + next.share + rest.share).toBeCloseTo(sum(all) === 0 ? 0 : 1, 10);
	});
});

test('the more members leave, the less is left, down to nothing', () => {
	holds(community, (all) => {
		const left = Array.from({ length: 101 }, (_, k) => removeTop(all, k).left);
		expect(left[0]).toBe(1);
		expect(left.every((own, k) => k === 0 || own <= left[k - 1]!)).toBe(true);
		expect(removeTop(all, all.length).left).toBe(sum(all) === 0 ? 1 : 0);
	});
});

test('the Lorenz curve runs from 0 to 1, never rises above the diagonal, and is convex', () => {
	holds(community, (all) => {
		const points = lorenz(all);
		expect(points[0]).toEqual({ members: 0, contributions: 0 });
		expect(points.at(-1)).toEqual({ members: 1, contributions: 1 });
		const slopes = points.slice(1).map((point, index) => {
			const before = points[index]!;
			return (point.contributions - before.contributions) / (point.members - before.members);
		});
		expect(slopes.every((slope, i) => slope >= (i === 0 ? 0 : slopes[i - 1]! - 1e-9))).toBe(true);
		expect(points.every((own) => own.contributions <= own.members + 1e-12)).toBe(true);
	});
});

test('the Gini coefficient is twice the area between the diagonal and the Lorenz curve', () => {
	holds(community, (all) => {
		const points = lorenz(all, all.length);
		const area = points.slice(1).map((point, index) => {
			const before = points[index]!;
			const height = (point.contributions + before.contributions) / 2;
			return (point.members - before.members) * height;
		});
		expect(inequality(all)).toBeCloseTo(1 - 2 * sum(area), 8);
	});
});

test('neither the unit nor the order of the list makes a difference', () => {
	holds(community, (all) => {
		const other = [...all].reverse().map((own) => 4 * own);
		expect(bands(other)).toEqual(bands(all));
		expect(removeTop(other, 10)).toEqual(removeTop(all, 10));
		expect(lorenz(other)).toEqual(lorenz(all));
		expect(inequality(other)).toBeCloseTo(inequality(all), 12);
	});
});

test('a more skewed distribution gives the top more and is more unequal', () => {
	const skew = fc.double({ min: 0, max: 1.9, noNaN: true });
	holds(fc.tuple(fc.integer({ min: 100, max: 1000 }), skew), ([members, own]) => {
		const before = contributions({ members, skew: own });
		const after = contributions({ members, skew: own + 0.1 });
		expect(bands(after).top.share).toBeGreaterThan(bands(before).top.share);
		expect(inequality(after)).toBeGreaterThan(inequality(before));
	});
});

test('a newcomer links to different members who were there, whatever the chance', () => {
	// Also a stuck generator, which always draws the same.
	const chance = fc.oneof(
		fc.integer().map((seed) => mulberry32(seed)),
		fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }).map((own) => () => own)
	);
	const size = fc.integer({ min: 6, max: 60 });
	holds(fc.tuple(size, fc.integer(bounds.links), chance), ([members, links, random]) => {
		const { degrees, ends } = grow(members, links, random);
		expect(degrees).toHaveLength(members);
		expect(sum(degrees)).toBe(ends.length);
		expect(ends.length).toBe(links * (links + 1) + 2 * links * (members - links - 1));
		expect(degrees.every((own) => own >= links)).toBe(true);
		const pairs = new Set<string>();
		for (let i = 0; i < ends.length; i += 2) {
			expect(ends[i]!).toBeGreaterThan(ends[i + 1]!);
			pairs.add(`${ends[i]}–${ends[i + 1]}`);
		}
		expect(pairs.size).toBe(ends.length / 2);
	});
});
