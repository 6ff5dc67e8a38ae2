import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { drizzle as overPglite } from 'drizzle-orm/pglite';
import { drizzle as overPostgres } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, inject } from 'vitest';
import type { Database } from '#lib/server/db/connect.ts';
import { preparing } from '#lib/server/db/preparing.ts';
import * as schema from '#lib/server/db/schema.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** A migrated, empty embedded database as one file. */
		snapshot: string;
		/** A cluster with a migrated, empty database called `template`. Empty when there is no PostgreSQL. */
		clusterUrl: string;
	}
}

export const kind = process.env.TEST_DATABASE === 'postgres' ? 'postgres' : 'embedded';

const statements: string[] = [];
const logger = { logQuery: (statement: string) => void statements.push(statement) };

/** The SQL that some work sends, without its values. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
	statements.length = 0;
	await work();
	return statements.splice(0);
}

/**
 * A real, migrated database for one test file, emptied before each test. The project decides which:
 * the same tests run on the embedded database and on PostgreSQL.
 *
 * @returns a function that gives the database; call it inside a test
 */
export function useDatabase(): () => Database {
	let db: Database | undefined;
	let close = async () => {};

	beforeAll(async () => {
		if (kind === 'postgres') {
			const cluster = inject('clusterUrl');
			const name = `test_${process.pid}_${Math.floor(performance.now() * 1000)}`;
			const admin = postgres(cluster, { max: 1, onnotice: () => {} });
			await admin.unsafe(`create database "${name}" template "template"`);
			await admin.end();
			const client = postgres(cluster.replace(/[^/]*$/, name), { max: 8, onnotice: () => {} });
			db = overPostgres(preparing(client), { schema, logger });
			close = () => client.end({ timeout: 2 });
		} else {
			const client = new PGlite({ loadDataDir: new Blob([readFileSync(inject('snapshot'))]) });
			await client.waitReady;
			db = overPglite(client, { schema, logger });
			close = () => client.close();
		}
	}, 60_000);
	beforeEach(async () => {
		await db?.execute(sql`truncate account, annotation, session, token, throttle, outbox, cohort, cohort_manager, cohort_rollup, membership,
			join_link, item_version, attempt, response, appeal, regrade, reminder, prediction, completion, note_revision,
			position, simulation_state, canvas_revision, canvas_share, canvas_request, plan_outcome, audit_event, cohort_figure, cohort_figure_member,
			cohort_insight, cohort_insight_member, cohort_import, extra_try, exemption, second_factor, recovery_code, identity,
			item_sum, certificate cascade`);
	});
	afterAll(() => close());

	return () => {
		if (!db) throw new Error('useDatabase: the database is open inside tests only');
		return db;
	};
}
