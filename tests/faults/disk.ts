import { execFileSync } from 'node:child_process';
import { chmodSync, closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { startCluster } from '../support/postgres.ts';
import { checkAll } from './checkers.ts';
import { read } from './client.ts';
import { noteLoad, underLoad } from './load.ts';
import type { Ground, Scenario } from './scenario.ts';
import { prepare } from './setting.ts';
import { supervise } from './supervisor.ts';

/** A disk in memory of so many megabytes at a folder; false when this user may not make one. */
function mountDisk(ground: Ground, folder: string, megabytes: number): boolean {
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], {
			stdio: 'ignore'
		});
	} catch {
		return false;
	}
	chmodSync(folder, 0o755);
	ground.after(() => execFileSync('umount', ['--lazy', folder]));
	return true;
}

/** Writes until nothing fits any more; gives the file. */
function fill(folder: string): string {
	const path = join(folder, 'filling');
	const file = openSync(path, 'w');
	for (const size of [1 << 20, 1 << 12])
		try {
			for (;;) writeSync(file, Buffer.alloc(size, 1));
		} catch {
			// Full.
		}
	closeSync(file);
	return path;
}

export const diskFull: Scenario = {
	id: 'F6',
	title: 'the disk of the database is full for a while',
	databases: ['embedded', 'PostgreSQL'],
	async run(ground) {
		const folder = ground.place.dataDir;
		if (!mountDisk(ground, folder, 200))
			return ground.note({ 'left out': 'only root may make a small disk' });
		let place = ground.place;
		if (ground.kind === 'PostgreSQL') {
			const cluster = await startCluster({ folder: join(folder, 'cluster') });
			ground.after(() => cluster.remove());
			place = { dataDir: folder, databaseUrl: await cluster.create('course') };
		}
		const on = { ...ground, place };
		const setting = await prepare(place, 8);
		const app = await supervise(on);
		const reads = new Map<string, number>();
		const result = await underLoad(on, setting, app.origin, {
			answers: 3000,
			strikes: 2,
			async strike() {
				const filling = fill(folder);
				// Long enough for what has room left to be used up.
				for (let second = 0; second < 20; second++) {
					await pause(1000);
					const page = await read(app.origin, setting.manager, '/nl/manage');
					const reply = String(page.status ?? page.why);
					reads.set(reply, (reads.get(reply) ?? 0) + 1);
				}
				rmSync(filling);
			}
		});
		noteLoad(ground, result);
		ground.note({
			'pages while full': [...reads].map(([reply, count]) => `${reply} ×${count}`).join(', '),
			ends: app.ends.join(', ')
		});
		expect([...reads.keys()]).toEqual(['200']);
		expect(app.ends).toEqual([]);
		await checkAll(on, setting, result.seen, app);
	}
};
