import {
	bounds,
	byVisibility,
	defaults,
	expected,
	isDilemma,
	leaders,
	match,
	roundRobin,
	strategies,
	threshold,
	type Expected,
	type Standing,
	type Strategy
} from '../reciprocity.ts';
import type { NumberSetting, Simulation } from '../simulation.ts';

/** How many players of each strategy meet, and the points; or what passing on costs and brings. */
export type ReciprocitySettings = {
	mode: 'meet' | 'pass';
	rounds: number;
	temptation: number;
	reward: number;
	punishment: number;
	sucker: number;
	benefit: number;
	cost: number;
	visibility: number;
	share: number;
} & Record<Strategy, number>;

export type ReciprocityOutcome = {
	standings: Standing[];
	leaders: Strategy[];
	/** Average points of each strategy after so many rounds, one entry per frame; none when passing on. */
	course: { round: number; averages: { strategy: Strategy; average: number }[] }[];
	dilemma: boolean;
	passing: {
		curve: (Expected & { visibility: number })[];
		now: Expected;
		/** From this visibility on those who give are ahead. */
		threshold: number;
	};
};

/** At most so many frames, however many rounds. */
const frames = 40;

const meets = { when: { name: 'mode', is: ['meet'] } } as const;
const passes = { when: { name: 'mode', is: ['pass'] } } as const;

const points = (name: keyof ReciprocitySettings, initial: number) =>
	({
		kind: 'number',
		name,
		...bounds.points,
		step: 1,
		initial,
		typed: true,
		...meets
	}) satisfies NumberSetting<keyof ReciprocitySettings>;
const { payoffs } = defaults.direct;

/** S5 · Share, return, pass on: whether sharing pays depends on who else is there. */
export const reciprocity: Simulation<ReciprocitySettings, ReciprocityOutcome> = {
	id: 'S5',
	settings: [
		{ kind: 'choice', name: 'mode', values: ['meet', 'pass'], initial: 'meet' },
		...strategies.map((name): NumberSetting<keyof ReciprocitySettings> => {
			const initial = name in defaults.population ? 1 : 0;
			return { kind: 'number', name, min: 0, max: 5, step: 1, initial, typed: true, ...meets };
		}),
		{
			...{ kind: 'number', name: 'rounds', ...bounds.rounds, step: 1, ...meets },
			initial: defaults.direct.rounds
		},
		points('temptation', payoffs.temptation),
		points('reward', payoffs.reward),
		points('punishment', payoffs.punishment),
		points('sucker', payoffs.sucker),
		...(['benefit', 'cost'] as const).map((name): NumberSetting<keyof ReciprocitySettings> => ({
			...{ kind: 'number', name, ...bounds[name], step: 0.5, ...passes },
			initial: defaults.indirect[name]
		})),
		...(['visibility', 'share'] as const).map((name): NumberSetting<keyof ReciprocitySettings> => ({
			...{ kind: 'number', name, ...bounds[name], step: 0.05, ...passes },
			initial: defaults.indirect[name]
		}))
	],
	presets: { three: {}, five: { GRIM: 1, TF2T: 1 }, pass: { mode: 'pass' } },
	// eslint-disable-next-line require-yield -- done at once
	*run(settings) {
		const { rounds, temptation, reward, punishment, sucker } = settings;
		const rules = { rounds, payoffs: { temptation, reward, punishment, sucker } };
		const standings = roundRobin(settings, rules);
		return {
			standings,
			leaders: standings.length > 0 ? leaders(standings) : [],
			course: settings.mode === 'meet' ? courseOf(settings, rules) : [],
			dilemma: isDilemma(rules.payoffs),
			passing: {
				curve: byVisibility(settings),
				now: expected(settings),
				threshold: threshold(settings)
			}
		};
	},
	last: ({ course }) => Math.max(0, course.length - 1),
	table: ({ standings, passing }, { mode }) =>
		mode === 'meet'
			? standings.map(({ strategy, count, scores, average }) => [
					...[strategy, count, round(average)],
					...scores.map(({ score }) => round(score))
				])
			: passing.curve.map((at) => [at.visibility, round(at.discriminator), round(at.defector)]),
	// A keeper and a sharer are there, and the keeper is not on top.
	reaches: ({ leaders: best, dilemma }, { mode, ALLC, ALLD, rounds }) =>
		mode === 'meet' && dilemma && rounds === 200 && ALLC > 0 && ALLD > 0 && !best.includes('ALLD')
};

/** Who takes part, in the order of rows and columns. */
export const present = (settings: ReciprocitySettings) =>
	strategies.filter((strategy) => settings[strategy] > 0);

/** How the averages grow: every match is played once and read off at each frame. */
function courseOf(
	settings: ReciprocitySettings,
	rules: Parameters<typeof roundRobin>[1]
): ReciprocityOutcome['course'] {
	const playing = present(settings);
	const size = playing.reduce((sum, strategy) => sum + settings[strategy], 0);
	const running = playing.map((own) =>
		playing.map((other) => match(own, other, rules).running.map(([points]) => points))
	);
	const steps = Math.min(frames, rules.rounds);
	return Array.from({ length: steps + 1 }, (_, frame) => {
		const at = Math.round((frame * rules.rounds) / steps);
		const averages = playing.map((strategy, row) => {
			const total = playing.reduce((sum, other, column) => {
				return sum + settings[other] * (running[row]![column]![at - 1] ?? 0);
			}, 0);
			return { strategy, average: size === 0 ? 0 : total / size };
		});
		return { round: at, averages };
	});
}

const round = (value: number) => Math.round(value * 100) / 100;
