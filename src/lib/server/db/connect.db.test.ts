import { sql } from 'drizzle-orm';
import { expect, inject, test } from 'vitest';
import postgres from 'postgres';
import { kind } from '../../../../tests/support/database.ts';
import { connect, ping } from './connect.ts';

const now = () => new Date();

/** The app's own connection to a new database of the cluster. */
async function connected() {
	const cluster = inject('clusterUrl');
	const name = `connect_${process.pid}_${Math.floor(performance.now() * 1000)}`;
	const admin = postgres(cluster, { max: 1, onnotice: () => {} });
	await admin.unsafe(`create database "${name}"`);
	await admin.end();
	return connect({ databaseUrl: cluster.replace(/[^/]*$/, name), dataDir: 'nowhere', now });
}

test.skipIf(kind === 'embedded')(
	'a transaction that fails for another reason is rolled back, and its connection is used again',
	async () => {
		const { db, close } = await connected();
		for (let round = 0; round < 30; round++) {
			const refused = db.transaction(async (tx) => {
				await tx.execute(sql`create table never (id int)`);
				await tx.execute(sql`select 1 / 0`);
			});
			await expect(refused).rejects.toMatchObject({ cause: { code: '22012' } });
		}
		const [row] = (await db.execute(
			sql`select to_regclass('never') as "table"`
		)) as unknown as object[];
		expect(row).toEqual({ table: null });
		await close();
	}
);

test.skipIf(kind === 'embedded')(
	'four processes that start at once migrate one after the other',
	async () => {
		const first = await connected();
		const [row] = (await first.db.execute(sql`select current_database() as name`)) as unknown as {
			name: string;
		}[];
		const databaseUrl = inject('clusterUrl').replace(/[^/]*$/, row!.name);
		await first.db.execute(
			sql`drop schema public cascade; create schema public; drop schema drizzle cascade`
		);
		const all = await Promise.all(
			Array.from({ length: 4 }, () => connect({ databaseUrl, dataDir: 'nowhere', now }))
		);
		const [count] = (await all[0]!.db.execute(
			sql`select count(*)::int as n from drizzle.__drizzle_migrations`
		)) as unknown as { n: number }[];
		expect(count!.n).toBeGreaterThan(0);
		await Promise.all(all.map(async ({ db }) => ping(db)));
		for (const { close } of [first, ...all]) await close();
	}
);
