import { readFileSync, renameSync } from 'node:fs';
import * as v from 'valibot';
import { isThere, placeOnce, writeBeside } from '../key-file.ts';

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

const textOf = (keys: BadgeKey[]) => `${JSON.stringify({ keys }, null, '\t')}\n`;

/** The keys, made when there are none yet. Of two processes that start at once, both get those of the first. */
export async function keepKeys(path: string, at: Date): Promise<BadgeKey[]> {
	try {
		return readKeys(path);
	} catch (error) {
		if (isThere(path)) throw error;
	}
	const key = await makeKey(at);
	try {
		placeOnce(path, textOf([key]));
	} catch (cause) {
		const why = (cause as Error).message;
		throw new Error(`The file with the keys for credentials (${path}) cannot be made: ${why}`, {
			cause
		});
	}
	return readKeys(path);
}

/** Puts a new key before the others: it signs from the next start on, and what the others signed stays good. */
export async function rotateKeys(path: string, at: Date): Promise<BadgeKey[]> {
	const keys = [await makeKey(at), ...readKeys(path)];
	renameSync(writeBeside(path, textOf(keys)), path);
	return keys;
}
