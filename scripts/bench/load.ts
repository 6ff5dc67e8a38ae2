import { openConnection, type Connection } from './connection.ts';

/** How long units of work took, in milliseconds, and how many there were in a second. */
export type Load = { units: number; perSecond: number; p50: number; p99: number };

export type Work = (connection: Connection, index: number) => Promise<void>;

/** Every connection does one unit of work after another, until the time is over. */
export async function closedLoop(
	origin: string,
	work: Work,
	{ connections, seconds }: { connections: number; seconds: number }
): Promise<Load> {
	const times: number[] = [];
	const open = await openAll(origin, connections);
	const began = performance.now();
	const until = began + seconds * 1000;
	await Promise.all(
		open.map(async (connection, index) => {
			while (performance.now() < until) {
				const start = performance.now();
				await work(connection, index);
				times.push(performance.now() - start);
			}
		})
	);
	for (const each of open) each.close();
	return summary(times, performance.now() - began);
}

/** Work comes in at a fixed pace, whether or not what came before is done; its time runs from when it was due. */
export async function openLoop(
	origin: string,
	work: Work,
	{ connections, seconds, perSecond }: { connections: number; seconds: number; perSecond: number }
): Promise<Load> {
	const times: number[] = [];
	const open = await openAll(origin, connections);
	const began = performance.now();
	let next = 0;
	await Promise.all(
		open.map(async (connection, index) => {
			for (;;) {
				const due = began + (next++ * 1000) / perSecond;
				if (due > began + seconds * 1000) return;
				// A machine that cannot keep up has shown it by now: what still waits would only wait longer.
				if (performance.now() > began + seconds * 2000) return;
				const early = due - performance.now();
				if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
				await work(connection, index);
				times.push(performance.now() - due);
			}
		})
	);
	for (const each of open) each.close();
	return summary(times, performance.now() - began);
}

const openAll = (origin: string, connections: number) =>
	Promise.all(Array.from({ length: connections }, () => openConnection(origin)));

function summary(times: number[], elapsed: number): Load {
	const sorted = times.sort((a, b) => a - b);
	const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? NaN;
	const units = sorted.length;
	return { units, perSecond: (units * 1000) / elapsed, p50: at(0.5), p99: at(0.99) };
}

export function median(values: number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
