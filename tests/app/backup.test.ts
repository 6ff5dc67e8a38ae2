import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { hashPassword } from '#lib/server/auth/password.ts';
import { pseudonymOf } from '#lib/server/auth/pseudonym.ts';
import * as accounts from '#lib/server/accounts.ts';
import { setPasswordHash, byId } from '#lib/server/db/accounts.ts';
import { castPassword, staff } from '#lib/server/demo/cast.ts';
import { post } from '#lib/server/mail.ts';
import { erase } from '#lib/server/privacy/data.ts';
import { everyPageAgrees, nothingLost, nothingTwice, stored, truthOf } from '../faults/checkers.ts';
import { answerOn, nothingSeen } from '../faults/client.ts';
import { temporaryFolder } from '../faults/raw-start.ts';
import { inDatabase, prepare, type Place, type Setting } from '../faults/setting.ts';
import { digestEmbedded, digestPostgres } from '../support/database-digest.ts';
import { findPostgres, startCluster } from '../support/postgres.ts';
import { startServer } from '../support/server.ts';
import { visitor } from '../support/visitor.ts';

// The drill: a backup is worth what comes out of it.

type Ran = { code: number; output: string };

function run(script: 'backup' | 'restore', args: string[], place: Place, env = {}): Promise<Ran> {
	return new Promise((resolve) =>
		execFile(
			process.execPath,
			['node_modules/tsx/dist/cli.mjs', `scripts/${script}.ts`, ...args],
			{
				env: {
					PATH: process.env.PATH,
					DATA_DIR: place.dataDir,
					...(place.databaseUrl && { DATABASE_URL: place.databaseUrl }),
					...env
				}
			},
			(error, stdout, stderr) =>
				resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr })
		)
	);
}

const digestOf = ({ databaseUrl, dataDir }: Place) =>
	databaseUrl ? digestPostgres(databaseUrl) : digestEmbedded(join(dataDir, 'database'));

/** The demo's cast, a cohort that answers under the checkers' eyes, a letter that waits, and somebody who is erased later. */
async function lively(place: Place) {
	const setting = await prepare(place, 4);
	const first = await startServer({ ...place, env: { DEMO: '1' } });
	const seen = nothingSeen();
	await Promise.all(
		setting.learners.map((who, index) => answerOn(first.origin, who, 12, index + 1, seen))
	);
	expect(seen.acks).toBe(48);
	expect(await first.stop()).toBe(0);
	const password = await hashPassword(castPassword);
	const leaver = await inDatabase(place, async (db) => {
		for (const { id } of [setting.manager, ...setting.learners])
			await setPasswordHash(db, id, password);
		const now = new Date();
		await post(db, { recipient: 'iris@verdewold.example', subject: 'x', body: 'x' }, now);
		const people = await accounts.list(db);
		return people.find(({ email }) => email === 'joris@verdewold.example')!;
	});
	return { setting, seen, leaver, port: Number(new URL(first.origin).port) };
}

/** Everybody comes in again with their password: sessions of then are gone. */
async function signInAll(origin: string, place: Setting, emails: Map<string, string>) {
	for (const who of [place.manager, ...place.learners]) {
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
		const { setting, seen, leaver } = await lively(source);
		const folder = temporaryFolder();
		const key = { BACKUP_KEY_FILE: join(folder, 'key') };
		expect((await run('backup', ['--new-key'], source, key)).code).toBe(0);

		// The embedded database has one holder; PostgreSQL is backed up while people work.
		const running = await startServer(source);
		const file = join(folder, 'backups', 'monday');
		const early = await run('backup', [file], source, key);
		if (kind === 'embedded') {
			expect(early).toMatchObject({ code: 1, output: expect.stringMatching(/in use by process/) });
			await running.stop();
			expect((await run('backup', [file], source, key)).output).toContain('encrypted.');
		} else {
			expect(early).toMatchObject({ code: 0, output: expect.stringContaining('encrypted.') });
			await running.stop();
		}
		const before = await digestOf(source);
		expect(readFileSync(file).includes('verdewold.example')).toBe(false);
		expect(readdirSync(join(folder, 'backups'))).toEqual(['monday']);
		expect((await run('backup', [file], source, key)).output).toContain('is there already');

		// A fresh place, with copies of the two files that are not in the backup.
		const fresh = await placeOf('course_again');
		const bare = await run('restore', [file, '--check'], fresh, key);
		expect(bare.output).toMatch(/is whole: \d+ rows/);
		expect(bare.output).toMatch(/Mind: .*secret-key is not the key/);
		for (const name of ['secret-key', 'badge-keys.json'])
			copyFileSync(join(source.dataDir, name), join(fresh.dataDir, name));

		// Changed, cut off, read with another key or with none: nothing is made.
		const whole = readFileSync(file);
		const spoilt = Buffer.from(whole);
		spoilt[whole.length >> 1]! ^= 1;
		for (const [name, bytes] of [
			['spoilt', spoilt],
			['short', whole.subarray(0, -40)]
		] as const) {
			writeFileSync(join(folder, name), bytes);
			const refused = await run('restore', [join(folder, name)], fresh, key);
			expect(refused.code, refused.output).toBe(1);
			expect(refused.output).toMatch(/was changed|cut off/);
			expect(refused.output).not.toMatch(/^\s+at /m);
		}
		expect((await run('restore', [file], fresh)).output).toContain('BACKUP_KEY_FILE');
		expect(readdirSync(fresh.dataDir).sort()).toEqual(['badge-keys.json', 'secret-key']);

		const restored = await run('restore', [file], fresh, key);
		expect(restored.code, restored.output).toBe(0);
		expect(restored.output).toContain('Every table has the rows and the hash it had.');
		expect(restored.output).toContain('1 letters that waited then are not sent');
		expect(restored.output).not.toContain('Mind:');
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
		nothingLost(seen.sent, ours);
		nothingTwice(seen.sent, ours);
		const server = await startServer(fresh);
		onTestFinished(() => void server.process.kill('SIGKILL'));
		const old = await visitor(server.origin).get('/nl/manage', { cookie: setting.manager.cookie });
		expect(old.headers.get('location')).toContain('/nl/sign-in');
		await signInAll(server.origin, setting, emails);
		await everyPageAgrees(server.origin, setting, truth);
		const { email } = staff.farida;
		expect((await visitor(server.origin).signIn(email, castPassword)).status).toBe(303);

		// Into what people use: only when asked, not while it runs, and whoever was erased meanwhile stays erased.
		const busy = await run('restore', [file, '--replace'], fresh, key);
		expect(busy).toMatchObject({ code: 1, output: expect.stringMatching(/in use|are open/) });
		await server.stop();
		await inDatabase(fresh, async (db) => erase(db, (await byId(db, leaver.id))!, new Date()));
		const refused = await run('restore', [file], fresh, key);
		expect(refused).toMatchObject({ code: 1, output: expect.stringContaining('--replace') });
		const list = join(folder, 'erased');
		writeFileSync(list, `${emails.get(setting.learners[3]!.id)!}\n${randomUUID()}\n`);
		const replaced = await run('restore', [file, '--replace', '--erased', list], fresh, key);
		expect(replaced.code, replaced.output).toBe(0);
		expect(replaced.output).toContain('2 people who were erased after this backup');
		expect(replaced.output).toMatch(/What was there is now \S*before/);
		await inDatabase(fresh, async (db) => {
			const left = new Set((await accounts.list(db)).map(({ id }) => id));
			expect(left.has(leaver.id)).toBe(false);
			expect(left.has(setting.learners[3]!.id)).toBe(false);
			expect(left.size).toBe(emails.size - 2);
			expect(pseudonymOf(leaver.id)).toHaveLength(22);
		});
	}
);

test('asked wrongly, the commands say how they are asked, and end with 2', async () => {
	const place = { dataDir: temporaryFolder() };
	for (const [script, args] of [
		['backup', []],
		['backup', ['a', 'b']],
		['restore', ['a', '--force']]
	] as const) {
		const { code, output } = await run(script, [...args], place);
		expect([code, output.includes('npm run')]).toEqual([2, true]);
	}
	const none = await run('backup', [join(place.dataDir, 'x')], place);
	expect(none).toMatchObject({ code: 1, output: expect.stringContaining('There is no database') });
	expect(readdirSync(place.dataDir)).toEqual([]);
});
