import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { mulberry32 } from '#lib/learning/random.ts';
import { gini, qualities, run, step, unpredictability, winner, type World } from './worlds.ts';

const mean = (numbers: number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

/** Market shares of A in many worlds of two equal items. */
function sharesOfA(influence: number, visitors: number, worlds: number, seed: number): number[] {
	const random = mulberry32(seed);
	return Array.from({ length: worlds }, () => {
		const [a = 0] = run({ qualities: [1, 1], influence, visitors }, random);
		return a / visitors;
	});
}
/** Between the worlds 1 and 2, 3 and 4 …: independent pairs. */
const differences = (shares: number[]) =>
	shares.flatMap((share, index) => (index % 2 ? Math.abs(share - shares[index - 1]!) : []));

// The check values of the lesson plan, by row. 3,000 worlds of 400 visitors: tolerances are about four standard errors.
describe('two equal items, full influence', () => {
	const shares = sharesOfA(1, 400, 3000, 1978);
	it('row 1: the share of A is spread evenly over 0–1', () => {
		const centre = mean(shares);
		expect(centre).toBeCloseTo(0.5, 1);
		const deviation = Math.sqrt(mean(shares.map((share) => (share - centre) ** 2)));
		expect(Math.abs(deviation - 0.2887)).toBeLessThan(0.012);
		for (let tenth = 0; tenth < 10; tenth++) {
			const inTenth = shares.filter((share) => Math.min(9, Math.floor(share * 10)) === tenth);
			expect(Math.abs(inTenth.length - 300)).toBeLessThan(70);
		}
	});
	it('row 2: two worlds differ by a third on average', () => {
		expect(Math.abs(mean(differences(shares)) - 1 / 3)).toBeLessThan(0.025);
	});
	it('row 3: in half of the worlds the leader holds more than three quarters', () => {
		const lopsided = shares.filter((share) => Math.max(share, 1 - share) > 0.75);
		expect(Math.abs(lopsided.length / shares.length - 0.5)).toBeLessThan(0.04);
	});
});

test('row 4: without influence two worlds of 1,000 visitors differ by about 0.018', () => {
	const difference = mean(differences(sharesOfA(0, 1000, 1200, 2006)));
	const expected = Math.sqrt((2 * 0.25) / 1000) * Math.sqrt(2 / Math.PI);
	expect(expected).toBeCloseTo(0.018, 3);
	expect(Math.abs(difference - expected)).toBeLessThan(0.0025);
});

/** Eight worlds of 48 items, as in the lesson. */
function eightWorlds(influence: number, seed: number): World[] {
	const random = mulberry32(seed);
	const own = qualities(48, 0.5, random);
	return Array.from({ length: 8 }, () =>
		run({ qualities: own, influence, visitors: 2000 }, random)
	);
}

test.each([1, 7, 2006])(
	'row 5: inequality and unpredictability rise with influence (seed %i)',
	(seed) => {
		const steps = [0, 0.5, 0.8, 0.95].map((influence) => {
			const worlds = eightWorlds(influence, seed);
			return { gini: mean(worlds.map(gini)), unpredictability: unpredictability(worlds) };
		});
		steps.slice(1).forEach((each, index) => {
			expect(each.gini).toBeGreaterThan(steps[index]!.gini);
			expect(each.unpredictability).toBeGreaterThan(steps[index]!.unpredictability);
		});
	}
);

test('without influence equal items come out as unequal as chance makes them, and no more', () => {
	// Choices by chance alone, drawn without the model: every visitor picks one of 20 items.
	const random = mulberry32(3);
	const byChance = Array.from({ length: 60 }, () => {
		const world: World = Array<number>(20).fill(0);
		for (let visitor = 0; visitor < 1000; visitor++) world[Math.floor(random() * 20)]! += 1;
		return gini(world);
	});
	const rules = { qualities: Array<number>(20).fill(1), influence: 0, visitors: 1000 };
	const byModel = Array.from({ length: 60 }, () => gini(run(rules, random)));
	expect(Math.abs(mean(byModel) - mean(byChance))).toBeLessThan(0.01);
});

test('the same seed makes the same worlds, another seed others', () => {
	expect(eightWorlds(0.8, 5)).toEqual(eightWorlds(0.8, 5));
	expect(eightWorlds(0.8, 5)).not.toEqual(eightWorlds(0.8, 6));
});

test('every visitor chooses exactly one item, whatever the rules and the chance', () => {
	const rules = fc.record({
		qualities: fc.array(fc.double({ min: 0.01, max: 50, noNaN: true }), {
			minLength: 1,
			maxLength: 12
		}),
		influence: fc.double({ min: 0, max: 1, noNaN: true }),
		visitors: fc.nat(40)
	});
	const chance = fc.oneof(
		fc.integer().map(mulberry32),
		fc.constantFrom(0, 1 - 2 ** -32, 1 - 2 ** -53).map((n) => () => n)
	);
	const check = fc.property(rules, chance, (own, random) => {
		const world = run(own, random);
		expect(world).toHaveLength(own.qualities.length);
		expect(world.reduce((sum, n) => sum + n, 0)).toBe(own.visitors);
		expect(world.every((n) => Number.isInteger(n) && n >= 0)).toBe(true);
		const next = step(world, own, random);
		expect(next.filter((n, i) => n !== world[i])).toHaveLength(1);
	});
	expect(() => fc.assert(check, { numRuns: 2000 })).not.toThrow();
});

describe('measures', () => {
	it('Gini is 0 when all is shared, and near 1 when one takes all', () => {
		expect(gini([5, 5, 5, 5])).toBeCloseTo(0);
		expect(gini([0, 0, 0, 20])).toBeCloseTo(0.75);
		expect(gini([1, 2, 3, 4])).toBeCloseTo(0.25);
		expect(gini([0, 0])).toBe(0);
	});
	it('unpredictability is 0 for equal worlds and 1 for opposite ones of two items', () => {
		expect(
			unpredictability([
				[3, 1],
				[6, 2]
			])
		).toBe(0);
		expect(
			unpredictability([
				[4, 0],
				[0, 4]
			])
		).toBe(1);
		expect(unpredictability([[4, 0]])).toBe(0);
	});
	it('the winner is the item chosen most, the first of equals', () => {
		expect(winner([1, 5, 5])).toBe(1);
	});
	it('qualities are positive, and spread as asked', () => {
		const logs = qualities(4000, 0.5, mulberry32(9)).map(Math.log);
		expect(Math.abs(mean(logs))).toBeLessThan(0.04);
		expect(Math.abs(Math.sqrt(mean(logs.map((z) => z * z))) - 0.5)).toBeLessThan(0.03);
	});
});
