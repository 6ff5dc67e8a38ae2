import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
	bounds,
	defaults,
	earnings,
	endowment,
	marginalReturn,
	punish,
	run,
	settle,
	type Move,
	type Rules,
	type Seat
} from './common-pot.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);
const four = (seat: Seat): Seat[] => [seat, seat, seat, seat];
const nobodySpends = (n: number) => Array.from({ length: n }, () => Array<number>(n).fill(0));
const payoffs = (contributions: number[]) =>
	settle(contributions, nobodySpends(contributions.length), defaults).payoffs;
const averages = (rules: Partial<Rules>) =>
	run({ ...defaults, ...rules }).map((round) => round.average);

// The check values of the lesson plan, by row. Row 12 is a finding about people, which agents that do not react cannot give.
test.each([
	['row 1: all give 20', [20, 20, 20, 20], [32, 32, 32, 32], 128],
	['row 2: all give 0', [0, 0, 0, 0], [20, 20, 20, 20], 80],
	['row 3: one gives 0, three give 20', [0, 20, 20, 20], [44, 24, 24, 24], 116],
	['row 4: all give 10', [10, 10, 10, 10], [26, 26, 26, 26], 104],
	['row 5: one gives 20, three give 0', [20, 0, 0, 0], [8, 28, 28, 28], 92]
])('%s', (_, contributions, expected, total) => {
	expect(payoffs(contributions)).toEqual(expected);
	expect(settle(contributions, nobodySpends(4), defaults).total).toBe(total);
});

test('row 6: defecting gains 12 points, which a fine of 12 takes back at a cost of 4', () => {
	const gain = payoffs([0, 20, 20, 20])[0]! - payoffs([20, 20, 20, 20])[0]!;
	expect(gain).toBe(12);
	const fined = (...spent: number[]) => {
		const spending = [[0, 0, 0, 0], ...spent.map((points) => [points, 0, 0, 0])];
		return settle([0, 20, 20, 20], spending, defaults);
	};
	expect(fined(2, 1, 1)).toMatchObject({ cost: 4, fines: 12 });
	expect(fined(2, 1, 1).payoffs[0]).toBe(32);
	expect(fined(1, 1, 1).payoffs[0]).toBeGreaterThan(32);
});

test('row 7: three who each spend 3 points leave the free rider 17 and themselves 21', () => {
	const seats: Seat[] = ['never', 'punisher', 'punisher', 'punisher'];
	const rules = { ...defaults, seats, punishment: true, spend: 3 };
	const round = settle([0, 20, 20, 20], punish([0, 20, 20, 20], rules), rules);
	expect(round.payoffs).toEqual([17, 21, 21, 21]);
	expect(round).toMatchObject({ cost: 9, fines: 27, total: 80 });
});

test('row 8: four conditional players who match exactly stay at 10.00', () => {
	expect(averages({ seats: four('conditional'), matching: 1 })).toEqual(Array(10).fill(10));
});

test.each([
	[
		'row 9: four conditional players who give a little less than they see',
		{ seats: four('conditional'), matching: 0.75 },
		[10, 7.5, 5.625, 4.22, 3.16, 2.37, 1.78, 1.33, 1.0, 0.75],
		(t: number) => 10 * 0.75 ** t
	],
	[
		'row 10: three conditional players and one who never gives',
		{ seats: ['conditional', 'conditional', 'conditional', 'never'] as Seat[], matching: 1 },
		[7.5, 5.0, 3.33, 2.22, 1.48, 0.99, 0.66, 0.44, 0.29, 0.2],
		(t: number) => 7.5 * (2 / 3) ** t
	]
])('%s', (_, rules, rounded, formula) => {
	const series = averages(rules);
	expect(series).toHaveLength(10);
	series.forEach((average, t) => {
		expect(Math.abs(average - rounded[t]!)).toBeLessThan(0.01);
		expect(average).toBeCloseTo(formula(t), 10);
	});
});

test('row 11: one more point returns 0.4 to its giver and 1.6 to the group', () => {
	const rules = { ...defaults, seats: four('conditional') };
	expect(marginalReturn(rules)).toEqual({ own: 0.4, group: 1.6 });
	const before = settle([5, 8, 0, 12], nobodySpends(4), rules);
	const after = settle([6, 8, 0, 12], nobodySpends(4), rules);
	expect(after.payoffs[0]! - before.payoffs[0]!).toBeCloseTo(0.4 - 1, 10);
	expect(after.total - before.total).toBeCloseTo(1.6 - 1, 10);
});

describe('punishers', () => {
	const seats: Seat[] = ['punisher', 'punisher', 'always', 'never'];
	const rules = { ...defaults, seats, punishment: true, gap: 2, spend: 3 };
	it('spend on whoever is more than the gap below the average, and not at the gap', () => {
		expect(punish([10, 10, 10, 0], rules)).toEqual([
			[0, 0, 0, 3],
			[0, 0, 0, 3],
			[0, 0, 0, 0],
			[0, 0, 0, 0]
		]);
		expect(punish([10, 10, 10, 0], { ...rules, gap: 7.5 })).toEqual(nobodySpends(4));
	});
	it('spend nothing where punishment is off', () => {
		expect(run({ ...rules, punishment: false }).every((round) => round.cost === 0)).toBe(true);
	});
	it('do not take rounding for free riding', () => {
		for (let n = bounds.seats.min; n <= bounds.seats.max; n++) {
			const equal = Array<Seat>(n).fill('punisher');
			const rounds = run({ ...rules, seats: equal, matching: 0.7, gap: 0 });
			expect(rounds.every((round) => round.cost === 0)).toBe(true);
		}
	});
});

describe('the learner', () => {
	const seats: Seat[] = ['conditional', 'learner', 'conditional', 'never'];
	const rules = { ...defaults, seats, punishment: true };
	const moves: Move[] = [
		{ contribution: 20, spend: [0, 5, 0, 2] },
		{ contribution: 0, spend: [] }
	];
	it('plays as many rounds as there are moves, up to the last', () => {
		expect(run(rules)).toEqual([]);
		expect(run(rules, moves)).toHaveLength(2);
		expect(run({ ...rules, rounds: 1 }, moves)).toHaveLength(1);
	});
	it('gives and spends what was asked, and nothing on the own seat', () => {
		const [one, two] = run(rules, moves);
		expect(one?.contributions).toEqual([10, 20, 10, 0]);
		expect(one?.spending[1]).toEqual([0, 0, 0, 2]);
		expect(one?.payoffs).toEqual([26, 14, 26, 30]);
		expect(two?.contributions).toEqual([10, 0, 10, 0]);
		expect(earnings(run(rules, moves), rules)).toEqual([44, 42, 44, 58]);
	});
	it('changes nothing by playing what an agent would', () => {
		const agents: Seat[] = ['conditional', 'always', 'conditional', 'never'];
		const same = Array<Move>(10).fill({ contribution: 20, spend: [] });
		expect(run(rules, same)).toEqual(run({ ...rules, seats: agents }));
	});
});

const agent = fc.constantFrom<Seat>('always', 'never', 'conditional', 'punisher');
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
/** A group with the learner in the last seat, and ten moves that may ask for more than the rules allow. */
const games = fc.record({
	rules: fc.record({
		seats: fc
			.array(agent, { minLength: 2, maxLength: 9 })
			.map((own) => [...own, 'learner'] as Seat[]),
		matching: number(bounds.matching.min, bounds.matching.max),
		multiplier: number(bounds.multiplier.min, bounds.multiplier.max),
		punishment: fc.boolean(),
		fine: number(bounds.fine.min, bounds.fine.max),
		// Irregular gaps: at an exact tie the order of adding up would decide.
		gap: fc.nat(19).map((whole) => whole + 0.123456),
		spend: number(bounds.spend.min, bounds.spend.max),
		rounds: fc.constant(10)
	}),
	moves: fc.array(
		fc.record({
			contribution: number(-30, 60),
			spend: fc.array(number(-5, 30), { minLength: 10, maxLength: 10 })
		}),
		{ minLength: 10, maxLength: 10 }
	)
});
// Each game is ten rounds of up to ten seats: 300 of them are 3,000 rounds.
const holds = <T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void) =>
	expect(() => fc.assert(fc.property(arbitrary, property), { numRuns: 300 })).not.toThrow();

test('payoffs add up to N·e − Σc + m·N·Σc − costs − fines, and contributions stay in 0–20', () => {
	holds(games, ({ rules, moves }) => {
		const n = rules.seats.length;
		for (const { contributions, payoffs, spending, cost, fines, total } of run(rules, moves)) {
			const given = sum(contributions);
			const expected = n * endowment - given + rules.multiplier * n * given - cost - fines;
			expect(sum(payoffs)).toBeCloseTo(expected, 6);
			expect(total).toBeCloseTo(expected, 6);
			expect(cost).toBeCloseTo(sum(spending.flat()), 6);
			expect(fines).toBeCloseTo(rules.fine * sum(spending.flat()), 6);
			expect(contributions.every((own) => own >= 0 && own <= endowment)).toBe(true);
			expect(spending.flat().every((own) => own >= 0 && own <= bounds.spend.max)).toBe(true);
			if (!rules.punishment) expect(cost).toBe(0);
		}
	});
});

test('who sits where makes no difference', () => {
	const dealt = fc.tuple(games, fc.array(number(0, 1), { minLength: 10, maxLength: 10 }));
	holds(dealt, ([{ rules, moves }, keys]) => {
		const order = rules.seats.map((_, i) => i).sort((a, b) => keys[a]! - keys[b]!);
		const moved = <T>(list: readonly T[]) => order.map((from) => list[from]!);
		const there = run(
			{ ...rules, seats: moved(rules.seats) },
			moves.map((move) => ({ ...move, spend: moved(move.spend) }))
		);
		run(rules, moves).forEach((round, t) => {
			moved(round.payoffs).forEach((own, i) => expect(there[t]!.payoffs[i]).toBeCloseTo(own, 6));
			moved(round.contributions).forEach((own, i) =>
				expect(there[t]!.contributions[i]).toBeCloseTo(own, 6)
			);
			expect(there[t]!.cost).toBeCloseTo(round.cost, 6);
		});
	});
});
