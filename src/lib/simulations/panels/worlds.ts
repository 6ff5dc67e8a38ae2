import {
	gini,
	qualities,
	run,
	unpredictability,
	winner,
	type World,
	type WorldSet
} from '../worlds.ts';
import type { Simulation } from '../simulation.ts';

export type WorldsSettings = {
	items: number;
	visitors: number;
	/** How much visitors look at the counts, where they see them. */
	influence: number;
	/** How much songs differ in quality. */
	spread: number;
};

/** Eight worlds without and eight with visible counts, of the same songs. Song 1 is the best. */
export type WorldsOutcome = { hidden: WorldSet; shown: WorldSet };

const worlds = 8;

/** In how many of the worlds each winner won, the most frequent first. */
export function firsts({ worlds: all }: WorldSet): { song: number; worlds: number }[] {
	const songs = [...new Set(all.map((world) => world.winner))];
	return songs
		.map((song) => ({ song, worlds: all.filter((world) => world.winner === song).length }))
		.sort((a, b) => b.worlds - a.worlds || a.song - b.song);
}

function setOf(all: World[]): WorldSet {
	return {
		worlds: all.map((world) => ({ winner: winner(world) + 1, choices: world })),
		gini: all.reduce((sum, world) => sum + gini(world), 0) / all.length,
		unpredictability: unpredictability(all)
	};
}

/** S6 · Eight worlds: how much of success is luck, when people see what others chose. */
export const eightWorlds: Simulation<WorldsSettings, WorldsOutcome> = {
	id: 'S6',
	settings: [
		{ kind: 'number', name: 'influence', min: 0, max: 0.95, step: 0.05, initial: 0.8 },
		{ kind: 'number', name: 'spread', min: 0.1, max: 1.5, step: 0.1, initial: 0.5 },
		{ kind: 'number', name: 'items', min: 2, max: 48, step: 1, initial: 48 },
		{ kind: 'number', name: 'visitors', min: 200, max: 5000, step: 100, initial: 2000 }
	],
	presets: { two: { items: 2, spread: 0.1, influence: 0.95 }, clear: { spread: 1.5 } },
	seed: 2006,
	*run({ items, visitors, influence, spread }, random) {
		const quality = qualities(items, spread, random).sort((a, b) => b - a);
		const all: World[] = [];
		for (let world = 0; world < 2 * worlds; world++) {
			yield world / (2 * worlds);
			const own = { qualities: quality, influence: world < worlds ? 0 : influence, visitors };
			all.push(run(own, random));
		}
		return { hidden: setOf(all.slice(0, worlds)), shown: setOf(all.slice(worlds)) };
	},
	last: () => 0,
	table: ({ hidden, shown }, { visitors }) =>
		hidden.worlds.map((world, index) => {
			const other = shown.worlds[index]!;
			return [
				index + 1,
				world.winner,
				share(world.choices[world.winner - 1]!, visitors),
				other.winner,
				share(other.choices[other.winner - 1]!, visitors)
			];
		}),
	// One song first everywhere although visitors look at each other a lot, among enough songs to choose from.
	reaches: ({ shown }, { influence, items }) =>
		influence >= 0.6 && items >= 24 && firsts(shown).length === 1
};

const share = (choices: number, visitors: number) => Math.round((1000 * choices) / visitors) / 10;
