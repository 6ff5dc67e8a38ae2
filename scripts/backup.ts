import { parseArgs } from 'node:util';
import { backupKey, makeBackupKey } from '../src/lib/server/backup/key.ts';
import { makeBackup } from '../src/lib/server/backup/make.ts';
import { rowsIn } from '../src/lib/server/backup/manifest.ts';
import { megabytes } from '../src/lib/server/backup/watch.ts';
import { readEnv } from '../src/lib/server/env.ts';
import { command } from './command.ts';

const usage = `npm run backup -- FILE        writes a backup of the database; encrypted when BACKUP_KEY_FILE is set
npm run backup -- --new-key   makes the file that BACKUP_KEY_FILE names`;

await command(usage, async (wrong) => {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { 'new-key': { type: 'boolean' } }
	});
	const env = readEnv(process.env);
	if (values['new-key']) {
		if (positionals.length > 0 || env.BACKUP_KEY_FILE === undefined)
			throw wrong('--new-key wants BACKUP_KEY_FILE, and no file.');
		makeBackupKey(env.BACKUP_KEY_FILE);
		console.log(
			`${env.BACKUP_KEY_FILE} holds a new key. Keep a copy where the backups are not: without it nobody reads them.`
		);
		return;
	}
	const [file, ...more] = positionals;
	if (file === undefined || more.length > 0) throw wrong('Name one file.');
	const began = performance.now();
	const key = backupKey(env.BACKUP_KEY_FILE);
	const tell = (line: string) => console.log(line);
	const { manifest, bytes } = await makeBackup(env, { file, key, now: () => new Date(), tell });
	const seconds = ((performance.now() - began) / 1000).toFixed(1);
	console.log(
		`${file}: ${rowsIn(manifest.tables)} rows as they were at ${manifest.madeAt}, ${megabytes(bytes)}, ${seconds} s, ` +
			(key ? 'encrypted.' : 'NOT encrypted (BACKUP_KEY_FILE is not set).')
	);
	console.log(
		`Not in it, and needed with it: ${env.SECRET_KEY_FILE} and ${env.BADGE_KEYS}${key ? ` and ${env.BACKUP_KEY_FILE!}` : ''}. Keep copies of those somewhere else.`
	);
});
