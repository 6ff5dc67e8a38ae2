import {
	bounds,
	defaults,
	earnings,
	marginalReturn,
	run,
	type Round,
	type Rules,
	type Seat
} from '../common-pot.ts';
import type { NumberSetting, Simulation } from '../simulation.ts';

const agents = ['never', 'always', 'punisher', 'conditional'] as const;

/** How many seats of each kind; `you` is a seat of the learner's own, that gives the same every round. */
export type CommonPotSettings = Record<(typeof agents)[number], number> & {
	you: 'watch' | 'play';
	gift: number;
	matching: number;
	multiplier: number;
	punishment: 'no' | 'yes';
	fine: number;
	gap: number;
	rounds: number;
};

export type CommonPotOutcome = {
	rules: Rules;
	rounds: Round[];
	/** Points per seat over all rounds. */
	earned: number[];
	/** What one more point in the pot brings its giver and the group. */
	returns: { own: number; group: number };
};

/** The seats that are asked for, at least three and at most ten: conditional ones fill up, and fall off first. */
export function seatsOf(settings: CommonPotSettings): Seat[] {
	const asked: Seat[] = settings.you === 'play' ? ['learner'] : [];
	for (const agent of agents) for (let n = 0; n < settings[agent]; n++) asked.push(agent);
	while (asked.length < bounds.seats.min) asked.push('conditional');
	return asked.slice(0, bounds.seats.max);
}

const seats = (name: (typeof agents)[number], initial: number) =>
	({
		kind: 'number',
		name,
		min: 0,
		max: 10,
		step: 1,
		initial,
		typed: true
	}) satisfies NumberSetting<keyof CommonPotSettings>;

/** S4 · The common pot: contributions fall without anybody being selfish. */
export const commonPot: Simulation<CommonPotSettings, CommonPotOutcome> = {
	id: 'S4',
	settings: [
		seats('conditional', 3),
		seats('punisher', 0),
		seats('always', 0),
		seats('never', 1),
		{
			kind: 'number',
			name: 'matching',
			...bounds.matching,
			step: 0.05,
			initial: defaults.matching
		},
		{
			kind: 'number',
			name: 'multiplier',
			...bounds.multiplier,
			step: 0.05,
			initial: defaults.multiplier
		},
		{ kind: 'number', name: 'rounds', ...bounds.rounds, step: 1, initial: defaults.rounds },
		{ kind: 'choice', name: 'you', values: ['watch', 'play'], initial: 'watch' },
		{
			kind: 'number',
			name: 'gift',
			when: { name: 'you', is: ['play'] },
			...bounds.contribution,
			step: 1,
			initial: 10
		},
		{ kind: 'choice', name: 'punishment', values: ['no', 'yes'], initial: 'no' },
		{
			kind: 'number',
			name: 'fine',
			when: { name: 'punishment', is: ['yes'] },
			...bounds.fine,
			step: 1,
			initial: defaults.fine,
			typed: true
		},
		{
			kind: 'number',
			name: 'gap',
			when: { name: 'punishment', is: ['yes'] },
			...bounds.gap,
			step: 1,
			initial: defaults.gap,
			typed: true
		}
	],
	presets: {
		never: {},
		quarter: { conditional: 4, never: 0, matching: 0.75 },
		punished: { conditional: 0, punisher: 3, punishment: 'yes' }
	},
	// eslint-disable-next-line require-yield -- done at once
	*run(settings) {
		const { matching, multiplier, punishment, fine, gap, rounds, gift } = settings;
		const rules: Rules = {
			...{ matching, multiplier, fine, gap, rounds, spend: defaults.spend },
			seats: seatsOf(settings),
			punishment: punishment === 'yes'
		};
		const moves = Array.from({ length: rounds }, () => ({ contribution: gift, spend: [] }));
		const all = run(rules, moves);
		return { rules, rounds: all, earned: earnings(all, rules), returns: marginalReturn(rules) };
	},
	last: ({ rounds }) => rounds.length,
	table: ({ rounds }) =>
		rounds.map(({ average, total, cost, fines }, index) => [
			index + 1,
			...[average, total, cost, fines].map((points) => Math.round(points * 100) / 100)
		]),
	// Somebody never gives, at most one always does, and yet the pot holds.
	reaches: ({ rounds, rules }) => {
		const count = (seat: Seat) => rules.seats.filter((each) => each === seat).length;
		const holds = rounds.length >= 10 && rounds.at(-1)!.average >= 5;
		return holds && count('never') >= 1 && count('always') <= 1 && count('learner') === 0;
	}
};
