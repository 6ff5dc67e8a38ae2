import { byReach, rewired, type Graph } from '../graph.ts';
import type { Simulation } from '../simulation.ts';
import { apart, bounds, spread, together, type Spread } from '../spread.ts';

export type SpreadSettings = {
	/** T: how many of those they know must have adopted. */
	threshold: number;
	/** p: which part of the links is moved. */
	moved: number;
	people: number;
	neighbours: number;
	placed: 'together' | 'apart';
};

export type SpreadOutcome = {
	/** This network, and the ring before anything was moved. */
	own: Spread;
	ring: Spread;
	/** Links that the ring has too, and links that it does not have. */
	near: [number, number][];
	far: [number, number][];
	/** The mean share that adopts over `networks` networks with as many links moved, and how often nearly all do. */
	mean: { share: number; nearlyAll: number };
};

/** Over how many networks the mean is taken. */
export const networks = 100;

/** S3 · One spark or three? News needs one source, behaviour may need several. */
export const sparks: Simulation<SpreadSettings, SpreadOutcome> = {
	id: 'S3',
	settings: [
		{ kind: 'number', name: 'threshold', ...bounds.threshold, step: 1, initial: 3 },
		{ kind: 'number', name: 'moved', ...bounds.moved, step: 0.01, initial: 0 },
		{ kind: 'number', name: 'people', ...bounds.people, step: 10, initial: 200 },
		{ kind: 'number', name: 'neighbours', ...bounds.neighbours, step: 2, initial: 6 },
		{ kind: 'choice', name: 'placed', values: ['together', 'apart'], initial: 'together' }
	],
	presets: {
		habit: { threshold: 3, moved: 0.05 },
		news: { threshold: 1, moved: 0.1 },
		random: { threshold: 2, moved: 1 }
	},
	seed: 2010,
	*run({ threshold, moved, people: n, neighbours: k, placed }, random) {
		const seeds = placed === 'together' ? together : apart;
		const play = (graph: Graph) => spread(graph, threshold, seeds(graph));
		const graph = rewired(n, k, moved, random);
		let adopters = 0;
		let nearlyAll = 0;
		for (let network = 0; network < networks; network++) {
			yield network / networks;
			const reached = play(rewired(n, k, moved, random)).rounds.at(-1)!;
			adopters += reached;
			if (reached > 0.9 * n) nearlyAll += 1;
		}
		return {
			own: play(graph),
			ring: play(rewired(n, k, 0, random)),
			...byReach(graph, k),
			mean: { share: adopters / (networks * n), nearlyAll: nearlyAll / networks }
		};
	},
	last: ({ own, ring }) => Math.max(own.rounds.length, ring.rounds.length) - 1,
	table({ own, ring }) {
		const length = Math.max(own.rounds.length, ring.rounds.length);
		const after = ({ rounds }: Spread, round: number) => rounds[round] ?? rounds.at(-1)!;
		return Array.from({ length }, (_, round) => [round, after(ring, round), after(own, round)]);
	},
	// A habit that needs three gets across although links were moved: in denser neighbourhoods.
	reaches: ({ own }, { threshold, moved, people }) =>
		threshold >= 3 && moved >= 0.05 && own.rounds.at(-1)! >= 0.9 * people
};
