import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { backupKey } from '../src/lib/server/backup/key.ts';
import { check, keysAmiss, rowsIn } from '../src/lib/server/backup/manifest.ts';
import { restore } from '../src/lib/server/backup/restore.ts';
import { readEnv } from '../src/lib/server/env.ts';
import { command } from './command.ts';

const usage = `npm run restore -- FILE                 puts a backup in the place of an empty database
npm run restore -- FILE --replace       also of one with people in it, which is kept beside it
npm run restore -- FILE --erased LIST   erases again who is in LIST: one address or pseudonym a line
npm run restore -- FILE --check         reads the backup and changes nothing`;

await command(usage, async (wrong) => {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			replace: { type: 'boolean' },
			check: { type: 'boolean' },
			erased: { type: 'string' }
		}
	});
	const [file, ...more] = positionals;
	if (file === undefined || more.length > 0) throw wrong('Name one file.');
	const env = readEnv(process.env);
	const key = backupKey(env.BACKUP_KEY_FILE);
	const tell = (line: string) => console.log(line);
	if (values.check) {
		const manifest = await check(file, key);
		const { kind, madeAt, app, tables } = manifest;
		tell(
			`${file} is whole: ${rowsIn(tables)} rows of the ${kind} database of version ${app.version}, as they were at ${madeAt}.`
		);
		for (const [name, { rows, hash }] of Object.entries(tables)) tell(`  ${name}: ${rows} ${hash}`);
		for (const line of keysAmiss(manifest.keys, env)) tell(`Mind: ${line}`);
		return;
	}
	const began = performance.now();
	const erased = values.erased ? readFileSync(values.erased, 'utf8').split('\n') : [];
	const replace = values.replace ?? false;
	const { manifest, settled, kept } = await restore(env, {
		...{ file, key, replace, erased, tell },
		now: () => new Date()
	});
	const { sessions, links, letters } = settled;
	tell(
		`Everybody has to sign in again: ${sessions} sessions and ${links} links from then are gone, and ${letters} letters that waited then are not sent.`
	);
	tell(`${settled.erased} people who were erased after this backup were erased again.`);
	for (const email of settled.left)
		tell(
			`Mind: ${email} was erased, and is the last administrator now: make another, then erase them again.`
		);
	for (const line of keysAmiss(manifest.keys, env)) tell(`Mind: ${line}`);
	if (kept)
		tell(`What was there is now ${kept.before}. When nobody needs it any more: ${kept.remove}`);
	const seconds = ((performance.now() - began) / 1000).toFixed(1);
	tell(`Restored as it was at ${manifest.madeAt}, in ${seconds} s. Start the app.`);
});
