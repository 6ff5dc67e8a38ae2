import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { embeddedFolder, restoredFolder } from '../db/connect.ts';
import { fingerprint, migrationsOf, type Query } from '../db/fingerprint.ts';
import { takeLock } from '../db/lock.ts';
import type { Env } from '../env.ts';
import type { Write } from './make.ts';
import { keysOf, rowsIn, version } from './manifest.ts';
import type { Target } from './restore.ts';
import type { Tell } from './watch.ts';

// The embedded database: as a whole, by its own way out (`dumpDataDir`), never by copying a folder that is open.

const queryOf =
	(client: PGlite): Query =>
	async (text) =>
		(await client.query<Record<string, unknown>>(text)).rows;

async function inFolder<T>(folder: string, work: (client: PGlite) => Promise<T>): Promise<T> {
	const client = await PGlite.create(folder);
	try {
		return await work(client);
	} finally {
		await client.close();
	}
}

/** @throws LockHeld while the app runs */
export async function fromEmbedded(
	env: Env,
	now: () => Date,
	tell: Tell,
	write: Write
): Promise<void> {
	const folder = embeddedFolder(env.DATA_DIR);
	if (!existsSync(folder)) throw new Error(`There is no database in ${folder}.`);
	const release = takeLock(join(env.DATA_DIR, 'database.lock'), now);
	try {
		await inFolder(folder, async (client) => {
			tell(`Counting what is in ${folder} …`);
			const query = queryOf(client);
			const tables = await fingerprint(query);
			tell(`${rowsIn(tables)} rows in ${Object.keys(tables).length} tables.`);
			const [server] = await query(
				`select current_setting('server_version_num')::int / 10000 as major`
			);
			const tar = await client.dumpDataDir('none');
			const body = Readable.fromWeb(tar.stream() as never).pipe(createGzip());
			await write(
				{
					format: 1,
					kind: 'embedded',
					madeAt: now().toISOString(),
					app: { version: version() },
					server: Number(server?.major),
					migrations: await migrationsOf(query),
					tables,
					keys: keysOf(env)
				},
				body
			);
		});
	} finally {
		release();
	}
}

/** The folder of the embedded database, to be filled from a backup. Nobody else opens it until `close`. */
export function embeddedTarget(env: Env, now: () => Date): Target {
	const folder = embeddedFolder(env.DATA_DIR);
	const restored = restoredFolder(env.DATA_DIR);
	// A folder of data of its own, so that the app's own way of opening it works there too.
	const workshop = join(env.DATA_DIR, 'restoring');
	const release = takeLock(join(env.DATA_DIR, 'database.lock'), now);
	return {
		name: folder,
		kind: 'embedded',
		ask: async (work) =>
			existsSync(folder) ? inFolder(folder, (client) => work(queryOf(client))) : undefined,
		async fill(_manifest, source) {
			rmSync(workshop, { recursive: true, force: true });
			mkdirSync(workshop, { recursive: true });
			const parts: Buffer[] = [];
			for await (const part of Readable.from(source).pipe(createGunzip()))
				parts.push(part as Buffer);
			const client = await PGlite.create({
				dataDir: embeddedFolder(workshop),
				loadDataDir: new Blob(parts as BlobPart[])
			});
			try {
				return await fingerprint(queryOf(client));
			} finally {
				await client.close();
			}
		},
		fresh: { databaseUrl: undefined, dataDir: workshop },
		async putInPlace(stamp, hadPeople) {
			const before = `${folder}.before-${stamp}`;
			rmSync(restored, { recursive: true, force: true });
			// From this name on it is whole: whoever opens the database after a crash in between puts it in place.
			renameSync(embeddedFolder(workshop), restored);
			if (existsSync(folder)) renameSync(folder, before);
			renameSync(restored, folder);
			if (hadPeople) return { before, remove: `rm -r ${before}` };
			rmSync(before, { recursive: true, force: true });
			return undefined;
		},
		async close() {
			rmSync(workshop, { recursive: true, force: true });
			release();
		}
	};
}
