/**
 * S7 · The switch. People join a network through influence from outside (p) and from those who have joined already (q).
 *
 * Source: Bass, F. M. (1969). A new product growth model for consumer durables. Management Science, 15, 215–227. The default
 * p and q are the averages in Sultan, Farley & Lehmann (1990). F(t) is the share that has joined, F(0) = 0:
 * f(t) = (p + q·F(t))·(1 − F(t)), so F(t) = (1 − e^−(p+q)t) / (1 + (q/p)·e^−(p+q)t).
 * In whole periods, A being those who have joined: n(t) = (p + q·A/m)·(m − A). That version peaks later than the formula.
 * Nobody leaves. Only `switching` has a second network, and it is there to illustrate.
 */
import { exp, ln } from './exact-math.ts';

export type Influence = {
	/** p: influence from outside, such as a campaign. Greater than 0. */
	outside: number;
	/** q: influence from other users. */
	others: number;
};

export type Rules = Influence & {
	/** m: how many people will have joined in the end. */
	market: number;
};

/** A moment on the curve, in periods. `share` is F(t), `rate` is f(t): the part of the market that joins per period. */
export type Point = { time: number; share: number; rate: number };

/** Where the rate is highest: later on when q > p, and otherwise at the start, after which it only falls. */
export type Peak = ({ kind: 'later' } & Point) | { kind: 'start' };

/** One period of the discrete version, in people. They are not rounded. */
export type Period = {
	/** Counts from 1. */
	period: number;
	/** Who joins in this period: `fromOutside` and `fromOthers` together. */
	joining: number;
	fromOutside: number;
	fromOthers: number;
	/** Who has joined by the end of this period. */
	total: number;
};

/** A second network for the same people, `delay` periods later. */
export type Rival = Influence & { delay: number };

/** A moment in the switching view, in people: who is on the first network, on the second, and on either. */
export type Switching = { time: number; first: number; second: number; total: number };

/** The plan sets the ranges of p and q. The others are our own. A doubled campaign may go past the range of p. */
export const bounds = {
	outside: { min: 0.001, max: 0.1 },
	others: { min: 0, max: 1 },
	market: { min: 100, max: 10_000 },
	periods: { min: 5, max: 60 },
	delay: { min: 0, max: 30 }
};

export const defaults = {
	rules: { outside: 0.03, others: 0.38, market: 1000 },
	periods: 20,
	rival: { outside: 0.03, others: 0.38, delay: 8 }
} satisfies { rules: Rules; periods: number; rival: Rival };

/** The same with twice the campaign budget: p × 2. */
export function doubleCampaign<Own extends Influence>(own: Own): Own {
	return { ...own, outside: 2 * own.outside };
}

/** F(t), 0–1. Before the start nobody has joined. */
export function share(time: number, { outside, others }: Influence): number {
	if (time <= 0) return 0;
	const fading = exp(-(outside + others) * time);
	return (1 - fading) / (1 + (others / outside) * fading);
}

/** f, the part of the market that joins per period once a share F has joined. */
export function rate(joined: number, { outside, others }: Influence): number {
	return (outside + others * joined) * (1 - joined);
}

/** t* = ln(q/p) / (p+q), where F(t*) = ½ − p/(2q) and f(t*) = (p+q)² / (4q). */
export function peak({ outside, others }: Influence): Peak {
	if (others <= outside) return { kind: 'start' };
	const both = outside + others;
	return {
		kind: 'later',
		time: ln(others / outside) / both,
		share: 0.5 - outside / (2 * others),
		rate: (both * both) / (4 * others)
	};
}

/** The continuous curve from 0 up to and including `periods`, with `perPeriod` points in each. */
export function curve(influence: Influence, periods: number, perPeriod = 4): Point[] {
	return moments(periods, perPeriod).map((time) => {
		const joined = share(time, influence);
		return { time, share: joined, rate: rate(joined, influence) };
	});
}

/**
 * One period, after `total` people have joined.
 *
 * Nobody joins twice: where p + q > 1 the formula can ask for more people than are left, and then all of those join.
 */
export function step(total: number, { outside, others, market }: Rules): Omit<Period, 'period'> {
	const left = market - total;
	const joining = Math.min(left, (outside + (others * total) / market) * left);
	const fromOutside = Math.min(joining, outside * left);
	return {
		joining,
		fromOutside,
		fromOthers: joining - fromOutside,
		// Adding up must not end a hair above the market.
		total: Math.min(market, total + joining)
	};
}

/** The discrete version, period by period. */
export function run(rules: Rules, periods: number): Period[] {
	const all: Period[] = [];
	for (let period = 1; period <= periods; period++)
		all.push({ period, ...step(all[period - 2]?.total ?? 0, rules) });
	return all;
}

/** The period in which most people join, the first of equals, and nothing where there are no periods. */
export function busiest(periods: readonly Period[]): Period | undefined {
	return periods.reduce<Period | undefined>(
		(most, own) => (most && most.joining >= own.joining ? most : own),
		undefined
	);
}

/**
 * Illustrative only: two curves, not a claim about why people switch, and fitted to nothing. It is not in Bass (1969).
 *
 * The rival wins the same people over along a Bass curve of its own, G(t) = F(t − delay), and whoever has joined at all is
 * on one network at a time: first = m·F(t)·(1 − G(t)), second = m·F(t)·G(t). In it everybody switches in the end and nobody
 * goes back. The form is that of successive generations of a product (Norton & Bass, 1987, known from summaries only and
 * not in the bibliography).
 */
export function switching(rules: Rules, rival: Rival, periods: number, perPeriod = 4): Switching[] {
	return moments(periods, perPeriod).map((time) => {
		const total = rules.market * share(time, rules);
		const second = total * share(time - rival.delay, rival);
		return { time, first: total - second, second, total };
	});
}

function moments(periods: number, perPeriod: number): number[] {
	return Array.from({ length: periods * perPeriod + 1 }, (_, index) => index / perPeriod);
}
