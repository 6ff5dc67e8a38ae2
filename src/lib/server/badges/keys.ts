import { randomUUID } from 'node:crypto';
import {
	chmodSync,
	linkSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { dirname } from 'node:path';
import * as v from 'valibot';

// The keys with which credentials are signed stand in a file of their own: a copy of the database does not hold them. The
// first one signs; all of them are published, so that what an older one signed can still be checked.

const key = v.object({
	/** Ed25519, as a Multikey: base58-btc with its prefix, beginning with z6Mk. */
	publicKeyMultibase: v.pipe(v.string(), v.startsWith('z6Mk')),
	secretKeyMultibase: v.pipe(v.string(), v.startsWith('z')),
	/** ISO 8601. */
	madeAt: v.pipe(v.string(), v.isoTimestamp())
});
const file = v.object({ keys: v.pipe(v.array(key), v.minLength(1)) });

export type BadgeKey = v.InferOutput<typeof key>;

/** @throws when the file is not there, or is not as it should be: with what is wrong, never with what is in it */
export function readKeys(path: string): BadgeKey[] {
	let data: unknown;
	try {
		data = JSON.parse(readFileSync(path, 'utf8'));
	} catch (error) {
		const why = error instanceof SyntaxError ? 'it is no JSON' : (error as Error).message;
		throw new Error(`The file with the keys for credentials (${path}) cannot be read: ${why}`, {
			cause: error
		});
	}
	const parsed = v.safeParse(file, data);
	if (parsed.success) return parsed.output.keys;
	const where = parsed.issues.map((issue) => v.getDotPath(issue) ?? 'the file').join(', ');
	throw new Error(`The file with the keys for credentials (${path}) is not right: ${where}`);
}

async function makeKey(at: Date): Promise<BadgeKey> {
	const { generate } = await import('@digitalbazaar/ed25519-multikey');
	const made = await (await generate()).export({ publicKey: true, secretKey: true });
	const { publicKeyMultibase, secretKeyMultibase = '' } = made;
	return { publicKeyMultibase, secretKeyMultibase, madeAt: at.toISOString() };
}

/** Writes the whole file beside its place, readable by its owner alone. */
function writeBeside(path: string, keys: BadgeKey[]): string {
	mkdirSync(dirname(path), { recursive: true });
	const beside = `${path}.${randomUUID()}`;
	writeFileSync(beside, `${JSON.stringify({ keys }, null, '\t')}\n`, { mode: 0o600, flag: 'wx' });
	chmodSync(beside, 0o600);
	return beside;
}

/** The keys, made when there are none yet. Of two processes that start at once, both get those of the first. */
export async function keepKeys(path: string, at: Date): Promise<BadgeKey[]> {
	try {
		return readKeys(path);
	} catch (error) {
		if (isThere(path)) throw error;
	}
	const key = await makeKey(at);
	let beside: string;
	try {
		beside = writeBeside(path, [key]);
	} catch (cause) {
		const why = (cause as Error).message;
		throw new Error(`The file with the keys for credentials (${path}) cannot be made: ${why}`, {
			cause
		});
	}
	try {
		// A link is made whole or not at all, and not over what another process made meanwhile.
		linkSync(beside, path);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	} finally {
		rmSync(beside);
	}
	return readKeys(path);
}

function isThere(path: string): boolean {
	try {
		readFileSync(path);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code !== 'ENOENT';
	}
}

/** Puts a new key before the others: it signs from the next start on, and what the others signed stays good. */
export async function rotateKeys(path: string, at: Date): Promise<BadgeKey[]> {
	const keys = [await makeKey(at), ...readKeys(path)];
	renameSync(writeBeside(path, keys), path);
	return keys;
}
