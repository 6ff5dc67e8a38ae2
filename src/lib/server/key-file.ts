import { randomUUID } from 'node:crypto';
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
