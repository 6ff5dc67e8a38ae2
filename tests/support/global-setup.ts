import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle as overPglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import { drizzle as overPostgres } from 'drizzle-orm/postgres-js';
import { migrate as migratePostgres } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { startCluster } from './postgres.ts';

const migrationsFolder = 'drizzle';

/** Migrates once: a snapshot for the embedded database, a template for PostgreSQL. Booting either takes seconds. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	return project.name.endsWith('postgres') ? provideCluster(project) : provideSnapshot(project);
}

async function provideSnapshot(project: TestProject): Promise<() => Promise<void>> {
	const folder = mkdtempSync(join(tmpdir(), 'course-snapshot-'));
	const client = await PGlite.create();
	await migratePglite(overPglite(client), { migrationsFolder });
	const dump = await client.dumpDataDir('none');
	await client.close();
	const snapshot = join(folder, 'snapshot.tar');
	writeFileSync(snapshot, Buffer.from(await dump.arrayBuffer()));
	project.provide('snapshot', snapshot);
	return async () => rmSync(folder, { recursive: true, force: true });
}

async function provideCluster(project: TestProject): Promise<() => Promise<void>> {
	const cluster = await startCluster();
	const template = postgres(await cluster.create('template'), { max: 1, onnotice: () => {} });
	await migratePostgres(overPostgres(template), { migrationsFolder });
	await template.end();
	project.provide('clusterUrl', cluster.url());
	return () => cluster.remove();
}
