import { bounds, count, defaults, type Ties } from '../ties.ts';
import type { Simulation } from '../simulation.ts';

export type TiesSettings = { members: number };

/** W1 · Pairs and groups: how many ties a group could have. */
export const ties: Simulation<TiesSettings, Ties> = {
	id: 'W1',
	settings: [
		{ kind: 'number', name: 'members', ...bounds.members, step: 1, initial: defaults.members }
	],
	presets: {
		two: { members: 2 },
		three: { members: 3 },
		five: { members: 5 },
		twenty: { members: 20 },
		most: { members: 150 }
	},
	// eslint-disable-next-line require-yield -- done at once
	*run({ members }) {
		return count(members);
	},
	last: () => 0,
	table: ({ members, pairs, triads, odlyzkoTilly, metcalfe, reed }) => [
		['n', members],
		['n(n−1)/2', pairs],
		['n(n−1)(n−2)/6', triads],
		['n·ln n', Math.round(odlyzkoTilly * 10) / 10],
		['n²', metcalfe],
		['2ⁿ − n − 1', reed.toString().replace(/\B(?=(\d{3})+$)/g, ' ')]
	],
	// The smallest group in which there are more triads than pairs.
	reaches: ({ pairs, triads }, { members }) => triads > pairs && !hasMore(members - 1)
};

function hasMore(members: number): boolean {
	const { pairs, triads } = count(members);
	return triads > pairs;
}
