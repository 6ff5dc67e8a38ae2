import { execFileSync } from 'node:child_process';
import { appendFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { expect, onTestFinished, test } from 'vitest';
import { doubled, everyPageAgrees, lost, stored, truthOf } from '../faults/checkers.ts';
import { answerOn, nothingSeen } from '../faults/client.ts';
import { temporaryFolder } from '../faults/raw-start.ts';
import { inDatabase, prepare } from '../faults/setting.ts';
import { findPostgres, serverFolder, serverUser, startCluster } from '../support/postgres.ts';
import { startServer } from '../support/server.ts';

// The drill of docs/RUNBOOK.md: a base backup, the log of every change, a mistake, and back to the moment before it. The disk
// of the first server counts as lost.

const LEARNERS = 8;
const ANSWERS = Number(process.env.DRILL_ANSWERS ?? 60);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const seconds = (began: number) => `${((performance.now() - began) / 1000).toFixed(1)} s`;

async function asked<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
	const sql = postgres(url, { max: 1, onnotice: () => {} });
	try {
		return await work(sql);
	} finally {
		await sql.end({ timeout: 1 });
	}
}

/** Waits for something the server does by itself. */
async function until(url: string, question: string): Promise<void> {
	const deadline = Date.now() + 120_000;
	for (;;) {
		const holds = await asked(url, async (sql) => (await sql.unsafe(question))[0]?.yes).catch(
			() => false
		);
		if (holds === true) return;
		if (Date.now() > deadline) throw new Error(`never became true: ${question}`);
		await pause(100);
	}
}

function folderOfServer(): string {
	const folder = serverFolder();
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

test.skipIf(!findPostgres())(
	'after a mistake and the loss of the disk, everything that was acknowledged before it is back, and nothing later',
	async () => {
		const archive = folderOfServer();
		const base = join(folderOfServer(), 'base');
		const first = await startCluster({
			settings: [
				'archive_mode=on',
				'archive_timeout=60',
				`archive_command=test ! -f ${archive}/%f && cp %p ${archive}/%f.part && mv ${archive}/%f.part ${archive}/%f`
			]
		});
		onTestFinished(() => first.remove());
		const place = { databaseUrl: await first.create('course'), dataDir: temporaryFolder() };
		const setting = await prepare(place, LEARNERS);

		// The base backup is taken while people answer: half of what they say comes after it.
		const server = await startServer(place);
		onTestFinished(() => void server.process.kill('SIGKILL'));
		const seen = nothingSeen();
		const answering = Promise.all(
			setting.learners.map((who, index) => answerOn(server.origin, who, ANSWERS, index, seen))
		);
		while (seen.acks < (LEARNERS * ANSWERS) / 2) await pause(5);
		const acksBefore = seen.acks;
		const takingBase = performance.now();
		execFileSync(
			join(findPostgres()!, 'pg_basebackup'),
			['-d', first.url(), '-D', base, '-X', 'none', '-c', 'fast', '--no-manifest'],
			{ stdio: 'ignore', ...serverUser() }
		);
		const baseTook = seconds(takingBase);
		await answering;
		expect(seen.acks).toBe(LEARNERS * ANSWERS);

		const [moment] = await asked(
			place.databaseUrl,
			(sql) => sql`select clock_timestamp()::text as now`
		);
		await pause(1_100);
		await asked(place.databaseUrl, async (sql) => {
			await sql.unsafe('delete from completion');
			await sql.unsafe('delete from response where try % 2 = 0');
			await sql.unsafe('create table mistake (made text)');
			await sql.unsafe('select pg_switch_wal()');
		});
		await until(
			place.databaseUrl,
			`select last_archived_wal >= pg_walfile_name(pg_current_wal_lsn() - 1) as yes from pg_stat_archiver`
		);
		await server.kill();
		first.kill();

		const recovering = performance.now();
		writeFileSync(join(base, 'recovery.signal'), '');
		appendFileSync(
			join(base, 'postgresql.auto.conf'),
			`restore_command = 'cp ${archive}/%f %p'
recovery_target_time = '${String(moment?.now)}'
recovery_target_action = 'promote'
`
		);
		const second = await startCluster({ data: base });
		onTestFinished(() => second.remove());
		await until(second.url(), 'select not pg_is_in_recovery() as yes');
		const recovered = { ...place, databaseUrl: second.url('course') };
		const recoveryTook = seconds(recovering);

		const { kept, truth } = await inDatabase(recovered, async (db) => ({
			kept: await stored(db),
			truth: await truthOf(db, setting)
		}));
		expect(lost(seen.sent, kept)).toEqual([]);
		expect(doubled(seen.sent, kept)).toEqual([]);
		expect(kept).toHaveLength(LEARNERS * ANSWERS);
		const later = await asked(
			recovered.databaseUrl,
			(sql) => sql`select to_regclass('mistake') is not null as yes`
		);
		expect(later[0]?.yes).toBe(false);
		const again = await startServer(recovered);
		onTestFinished(() => void again.process.kill('SIGKILL'));
		await everyPageAgrees(again.origin, setting, truth);
		console.log(
			`${seen.acks} answers acknowledged, ${seen.acks - acksBefore} of them after the base backup began; ` +
				`base backup ${baseTook}, ${readdirSync(archive).length} files in the archive; ` +
				`recovered to ${String(moment?.now)} in ${recoveryTook}, with the app and every page checked after ${seconds(recovering)}: ` +
				`${kept.length} answers back, 0 missing, 0 from after it`
		);
	}
);
