import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { connect, ping } from '#lib/server/db/connect.ts';
import * as sessions from '#lib/server/db/sessions.ts';
import { findPostgres, startCluster } from '../support/postgres.ts';
import { findPooler, startPooler } from '../support/several.ts';

test.skipIf(!findPostgres() || !findPooler())(
	'through a pool in transaction mode four processes migrate one after the other, and the query with a name finds its way on any connection',
	async () => {
		const cluster = await startCluster();
		onTestFinished(() => cluster.remove());
		const { url: databaseUrl } = await startPooler(await cluster.create('course'));
		const open = (prepare: boolean) =>
			connect({ databaseUrl, dataDir: 'nowhere', now: () => new Date(), prepare });
		const four = await Promise.all([1, 2, 3, 4].map(() => open(false)));
		onTestFinished(async () => void (await Promise.all(four.map(({ close }) => close()))));
		const asked = four.flatMap(({ db }) =>
			Array.from({ length: 50 }, async () => {
				await ping(db);
				return db.transaction(async (tx) => {
					await ping(tx);
					return sessions.withAccount(db, randomUUID());
				});
			})
		);
		expect(new Set(await Promise.all(asked))).toEqual(new Set([undefined]));
	}
);
