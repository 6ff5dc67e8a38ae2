import {
	bands,
	bounds,
	contributions,
	defaults,
	degreeDistribution,
	grow,
	inequality,
	limit,
	lorenz,
	ownShares,
	removeTop,
	type Bands,
	type DegreeRow,
	type LorenzPoint,
	type OwnShares
} from '../activity.ts';
import type { NumberSetting, Simulation } from '../simulation.ts';

/** Who contributes how much by rank, or how links grow. `own…` are counts from the learner's own community. */
export type ActivitySettings = {
	mode: 'rank' | 'grow';
	members: number;
	skew: number;
	removed: number;
	links: number;
	ownTop: number;
	ownNext: number;
	ownRest: number;
};

export type ActivityOutcome = {
	bands: Bands;
	inequality: number;
	/** The share of all contributions that leaves with the most active members, 0–1. */
	lost: number;
	lorenz: LorenzPoint[];
	own: OwnShares;
	/** How many members have how many links, beside the limit; only when links grow. */
	degrees?: (DegreeRow & { limit: number })[];
};

const ranks = { when: { name: 'mode', is: ['rank'] } } as const;

const own = (name: 'ownTop' | 'ownNext' | 'ownRest') =>
	({
		...{ kind: 'number', name, min: 0, max: 1_000_000, step: 1, initial: 0, typed: true },
		...ranks
	}) satisfies NumberSetting<keyof ActivitySettings>;

/** S8 · Who does the work: a few do most, in this rule of thumb and wherever newcomers link to who has links. */
export const activity: Simulation<ActivitySettings, ActivityOutcome> = {
	id: 'S8',
	settings: [
		{ kind: 'choice', name: 'mode', values: ['rank', 'grow'], initial: 'rank' },
		{
			...{ kind: 'number', name: 'members', ...bounds.members, step: 100, log: true },
			initial: defaults.rules.members
		},
		{
			kind: 'number',
			name: 'skew',
			...bounds.skew,
			step: 0.01,
			initial: defaults.rules.skew,
			...ranks
		},
		{ kind: 'number', name: 'removed', ...bounds.removed, step: 1, initial: 0, ...ranks },
		{
			...{ kind: 'number', name: 'links', ...bounds.links, step: 1 },
			when: { name: 'mode', is: ['grow'] },
			initial: defaults.growth.links
		},
		own('ownTop'),
		own('ownNext'),
		own('ownRest')
	],
	presets: { ten: { removed: 10 }, even: { skew: 0 }, grow: { mode: 'grow' } },
	seed: 1999,
	chance: { name: 'mode', is: ['grow'] },
	// eslint-disable-next-line require-yield -- ten thousand members take a few milliseconds
	*run({ mode, members, skew, removed, links, ownTop, ownNext, ownRest }, random) {
		const all = contributions({ members, skew });
		return {
			bands: bands(all),
			inequality: inequality(all),
			lost: removeTop(all, removed).lost,
			lorenz: lorenz(all, 50),
			own: ownShares(ownTop, ownNext, ownRest),
			...(mode === 'grow' && {
				degrees: degreeDistribution(grow(members, links, random)).map((row) => ({
					...row,
					limit: limit(row.degree, links)
				}))
			})
		};
	},
	last: () => 0,
	table: ({ bands: groups, own: mine, degrees }) =>
		degrees
			? degrees.map((row) => [row.degree, row.members, percent(row.share), percent(row.limit)])
			: (['top', 'next', 'rest'] as const).map((name) => [
					name,
					groups[name].members,
					percent(groups[name].share),
					mine.kind === 'shares' ? percent(mine[name]) : '–'
				]),
	// The most active hundredth does as much as in the four communities that were studied, give or take 0.7 points.
	reaches: ({ bands: { top } }, { mode, members }) =>
		mode === 'rank' && members === 1000 && Math.abs(top.share - 0.747) <= 0.007
};

const percent = (share: number) => Math.round(share * 10_000) / 100;
