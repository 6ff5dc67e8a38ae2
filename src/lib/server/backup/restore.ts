import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { Env } from '../env.ts';
import { connect, migrationsFolder } from '../db/connect.ts';
import { differences, type Query, type Tables } from '../db/fingerprint.ts';
import { erasures, hasPeople } from '../db/restored.ts';
import { settle, type Settled } from './aftercare.ts';
import { NotABackup } from './archive.ts';
import { embeddedTarget } from './embedded.ts';
import { body, check, rowsIn, type Manifest } from './manifest.ts';
import { postgresTarget } from './postgres.ts';
import { watched, type Tell } from './watch.ts';

/** Where a backup goes. Nothing that is there is touched before `putInPlace`, which happens whole or not at all. */
export type Target = {
	name: string;
	kind: Manifest['kind'];
	/** Asks the database that is there; undefined when there is none. @throws while it is in use */
	ask<T>(work: (query: Query) => Promise<T>): Promise<T | undefined>;
	/** Puts the backup beside it and says what is in there now. */
	fill(manifest: Manifest, source: AsyncIterable<Buffer>): Promise<Tables>;
	/** How the app opens what was filled. */
	fresh: { databaseUrl: string | undefined; dataDir: string };
	/** What became of the database that was there, and how it is removed. */
	putInPlace(
		stamp: string,
		hadPeople: boolean
	): Promise<{ before: string; remove: string } | undefined>;
	/** Removes what was only for the work. */
	close(): Promise<void>;
};

export type Restored = {
	manifest: Manifest;
	settled: Settled;
	kept: { before: string; remove: string } | undefined;
};

/**
 * Puts a backup in the place of the database that the configuration names.
 *
 * @param erased addresses or pseudonyms of people who were erased since, when the present database is not there to say so
 * @throws with a sentence for who runs it; then nothing was changed
 */
export async function restore(
	env: Env,
	given: {
		file: string;
		key: Buffer | undefined;
		replace: boolean;
		erased: string[];
		now: () => Date;
		tell: Tell;
	}
): Promise<Restored> {
	const { file, key, now, tell } = given;
	tell('Checking the backup …');
	const manifest = await check(file, key);
	refuseNewer(manifest);
	const stamp = now().toISOString().replace(/\D/g, '').slice(0, 14);
	const target =
		env.DATABASE_URL === undefined ? embeddedTarget(env, now) : postgresTarget(env, stamp);
	try {
		if (manifest.kind !== target.kind)
			throw new Error(
				manifest.kind === 'postgres'
					? 'This is a backup of PostgreSQL: set DATABASE_URL.'
					: 'This is a backup of the embedded database: leave DATABASE_URL out.'
			);
		const there = await target.ask(async (query) => ({
			people: await hasPeople(query),
			erased: await erasures(query)
		}));
		if (there?.people && !given.replace)
			throw new Error(
				`There are people in ${target.name}. With --replace the backup takes its place, and what is there now is kept beside it.`
			);
		tell(`Restoring ${rowsIn(manifest.tables)} rows beside ${target.name} …`);
		const found = await target.fill(manifest, watched(body(file, key), 'Restored', tell));
		const wrong = differences(manifest.tables, found);
		if (wrong.length > 0)
			throw new Error(`What was restored is not what was backed up:\n  ${wrong.join('\n  ')}`);
		tell('Every table has the rows and the hash it had.');
		const connection = await connect({ ...target.fresh, now });
		let settled: Settled;
		try {
			settled = await settle(connection.db, {
				erased: there?.erased ?? new Map(),
				named: given.erased,
				now: now()
			});
		} finally {
			await connection.close();
		}
		const kept = await target.putInPlace(stamp, there?.people ?? false);
		return { manifest, settled, kept };
	} finally {
		await target.close();
	}
}

function refuseNewer({ migrations, app }: Manifest): void {
	const known = readMigrationFiles({ migrationsFolder }).at(-1)?.folderMillis ?? 0;
	if (migrations.last > known)
		throw new NotABackup(
			`The backup was made by a newer version of the app (${app.version}): restore it with that version.`
		);
}
