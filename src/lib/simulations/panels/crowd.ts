import {
	bounds,
	cumulative,
	defaults,
	drawnThresholds,
	histogram,
	quantileThresholds,
	restingPoint
} from '../threshold-curve.ts';
import type { Simulation } from '../simulation.ts';
import { ladder, run, type Thresholds } from '../thresholds.ts';

export type CrowdSettings = {
	/** Thresholds 0, 1, 2 …; spread evenly over a normal distribution; or drawn from it at random. */
	shape: 'ladder' | 'normal' | 'drawn';
	people: number;
	mean: number;
	spread: number;
	seeded: number;
	/** Who gets another threshold, counted from the lowest; 0 is nobody. */
	person: number;
	threshold: number;
};

export type CrowdOutcome = {
	thresholds: number[];
	/** Taking part after each round, those who were seeded included. */
	rounds: number[];
	final: number;
	/** For each number taking part: how many thresholds it meets. */
	met: number[];
	histogram: number[];
	/** Where a continuous distribution comes to rest without anybody seeded. */
	continuous?: number;
};

/** In how many columns thresholds are counted. */
export const bins = 20;

/** Whether nearly everybody in the list takes part. */
const tips = (thresholds: Thresholds, seeded: number) =>
	run(thresholds, seeded).final - seeded >= 0.9 * thresholds.length;

/** S1 · Thresholds: two nearly identical crowds can end up completely different. */
export const crowd: Simulation<CrowdSettings, CrowdOutcome> = {
	id: 'S1',
	settings: [
		{ kind: 'choice', name: 'shape', values: ['normal', 'drawn', 'ladder'], initial: 'normal' },
		{ kind: 'number', name: 'people', ...bounds.people, step: 1, initial: defaults.people },
		{
			kind: 'number',
			name: 'mean',
			when: { name: 'shape', is: ['normal', 'drawn'] },
			...bounds.mean,
			step: 1,
			initial: defaults.mean
		},
		{
			kind: 'number',
			name: 'spread',
			when: { name: 'shape', is: ['normal', 'drawn'] },
			...bounds.spread,
			step: 0.1,
			initial: defaults.spread
		},
		{ kind: 'number', name: 'seeded', ...bounds.seeded, step: 1, initial: defaults.seeded },
		{
			kind: 'number',
			name: 'person',
			min: 0,
			max: bounds.people.max,
			step: 1,
			initial: 0,
			typed: true
		},
		{
			kind: 'number',
			name: 'threshold',
			min: 0,
			max: bounds.people.max,
			step: 1,
			initial: 0,
			typed: true
		}
	],
	presets: {
		all: { shape: 'ladder' },
		one: { shape: 'ladder', person: 2, threshold: 2 },
		sown: { shape: 'ladder', person: 2, threshold: 2, seeded: 1 }
	},
	seed: 1978,
	chance: { name: 'shape', is: ['drawn'] },
	// eslint-disable-next-line require-yield -- done at once
	*run({ shape, people, mean, spread, seeded, person, threshold }, random) {
		const own = { people, mean, spread };
		const thresholds =
			shape === 'ladder'
				? ladder(people)
				: shape === 'normal'
					? quantileThresholds(own)
					: drawnThresholds(own, random);
		if (person > 0 && person <= people) thresholds[person - 1] = threshold;
		return {
			thresholds,
			...run(thresholds, seeded),
			met: cumulative(thresholds),
			histogram: histogram(thresholds, bins, people),
			...(shape === 'normal' && { continuous: restingPoint(own) })
		};
	},
	last: ({ rounds }) => rounds.length - 1,
	table: ({ rounds }) => rounds.map((taking, round) => [round, taking]),
	// A calm crowd is set in motion, and with one person less it would not have been.
	reaches: ({ thresholds }, { shape, people, mean, spread, seeded }) =>
		shape === 'normal' &&
		people === 100 &&
		mean >= 25 &&
		spread <= 11 &&
		seeded > 0 &&
		tips(thresholds, seeded) &&
		!tips(thresholds, seeded - 1)
};
