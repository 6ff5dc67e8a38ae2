import { median, type Load } from './load.ts';
import type { Place } from './place.ts';

/** One unit of some work: how fast, and what one cost. Processor time is in seconds for a thousand. */
export type Measured = Load & {
	cpuApp: number;
	cpuPostgres: number;
	statements: number;
	transactions: number;
	walBytes: number;
};

/** Puts load on a process and says what one unit cost. */
export async function measure(
	place: Place,
	pid: number,
	load: () => Promise<Load>
): Promise<Measured> {
	const { result, cost } = await place.costOf(pid, load);
	const each = (value: number) => value / result.units;
	return {
		...result,
		cpuApp: each(cost.app) * 1000,
		cpuPostgres: each(cost.postgres) * 1000,
		statements: each(cost.statements),
		transactions: each(cost.transactions),
		walBytes: each(cost.walBytes)
	};
}

/** The middle of every figure of some rounds. */
export function middle(rounds: Measured[]): Measured {
	const names = Object.keys(rounds[0]!) as (keyof Measured)[];
	return Object.fromEntries(
		names.map((name) => [name, median(rounds.map((round) => round[name]))])
	) as Measured;
}

/** Runs these after each other, round by round, so that what else the machine does hits all of them alike. */
export async function interleaved<N extends string>(
	repeats: number,
	subjects: Record<N, () => Promise<Measured>>
): Promise<Record<N, Measured[]>> {
	const names = Object.keys(subjects) as N[];
	const rounds = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
		N,
		Measured[]
	>;
	for (let round = 0; round < repeats; round++)
		for (const name of names) rounds[name].push(await subjects[name]());
	return rounds;
}

/** Processor seconds for a thousand pages of 8 KiB from bare node:http, on the machine the goals were set on while it was quiet. */
const QUIET = 0.0175;

/** How many times slower a processor second is here and now than where the goals were set; other work on it counts as slow. */
export const slowness = (yardstick: Measured) => yardstick.cpuApp / QUIET;

export const cpuOf = ({ cpuApp, cpuPostgres }: Measured) => cpuApp + cpuPostgres;
