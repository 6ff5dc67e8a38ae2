import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { openPool } from '#lib/server/db/connect.ts';
import { fakePostgres } from '../../tests/support/fake-postgres.ts';
import { patch } from './patch-postgres.ts';

type Driver = (url: string, options: object) => ReturnType<typeof openPool>;

/** The driver as the build makes it. */
async function patched(): Promise<Driver> {
	const folder = mkdtempSync(join(tmpdir(), 'course-driver-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	mkdirSync(join(folder, 'src'));
	cpSync('node_modules/postgres/src', join(folder, 'src'), { recursive: true });
	cpSync('node_modules/postgres/package.json', join(folder, 'package.json'));
	const file = join(folder, 'src/connection.js');
	writeFileSync(file, patch(readFileSync(file, 'utf8')));
	const { default: driver } = (await import(/* @vite-ignore */ join(folder, 'src/index.js'))) as {
		default: Driver;
	};
	return driver;
}

test('a statement to which no answer comes ends with its connection, soon after the longest it may take', async () => {
	let connections = 0;
	const url = await fakePostgres(() => (connections += 1));
	const sql = (await patched())(url, {
		...{ max: 1, fetch_types: false, backoff: () => 0.05 },
		connection: { statement_timeout: 100 }
	});
	for (const number of [1, 2]) {
		const began = performance.now();
		await expect(sql.unsafe('select 1')).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
		expect(performance.now() - began).toBeGreaterThan(2000);
		// The next one has a connection of its own: the place in the pool is free again.
		expect(connections).toBe(number);
	}
	await sql.end({ timeout: 0 });
});
