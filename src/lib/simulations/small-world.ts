/**
 * S2 · Small world: a few links that are moved make ways short, while neighbours still know each other.
 *
 * Source and rule: see graph.ts. C is the mean share of linked pairs of neighbours; L the mean shortest way over all pairs.
 * At p = 0: C(0) = 3(k−2) / (4(k−1)), and L(0) ≈ n/(2k). At p = 1: C ≈ k/n, L ≈ ln n / ln k.
 */
import { clustering, distances, type Graph } from './graph.ts';

/** The plan sets the ranges of n and k; p is a probability. */
export const bounds = {
	people: { min: 20, max: 1000 },
	neighbours: { min: 4, max: 10 },
	moved: { min: 0, max: 1 }
};

export type Measures = {
	/** C, 0–1. */
	clustering: number;
	/** L, in steps, over all pairs that have a way. */
	length: number;
	/** Pairs without a way. */
	apart: number;
};

/** C(0): clustering of the ring. */
export function ringClustering(k: number): number {
	return (3 * (k - 2)) / (4 * (k - 1));
}

/** L(0): the mean distance on the ring, exactly. */
export function ringLength(n: number, k: number): number {
	let sum = 0;
	for (let gap = 1; gap < n; gap++) sum += Math.ceil((2 * Math.min(gap, n - gap)) / k);
	return sum / (n - 1);
}

/** How many people are looked at between two yields. */
const SLICE = 25;

/** C and L. Yields how far it is, 0–1: for a thousand people this takes a while. */
export function* measure(graph: Graph): Generator<number, Measures, void> {
	const own = clustering(graph);
	let sum = 0;
	let pairs = 0;
	const n = graph.length;
	for (let from = 0; from < n; from++) {
		for (const steps of distances(graph, from))
			if (steps > 0) {
				sum += steps;
				pairs++;
			}
		if (from % SLICE === SLICE - 1) yield (from + 1) / n;
	}
	return {
		clustering: own,
		length: pairs === 0 ? 0 : sum / pairs,
		apart: (n * (n - 1) - pairs) / 2
	};
}
