import { hostname } from 'node:os';
import {
	closeSync,
	mkdirSync,
	openSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	unlinkSync,
	utimesSync,
	writeFileSync
} from 'node:fs';
import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

// Two processes on one embedded database lose each other's acknowledged writes without a word,
// so the folder has one holder, and a second process is told who that is.

type Holder = { pid: number; host: string; started: string | undefined; since: string };

export class LockHeld extends Error {
	override name = 'LockHeld';
}

/** After this long without a sign of life, a holder on another machine is taken to be gone. */
const SILENT_MS = 60_000;
const HEARTBEAT_MS = 5_000;

/**
 * Takes the lock file or refuses at once. A lock whose process is gone is taken over.
 *
 * @returns a function that gives the lock back
 * @throws LockHeld naming the process that has it
 */
export function takeLock(path: string, now: () => Date): () => void {
	mkdirSync(dirname(path), { recursive: true });
	const mine: Holder = {
		pid: process.pid,
		host: hostname(),
		started: startOf(process.pid),
		since: now().toISOString()
	};
	if (!create(path, mine)) takeOver(path, mine, now);
	const heartbeat = setInterval(() => {
		try {
			utimesSync(path, now(), now());
		} catch {
			// The file is gone: nothing to keep alive. Releasing copes with that too.
		}
	}, HEARTBEAT_MS);
	heartbeat.unref();
	return () => {
		clearInterval(heartbeat);
		// Another may have taken over meanwhile; in containers everybody has the same process number.
		if (isDeepStrictEqual(read(path), JSON.parse(JSON.stringify(mine)))) unlinkSync(path);
	};
}

/** True when the file was not there and is ours now. */
function create(path: string, holder: Holder): boolean {
	try {
		const file = openSync(path, 'wx');
		writeFileSync(file, JSON.stringify(holder));
		closeSync(file);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
		throw error;
	}
}

/** Only one process at a time may take over; it looks again once it is alone. */
function takeOver(path: string, mine: Holder, now: () => Date): void {
	const gate = `${path}.takeover`;
	refuseIfAlive(path, now);
	if (!create(gate, mine)) {
		if (ageOf(gate, now) < 10_000) {
			throw new LockHeld(`The database folder is being opened by another process (${gate}).`);
		}
		rmSync(gate, { force: true });
		return takeOver(path, mine, now);
	}
	try {
		refuseIfAlive(path, now);
		const fresh = `${path}.${mine.pid}`;
		writeFileSync(fresh, JSON.stringify(mine));
		renameSync(fresh, path);
	} finally {
		rmSync(gate, { force: true });
	}
}

function refuseIfAlive(path: string, now: () => Date): void {
	const holder = read(path);
	// No readable holder: either it is being written this moment, or it was cut off by a crash.
	const age = ageOf(path, now);
	if (!holder && age > 2_000) return;
	if (holder && !alive(holder, age)) return;
	const who = holder
		? `process ${holder.pid} on ${holder.host}, since ${holder.since}`
		: 'a process that is starting';
	throw new LockHeld(
		`The database folder is in use by ${who} (${path}). ` +
			'One process at a time may open the embedded database; stop the other one, or use PostgreSQL.'
	);
}

function alive(holder: Holder, age: number): boolean {
	if (holder.host !== hostname()) return age < SILENT_MS;
	try {
		process.kill(holder.pid, 0);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
	}
	// The number may have been given to another process since: then it started at another moment.
	return holder.pid !== process.pid && startOf(holder.pid) === holder.started;
}

/** When a process started, in clock ticks since boot; undefined where there is no /proc. */
function startOf(pid: number): string | undefined {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
	} catch {
		return undefined;
	}
}

function read(path: string): Holder | undefined {
	try {
		return JSON.parse(readFileSync(path, 'utf8')) as Holder;
	} catch {
		return undefined;
	}
}

function ageOf(path: string, now: () => Date): number {
	try {
		return now().getTime() - statSync(path).mtimeMs;
	} catch {
		return Infinity;
	}
}
