import {
	bounds,
	busiest,
	curve,
	defaults,
	peak,
	run,
	switching,
	type Peak,
	type Period,
	type Point,
	type Switching
} from '../diffusion.ts';
import type { Simulation } from '../simulation.ts';

export type DiffusionSettings = {
	market: number;
	outside: number;
	others: number;
	/** Whether a second network comes along, and after how many periods. */
	rival: 'no' | 'yes';
	delay: number;
};

export type DiffusionOutcome = {
	periods: Period[];
	busiest: Period;
	/** The continuous version of the same, and where it peaks. */
	curve: Point[];
	peak: Peak;
	/** Both networks, when there is a second one. */
	switching?: Switching[];
};

const periods = 25;

/** S7 · The switch: how quickly people join through influence from outside and from each other. */
export const diffusion: Simulation<DiffusionSettings, DiffusionOutcome> = {
	id: 'S7',
	settings: [
		{ kind: 'number', name: 'market', ...bounds.market, step: 100, initial: defaults.rules.market },
		{
			kind: 'number',
			name: 'outside',
			...bounds.outside,
			step: 0.001,
			initial: defaults.rules.outside
		},
		{
			kind: 'number',
			name: 'others',
			...bounds.others,
			step: 0.01,
			initial: defaults.rules.others
		},
		{ kind: 'choice', name: 'rival', values: ['no', 'yes'], initial: 'no' },
		{
			kind: 'number',
			name: 'delay',
			when: { name: 'rival', is: ['yes'] },
			...bounds.delay,
			step: 1,
			initial: defaults.rival.delay
		}
	],
	presets: { double: { outside: 0.06 }, alone: { others: 0 }, later: { rival: 'yes' } },
	// eslint-disable-next-line require-yield -- done at once
	*run({ market, outside, others, rival, delay }) {
		const rules = { market, outside, others };
		const all = run(rules, periods);
		return {
			periods: all,
			busiest: busiest(all)!,
			curve: curve(rules, periods),
			peak: peak(rules),
			...(rival === 'yes' && { switching: switching(rules, { outside, others, delay }, periods) })
		};
	},
	last: () => periods,
	table: ({ periods: all }) =>
		all.map(({ period, joining, fromOutside, total }) => [
			period,
			round(joining),
			round(fromOutside),
			round(total)
		]),
	// The beginning of the lesson's table, within two people a period, in a market of another size, with another peak.
	reaches({ periods: all, busiest: most }, { market }) {
		const known = run(defaults.rules, 5);
		const alike = known.every((each, index) => Math.abs(each.joining - all[index]!.joining) <= 2);
		return alike && market !== defaults.rules.market && most.period >= 10;
	}
};

const round = (people: number) => Math.round(people * 100) / 100;
