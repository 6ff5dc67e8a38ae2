import { byReach, link, path, rewired } from '../graph.ts';
import type { NumberSetting, Simulation } from '../simulation.ts';
import { bounds, measure, ringClustering, ringLength, type Measures } from '../small-world.ts';

/** Three shortcuts, each from one person to another; 0 is none. People are numbered from 1. */
export type SmallWorldSettings = {
	people: number;
	neighbours: number;
	/** p: which part of the links is moved. */
	moved: number;
	from: number;
	to: number;
} & Record<ShortcutName, number>;

const shortcutNames = ['a1', 'b1', 'a2', 'b2', 'a3', 'b3'] as const;
type ShortcutName = (typeof shortcutNames)[number];

export type SmallWorldOutcome = {
	measures: Measures;
	/** Those of the ring before anything was moved. */
	ring: { clustering: number; length: number };
	/** A shortest way between the two who were picked, from 0. */
	way: number[];
	/** Links that the ring has too, and links that it does not have. */
	near: [number, number][];
	far: [number, number][];
	/** What is left of clustering and distance at other p, in a ring of at most 100 with as many neighbours. */
	curve: { moved: number; clustering: number; length: number }[];
};

const number = (
	name: keyof SmallWorldSettings,
	min: number,
	max: number,
	initial: number,
	step = 1
): NumberSetting<keyof SmallWorldSettings> => ({ kind: 'number', name, min, max, step, initial });

/** S2 · Small world: a few moved links make ways short, while neighbours still know each other. */
export const smallWorld: Simulation<SmallWorldSettings, SmallWorldOutcome> = {
	id: 'S2',
	settings: [
		number('people', bounds.people.min, bounds.people.max, 100),
		number('neighbours', bounds.neighbours.min, bounds.neighbours.max, 6, 2),
		{ ...number('moved', 0, 1, 0, 0.001), log: true },
		{ ...number('from', 1, bounds.people.max, 1), typed: true },
		{ ...number('to', 1, bounds.people.max, 51), typed: true },
		...shortcutNames.map((name) => ({
			...number(name, 0, bounds.people.max, 0),
			typed: true as const
		}))
	],
	presets: {
		thousand: { people: 1000, neighbours: 10, moved: 0.01, to: 501 },
		ring: {},
		shortcut: { a1: 1, b1: 51 }
	},
	seed: 1998,
	*run(settings, random) {
		const { people: n, neighbours: k, moved, from, to } = settings;
		const graph = rewired(n, k, moved, random);
		const { a1, b1, a2, b2, a3, b3 } = settings;
		for (const [a, b] of [
			[a1, b1],
			[a2, b2],
			[a3, b3]
		] as const) {
			const there = a > 0 && b > 0 && a <= n && b <= n;
			if (there && a !== b && !graph[a - 1]!.includes(b - 1)) link(graph, a - 1, b - 1);
		}
		const measures = yield* measure(graph);
		return {
			measures,
			ring: { clustering: ringClustering(k), length: ringLength(n, k) },
			way: from <= n && to <= n ? path(graph, from - 1, to - 1) : [],
			...byReach(graph, k),
			curve: yield* curveOf(Math.min(ringOfCurve, n), k, random)
		};
	},
	last: () => 0,
	table: ({ measures, ring: before, curve }) => [
		['C', measures.clustering, before.clustering, measures.clustering / before.clustering],
		['L', measures.length, before.length, measures.length / before.length],
		...curve.map((at) => [`p = ${at.moved}`, at.clustering, '', at.length])
	],
	// Two shortcuts cannot do it in a ring of a hundred with six neighbours; three well chosen ones can.
	reaches: ({ measures }, { people, neighbours, moved }) =>
		people === 100 && neighbours === 6 && moved === 0 && measures.length <= 5.7
};

/** The most people the curve is worked out for: five networks per point, at once. */
export const ringOfCurve = 100;

function* curveOf(n: number, k: number, random: () => number) {
	const before = { clustering: ringClustering(k), length: ringLength(n, k) };
	const curve: SmallWorldOutcome['curve'] = [];
	for (const moved of [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1]) {
		const mean = { clustering: 0, length: 0 };
		for (let network = 0; network < 5; network++) {
			const { clustering, length } = yield* measure(rewired(n, k, moved, random));
			mean.clustering += clustering / before.clustering / 5;
			mean.length += length / before.length / 5;
		}
		curve.push({ moved, ...mean });
	}
	return curve;
}
