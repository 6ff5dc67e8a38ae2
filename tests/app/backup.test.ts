import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import * as accounts from '#lib/server/accounts.ts';
import { hashPassword } from '#lib/server/auth/password.ts';
import { makeBackupKey } from '#lib/server/backup/key.ts';
import { makeBackup } from '#lib/server/backup/make.ts';
import { check, keysAmiss } from '#lib/server/backup/manifest.ts';
import { restore } from '#lib/server/backup/restore.ts';
import { byEmail, setPasswordHash } from '#lib/server/db/accounts.ts';
import { castPassword, staff } from '#lib/server/demo/cast.ts';
import { loadCast } from '#lib/server/demo/load.ts';
import { readEnv } from '#lib/server/env.ts';
import { post } from '#lib/server/mail.ts';
import { erase } from '#lib/server/privacy/data.ts';
import { doubled, everyPageAgrees, lost, stored, truthOf } from '../faults/checkers.ts';
import { answerOn, nothingSeen } from '../faults/client.ts';
import { temporaryFolder } from '../faults/raw-start.ts';
import { inDatabase, prepareIn, type Place, type Setting } from '../faults/setting.ts';
import { digestEmbedded, digestPostgres } from '../support/database-digest.ts';
import { findPostgres, startCluster } from '../support/postgres.ts';
import { startServer } from '../support/server.ts';
import { visitor } from '../support/visitor.ts';

// The drill: a backup is worth what comes out of it.

const now = () => new Date();
const tell = () => {};

const envOf = ({ databaseUrl, dataDir }: Place) =>
	readEnv({ DATA_DIR: dataDir, DATABASE_URL: databaseUrl });

const backUp = (place: Place, file: string, key?: Buffer) =>
	makeBackup(envOf(place), { file, key, now, tell });

const putBack = (place: Place, file: string, key?: Buffer, more: object = {}) =>
	restore(envOf(place), { file, key, replace: false, erased: [], now, tell, ...more });

/** The command itself, as people type it. */
function run(script: 'backup' | 'restore', args: string[], env: Record<string, string>) {
	const command = ['node_modules/tsx/dist/cli.mjs', `scripts/${script}.ts`, ...args];
	return new Promise<{ code: number; output: string }>((resolve) =>
		execFile(
			process.execPath,
			command,
			{ env: { PATH: process.env.PATH, ...env } },
			(error, stdout, stderr) =>
				resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr })
		)
	);
}

const digestOf = ({ databaseUrl, dataDir }: Place) =>
	databaseUrl ? digestPostgres(databaseUrl) : digestEmbedded(join(dataDir, 'database'));

/** The demo's cast, a cohort that answers under the checkers' eyes, and a letter that waits. */
function lively(place: Place) {
	return inDatabase(place, async (db) => {
		await loadCast(db, now(), 'http://localhost', tell);
		const setting = await prepareIn(db, 4);
		const password = await hashPassword(castPassword);
		for (const { id } of [setting.manager, ...setting.learners])
			await setPasswordHash(db, id, password);
		// Not due yet, so that it still waits when the backup is made.
		const later = new Date(now().getTime() + 3_600_000);
		await post(db, { recipient: 'iris@verdewold.example', subject: 'x', body: 'x' }, later);
		return setting;
	});
}

/** Everybody comes in again with their password: sessions of then are gone. */
async function signInAll(
	origin: string,
	{ manager, learners }: Setting,
	emails: Map<string, string>
) {
	for (const who of [manager, ...learners]) {
		const someone = visitor(origin);
		expect((await someone.signIn(emails.get(who.id)!, castPassword)).status).toBe(303);
		who.cookie = someone.cookie();
	}
}

test.each(['embedded', ...(findPostgres() ? ['PostgreSQL'] : [])])(
	'a backup (%s) comes back whole in a fresh place: every table equal, people sign in, every page tells the truth',
	async (kind) => {
		const cluster = kind === 'embedded' ? undefined : await startCluster();
		if (cluster) onTestFinished(() => cluster.remove());
		const placeOf = async (name: string): Promise<Place> => ({
			dataDir: temporaryFolder(),
			...(cluster && { databaseUrl: cluster.url(name) })
		});
		const source = await placeOf('course');
		if (cluster) await cluster.create('course');
		const setting = await lively(source);
		const folder = temporaryFolder();
		const key = randomBytes(32);
		const file = join(folder, 'backups', 'monday');

		// The embedded database has one holder; PostgreSQL is backed up while people work.
		const first = await startServer(source);
		onTestFinished(() => void first.process.kill('SIGKILL'));
		const seen = nothingSeen();
		await Promise.all(
			setting.learners.map((who, index) => answerOn(first.origin, who, 12, index + 1, seen))
		);
		expect(seen.acks).toBe(48);
		if (kind === 'embedded') await expect(backUp(source, file, key)).rejects.toThrow('in use by');
		else await backUp(source, file, key);
		expect(await first.stop()).toBe(0);
		if (kind === 'embedded') await backUp(source, file, key);
		const before = await digestOf(source);
		expect(readFileSync(file).includes('verdewold.example')).toBe(false);
		expect(readdirSync(join(folder, 'backups'))).toEqual(['monday']);
		await expect(backUp(source, file, key)).rejects.toThrow('is there already');

		// A fresh place, with copies of the two files that are not in the backup.
		const fresh = await placeOf('course_again');
		const { keys } = await check(file, key);
		expect(keysAmiss(keys, envOf(fresh))).toHaveLength(2);
		for (const name of ['secret-key', 'badge-keys.json'])
			copyFileSync(join(source.dataDir, name), join(fresh.dataDir, name));
		expect(keysAmiss(keys, envOf(fresh))).toEqual([]);

		// Changed, cut off, read with another key or with none: nothing is made.
		const whole = readFileSync(file);
		const spoilt = Buffer.from(whole);
		spoilt[whole.length >> 1]! ^= 1;
		writeFileSync(join(folder, 'spoilt'), spoilt);
		writeFileSync(join(folder, 'short'), whole.subarray(0, -40));
		await expect(putBack(fresh, join(folder, 'spoilt'), key)).rejects.toThrow('was changed');
		await expect(putBack(fresh, join(folder, 'short'), key)).rejects.toThrow('cut off');
		await expect(putBack(fresh, file, randomBytes(32))).rejects.toThrow('key does not fit');
		await expect(putBack(fresh, file)).rejects.toThrow('BACKUP_KEY_FILE');
		expect(readdirSync(fresh.dataDir).sort()).toEqual(['badge-keys.json', 'secret-key']);

		const said: string[] = [];
		const { settled, kept: none } = await putBack(fresh, file, key, {
			tell: (line: string) => said.push(line)
		});
		expect(said).toContain('Every table has the rows and the hash it had.');
		expect({ ...settled, links: 0 }).toEqual({
			...{ erased: 0, left: [], sessions: 5, links: 0 },
			letters: expect.any(Number)
		});
		expect(settled.letters).toBeGreaterThan(0);
		expect(none).toBeUndefined();
		const after = await digestOf(fresh);
		const moments = ['session', 'token', 'outbox'];
		for (const table of Object.keys(before))
			if (!moments.includes(table)) expect(after[table], table).toBe(before[table]);
		expect(Object.keys(after)).toEqual(Object.keys(before));

		const { kept, truth, emails } = await inDatabase(fresh, async (db) => ({
			kept: await stored(db),
			truth: await truthOf(db, setting),
			emails: new Map((await accounts.list(db)).map(({ id, email }) => [id, email]))
		}));
		const ours = kept.filter((row) => setting.learners.some(({ id }) => id === row.learner));
		expect(lost(seen.sent, ours)).toEqual([]);
		expect(doubled(seen.sent, ours)).toEqual([]);
		const server = await startServer(fresh);
		onTestFinished(() => void server.process.kill('SIGKILL'));
		const old = await visitor(server.origin).get('/nl/manage', { cookie: setting.manager.cookie });
		expect(old.headers.get('location')).toContain('/nl/sign-in');
		await signInAll(server.origin, setting, emails);
		await everyPageAgrees(server.origin, setting, truth);
		const { email } = staff.farida;
		expect((await visitor(server.origin).signIn(email, castPassword)).status).toBe(303);

		// Into what people use: only when asked, not while it runs, and whoever was erased meanwhile stays erased.
		await expect(putBack(fresh, file, key, { replace: true })).rejects.toThrow(/in use|are open/);
		expect(await server.stop()).toBe(0);
		const joris = await inDatabase(fresh, async (db) => {
			const account = (await byEmail(db, staff.joris.email))!;
			await erase(db, account, now());
			return account.id;
		});
		await expect(putBack(fresh, file, key)).rejects.toThrow('--replace');
		const named = setting.learners[3]!.id;
		const erased = [emails.get(named)!, randomUUID()];
		const again = await putBack(fresh, file, key, { replace: true, erased });
		expect(again.settled.erased).toBe(2);
		expect(again.kept?.before).toContain('before');
		await inDatabase(fresh, async (db) => {
			const left = (await accounts.list(db)).map(({ id }) => id);
			const all = [...emails.keys()].filter((id) => id !== joris && id !== named);
			expect(left.sort()).toEqual(all.sort());
		});
	}
);

test('the commands say what they did, how they are asked, and why not', async () => {
	const DATA_DIR = temporaryFolder();
	const BACKUP_KEY_FILE = join(DATA_DIR, 'key');
	const wrong = await Promise.all([
		run('backup', [], { DATA_DIR }),
		run('restore', ['a', '--force'], { DATA_DIR })
	]);
	for (const { code, output } of wrong) {
		expect([code, output.includes('npm run')]).toEqual([2, true]);
		expect(output).not.toMatch(/^\s+at /m);
	}
	makeBackupKey(BACKUP_KEY_FILE);
	const none = await run('backup', [join(DATA_DIR, 'x')], { DATA_DIR, BACKUP_KEY_FILE });
	expect(none).toMatchObject({ code: 1, output: expect.stringContaining('There is no database') });
	expect(readdirSync(DATA_DIR)).toEqual(['key']);

	await inDatabase({ dataDir: DATA_DIR }, async () => {});
	const env = { DATA_DIR, BACKUP_KEY_FILE };
	const file = join(DATA_DIR, 'x');
	const saved = await run('backup', [file], env);
	expect(saved.code, saved.output).toBe(0);
	expect(saved.output).toMatch(/x: \d+ rows as they were at \S+, [\d.]+ MB, [\d.]+ s, encrypted/);
	const back = await run('restore', [file], env);
	expect(back.code, back.output).toBe(0);
	expect(back.output).toContain('Start the app.');
});
