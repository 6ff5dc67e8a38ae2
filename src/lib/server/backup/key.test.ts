import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { backupKey, makeBackupKey } from './key.ts';

test('a key is made once, for its owner alone, and read as it is; what is no key is named and not shown', () => {
	const folder = mkdtempSync(join(tmpdir(), 'course-key-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	const path = join(folder, 'key');
	expect(backupKey(undefined)).toBeUndefined();
	expect(() => backupKey(path)).toThrow(`BACKUP_KEY_FILE) (${path}) cannot be read`);
	makeBackupKey(path);
	expect(statSync(path).mode & 0o777).toBe(0o600);
	expect(backupKey(path)).toEqual(Buffer.from(readFileSync(path, 'utf8'), 'base64url'));
	expect(() => makeBackupKey(path)).toThrow('there already');
	writeFileSync(path, 'hunter2');
	expect(() => backupKey(path)).toThrow(/holds no key of 32 bytes$/);
});
