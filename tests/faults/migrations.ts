import { fork } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { course } from '#lib/server/course.ts';
import { response } from '#lib/server/db/schema.ts';
import { fill } from '../support/crowd.ts';
import { cohort, person } from '../support/people.ts';
import { withNextMigration } from '../support/next-migration.ts';
import { checkAll } from './checkers.ts';
import { ITEM } from './client.ts';
import { noteLoad, underLoad } from './load.ts';
import { spread, type Scenario } from './scenario.ts';
import { crowd, inDatabase, prepare } from './setting.ts';
import { supervise } from './supervisor.ts';

/** What a next version may bring: it adds, so that the version of before goes on. */
const adding = [
	'alter table response add column later text',
	'create index response_later on response (item, answered_at)',
	'create table later (id uuid primary key, account_id uuid references account (id) on delete cascade)',
	'alter table account add column later integer not null default 0'
];

export const migration: Scenario = {
	id: 'F13',
	title: 'a migration while people answer, killed on the way',
	databases: ['PostgreSQL'],
	async run(ground, size) {
		const [people, answers, kills, within] =
			size === 'full' ? [5_000, 12_000, 20, 400] : [100, 600, 3, 100];
		const url = ground.place.databaseUrl!;
		const setting = await prepare(ground.place, crowd(size));
		await inDatabase(ground.place, async (db) => {
			const { id } = await cohort(db, await person(db, { role: 'manager' }));
			// In portions: no statement of the app may take longer than five seconds.
			const portion = Math.min(people, 500);
			for (let from = 1; from <= people; from += portion) {
				const range = { cohortId: id, from, to: from + portion - 1, answers: 200, quizzes: [] };
				await fill(db, course, { ...range, now: new Date() });
			}
			// The checkers want to know of every answer to this item who gave it.
			await db.delete(response).where(eq(response.item, ITEM));
		});
		const next = withNextMigration(adding);
		const sql = postgres(url, { max: 1, onnotice: () => {} });
		ground.after(async () => {
			await sql.end();
			next.remove();
		});
		/** How many of the four steps are there, and whether the migration counts as done. */
		const state = async () => {
			const [row] = await sql<{ steps: number; done: number }[]>`select
				(select count(*)::int from information_schema.columns where column_name = 'later')
					+ (to_regclass('response_later') is not null)::int + (to_regclass('later') is not null)::int as steps,
				(select count(*)::int from drizzle.__drizzle_migrations) as done`;
			return row!;
		};
		const before = await state();
		expect(before.steps).toBe(0);
		const app = await supervise(ground);
		const took: number[] = [];
		/** The moments at which the others died; one that was done first does not count as killed. */
		const killed: number[] = [];
		/** Migrates in a process of its own, which dies after so many milliseconds. */
		const migrate = async (dies?: number) => {
			const child = fork('tests/support/migrate.ts', [url, next.folder], {
				execArgv: ['--import', 'tsx'],
				silent: true
			});
			let said = '';
			child.stderr!.setEncoding('utf8').on('data', (text: string) => (said += text));
			const gone = new Promise<number | string>((resolve) =>
				child.once('exit', (code, signal) => resolve(signal ?? code ?? 'unknown'))
			);
			await new Promise((resolve) => child.once('message', resolve));
			const began = performance.now();
			const end = await (dies === undefined
				? gone
				: Promise.race([gone, pause(dies).then(() => (child.kill('SIGKILL'), gone))]));
			if (end === 0) took.push(performance.now() - began);
			else if (dies === undefined) throw new Error(`The migration ended with ${end}: ${said}`);
			else killed.push(Math.round(performance.now() - began));
		};
		const result = await underLoad(ground, setting, app.origin, {
			answers,
			strikes: kills + 1,
			async strike() {
				const last = took.length > 0;
				await migrate(killed.length < kills && !last ? ground.random() * within : undefined);
				const now = await state();
				// Old or new, never half.
				expect([
					[0, before.done],
					[4, before.done + 1]
				]).toContainEqual([now.steps, now.done]);
			}
		});
		noteLoad(ground, result);
		ground.note({
			killed: killed.length,
			'answers in the table': people * 200,
			...spread('migrated in', took)
		});
		expect((await state()).steps).toBe(4);
		expect(killed.length).toBeGreaterThan(0);
		// The version of before went on, on the tables of after; whoever waited for the migration was at most told to come back.
		expect(app.ends).toEqual([]);
		const replies = [...result.seen.refusals.keys()];
		expect(replies.filter((reply) => !/^(503 retry-after|read 503)$/.test(reply))).toEqual([]);
		await checkAll(ground, setting, result.seen, app);
	}
};
