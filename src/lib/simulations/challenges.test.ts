import { expect, test } from 'vitest';
import { mulberry32 } from '#lib/learning/random.ts';
import { panels } from './panels/all.ts';
import { drive, initial, type Settings } from './simulation.ts';

/**
 * Per simulation: settings that meet its challenge, and what to change in those to miss it, each with the reason. The
 * challenges themselves are the `reaches` of panels/: nothing else judges them.
 */
type Challenge = { meets: Settings; seed?: number; misses: Record<string, Settings> };

const challenges: Record<string, Challenge> = {
	S1: {
		meets: { seeded: 3 },
		misses: {
			'one seeded too few': { seeded: 2 },
			'one seeded too many': { seeded: 4 },
			'a crowd that is not calm': { spread: 12.6 },
			'thresholds that are low on average': { mean: 24 },
			'a ladder, which needs nobody': { shape: 'ladder' }
		}
	},
	S2: {
		meets: { a1: 1, b1: 51, a2: 26, b2: 76, a3: 13, b3: 63 },
		misses: {
			'two shortcuts': { a3: 0, b3: 0 },
			'a third one between neighbours': { b3: 14 },
			'three side by side': { a2: 2, b2: 52, a3: 3, b3: 53 },
			'links moved by chance': { moved: 0.1 }
		}
	},
	S3: {
		meets: { threshold: 3, moved: 0.05, neighbours: 8 },
		misses: {
			'fewer neighbours': { neighbours: 6 },
			'two confirmations': { threshold: 2 },
			'four confirmations': { threshold: 4 },
			'too few links moved': { moved: 0.04 }
		}
	},
	S4: {
		meets: { always: 1 },
		misses: {
			'nobody who always gives': { always: 0 },
			'two who always give': { always: 2 },
			'nobody who never gives': { never: 0 },
			'rounds too few to see it hold': { rounds: 9 },
			'four who never give': { never: 4 }
		}
	},
	S5: {
		meets: { GRIM: 1, TF2T: 1 },
		misses: {
			'one reciprocator': { GRIM: 0, TF2T: 0 },
			'no keeper': { ALLD: 0 },
			'no sharer': { ALLC: 0 },
			'a single round': { rounds: 1 },
			'passing on': { mode: 'pass' }
		}
	},
	S6: {
		meets: { influence: 0.6, spread: 1.5 },
		seed: 1,
		misses: {
			'songs much alike': { spread: 0.1 },
			'counts that weigh a little less': { influence: 0.55 },
			'too few songs': { items: 23 }
		}
	},
	S7: {
		meets: { market: 2000, outside: 0.015, others: 0.33 },
		misses: {
			'the same market': { market: 1000 },
			'the same influence': { outside: 0.03, others: 0.38 },
			'half the campaign alone': { others: 0.38 },
			'a doubled campaign': { outside: 0.03 }
		}
	},
	S8: {
		meets: { skew: 1.44 },
		misses: {
			'less skewed': { skew: 1.42 },
			'more skewed': { skew: 1.45 },
			'more members': { members: 1100 },
			'links that grow': { mode: 'grow' }
		}
	},
	W1: {
		meets: { members: 6 },
		misses: { 'as many triads as pairs': { members: 5 }, 'not the smallest': { members: 7 } }
	}
};

function reached(id: string, own: Settings): boolean {
	const simulation = panels[id]!;
	const settings = { ...initial(simulation), ...own };
	const random = mulberry32(challenges[id]!.seed ?? simulation.seed ?? 1);
	return simulation.reaches(drive(simulation.run(settings, random)), settings);
}

test('every simulation has a challenge, and its settings are ones that it has', () => {
	expect(Object.keys(challenges).sort()).toEqual(Object.keys(panels).sort());
	for (const [id, { meets, misses }] of Object.entries(challenges)) {
		const names = panels[id]!.settings.map((each) => each.name);
		for (const own of [meets, ...Object.values(misses)])
			expect(names).toEqual(expect.arrayContaining(Object.keys(own)));
	}
});

test.each(Object.entries(challenges))('%s: the challenge is met by a solution', (id, { meets }) => {
	expect(reached(id, meets)).toBe(true);
});

test.each(
	Object.entries(challenges).flatMap(([id, { meets, misses }]) =>
		Object.entries(misses).map(([why, change]) => ({ id, why, settings: { ...meets, ...change } }))
	)
)('$id: the challenge is missed with $why', ({ id, settings }) => {
	expect(reached(id, settings)).toBe(false);
});
