import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

// Keys stand in files of their own: a copy of the database does not hold them.

/** Writes the whole file beside its place, readable by its owner alone; gives the path where it stands now. */
export function writeBeside(path: string, text: string): string {
	mkdirSync(dirname(path), { recursive: true });
	const beside = `${path}.${randomUUID()}`;
	writeFileSync(beside, text, { mode: 0o600, flag: 'wx' });
	chmodSync(beside, 0o600);
	return beside;
}

/**
 * Puts a file in its place unless one is there. Of two processes that start at once, the first one's stays.
 *
 * @throws when it cannot be written
 */
export function placeOnce(path: string, text: string): void {
	const beside = writeBeside(path, text);
	try {
		// A link is made whole or not at all, and not over what another process made meanwhile.
		linkSync(beside, path);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	} finally {
		rmSync(beside);
	}
}

/** Also true of a file that is there and cannot be read. */
export function isThere(path: string): boolean {
	try {
		readFileSync(path);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code !== 'ENOENT';
	}
}

/** A new key of 32 bytes, as it stands in a file. */
export const newKey = (): string => `${randomBytes(32).toString('base64url')}\n`;

/**
 * The key of 32 bytes in a file.
 *
 * @param what the name of the file, for who has to put it right
 * @throws when it is not as it should be: with what is wrong, never with what is in it
 */
export function readKey(path: string, what: string): Buffer {
	let text: string;
	try {
		text = readFileSync(path, 'utf8').trim();
	} catch (cause) {
		throw new Error(`${what} (${path}) cannot be read: ${(cause as Error).message}`, { cause });
	}
	if (!/^[A-Za-z0-9_-]{43}$/.test(text))
		throw new Error(`${what} (${path}) is not right: it holds no key of 32 bytes`);
	return Buffer.from(text, 'base64url');
}
