import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
	bounds,
	busiest,
	curve,
	defaults,
	doubleCampaign,
	peak,
	rate,
	run,
	share,
	step,
	switching,
	type Influence
} from './diffusion.ts';

const { rules, rival } = defaults;
const joining = (own: typeof rules, periods: number) =>
	run(own, periods).map((period) => period.joining);
const time = (own: Influence) => {
	const top = peak(own);
	return top.kind === 'later' ? top.time : 0;
};

// The check values of the lesson plan, by row, to the rounding given there.
test('row 1: p = 0.03 and q = 0.38 peak at 6.193', () => {
	const top = peak({ outside: 0.03, others: 0.38 });
	if (top.kind !== 'later') throw new Error(top.kind);
	expect(top.time).toBeCloseTo(6.193, 3);
	expect(top.share).toBeCloseTo(0.4605, 4);
	expect(top.rate).toBeCloseTo(0.1106, 4);
});

test.each([
	[1, 0.0358],
	[2, 0.0851],
	[3, 0.1505],
	[5, 0.3312],
	[10, 0.8128],
	[15, 0.9716]
])('row 2: F(%i) = %f', (moment, expected) => {
	expect(share(moment, { outside: 0.03, others: 0.38 })).toBeCloseTo(expected, 4);
});

test('row 3: without influence from others there is no peak, and F(10) = 0.2592', () => {
	const alone = { outside: 0.03, others: 0 };
	expect(peak(alone)).toEqual({ kind: 'start' });
	expect(share(10, alone)).toBeCloseTo(0.2592, 4);
	expect(share(10, alone)).toBeCloseTo(1 - Math.exp(-0.3), 12);
	expect(run({ ...alone, market: 1000 }, 20).every((period) => period.fromOthers === 0)).toBe(true);
});

test.each([
	['row 4: p = 0.01, q = 0.40', 0.01, 0.4, 8.997, 0.4875],
	['row 5: p = 0.002, q = 0.60', 0.002, 0.6, 9.475, 0.4983]
])('%s', (_, outside, others, moment, joined) => {
	const top = peak({ outside, others });
	if (top.kind !== 'later') throw new Error(top.kind);
	expect(top.time).toBeCloseTo(moment, 3);
	expect(top.share).toBeCloseTo(joined, 4);
});

test('row 6: in whole periods 1,000 people join most in period 8', () => {
	const expected = [30.0, 40.16, 52.68, 67.26, 82.8, 97.22, 107.49, 110.48, 104.41];
	const periods = run({ outside: 0.03, others: 0.38, market: 1000 }, 20);
	expected.forEach((own, index) => expect(Number(periods[index]!.joining.toFixed(2))).toBe(own));
	expect(busiest(periods)?.period).toBe(8);
});

test('the prompt: twice the campaign brings the peak from 6.19 to 4.20, which is not half', () => {
	expect(time(rules)).toBeCloseTo(6.19, 2);
	expect(time(doubleCampaign(rules))).toBeCloseTo(4.2, 2);
	expect(doubleCampaign(rules)).toEqual({ ...rules, outside: 0.06 });
});

test('the lesson: two markets start alike and peak three periods apart', () => {
	const other = { outside: 0.015, others: 0.33, market: 2000 };
	const rounded = joining(other, 20).map(Math.round);
	expect(rounded.slice(0, 6)).toEqual([30, 39, 51, 66, 83, 103]);
	expect([rounded[7], rounded[10]]).toEqual([146, 180]);
	expect(busiest(run(other, 20))?.period).toBe(11);
});

describe('a period', () => {
	it('splits who joins by the route they came', () => {
		const halfway = step(500, rules);
		expect(halfway.fromOutside).toBe(15);
		expect(halfway.fromOthers).toBeCloseTo(95, 10);
		expect(halfway.joining).toBeCloseTo(110, 10);
		expect(halfway.total).toBeCloseTo(610, 10);
	});
	it('brings in nobody twice, however strong the influence', () => {
		expect(step(990, { outside: 0.2, others: 1, market: 1000 }).total).toBe(1000);
		expect(step(1000, rules).joining).toBe(0);
	});
	it('is missing where nothing was run', () => {
		expect(run(rules, 0)).toEqual([]);
		expect(busiest([])).toBeUndefined();
	});
});

test('the switching view: the first network empties into the second, from the moment that one opens', () => {
	const view = switching(rules, rival, 60, 1);
	expect(view).toHaveLength(61);
	expect(view[8]).toMatchObject({ time: 8, second: 0 });
	expect(view[8]?.first).toBeCloseTo(1000 * share(8, rules), 10);
	expect(view[9]!.second).toBeGreaterThan(0);
	expect(view[60]?.second).toBeCloseTo(1000, 3);
	expect(view[60]?.first).toBeCloseTo(0, 3);
});

const number = ({ min, max }: { min: number; max: number }) => fc.double({ min, max, noNaN: true });
/** Up to twice the largest p, as with a doubled campaign. */
const influence = fc.record({
	outside: number({ min: bounds.outside.min, max: 2 * bounds.outside.max }),
	others: number(bounds.others)
});
const anyRules = fc
	.tuple(influence, number(bounds.market))
	.map(([own, market]) => ({ ...own, market }));
// Each example is a curve of 30 to 240 points: 200 of them keep the file within two seconds.
const holds = <T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void) =>
	expect(() => fc.assert(fc.property(arbitrary, property), { numRuns: 200 })).not.toThrow();

test('F starts at 0, never falls, stays in 0–1 and ends at 1', () => {
	holds(influence, (own) => {
		const shares = curve(own, 60).map((point) => point.share);
		expect(shares[0]).toBe(0);
		shares.slice(1).forEach((each, index) => expect(each).toBeGreaterThanOrEqual(shares[index]!));
		expect(shares.every((each) => each >= 0 && each <= 1)).toBe(true);
		expect(share(40 / (own.outside + own.others), own)).toBeCloseTo(1, 10);
	});
});

test('the closed form obeys the rule it comes from: F changes by f', () => {
	holds(fc.tuple(influence, number({ min: 0.1, max: 40 })), ([own, moment]) => {
		const slope = (share(moment + 1e-4, own) - share(moment - 1e-4, own)) / 2e-4;
		expect(slope).toBeCloseTo(rate(share(moment, own), own), 6);
	});
});

test('the rate is nowhere above its peak, and the curve passes through it', () => {
	holds(influence, (own) => {
		const top = peak(own);
		const highest = top.kind === 'later' ? top.rate : own.outside;
		expect(curve(own, 60).every((point) => point.rate <= highest + 1e-12)).toBe(true);
		if (top.kind === 'later') expect(share(top.time, own)).toBeCloseTo(top.share, 8);
	});
});

test('more influence of either kind means that no fewer have joined, and a campaign that the peak is no later', () => {
	holds(fc.tuple(influence, number({ min: 0, max: 0.5 })), ([own, more]) => {
		const campaign = { ...own, outside: own.outside + more };
		const talk = { ...own, others: own.others + more };
		for (let moment = 0; moment <= 30; moment++) {
			const now = share(moment, own) - 1e-12;
			expect(share(moment, campaign)).toBeGreaterThanOrEqual(now);
			expect(share(moment, talk)).toBeGreaterThanOrEqual(now);
		}
		expect(time(campaign)).toBeLessThanOrEqual(time(own) + 1e-9);
	});
});

test('in whole periods the total never falls and never exceeds the market', () => {
	holds(anyRules, (own) => {
		let before = 0;
		for (const period of run(own, 60)) {
			expect(period.total).toBeGreaterThanOrEqual(before);
			expect(period.total).toBeLessThanOrEqual(own.market);
			expect(period.total - before).toBeCloseTo(period.joining, 8);
			expect(period.fromOutside + period.fromOthers).toBeCloseTo(period.joining, 8);
			expect(Math.min(period.fromOutside, period.fromOthers)).toBeGreaterThanOrEqual(0);
			before = period.total;
		}
	});
});

test('a market ten times as large takes in ten times as many, in the same periods', () => {
	holds(anyRules, (own) => {
		const tenfold = joining({ ...own, market: 10 * own.market }, 30);
		joining(own, 30).forEach((each, index) => expect(tenfold[index]).toBeCloseTo(10 * each, 5));
	});
});

test('in the switching view nobody is on two networks, and nobody is lost', () => {
	holds(fc.tuple(anyRules, influence, number(bounds.delay)), ([own, other, delay]) => {
		let before = 0;
		for (const { time: moment, first, second, total } of switching(
			own,
			{ ...other, delay },
			60,
			1
		)) {
			expect(first + second).toBeCloseTo(own.market * share(moment, own), 8);
			expect(total).toBeCloseTo(first + second, 8);
			expect(Math.min(first, second)).toBeGreaterThanOrEqual(0);
			expect(second).toBeGreaterThanOrEqual(before);
			before = second;
		}
	});
});
