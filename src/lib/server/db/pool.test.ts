import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { fakePostgres } from '../../../../tests/support/fake-postgres.ts';
import { openPool } from './connect.ts';

test('a connection that ends as soon as it has begun fails its query, and nothing that nobody waits for', async () => {
	const unheard: unknown[] = [];
	const hear = (error: unknown) => unheard.push(error);
	process.on('unhandledRejection', hear);
	onTestFinished(() => void process.off('unhandledRejection', hear));
	const pool = openPool(await fakePostgres((socket) => socket.resetAndDestroy()));
	await expect(pool.unsafe('select 1')).rejects.toMatchObject({ code: 'ECONNRESET' });
	await pause(50);
	expect(unheard).toEqual([]);
	await pool.end({ timeout: 0 });
});
