/**
 * S8 · Who does the work? Model A: how skewed contributions are when members are ranked. Model B: how links grow skewed.
 *
 * A is a rule of thumb of our own: member r contributes in proportion to r^−α, r = 1 being the most active.
 * B, preferential attachment: Barabási, A.-L., & Albert, R. (1999); the exponent of 3 was proved by Bollobás, B., et al.
 * (2001), Random Structures & Algorithms, 18, 279–290. Each newcomer links to m members, with a probability proportional to
 * the links they have. In the limit P(k) = 2m(m+1) / (k(k+1)(k+2)). B is about links, not about posts.
 */
import { gini } from './worlds.ts';

/** Model A. */
export type Rules = {
	/** N: how many members. */
	members: number;
	/** α: how skewed. At 0 all contribute the same. */
	skew: number;
};

/** How much each member contributes, in any order and any unit. */
export type Contributions = readonly number[];

/** A group of members, and its share of all contributions, 0–1. */
export type Band = { members: number; share: number };
export type Bands = { top: Band; next: Band; rest: Band };

/** A point of the Lorenz curve: the least active share `members` of all contributes the share `contributions`. */
export type LorenzPoint = { members: number; contributions: number };

/** Shares of what was contributed, if anything was. */
export type OwnShares =
	{ kind: 'shares'; top: number; next: number; rest: number } | { kind: 'nothing' };

/** Model B. Members are numbered from 0 in order of arrival. */
export type Network = {
	/** Links per member. */
	degrees: number[];
	/** Both ends of each link: link i is between `ends[2i]`, the later one, and `ends[2i + 1]`. */
	ends: number[];
};

/** One row of a degree distribution: how many members, and which share of all, have `degree` links. */
export type DegreeRow = { degree: number; members: number; share: number };

/** The plan sets the ranges of N and α. The others are our own. */
export const bounds = {
	members: { min: 100, max: 10_000 },
	skew: { min: 0, max: 2 },
	removed: { min: 0, max: 100 },
	links: { min: 1, max: 5 }
};

export const defaults = {
	rules: { members: 1000, skew: 1 },
	removed: 10,
	growth: { members: 1000, links: 2 }
} satisfies { rules: Rules; removed: number; growth: { members: number; links: number } };

/** Model A: r^−α for each member, the most active first. */
export function contributions({ members, skew }: Rules): number[] {
	return Array.from({ length: members }, (_, index) => (index + 1) ** -skew);
}

/** Shares of the top 1%, the next 9% and the remaining 90%, in whole members and with at least one on top. */
export function bands(all: Contributions): Bands {
	const ranked = mostActiveFirst(all);
	const top = Math.max(1, Math.round(ranked.length / 100));
	const tenth = Math.max(top, Math.round(ranked.length / 10));
	const total = sum(ranked);
	const band = (from: number, to: number): Band => ({
		members: to - from,
		share: total === 0 ? 0 : sum(ranked.slice(from, to)) / total
	});
	return { top: band(0, top), next: band(top, tenth), rest: band(tenth, ranked.length) };
}

/** Own figures: what the top 1%, the next 9% and the rest contributed, in any unit, as shares. */
export function ownShares(top: number, next: number, rest: number): OwnShares {
	if (Math.min(top, next, rest) <= 0) return { kind: 'nothing' };
	const total = top + next + rest;
	return { kind: 'shares', top: top / total, next: next / total, rest: rest / total };
}

/** The share of all contributions that is lost and left, 0–1, when the k most active leave and nobody steps in. */
export function removeTop(all: Contributions, k: number): { lost: number; left: number } {
	const ranked = mostActiveFirst(all);
	const total = sum(ranked);
	const lost = total === 0 ? 0 : sum(ranked.slice(0, k)) / total;
	return { lost, left: 1 - lost };
}

/** 0 when all contribute the same, towards 1 when one does everything. */
export function inequality(all: Contributions): number {
	return gini([...all]);
}

/** The Lorenz curve from (0, 0) to (1, 1), in `parts` steps of as equal a number of members as can be. */
export function lorenz(all: Contributions, parts = 100): LorenzPoint[] {
	const ranked = mostActiveFirst(all).reverse();
	const running = [0];
	for (const own of ranked) running.push(running[running.length - 1]! + own);
	const total = running[ranked.length]!;
	const steps = Math.min(parts, ranked.length);
	return Array.from({ length: steps + 1 }, (_, index) => {
		const members = Math.round((index * ranked.length) / steps);
		const part = members / ranked.length;
		return { members: part, contributions: total === 0 ? part : running[members]! / total };
	});
}

/** Model B at its start: m + 1 members who are all linked to each other. */
export function start(links: number): Network {
	const network: Network = { degrees: Array<number>(links + 1).fill(0), ends: [] };
	for (let later = 1; later <= links; later++)
		for (let earlier = 0; earlier < later; earlier++) connect(network, later, earlier);
	return network;
}

/**
 * One newcomer links to `links` different members. Changes `network` and returns it: a copy each time would be slow.
 *
 * @param random gives numbers in [0, 1). An end of a link drawn at random belongs to a member in proportion to their links.
 */
export function step(network: Network, links: number, random: () => number): Network {
	const { degrees, ends } = network;
	const chosen: number[] = [];
	while (chosen.length < links) {
		let at = Math.floor(random() * ends.length);
		// Who was chosen already is drawn again. After many draws the next in the list will do: a step must end.
		for (let draw = 0; draw < 1000 && chosen.includes(ends[at]!); draw++)
			at = Math.floor(random() * ends.length);
		while (chosen.includes(ends[at]!)) at = (at + 1) % ends.length;
		chosen.push(ends[at]!);
	}
	const newcomer = degrees.push(0) - 1;
	for (const member of chosen) connect(network, newcomer, member);
	return network;
}

/** Model B up to and including `members` members. */
export function grow(members: number, links: number, random: () => number): Network {
	const network = start(links);
	while (network.degrees.length < members) step(network, links, random);
	return network;
}

/** How many members have how many links, the fewest first. Degrees that nobody has are left out. */
export function degreeDistribution({ degrees }: Network): DegreeRow[] {
	const counts = new Map<number, number>();
	for (const degree of degrees) counts.set(degree, (counts.get(degree) ?? 0) + 1);
	return [...counts]
		.sort(([a], [b]) => a - b)
		.map(([degree, members]) => ({ degree, members, share: members / degrees.length }));
}

/** P(k), the share of members with k links once the network is very large. Nobody has fewer than m. */
export function limit(degree: number, links: number): number {
	if (degree < links) return 0;
	return (2 * links * (links + 1)) / (degree * (degree + 1) * (degree + 2));
}

function connect({ degrees, ends }: Network, later: number, earlier: number) {
	ends.push(later, earlier);
	degrees[later]! += 1;
	degrees[earlier]! += 1;
}

function mostActiveFirst(all: Contributions): number[] {
	return [...all].sort((a, b) => b - a);
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
