import { execFile, fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type postgres from 'postgres';
import { findPostgres } from '../../tests/support/postgres.ts';

// What the machine can do at most: the same work without our app around it.

/** An answer and progress as bare as they can be. */
const tables = `
	create table if not exists limit_answer (id bigint generated always as identity primary key, learner int not null,
		lesson int not null, item int not null, correct boolean not null, answered_at timestamptz not null default now());
	create index if not exists limit_answer_learner on limit_answer (learner, lesson);
	create table if not exists limit_progress (learner int, lesson int, answered int not null, primary key (learner, lesson));
	insert into limit_progress select learner, lesson, 0 from generate_series(1, 1000) learner, generate_series(1, 10) lesson
		on conflict do nothing;`;

const pick =
	'\\set learner random(1, 1000)\n\\set lesson random(1, 10)\n\\set item random(1, 1000)\n';
const insert =
	'insert into limit_answer (learner, lesson, item, correct) values (:learner, :lesson, :item, true)';
const update =
	'update limit_progress set answered = answered + 1 where learner = :learner and lesson = :lesson';
const scripts = {
	'two statements': `${pick}begin;\n${insert};\n${update};\ncommit;\n`,
	'one statement': `${pick}with answer as (${insert}) ${update};\n`
};
export type PgbenchForm = keyof typeof scripts;

export type Pgbench = { run(form: PgbenchForm, seconds: number): Promise<number> };

/** pgbench on the same PostgreSQL: transactions in a second, at 16 connections, with prepared statements. */
export async function preparePgbench(sql: postgres.Sql, url: string): Promise<Pgbench> {
	await sql.unsafe(tables);
	const folder = mkdtempSync(join(tmpdir(), 'course-pgbench-'));
	return {
		async run(form, seconds) {
			const file = join(folder, `${form.replace(' ', '-')}.sql`);
			writeFileSync(file, scripts[form]);
			const args = [
				'-n',
				'-M',
				'prepared',
				'-c',
				'16',
				'-j',
				'1',
				'-T',
				String(seconds),
				'-f',
				file,
				url
			];
			const { stdout } = await promisify(execFile)(join(findPostgres()!, 'pgbench'), args);
			return Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
		}
	};
}

export type BareServer = { origin: string; pid: number; stop(): void };

/** A server of nothing but node:http, in a process of its own. */
export function startBareServer(databaseUrl: string): Promise<BareServer> {
	const child: ChildProcess = fork(new URL('./bare-server.ts', import.meta.url), {
		env: { ...process.env, DATABASE_URL: databaseUrl },
		execArgv: ['--import', 'tsx']
	});
	return new Promise((resolve, reject) => {
		child.once('message', (port) =>
			resolve({
				origin: `http://localhost:${String(port)}`,
				pid: child.pid!,
				stop: () => void child.kill()
			})
		);
		child.once('exit', (code) => reject(new Error(`The bare server ended with ${code}`)));
	});
}
