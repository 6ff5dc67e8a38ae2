import { readdirSync, readFileSync } from 'node:fs';

// What a process and everything it started cost, from /proc (Linux).

/** Ticks in a second, in /proc. */
const HERTZ = 100;

/** A process and its children, however deep. */
function family(pid: number): number[] {
	const parents = new Map<number, number>();
	for (const name of readdirSync('/proc'))
		if (/^\d+$/.test(name)) {
			const fields = stat(Number(name));
			if (fields) parents.set(Number(name), Number(fields[1]));
		}
	const within = (each: number): boolean =>
		each === pid || (parents.has(each) && within(parents.get(each)!));
	return [...parents.keys()].filter(within);
}

/** The fields of /proc/PID/stat after the name, which may hold anything. */
function stat(pid: number): string[] | undefined {
	try {
		return readFileSync(`/proc/${pid}/stat`, 'utf8')
			.replace(/^.*\) /s, '')
			.split(' ');
	} catch {
		return undefined;
	}
}

/** Seconds of processor time so far, of what lives and of the children that ended and were waited for. */
export function cpuSeconds(pid: number): number {
	const own = family(pid).reduce((sum, each) => {
		const fields = stat(each);
		return sum + Number(fields?.[11] ?? 0) + Number(fields?.[12] ?? 0);
	}, 0);
	const ended = stat(pid);
	return (own + Number(ended?.[13] ?? 0) + Number(ended?.[14] ?? 0)) / HERTZ;
}

/** Proportional set size in MB: shared pages count for their share. */
export function memory(pid: number): number {
	const kB = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
	return Number(kB) / 1024;
}
