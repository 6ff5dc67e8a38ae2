import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { isThere, newKey, placeOnce, readKey } from '../key-file.ts';

// What the course must be able to read again and a copy of the database must not tell.

const TAG = 16;
const NONCE = 12;

/**
 * The key of this place, 32 bytes; made when there is none yet.
 *
 * @throws when the file is not as it should be: with what is wrong, never with what is in it
 */
export function keepSecretKey(path: string): Buffer {
	const what = 'The file with the key for secrets';
	try {
		if (!isThere(path)) placeOnce(path, newKey());
	} catch (cause) {
		throw new Error(`${what} (${path}) cannot be made: ${(cause as Error).message}`, { cause });
	}
	return readKey(path, what);
}

/** Sealed with AES-256-GCM, for one owner: moved to the row of another it does not open. */
export function seal(key: Buffer, owner: string, text: string): string {
	const nonce = randomBytes(NONCE);
	const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(owner));
	const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
	return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** @throws when it was sealed with another key, for another owner, or was changed */
export function unseal(key: Buffer, owner: string, sealed: string): string {
	const bytes = Buffer.from(sealed, 'base64url');
	const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE), {
		authTagLength: TAG
	});
	decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
	return decipher.update(bytes.subarray(NONCE + TAG), undefined, 'utf8') + decipher.final('utf8');
}

/** A fingerprint that only who has the key can make, so that short codes cannot be guessed from it. */
export const fingerprint = (key: Buffer, owner: string, text: string): string =>
	createHmac('sha256', key).update(`${owner}\n${text}`).digest('base64url');
