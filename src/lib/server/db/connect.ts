import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle as overPglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import { drizzle as overPostgres } from 'drizzle-orm/postgres-js';
import { migrate as migratePostgres } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { gaveWay } from './errors.ts';
import { takeLock } from './lock.ts';
import { preparing } from './preparing.ts';
import * as schema from './schema.ts';

/** Either database. Inside a transaction only the `tx` it hands out may be used: the embedded one has one connection. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

export type Connection = {
	db: Database;
	kind: 'embedded' | 'postgres';
	close(): Promise<void>;
};

export const migrationsFolder = 'drizzle';

/** Any number will do, as long as every process of this app uses the same. */
const MIGRATION_LOCK = 7_201_906;

/**
 * Opens and migrates PostgreSQL when there is an address, the embedded database in `dataDir` when there is none.
 *
 * `prepare: false` behind a pooler that gives every transaction another connection (PgBouncer before 1.21): nothing may be
 * kept on a connection then, neither statements nor settings.
 */
export async function connect(options: {
	databaseUrl: string | undefined;
	dataDir: string;
	now: () => Date;
	prepare?: boolean;
}): Promise<Connection> {
	return options.databaseUrl === undefined
		? openEmbedded(options.dataDir, options.now)
		: openPostgres(options.databaseUrl, options.prepare ?? true);
}

export const embeddedFolder = (dataDir: string): string => join(dataDir, 'database');
/** Where a restored database stands, whole, for the moment in which it takes its place. */
export const restoredFolder = (dataDir: string): string => join(dataDir, 'database.restored');

/** A restore that died between moving the old database away and the new one in is brought to its end. */
function finishRestore(dataDir: string): void {
	const folder = embeddedFolder(dataDir);
	const restored = restoredFolder(dataDir);
	if (!existsSync(folder) && existsSync(restored)) renameSync(restored, folder);
}

async function openEmbedded(dataDir: string, now: () => Date): Promise<Connection> {
	const release = takeLock(join(dataDir, 'database.lock'), now);
	try {
		finishRestore(dataDir);
		const client = await PGlite.create(embeddedFolder(dataDir));
		const db = overPglite(client, { schema });
		await migratePglite(db, { migrationsFolder });
		return {
			db,
			kind: 'embedded',
			async close() {
				await client.close();
				release();
			}
		};
	} catch (error) {
		release();
		throw error;
	}
}

const usual = {
	onnotice: () => {},
	// The driver would ask each new connection for the types of arrays, which no table has; when the connection ended
	// before the answer, nobody would wait for that, and the process would end with it.
	fetch_types: false
};

/** The connections to PostgreSQL that requests share. */
export function openPool(url: string, prepare = true) {
	return postgres(url, {
		...usual,
		prepare,
		max: 10,
		connect_timeout: 5,
		idle_timeout: 60,
		// The driver's own waits grow to 20 s, and requests wait with them: after a restart of PostgreSQL nobody could save.
		backoff: () => 0.1 + Math.random() * 0.2,
		...(prepare && {
			connection: { statement_timeout: 5_000, idle_in_transaction_session_timeout: 10_000 }
		})
	});
}

async function openPostgres(url: string, prepare: boolean): Promise<Connection> {
	await migrate(url, { prepare });
	const client = openPool(url, prepare);
	const db = overPostgres(prepare ? preparing(client) : client, { schema });
	return { db, kind: 'postgres', close: () => client.end({ timeout: 2 }) };
}

/**
 * So long a migration waits for whoever uses a table, in milliseconds: everybody who comes later waits behind it. Well below
 * the second after which PostgreSQL looks for two who wait for each other, so that it is the migration that gives way.
 */
const LOCK_WAIT = 300;
/** A migration that did not get its tables lets others go first, and tries again so many times. */
const TRIES = 200;

/**
 * Brings a PostgreSQL up to date: whole, or, when the process dies on the way, not at all. One process migrates, the others
 * wait. The lock that says who ends with its transaction: a pooler would go on holding one that ends with the connection.
 */
export async function migrate(
	url: string,
	{ folder = migrationsFolder, prepare = true } = {}
): Promise<void> {
	const open = (connection = {}) =>
		postgres(url, { ...usual, prepare, connection, max: 1, connect_timeout: 10 });
	// A pooler knows no settings of one connection: behind one a migration waits as long as it takes.
	const [lock, work] = [open(), open(prepare ? { lock_timeout: LOCK_WAIT } : {})];
	try {
		await lock.begin(async (tx) => {
			// To wait for another process, and for the migrations, may take longer than a query of the app.
			await tx`set local statement_timeout = 0`;
			await tx`set local idle_in_transaction_session_timeout = 0`;
			await tx`select pg_advisory_xact_lock(${MIGRATION_LOCK})`;
			for (let left = TRIES; ; left--)
				try {
					return await migratePostgres(overPostgres(work), { migrationsFolder: folder });
				} catch (error) {
					if (!gaveWay(error) || left === 0) throw error;
					await pause(500);
				}
		});
	} finally {
		await Promise.all([lock.end({ timeout: 2 }), work.end({ timeout: 2 })]);
	}
}

/** Answers when the database does. */
export async function ping(db: Database): Promise<void> {
	await db.execute(sql`select 1`);
}
