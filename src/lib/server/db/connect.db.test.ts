import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { expect, inject, test } from 'vitest';
import postgres from 'postgres';
import { withNextMigration } from '../../../../tests/support/next-migration.ts';
import { connect, migrate, ping } from './connect.ts';

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

test('a transaction that fails for another reason is rolled back, and its connection is used again', async () => {
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
});

test('four processes that start at once migrate one after the other', async () => {
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
});

test('a migration that waits for a table lets others go first, and comes in when it can', async () => {
	const { db, close } = await connected();
	const [row] = (await db.execute(sql`select current_database() as name`)) as unknown as {
		name: string;
	}[];
	const url = inject('clusterUrl').replace(/[^/]*$/, row!.name);
	const next = withNextMigration(['alter table account add column later integer']);
	const reader = postgres(url, { max: 1 });
	let migrated: Promise<void> | undefined;
	let longest = 0;
	// Somebody reads for four seconds; the migration wants the table for itself, and everybody else waits behind it.
	await reader.begin(async (tx) => {
		await tx`select 1 from account`;
		migrated = migrate(url, { folder: next.folder });
		for (const end = performance.now() + 4_000; performance.now() < end; await pause(100)) {
			const began = performance.now();
			await db.execute(sql`select 1 from account`);
			longest = Math.max(longest, performance.now() - began);
		}
	});
	await migrated;
	expect(longest).toBeGreaterThan(150);
	// As long as the migration waits, not as long as the reader reads.
	expect(longest).toBeLessThan(2_000);
	await db.execute(sql`select later from account`);
	await reader.end();
	next.remove();
	await close();
});
