import { execFileSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { doubled, lost, stored } from '../faults/checkers.ts';
import { answerOn, ask, nothingSeen } from '../faults/client.ts';
import { startAndWait, temporaryFolder } from '../faults/raw-start.ts';
import { inDatabase, prepare } from '../faults/setting.ts';
import { findPostgres, startCluster } from '../support/postgres.ts';
import { startServer } from '../support/server.ts';

// One process per core: WORKERS above 1.

async function until(what: string, holds: () => boolean): Promise<void> {
	const deadline = Date.now() + 60_000;
	while (!holds()) {
		if (Date.now() > deadline) throw new Error(`never came true: ${what}`);
		await pause(50);
	}
}

test('the embedded database refuses workers with a message that says why', async () => {
	const { code, output } = await startAndWait({ DATA_DIR: temporaryFolder(), WORKERS: '2' });
	expect([code, output]).toEqual([1, expect.stringMatching(/WORKERS .*embedded database/)]);
	expect(output).not.toMatch(/^\s+at /m);
});

test('a first worker that cannot start ends the whole with one message', async () => {
	const { code, output } = await startAndWait({
		DATA_DIR: temporaryFolder(),
		WORKERS: '3',
		DATABASE_URL: 'postgres://course@127.0.0.1:1/course'
	});
	expect(code).toBe(1);
	expect(output.match(/could not be opened/g)).toHaveLength(1);
});

test.skipIf(!findPostgres())(
	'a worker that is killed is followed by another, all are replaced one at a time, and nothing is lost or twice',
	async () => {
		const cluster = await startCluster();
		onTestFinished(() => cluster.remove());
		const place = { databaseUrl: await cluster.create('course'), dataDir: temporaryFolder() };
		const server = await startServer({ ...place, env: { WORKERS: '2' } });
		onTestFinished(() => void server.process.kill('SIGKILL'));
		expect(server.output().match(/\/nl\/welcome\//g)).toHaveLength(1);
		const setting = await prepare(place, 4);

		const seen = nothingSeen();
		let on = true;
		const answering = Promise.all(
			setting.learners.map((who, index) =>
				answerOn(server.origin, who, Number.MAX_SAFE_INTEGER, index, seen, () => on)
			)
		);
		const ready = () => server.output().match(/^Ready on/gm)?.length ?? 0;
		await until('both workers are ready', () => ready() === 2);
		await until('people answer', () => seen.acks > 20);
		server.process.kill('SIGHUP');
		await until('all are replaced', () => server.output().includes('Every worker was replaced.'));
		expect([ready(), [...seen.refusals]]).toEqual([4, []]);

		await until('people answer on', () => seen.acks > 40);
		const children = execFileSync('pgrep', ['-P', String(server.process.pid)], {
			encoding: 'utf8'
		});
		process.kill(Number(children.split('\n')[0]), 'SIGKILL');
		await until('another takes its place', () => ready() === 5);
		expect(server.output()).toMatch(/A worker \(process \d+\) ended with SIGKILL; another takes/);
		on = false;
		await answering;
		expect((await ask(`${server.origin}/api/ready`, {}))?.status).toBe(200);
		expect(await server.stop()).toBe(0);
		const kept = await inDatabase(place, stored);
		expect(lost(seen.sent, kept)).toEqual([]);
		expect(doubled(seen.sent, kept)).toEqual([]);
		expect(seen.unseen).toEqual([]);
	}
);
