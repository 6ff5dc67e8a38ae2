import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { readKeys } from '../badges/keys.ts';
import type { Tables } from '../db/fingerprint.ts';
import { isThere, readKey } from '../key-file.ts';
import { NotABackup, unpack } from './archive.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const schema = v.object({
	format: v.literal(1),
	kind: v.picklist(['embedded', 'postgres']),
	/** ISO 8601: the moment at which all of it was true. */
	madeAt: v.pipe(v.string(), v.isoTimestamp()),
	app: v.object({ version: v.string() }),
	/** The major version of the server. */
	server: count,
	migrations: v.object({ count, last: count }),
	tables: v.record(v.string(), v.object({ rows: count, hash: v.string() })),
	/** Which keys belong to it. They are never in it: `secret` is a fingerprint, `badges` are the public halves. */
	keys: v.object({ secret: v.nullable(v.string()), badges: v.array(v.string()) })
});

/** What a backup says of itself. */
export type Manifest = v.InferOutput<typeof schema>;

/** Reads all of it and checks every piece. @throws NotABackup */
export async function check(file: string, key: Buffer | undefined): Promise<Manifest> {
	let manifest: Manifest | undefined;
	for await (const piece of unpack(createReadStream(file), key)) manifest ??= read(piece);
	if (!manifest) throw new NotABackup('The backup is empty.');
	return manifest;
}

function read(piece: Buffer): Manifest {
	let data: unknown;
	try {
		data = JSON.parse(piece.toString());
	} catch {
		throw new NotABackup('The backup does not say what is in it.');
	}
	const parsed = v.safeParse(schema, data);
	if (parsed.success) return parsed.output;
	const where = parsed.issues.map((issue) => v.getDotPath(issue) ?? 'all').join(', ');
	throw new NotABackup(`What the backup says of itself cannot be read by this version: ${where}.`);
}

/** What comes after the manifest. */
export async function* body(file: string, key: Buffer | undefined): AsyncGenerator<Buffer> {
	let first = true;
	for await (const piece of unpack(createReadStream(file), key)) {
		if (!first) yield piece;
		first = false;
	}
}

type KeyFiles = { SECRET_KEY_FILE: string; BADGE_KEYS: string };

/** Which keys are in place here, as a backup names them. */
export function keysOf({ SECRET_KEY_FILE, BADGE_KEYS }: KeyFiles): Manifest['keys'] {
	const secret = isThere(SECRET_KEY_FILE) ? readKey(SECRET_KEY_FILE, 'The key for secrets') : null;
	return {
		secret: secret && createHash('sha256').update(secret).digest('base64url').slice(0, 12),
		badges: isThere(BADGE_KEYS)
			? readKeys(BADGE_KEYS).map(({ publicKeyMultibase }) => publicKeyMultibase)
			: []
	};
}

/** What is amiss with the keys in place, for a database that is put back. */
export function keysAmiss(wanted: Manifest['keys'], files: KeyFiles): string[] {
	const here = keysOf(files);
	const lost = wanted.badges.filter((each) => !here.badges.includes(each));
	return [
		...(wanted.secret !== null && wanted.secret !== here.secret
			? [
					`${files.SECRET_KEY_FILE} is not the key of this backup (fingerprint ${wanted.secret}): put that file back, or nobody's codes of a second step are right.`
				]
			: []),
		...(lost.length > 0
			? [
					`${files.BADGE_KEYS} misses ${lost.length} of the keys of this backup: put that file back, or certificates that they signed cannot be checked.`
				]
			: [])
	];
}

export const rowsIn = (tables: Tables): number =>
	Object.values(tables).reduce((sum, { rows }) => sum + rows, 0);

/** The version of the app, from its package. */
export const version = (): string =>
	(JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;
