import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export type Ended = { code: number | null; signal: string | null; output: string; ms: number };

/** Starts the built app with these variables and nothing else, and waits for its end; killed after `patience` ms. */
export function startAndWait(env: Record<string, string>, patience = 60_000): Promise<Ended> {
	const began = performance.now();
	const child = spawn(process.execPath, ['build/server.js'], {
		env: { PATH: process.env.PATH, ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let output = '';
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (data: Buffer) => (output += data.toString()));
	const timer = setTimeout(() => child.kill('SIGKILL'), patience);
	return new Promise((resolve) =>
		child.once('close', (code, signal) => {
			clearTimeout(timer);
			resolve({ code, signal, output, ms: performance.now() - began });
		})
	);
}

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'course-fault-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}
