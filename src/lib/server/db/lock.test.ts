import { spawn, type ChildProcess } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	utimesSync,
	writeFileSync
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LockHeld, takeLock } from './lock.ts';

const now = () => new Date();
let folder: string;
let path: string;
let children: ChildProcess[];

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'course-lock-'));
	path = join(folder, 'inner', 'database.lock');
	children = [];
});
afterEach(async () => {
	await Promise.all(children.map(end));
	rmSync(folder, { recursive: true, force: true });
});

function end(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
	return new Promise((resolve) => {
		child.once('exit', () => resolve());
		child.kill('SIGKILL');
	});
}

/** Another process that tries to take the lock, and the first line it says. */
async function holder(): Promise<{ child: ChildProcess; said: string }> {
	const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/lock-holder.ts', path]);
	children.push(child);
	const said = await new Promise<string>((resolve) => {
		child.stdout.once('data', (data: Buffer) => resolve(data.toString().trim()));
		child.once('exit', () => resolve('ended'));
	});
	return { child, said };
}
/** A process that has nothing to do with the lock. */
function bystander(): ChildProcess {
	const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
	children.push(child);
	return child;
}
const leave = (text: string, ageMs = 0) => {
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, text);
	const then = new Date(Date.now() - ageMs);
	utimesSync(path, then, then);
};
const kept = () => JSON.parse(readFileSync(path, 'utf8')) as { pid: number; host: string };
const take = () => takeLock(path, now);

describe('a lock', () => {
	it('is taken, names its holder, and is given back', () => {
		const release = take();
		expect(kept()).toMatchObject({ pid: process.pid, host: hostname() });
		release();
		expect(existsSync(path)).toBe(false);
		take()();
	});

	it('that another process holds is refused within two seconds, naming that process', async () => {
		const { child, said } = await holder();
		expect(said).toBe('held');
		const began = Date.now();
		expect(take).toThrow(LockHeld);
		expect(take).toThrow(`process ${child.pid} on ${hostname()}`);
		expect(Date.now() - began).toBeLessThan(2000);
		const second = await holder();
		expect(second.said).toContain(
			`LockHeld: The database folder is in use by process ${child.pid}`
		);
		expect(kept().pid).toBe(child.pid);
	});

	it('is free again after its holder ended in order', async () => {
		const { child } = await holder();
		const gone = new Promise((resolve) => child.once('exit', resolve));
		child.stdin!.end();
		await gone;
		expect(existsSync(path)).toBe(false);
		take()();
	});

	it('of a process that was killed is taken over at once', async () => {
		const { child } = await holder();
		await end(child);
		expect(kept().pid).toBe(child.pid);
		const release = take();
		expect(kept().pid).toBe(process.pid);
		release();
	});

	it('whose number now belongs to another process is taken over', () => {
		const other = bystander();
		leave(JSON.stringify({ pid: other.pid, host: hostname(), started: '1', since: '' }));
		const release = take();
		expect(kept().pid).toBe(process.pid);
		release();
	});

	it('of a killed process goes to exactly one of those who want it', async () => {
		const { child } = await holder();
		await end(child);
		const said = await Promise.all([holder(), holder(), holder()]).then((all) =>
			all.map((each) => each.said)
		);
		expect(said.filter((line) => line === 'held')).toHaveLength(1);
		expect(said.filter((line) => line.startsWith('LockHeld: '))).toHaveLength(2);
	});
});

describe('a lock file that cannot be read', () => {
	it.each(['', '{"pid": 1', 'garbage', 'null'])(
		'%j may be in the making, so it is left alone for two seconds',
		(text) => {
			leave(text);
			expect(take).toThrow(/a process that is starting/);
			leave(text, 3000);
			take()();
		}
	);
});

describe('a lock of another machine', () => {
	const far = JSON.stringify({
		pid: process.pid,
		host: 'elsewhere',
		started: '1',
		since: '2026-01-01'
	});
	it('is respected while it gives a sign of life', () => {
		leave(far, 30_000);
		expect(take).toThrow('on elsewhere, since 2026-01-01');
	});
	it('is taken over after a minute of silence', () => {
		leave(far, 61_000);
		const release = take();
		expect(kept().host).toBe(hostname());
		release();
	});
	it('that took over from us is not given back by us, although the process number is the same', () => {
		const release = take();
		writeFileSync(path, far);
		release();
		expect(kept().host).toBe('elsewhere');
	});
});
