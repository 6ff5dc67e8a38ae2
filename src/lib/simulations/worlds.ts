/**
 * S6 · Eight worlds. Visitors arrive one by one and choose one item; with influence w they also look at earlier choices.
 *
 * After: Salganik, M. J., Dodds, P. S., & Watts, D. J. (2006). Experimental study of inequality and unpredictability in an
 * artificial cultural market. Science. The formula is a model in their spirit, not their experiment:
 * P(i) = (1−w)·q(i)/Σq + w·q(i)·(d(i)+1)/Σ q(j)·(d(j)+1), d(i) the number of earlier choices in this world.
 */
import { exp, ln } from './exact-math.ts';

export type Rules = {
	/** One positive quality per item. */
	qualities: readonly number[];
	/** Strength of social influence, 0–1. */
	influence: number;
	visitors: number;
};

/** Choices per item in one world. */
export type World = number[];

/** One visitor chooses. `random` gives numbers in [0, 1). */
export function step(world: World, rules: Rules, random: () => number): World {
	const { qualities, influence } = rules;
	const plain = sum(qualities);
	const pulled = qualities.reduce((total, quality, i) => total + quality * (world[i]! + 1), 0);
	let rest = random();
	let chosen = qualities.length - 1;
	for (let i = 0; i < qualities.length; i++) {
		const quality = qualities[i]!;
		rest -= ((1 - influence) * quality) / plain + (influence * quality * (world[i]! + 1)) / pulled;
		if (rest < 0) {
			chosen = i;
			break;
		}
	}
	return world.map((choices, i) => (i === chosen ? choices + 1 : choices));
}

export function run(rules: Rules, random: () => number): World {
	let world: World = rules.qualities.map(() => 0);
	for (let visitor = 0; visitor < rules.visitors; visitor++) world = step(world, rules, random);
	return world;
}

/** Lognormal qualities exp(σ·z) by Box–Muller: most items alike, a few clearly better. */
export function qualities(n: number, spread: number, random: () => number): number[] {
	return Array.from({ length: n }, () => {
		const z = Math.sqrt(-2 * ln(1 - random())) * Math.cos(2 * Math.PI * random());
		return exp(spread * z);
	});
}

/** The item chosen most often; the first of equals. */
export function winner(world: World): number {
	return world.indexOf(Math.max(...world));
}

/** Gini coefficient: 0 when every item is chosen equally often, towards 1 when one takes all. */
export function gini(world: World): number {
	const sorted = [...world].sort((a, b) => a - b);
	const weighted = sorted.reduce((total, choices, index) => total + (index + 1) * choices, 0);
	const n = sorted.length;
	const total = sum(sorted);
	return total === 0 ? 0 : (2 * weighted) / (n * total) - (n + 1) / n;
}

/** Unpredictability: how far an item's market share differs between two worlds, averaged over pairs and items. */
export function unpredictability(worlds: World[]): number {
	const shares = worlds.map((world) => world.map((choices) => choices / sum(world)));
	let difference = 0;
	let pairs = 0;
	for (let a = 0; a < shares.length; a++)
		for (let b = a + 1; b < shares.length; b++) {
			pairs += 1;
			shares[a]!.forEach((share, i) => (difference += Math.abs(share - shares[b]![i]!)));
		}
	return pairs === 0 ? 0 : difference / pairs / shares[0]!.length;
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}

/** Eight worlds of one kind, ready to be drawn: per world which item won, and how often each was chosen. */
export type WorldSet = {
	worlds: { winner: number; choices: World }[];
	gini: number;
	unpredictability: number;
};
