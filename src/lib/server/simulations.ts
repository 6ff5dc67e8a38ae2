import { mulberry32 } from '#lib/learning/random.ts';
import {
	gini,
	qualities,
	run,
	unpredictability,
	winner,
	type World,
	type WorldSet,
	type WorldsShown
} from '#lib/simulations/worlds.ts';

const rules = { items: 48, visitors: 2000, influence: 0.8, spread: 0.5, seed: 2006 };

let made: WorldsShown | undefined;

/** Eight worlds with and eight without visible counts: made once on the server, from the model the lesson describes. */
export function worldsShown(): WorldsShown {
	if (made) return made;
	const random = mulberry32(rules.seed);
	const quality = qualities(rules.items, rules.spread, random).sort((a, b) => b - a);
	const eight = (influence: number): WorldSet => {
		const worlds: World[] = Array.from({ length: 8 }, () =>
			run({ qualities: quality, influence, visitors: rules.visitors }, random)
		);
		return {
			worlds: worlds.map((world) => {
				const first = winner(world);
				return { winner: first + 1, choices: world };
			}),
			gini: worlds.reduce((sum, world) => sum + gini(world), 0) / worlds.length,
			unpredictability: unpredictability(worlds)
		};
	};
	made = { rules, hidden: eight(0), shown: eight(rules.influence) };
	return made;
}
