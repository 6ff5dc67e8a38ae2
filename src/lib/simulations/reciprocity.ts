/**
 * S5 · Share, return, pass on. Mode A, direct reciprocity: a repeated prisoner's dilemma, round robin.
 * Mode B, indirect reciprocity: giving to those who are not known to keep.
 *
 * A: Axelrod, R. (1980). Effective choice in the Prisoner's Dilemma; (1984). The Evolution of Cooperation. 200 rounds, 3/0/5/1.
 * B: after Nowak, M. A. (2006). Five rules for the evolution of cooperation. Science, 314, 1560–1563. Per round each gives
 * once and receives once: discriminator b·x − c·[x + (1−q)(1−x)], defector b·(1−q)·x. At x = 1 the first is ahead when q > c/b.
 */

/** C: cooperate (share). D: defect (keep). */
export type Choice = 'C' | 'D';

/** In the order in which tables show them. */
export const strategies = ['ALLC', 'ALLD', 'TFT', 'GRIM', 'TF2T'] as const;
export type Strategy = (typeof strategies)[number];

/** Points for one's own choice against the other's: D–C, C–C, D–D and C–D. */
export type Payoffs = { temptation: number; reward: number; punishment: number; sucker: number };
export type Rules = { rounds: number; payoffs: Payoffs };

/** How many players have each strategy. */
export type Population = Partial<Record<Strategy, number>>;

/** Mode B. */
export type Exchange = {
	/** b: what a gift brings the receiver. */
	benefit: number;
	/** c: what it costs the giver. */
	cost: number;
	/** q: the probability that a defector is recognised, 0–1. */
	visibility: number;
	/** x: the share of discriminators, 0–1. The rest never gives. */
	share: number;
};

/** The plan sets the range of the rounds; q and x are probabilities. The other ranges are our own. */
export const bounds = {
	rounds: { min: 1, max: 200 },
	count: { min: 0, max: 20 },
	points: { min: 0, max: 10 },
	benefit: { min: 1, max: 10 },
	cost: { min: 0.5, max: 5 },
	visibility: { min: 0, max: 1 },
	share: { min: 0, max: 1 }
};

export const defaults = {
	direct: { rounds: 200, payoffs: { temptation: 5, reward: 3, punishment: 1, sucker: 0 } },
	population: { ALLC: 1, ALLD: 1, TFT: 1 },
	indirect: { benefit: 3, cost: 1, visibility: 0.5, share: 1 }
} satisfies { direct: Rules; population: Population; indirect: Exchange };

/** Whether the points make a repeated prisoner's dilemma: T > R > P > S, and taking turns does not beat sharing. */
export function isDilemma({ temptation, reward, punishment, sucker }: Payoffs): boolean {
	const ordered = temptation > reward && reward > punishment && punishment > sucker;
	return ordered && 2 * reward > temptation + sucker;
}

/** What a strategy does, given all that the other did before. */
export function choose(strategy: Strategy, other: readonly Choice[]): Choice {
	const last = other[other.length - 1];
	switch (strategy) {
		case 'ALLC':
			return 'C';
		case 'ALLD':
			return 'D';
		case 'TFT':
			return last ?? 'C';
		case 'GRIM':
			return other.includes('D') ? 'D' : 'C';
		case 'TF2T':
			return last === 'D' && other[other.length - 2] === 'D' ? 'D' : 'C';
	}
}

/** One's own points for one round. */
export function points(own: Choice, other: Choice, payoffs: Payoffs): number {
	if (own === 'C') return other === 'C' ? payoffs.reward : payoffs.sucker;
	return other === 'C' ? payoffs.temptation : payoffs.punishment;
}

/** A match between two: the choices, the scores after each round and at the end. First entry: the first player. */
export type Match = {
	choices: [Choice, Choice][];
	running: [number, number][];
	scores: [number, number];
};

export function match(first: Strategy, second: Strategy, { rounds, payoffs }: Rules): Match {
	const ofFirst: Choice[] = [];
	const ofSecond: Choice[] = [];
	const played: Match = { choices: [], running: [], scores: [0, 0] };
	for (let round = 0; round < rounds; round++) {
		const a = choose(first, ofSecond);
		const b = choose(second, ofFirst);
		ofFirst.push(a);
		ofSecond.push(b);
		const [before, beforeOther] = played.scores;
		played.scores = [before + points(a, b, payoffs), beforeOther + points(b, a, payoffs)];
		played.choices.push([a, b]);
		played.running.push(played.scores);
	}
	return played;
}

/** A row of the table: the score against each strategy present, and the average over everybody, own copy included. */
export type Standing = {
	strategy: Strategy;
	count: number;
	scores: { against: Strategy; score: number }[];
	average: number;
};

/** Everybody meets everybody and a copy of themselves. Rows in the order of `strategies`, only of those present. */
export function roundRobin(population: Population, rules: Rules): Standing[] {
	const present = strategies.filter((strategy) => (population[strategy] ?? 0) > 0);
	const size = present.reduce((total, strategy) => total + population[strategy]!, 0);
	return present.map((strategy) => {
		const scores = present.map((against) => {
			return { against, score: match(strategy, against, rules).scores[0] };
		});
		const total = scores.reduce((sum, each) => sum + population[each.against]! * each.score, 0);
		return { strategy, count: population[strategy]!, scores, average: total / size };
	});
}

/** Who is on top: more than one when it is a draw. */
export function leaders(standings: readonly Standing[]): Strategy[] {
	const best = Math.max(...standings.map((each) => each.average));
	// Payoffs with decimals may add up with a rounding error; that is still a draw.
	return standings.filter((each) => best - each.average < 1e-9).map((each) => each.strategy);
}

/**
 * The share of tit for tat above which it scores more than ALLD in a population of those two; 'never' when no share is
 * enough. With x the share: R(t)·x + S(t)·(1−x) > T(t)·x + P(t)·(1−x), each the score of a whole match.
 *
 * @param rules with payoffs that are a dilemma
 */
export function smallestShare(rules: Rules): { kind: 'above'; share: number } | { kind: 'never' } {
	const [firstMove, defector] = match('TFT', 'ALLD', rules).scores;
	const gain = match('TFT', 'TFT', rules).scores[0] - defector;
	const loss = match('ALLD', 'ALLD', rules).scores[0] - firstMove;
	return gain > 0 ? { kind: 'above', share: loss / (loss + gain) } : { kind: 'never' };
}

/** Mode B: expected points per round. The defector's also hold for a single one among discriminators (x = 1). */
export type Expected = { discriminator: number; defector: number };

export function expected({ benefit: b, cost: c, visibility: q, share: x }: Exchange): Expected {
	return {
		discriminator: b * x - c * (x + (1 - q) * (1 - x)),
		defector: b * (1 - q) * x
	};
}

/** The visibility above which discriminators do better than defectors: c/b at x = 1, towards 1 as x goes to 0. */
export function threshold({ benefit: b, cost: c, share: x }: Omit<Exchange, 'visibility'>): number {
	return c / (b * x + c * (1 - x));
}

/** Expected points for visibility 0 to 1 in equal steps: the two lines of the drawing. */
export function byVisibility(
	exchange: Exchange,
	steps = 20
): (Expected & { visibility: number })[] {
	return Array.from({ length: steps + 1 }, (_, index) => {
		const visibility = index / steps;
		return { visibility, ...expected({ ...exchange, visibility }) };
	});
}
