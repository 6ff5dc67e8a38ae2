import { isThere, newKey, placeOnce, readKey } from '../key-file.ts';

/** The key of backups; undefined when none is asked for. It is never made by itself: a key that exists once is no backup. */
export const backupKey = (path: string | undefined): Buffer | undefined =>
	path === undefined
		? undefined
		: readKey(path, 'The file with the key of backups (BACKUP_KEY_FILE)');

/** @throws when there is a file already */
export function makeBackupKey(path: string): void {
	if (isThere(path)) throw new Error(`${path} is there already; nothing is written over.`);
	placeOnce(path, newKey());
}
