import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer, type ServerOptions } from '../../tests/support/server.ts';
import type { Goal } from './goals.ts';

/** How long it takes from starting the process until it answers, on a database that has people in it. */
export async function measureStart(databaseUrl: string): Promise<{ goals: Goal[] }> {
	const dataDir = mkdtempSync(join(tmpdir(), 'course-start-'));
	const goals: Goal[] = [];
	try {
		// The demo fills a folder: a cohort of people with months of answers.
		await timed({ dataDir, env: { DEMO: '1' } });
		goals.push(
			{ what: 'start until ready, PostgreSQL', ...(await timed({ databaseUrl })), atMost: 2000 },
			{ what: 'start until ready, embedded, filled', ...(await timed({ dataDir })), atMost: 4000 }
		);
	} finally {
		rmSync(dataDir, { recursive: true, force: true });
	}
	return { goals };
}

async function timed(options: ServerOptions): Promise<Pick<Goal, 'figure' | 'unit'>> {
	const began = performance.now();
	const server = await startServer(options);
	const figure = performance.now() - began;
	await server.stop();
	return { figure, unit: 'ms' };
}
