import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
	byVisibility,
	choose,
	defaults,
	expected,
	isDilemma,
	leaders,
	match,
	roundRobin,
	smallestShare,
	strategies,
	threshold,
	type Population,
	type Rules,
	type Strategy
} from './reciprocity.ts';

const rules: Rules = defaults.direct;
const averages = (population: Population) =>
	Object.fromEntries(roundRobin(population, rules).map((each) => [each.strategy, each.average]));

// The check values of the lesson plan, by row. Row 12 is history and row 13 was not read in a source: neither is asserted.
test.each<[string, Strategy, Strategy, [number, number]]>([
	['row 1: TFT–TFT 600–600', 'TFT', 'TFT', [600, 600]],
	['row 1: ALLC–ALLC 600–600', 'ALLC', 'ALLC', [600, 600]],
	['row 1: TFT–ALLC 600–600', 'TFT', 'ALLC', [600, 600]],
	['row 2: TFT–ALLD 199–204', 'TFT', 'ALLD', [199, 204]],
	['row 3: ALLC–ALLD 0–1000', 'ALLC', 'ALLD', [0, 1000]],
	['row 4: ALLD–ALLD 200–200', 'ALLD', 'ALLD', [200, 200]],
	['row 5: TF2T–ALLD 198–208', 'TF2T', 'ALLD', [198, 208]]
])('%s', (_, first, second, scores) => {
	expect(match(first, second, rules).scores).toEqual(scores);
});

test('row 6: of ALLD and TFT, TFT is on top', () => {
	expect(averages({ ALLD: 1, TFT: 1 })).toEqual({ ALLD: 202, TFT: 399.5 });
	expect(leaders(roundRobin({ ALLD: 1, TFT: 1 }, rules))).toEqual(['TFT']);
});

test('row 7: with one who always shares, ALLD is on top', () => {
	const three = { ALLC: 1, ALLD: 1, TFT: 1 };
	expect(averages(three)).toEqual({ ALLC: 400, ALLD: 468, TFT: 1399 / 3 });
	expect(averages(three).TFT).toBeCloseTo(466.33, 2);
	expect(leaders(roundRobin(three, rules))).toEqual(['ALLD']);
});

test('row 8: with two more reciprocators, ALLD is last and TFT and GRIM are on top', () => {
	const five = { ALLC: 1, ALLD: 1, TFT: 1, GRIM: 1, TF2T: 1 };
	expect(averages(five)).toEqual({ ALLC: 480, ALLD: 363.2, TFT: 519.8, GRIM: 519.8, TF2T: 519.6 });
	expect(leaders(roundRobin(five, rules))).toEqual(['TFT', 'GRIM']);
});

test('row 9: TFT beats ALLD above a share of 1/397, and not at it', () => {
	expect(smallestShare(rules)).toEqual({ kind: 'above', share: 1 / 397 });
	expect(100 / 397).toBeCloseTo(0.252, 3);
	const mixed = (n: number) => leaders(roundRobin({ TFT: 1, ALLD: n - 1 }, rules));
	expect(mixed(396)).toEqual(['TFT']);
	expect(mixed(397)).toEqual(['ALLD', 'TFT']);
	expect(mixed(398)).toEqual(['ALLD']);
});

test('row 10: in one round ALLD scores at least as much as whoever it meets', () => {
	for (const other of strategies) {
		const [own, theirs] = match('ALLD', other, { ...rules, rounds: 1 }).scores;
		expect(own).toBeGreaterThanOrEqual(theirs);
	}
	expect(smallestShare({ ...rules, rounds: 1 })).toEqual({ kind: 'never' });
});

test.each([
	['row 11: q = 0.2, a single keeper does better', 0.2, 2.4],
	['row 11: q = 1/3, a single keeper does as well', 1 / 3, 2.0],
	['row 11: q = 0.5, a single keeper does worse', 0.5, 1.5]
])('%s', (_, visibility, keeper) => {
	const { discriminator, defector } = expected({ benefit: 3, cost: 1, share: 1, visibility });
	expect(discriminator).toBe(2);
	expect(defector).toBeCloseTo(keeper, 12);
});

describe('strategies', () => {
	it('start by sharing, except ALLD', () => {
		expect(strategies.map((strategy) => choose(strategy, []))).toEqual(['C', 'D', 'C', 'C', 'C']);
	});
	it('differ in what they do after one defection, two, and a return to sharing', () => {
		const after = (...other: ('C' | 'D')[]) =>
			strategies.map((each) => choose(each, other)).join('');
		expect(after('C')).toBe('CDCCC');
		expect(after('D')).toBe('CDDDC');
		expect(after('D', 'D')).toBe('CDDDD');
		expect(after('D', 'C')).toBe('CDCDC');
		expect(after('D', 'C', 'D')).toBe('CDDDC');
	});
});

test('a match shows each choice and the scores so far', () => {
	expect(match('TFT', 'ALLD', { ...rules, rounds: 3 })).toEqual({
		choices: ['CD', 'DD', 'DD'].map((pair) => [...pair]),
		running: [
			[0, 5],
			[1, 6],
			[2, 7]
		],
		scores: [2, 7]
	});
});

test('a population counts: ten times as many of everybody changes no average', () => {
	const tenfold = roundRobin({ ALLC: 10, ALLD: 10, TFT: 10, GRIM: 0 }, rules);
	expect(tenfold.map((each) => each.average)).toEqual([400, 468, 1399 / 3]);
	expect(tenfold.map((each) => each.count)).toEqual([10, 10, 10]);
	expect(tenfold[2]?.scores).toEqual([
		{ against: 'ALLC', score: 600 },
		{ against: 'ALLD', score: 199 },
		{ against: 'TFT', score: 600 }
	]);
});

test('points are a dilemma only in their order, and while taking turns does not pay', () => {
	expect(isDilemma(rules.payoffs)).toBe(true);
	expect(isDilemma({ ...rules.payoffs, reward: 5 })).toBe(false);
	expect(isDilemma({ ...rules.payoffs, sucker: 1 })).toBe(false);
	expect(isDilemma({ ...rules.payoffs, temptation: 6 })).toBe(false);
});

const holds = <T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void) =>
	expect(() => fc.assert(fc.property(arbitrary, property), { numRuns: 1000 })).not.toThrow();
const strategy = fc.constantFrom(...strategies);
const point = fc.integer({ min: 0, max: 10 });
const dilemmas = fc
	.record({ temptation: point, reward: point, punishment: point, sucker: point })
	.filter(isDilemma);
const games = fc.record({ rounds: fc.integer({ min: 1, max: 60 }), payoffs: dilemmas });

test('a match is the same when the players swap places', () => {
	holds(fc.tuple(strategy, strategy, games), ([first, second, own]) => {
		const there = match(first, second, own);
		const back = match(second, first, own);
		expect(back.scores).toEqual([there.scores[1], there.scores[0]]);
		expect(back.choices).toEqual(there.choices.map(([a, b]) => [b, a]));
	});
});

test('scores lie between all sucker and all temptation, and together never above all sharing', () => {
	holds(fc.tuple(strategy, strategy, games), ([first, second, own]) => {
		const { scores } = match(first, second, own);
		const { rounds, payoffs } = own;
		for (const score of scores) {
			expect(score).toBeGreaterThanOrEqual(rounds * payoffs.sucker);
			expect(score).toBeLessThanOrEqual(rounds * payoffs.temptation);
		}
		const together = scores[0] + scores[1];
		expect(together).toBeLessThanOrEqual(2 * rounds * payoffs.reward);
		expect(together).toBeGreaterThanOrEqual(
			rounds * Math.min(2 * payoffs.punishment, payoffs.temptation + payoffs.sucker)
		);
	});
});

test('nobody beats ALLD in a match, and TFT beats nobody', () => {
	holds(fc.tuple(strategy, games), ([other, own]) => {
		const [keeper, against] = match('ALLD', other, own).scores;
		expect(keeper).toBeGreaterThanOrEqual(against);
		const [returning, met] = match('TFT', other, own).scores;
		expect(returning).toBeLessThanOrEqual(met);
	});
});

test('the smallest share tells who is on top in every mixed population', () => {
	const mixes = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }), games);
	holds(mixes, ([TFT, ALLD, own]) => {
		const smallest = smallestShare(own);
		const [defector, returning] = roundRobin({ TFT, ALLD }, own);
		const ahead = returning!.average - defector!.average;
		if (smallest.kind === 'never') expect(ahead).toBeLessThanOrEqual(0);
		else if (Math.abs(ahead) > 1e-9) expect(ahead > 0).toBe(TFT / (TFT + ALLD) > smallest.share);
		else expect(TFT / (TFT + ALLD)).toBeCloseTo(smallest.share, 9);
	});
});

test('at x = 1 a discriminator does better exactly when q > c/b', () => {
	// Whole numbers of hundredths, so that q·b and c can be compared without rounding.
	const exchanges = fc.tuple(
		fc.integer({ min: 1, max: 10 }),
		fc.integer({ min: 1, max: 10 }),
		fc.nat(100)
	);
	holds(exchanges, ([benefit, cost, hundredths]) => {
		const own = { benefit, cost, visibility: hundredths / 100, share: 1 };
		const { discriminator, defector } = expected(own);
		const side = Math.sign(hundredths * benefit - 100 * cost);
		expect(threshold(own)).toBe(cost / benefit);
		if (side === 0) expect(discriminator).toBeCloseTo(defector, 12);
		else expect(Math.sign(discriminator - defector)).toBe(side);
	});
});

test('for any share the threshold is where the two lines cross, and it falls as x rises', () => {
	const unit = fc.double({ min: 0, max: 1, noNaN: true });
	const prices = fc.tuple(
		fc.integer({ min: 2, max: 10 }),
		fc.double({ min: 0.5, max: 1.9, noNaN: true })
	);
	holds(fc.tuple(prices, unit, unit, unit), ([[benefit, cost], x, other, visibility]) => {
		const own = { benefit, cost, share: x, visibility };
		const { discriminator, defector } = expected(own);
		const above = visibility - threshold(own);
		expect(discriminator - defector).toBeCloseTo(above * (benefit * x + cost * (1 - x)), 9);
		const [low, high] = x < other ? [x, other] : [other, x];
		expect(threshold({ ...own, share: low })).toBeGreaterThanOrEqual(
			threshold({ ...own, share: high })
		);
	});
});

test('the lines of the drawing run from visibility 0 to 1', () => {
	const lines = byVisibility(defaults.indirect);
	expect(lines).toHaveLength(21);
	expect(lines[0]).toEqual({ visibility: 0, discriminator: 2, defector: 3 });
	expect(lines[10]).toEqual({ visibility: 0.5, discriminator: 2, defector: 1.5 });
	expect(lines[20]).toEqual({ visibility: 1, discriminator: 2, defector: 0 });
});
