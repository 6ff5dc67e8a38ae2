import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { entering, inFives, masteryOf } from './insights.ts';

/** Every way in which `people` can be divided over `levels`. */
function divisions(people: number, levels: number): number[][] {
	if (levels === 1) return [[people]];
	return Array.from({ length: people + 1 }, (_, first) =>
		divisions(people - first, levels - 1).map((rest) => [first, ...rest])
	).flat();
}

type Sight = { least: number[]; most: number[] };

/**
 * Every history of so many rounds of five new people, by what somebody who looked after each round has seen: among all that
 * look the same the fewest and the most people of each round in each level.
 */
function sights(rounds: number, levels: number): { histories: number; seen: Sight[] } {
	const seen = new Map<string, Sight>();
	const division = divisions(5, levels);
	let histories = 0;
	const walk = (history: number[], sum: number[], sight: string) => {
		if (history.length === rounds * levels) {
			histories += 1;
			const before = seen.get(sight);
			if (!before) seen.set(sight, { least: [...history], most: [...history] });
			else
				history.forEach((count, at) => {
					if (count < before.least[at]!) before.least[at] = count;
					if (count > before.most[at]!) before.most[at] = count;
				});
			return;
		}
		for (const round of division) {
			const next = sum.map((count, level) => count + round[level]!);
			walk([...history, ...round], next, `${sight}|${inFives(next)?.atLeast.join()}`);
		}
	};
	walk([], Array<number>(levels).fill(0), '');
	return { histories, seen: [...seen.values()] };
}

describe('somebody who looks after every change', () => {
	// Three levels: 21 divisions a round, five rounds: some four million histories. Two levels: 6 a round, seven rounds.
	it.each([
		[3, 5, 4_084_101],
		[2, 7, 279_936]
	])('with %i levels, over %i rounds, never learns the level of anybody', (levels, rounds, all) => {
		const { histories, seen } = sights(rounds, levels);
		expect(histories).toBe(all);
		expect(seen.length).toBeGreaterThan(10);
		// The whole five of them in one level: then each of them surely is. None of them: then each of them surely is not.
		expect(seen.flatMap(({ least }) => least).filter((count) => count === 5)).toEqual([]);
		expect(seen.flatMap(({ most }) => most).filter((count) => count === 0)).toEqual([]);
	});
});

describe('what is shown of a sum', () => {
	it('is nothing of fewer than fifteen people', () => {
		expect(inFives([0, 0, 0])).toBeUndefined();
		expect(inFives([10, 0, 0])).toBeUndefined();
	});
	it('is whole fives, with ten people or more left unplaced', () => {
		expect(inFives([15, 0, 0])).toEqual({ people: 15, atLeast: [5, 0, 0] });
		expect(inFives([9, 6, 0])).toEqual({ people: 15, atLeast: [0, 5, 0] });
		expect(inFives([12, 11, 7])).toEqual({ people: 30, atLeast: [5, 10, 5] });
		expect(inFives([14, 13, 13])).toEqual({ people: 40, atLeast: [10, 10, 10] });
	});
	test('never shows a number of one to four, nor more than there are', () => {
		const any = fc.array(fc.nat(60), { minLength: 2, maxLength: 4 });
		const check = fc.property(any, (levels) => {
			const missing = (5 - (levels.reduce((sum, count) => sum + count, 0) % 5)) % 5;
			const whole = [levels[0]! + missing, ...levels.slice(1)];
			const shown = inFives(whole);
			if (!shown) return;
			const placed = shown.atLeast.reduce((sum, count) => sum + count, 0);
			expect(shown.people - placed).toBeGreaterThanOrEqual(10);
			shown.atLeast.forEach((count, level) => {
				expect(count % 5).toBe(0);
				expect(count).toBeLessThanOrEqual(whole[level]!);
			});
		});
		expect(() => fc.assert(check, { numRuns: 5000 })).not.toThrow();
	});
});

test('people enter five at a time, those who waited longest first', () => {
	const waiting = Array.from({ length: 13 }, (_, n) => ({
		accountId: String.fromCharCode(110 - n),
		level: 0,
		at: new Date(n < 4 ? 1000 : n)
	}));
	expect(entering(waiting).map(({ at }) => at.getTime())).toEqual([
		...[4, 5, 6, 7, 8, 9, 10, 11, 12, 1000]
	]);
	expect(entering(waiting.slice(0, 4))).toEqual([]);
	// Of those who came at once the order does not depend on how they were read.
	expect(entering([...waiting].reverse())).toEqual(entering(waiting));
});

test('levels by first tries', () => {
	expect([0, 0.49, 0.5, 0.79, 0.8, 1].map(masteryOf)).toEqual([
		...['low', 'low', 'medium', 'medium', 'high', 'high']
	]);
});

test('of 5,000 random groups, looked at after each who comes, nothing shown or subtracted is about one to four people', () => {
	const anyGroup = fc.record({
		levels: fc.integer({ min: 2, max: 3 }),
		/** In which level each who comes is, and whether the sum is brought up to date after them. */
		coming: fc.array(fc.tuple(fc.nat(2), fc.boolean()), { maxLength: 60 })
	});
	fc.assert(
		fc.property(anyGroup, ({ levels, coming }) => {
			const sum = Array.from({ length: levels }, () => 0);
			let waiting: { accountId: string; level: number; at: Date }[] = [];
			const seen: { people: number; atLeast: number[] }[] = [];
			coming.forEach(([level, refreshed], n) => {
				waiting.push({ accountId: `p${n}`, level: level % levels, at: new Date(n) });
				if (!refreshed) return;
				const added = entering(waiting);
				// Nobody is counted twice, and whoever waits goes on waiting.
				waiting = waiting.filter((each) => !added.includes(each));
				expect(waiting.length).toBeLessThan(5);
				for (const each of added) sum[each.level]! += 1;
				const shown = inFives(sum);
				if (!shown) return;
				seen.push(shown);
				const placed = shown.atLeast.reduce((all, count) => all + count, 0);
				expect(shown.people - placed).toBeGreaterThanOrEqual(10);
				shown.atLeast.forEach((count, each) => {
					expect(count).toBeGreaterThanOrEqual(0);
					expect(count).toBeLessThanOrEqual(sum[each]!);
				});
			});
			// Whatever two looks are subtracted from each other.
			for (const one of seen)
				for (const other of seen)
					for (const difference of [
						one.people - other.people,
						...one.atLeast.map((count, each) => count - other.atLeast[each]!)
					])
						expect(Math.abs(difference) % 5).toBe(0);
		}),
		{ numRuns: 5000 }
	);
});
