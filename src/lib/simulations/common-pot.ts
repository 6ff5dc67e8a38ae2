/**
 * S4 · The common pot: a public goods game in rounds, with or without costly punishment.
 *
 * Design: Fehr, E., & Gächter, S. (2000). American Economic Review, 90(4), 980–994; (2002). Altruistic punishment in humans.
 * Nature. The agents are a model after Fischbacher & Gächter (2010), who found imperfect conditional cooperation.
 * Formula: π(i) = e − c(i) + m·Σc − Σ spent by i − k·Σ spent on i, with e = 20 points and a fine of k = 3 per point spent.
 * A payoff can fall below zero. Agents do not react to fines: that people do is what the experiments show, not this model.
 */
export type Agent =
	/** Gives everything. */
	| 'always'
	/** Gives nothing. */
	| 'never'
	/** Gives s times what the others gave on average the round before. */
	| 'conditional'
	/** Conditional, and spends points on everyone who stays too far below the average. */
	| 'punisher';

/** At most one seat is the learner's. */
export type Seat = Agent | 'learner';

export type Rules = {
	seats: readonly Seat[];
	/** s: the part of what others gave that a conditional agent gives. */
	matching: number;
	/** m: what one point in the pot gives to each member. */
	multiplier: number;
	/** Whether points can be spent on others at all. */
	punishment: boolean;
	/** k: points taken from somebody per point spent on them. */
	fine: number;
	/** g: a punisher spends on whoever gave more than this below the group average. */
	gap: number;
	/** Points a punisher spends on each of them. */
	spend: number;
	rounds: number;
};

/** What the learner does in one round: a contribution, and points spent on each seat, in the order of the seats. */
export type Move = { contribution: number; spend: readonly number[] };

/** One round. Lists are in the order of the seats, in points. */
export type Round = {
	contributions: number[];
	/** `spending[i][j]`: points that seat i spent on seat j. */
	spending: number[][];
	payoffs: number[];
	/** Average contribution. */
	average: number;
	/** Payoff of the group as a whole. */
	total: number;
	/** What punishing cost those who punished, and what it took from those who were punished. */
	cost: number;
	fines: number;
};

/** e: points each seat gets per round. */
export const endowment = 20;
/** What a conditional agent gives while there is nothing to go by. */
export const first = 10;

/** The plan sets the ranges of matching, multiplier and group size. The other ranges are our own. */
export const bounds = {
	seats: { min: 3, max: 10 },
	matching: { min: 0.5, max: 1 },
	multiplier: { min: 0.3, max: 0.7 },
	contribution: { min: 0, max: endowment },
	fine: { min: 1, max: 5 },
	gap: { min: 0, max: endowment },
	spend: { min: 0, max: 10 },
	rounds: { min: 1, max: 30 }
};

export const defaults: Rules = {
	seats: ['conditional', 'conditional', 'conditional', 'never'],
	matching: 1,
	multiplier: 0.4,
	punishment: false,
	fine: 3,
	gap: 2,
	spend: 3,
	rounds: 10
};

/** What one more point in the pot brings back to its giver and to the group. A dilemma when own < 1 < group. */
export function marginalReturn(rules: Rules): { own: number; group: number } {
	return { own: rules.multiplier, group: rules.multiplier * rules.seats.length };
}

/**
 * First stage: what every seat gives, 0–20.
 *
 * @param previous contributions of the round before; nothing in the first round
 * @param own what the learner gives
 */
export function contribute(previous: readonly number[] | undefined, rules: Rules, own = 0) {
	return rules.seats.map((seat, index) => within(give(seat, index), bounds.contribution));

	function give(seat: Seat, index: number): number {
		if (seat === 'learner') return own;
		if (seat === 'always') return endowment;
		if (seat === 'never') return 0;
		if (!previous) return first;
		return (rules.matching * (sum(previous) - previous[index]!)) / (previous.length - 1);
	}
}

/**
 * Second stage: who spends how much on whom, as `spending[i][j]`. Nobody spends on themselves.
 *
 * @param own points the learner spends on each seat
 */
export function punish(
	contributions: readonly number[],
	rules: Rules,
	own: readonly number[] = []
): number[][] {
	const average = sum(contributions) / contributions.length;
	// Rounding must not turn an equal contribution into one below the average.
	const tooLow = contributions.map((given) => average - given > rules.gap + 1e-9);
	return rules.seats.map((seat, i) =>
		rules.seats.map((_, j) => {
			if (!rules.punishment || i === j) return 0;
			if (seat === 'learner') return within(own[j] ?? 0, bounds.spend);
			return seat === 'punisher' && tooLow[j] ? rules.spend : 0;
		})
	);
}

/** The points after both stages. */
export function settle(contributions: number[], spending: number[][], rules: Rules): Round {
	const pot = sum(contributions);
	const payoffs = contributions.map((given, i) => {
		const fined = rules.fine * sum(spending.map((spent) => spent[i]!));
		return endowment - given + rules.multiplier * pot - sum(spending[i]!) - fined;
	});
	const cost = sum(spending.map(sum));
	return {
		contributions,
		spending,
		payoffs,
		average: pot / contributions.length,
		total: sum(payoffs),
		cost,
		fines: rules.fine * cost
	};
}

/** One round, after the contributions of the round before. A learner's seat without a move gives and spends nothing. */
export function step(previous: readonly number[] | undefined, rules: Rules, move?: Move): Round {
	const contributions = contribute(previous, rules, move?.contribution);
	return settle(contributions, punish(contributions, rules, move?.spend), rules);
}

/** All rounds. With a learner in one of the seats: as many as there are moves, and no more than the rules have. */
export function run(rules: Rules, moves: readonly Move[] = []): Round[] {
	const length = rules.seats.includes('learner')
		? Math.min(rules.rounds, moves.length)
		: rules.rounds;
	const rounds: Round[] = [];
	for (let round = 0; round < length; round++)
		rounds.push(step(rounds[round - 1]?.contributions, rules, moves[round]));
	return rounds;
}

/** Points per seat over all rounds so far. */
export function earnings(rounds: readonly Round[], rules: Rules): number[] {
	return rules.seats.map((_, index) => sum(rounds.map((round) => round.payoffs[index]!)));
}

function within(value: number, { min, max }: { min: number; max: number }): number {
	return Math.min(max, Math.max(min, value));
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
