import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mulberry32 } from '#lib/learning/random.ts';
import type { Cluster } from '../support/postgres.ts';
import type { Place } from './setting.ts';

export type Kind = 'embedded' | 'PostgreSQL';
/** Short: on every run of the tests. Full: what the promises are measured by. */
export type Size = 'short' | 'full';
export type Figures = Record<string, number | string>;

/** One fault, and what is promised all the same. */
export type Scenario = {
	/** As in docs/FAULTS.md. */
	id: `F${number}`;
	title: string;
	databases: Kind[];
	/** On which of them it is part of every run of the tests. */
	always?: Kind[];
	/** Rejects when a promise is broken. */
	run(ground: Ground, size: Size): Promise<void>;
};

/** Where a scenario takes place. */
export type Ground = {
	kind: Kind;
	seed: number;
	random: () => number;
	/** A folder of its own and, on PostgreSQL, a database of its own. */
	place: Place;
	/** The PostgreSQL it is in, which all scenarios of a run share. */
	cluster?: Cluster;
	/** Keeps figures for the table; those are printed also when a promise is broken afterwards. */
	note(figures: Figures): void;
	/** Does something when the scenario is over, the last first. */
	after(work: () => unknown): void;
};

/** Prepares a ground, has something done on it, and leaves nothing behind. */
export async function onGround(
	{ seed, cluster, note }: { seed: number; cluster?: Cluster; note: Ground['note'] },
	work: (ground: Ground) => Promise<void>
): Promise<void> {
	const dataDir = mkdtempSync(join(tmpdir(), 'course-fault-'));
	const ends: (() => unknown)[] = [() => rmSync(dataDir, { recursive: true, force: true })];
	const name = `fault_${Math.floor(performance.now() * 1000)}`;
	const place = { dataDir, ...(cluster && { databaseUrl: await cluster.create(name) }) };
	try {
		await work({
			kind: cluster ? 'PostgreSQL' : 'embedded',
			...{ seed, random: mulberry32(seed), place, note },
			...(cluster && { cluster }),
			after: (end) => void ends.push(end)
		});
	} finally {
		for (const end of ends.reverse()) await end();
	}
}

/** Of some durations: the middle, the one that nineteen of twenty keep below, and the longest. */
export function spread(name: string, durations: number[]): Figures {
	const sorted = durations.map(Math.round).sort((a, b) => a - b);
	const at = (share: number) =>
		sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
	return sorted.length === 0
		? {}
		: {
				[`${name} median (ms)`]: at(0.5)!,
				[`${name} p95 (ms)`]: at(0.95)!,
				[`${name} longest (ms)`]: sorted.at(-1)!
			};
}
