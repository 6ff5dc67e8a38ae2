/**
 * S3 · One spark or three? Somebody adopts once at least T of those they know have.
 *
 * After: Centola, D., & Macy, M. (2007). Complex contagions and the weakness of long ties. American Journal of Sociology;
 * experiment: Centola, D. (2010). The spread of behavior in an online social network experiment. Science.
 * On the ring of graph.ts with links moved. T = 1 is simple contagion, T ≥ 2 complex. Rounds are simultaneous.
 */
import type { Graph } from './graph.ts';

/** The plan sets these ranges. */
export const bounds = {
	threshold: { min: 1, max: 4 },
	moved: { min: 0, max: 1 },
	people: { min: 100, max: 400 },
	neighbours: { min: 4, max: 8 }
};

export type Spread = {
	/** Who adopted in which round; −1 never, 0 for those who began. */
	adopted: Int32Array;
	/** How many have adopted after each round, from round 0. */
	rounds: number[];
};

/** One person and those they know, in the network as it is. */
export function together(graph: Graph, node = 0): number[] {
	return [node, ...graph[node]!];
}

/** As many people, evenly around the ring. */
export function apart(graph: Graph, node = 0): number[] {
	const count = graph[node]!.length + 1;
	return Array.from({ length: count }, (_, index) => Math.floor((index * graph.length) / count));
}

/** Rounds until nobody adopts any more. */
export function spread(graph: Graph, threshold: number, seeds: readonly number[]): Spread {
	const adopted = new Int32Array(graph.length).fill(-1);
	for (const seed of seeds) adopted[seed] = 0;
	const rounds = [new Set(seeds).size];
	for (;;) {
		const round = rounds.length;
		const next: number[] = [];
		for (let node = 0; node < graph.length; node++) {
			if (adopted[node] !== -1) continue;
			let seen = 0;
			for (const other of graph[node]!) if (adopted[other] !== -1) seen++;
			if (seen >= threshold) next.push(node);
		}
		if (next.length === 0) return { adopted, rounds };
		// Everybody looked before anybody adopted.
		for (const node of next) adopted[node] = round;
		rounds.push(rounds[round - 1]! + next.length);
	}
}
