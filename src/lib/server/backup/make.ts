import { randomUUID } from 'node:crypto';
import {
	closeSync,
	createWriteStream,
	existsSync,
	fsyncSync,
	linkSync,
	mkdirSync,
	openSync,
	rmSync,
	statSync
} from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Env } from '../env.ts';
import { pack } from './archive.ts';
import { fromEmbedded } from './embedded.ts';
import { check, type Manifest } from './manifest.ts';
import { fromPostgres } from './postgres.ts';
import { watched, type Tell } from './watch.ts';

/** Gives the bytes of a database to a writer, together with what they are. */
export type Write = (manifest: Manifest, body: AsyncIterable<Buffer>) => Promise<void>;

/**
 * Writes a backup of the database that the configuration names. The file gets its name when all of it is on the disk and
 * was read back.
 *
 * @param key what it is encrypted with
 * @throws with a sentence for who runs it; then there is no file
 */
export async function makeBackup(
	env: Env,
	given: { file: string; key: Buffer | undefined; now: () => Date; tell: Tell }
): Promise<{ manifest: Manifest; bytes: number }> {
	const { file, key, now, tell } = given;
	if (existsSync(file)) throw new Error(`${file} is there already; nothing is written over.`);
	mkdirSync(dirname(file), { recursive: true });
	const part = `${file}.${randomUUID()}.part`;
	const write: Write = async (manifest, body) => {
		const head = Buffer.from(JSON.stringify(manifest));
		const target = createWriteStream(part, { flags: 'wx', mode: 0o600 });
		await pipeline(Readable.from(pack(head, watched(body, 'Written', tell), key)), target);
		flush(part);
	};
	try {
		await (env.DATABASE_URL === undefined
			? fromEmbedded(env, now, tell, write)
			: fromPostgres(env, now, tell, write));
		tell('Reading it back …');
		const manifest = await check(part, key);
		linkSync(part, file);
		return { manifest, bytes: statSync(file).size };
	} finally {
		rmSync(part, { force: true });
	}
}

/** On the disk, and not in a memory that a power cut empties. */
function flush(path: string): void {
	const open = openSync(path, 'r+');
	fsyncSync(open);
	closeSync(open);
}
