import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findLesson } from '#lib/course/outline.ts';
import { rightAnswer } from '#lib/learning/sample-answers.ts';
import { recordCheck } from '#lib/server/answers.ts';
import * as cohorts from '#lib/server/cohorts.ts';
import { course, itemOf } from '#lib/server/course.ts';
import type { Database } from '#lib/server/db/connect.ts';
import { preparing } from '#lib/server/db/preparing.ts';
import { factsOf } from '#lib/server/db/progress.ts';
import { isStale } from '#lib/server/db/rollups.ts';
import * as schema from '#lib/server/db/schema.ts';
import { rules } from '#lib/server/rollups.ts';
import { seed, type Seeded } from '../../scripts/bench/seed.ts';
import {
	findPostgres,
	serverFolder,
	serverUser,
	startCluster,
	type Cluster
} from '../support/postgres.ts';

// What docs/PERFORMANCE.md says to add when there are very many people, tried at a size that fits here: answers divided over
// partitions, and a second PostgreSQL that follows the first and is only read. The app's own verbs work on either, unchanged.

const LEARNERS = Number(process.env.DRILL_LEARNERS ?? 20_000);
const PARTITIONS = 16;
const lesson = findLesson(course, 'a1')!.lesson;
const item = itemOf(lesson.checks[0]!)!;

const open = (url: string) => postgres(url, { max: 4, onnotice: () => {} });
const through = (sql: postgres.Sql): Database => drizzle(preparing(sql), { schema });

const ends: (() => unknown)[] = [];
let first: Cluster;
let seeded: Seeded;
let sql: postgres.Sql;
let divided: postgres.Sql;

beforeAll(async () => {
	if (!findPostgres()) return;
	first = await startCluster({ settings: ['shared_buffers=512MB', 'max_wal_size=4GB'] });
	ends.push(() => first.remove());
	const making = open(await first.create('course'));
	await migrate(drizzle(making), { migrationsFolder: 'drizzle' });
	seeded = await seed(making, { size: LEARNERS, answers: 100, sizes: [] });
	await making.end();
	divided = open(await first.create('divided', 'course'));
	sql = open(first.url('course'));
	ends.push(
		() => sql.end(),
		() => divided.end()
	);
	await divide();
}, 1_200_000);

afterAll(async () => {
	for (const end of ends.reverse()) await end();
});

/**
 * Divides the answers by person. By month, as one would think of first, does not go: that an answer counts once is held by
 * indexes, which would have to name the month as well, and then would not hold it.
 */
async function divide(): Promise<void> {
	const partitions = Array.from(
		{ length: PARTITIONS },
		(_, n) =>
			`create table response_${n} partition of response for values with (modulus ${PARTITIONS}, remainder ${n});`
	);
	await divided.unsafe(`
		alter table response rename to whole;
		create table response (like whole including defaults) partition by hash (account_id);
		${partitions.join('\n')}
		insert into response select * from whole;
		create trigger response_begins after insert on response for each row execute function somebody_begins();
		alter table response add primary key (account_id, answer_id);
		alter table response add unique nulls not distinct (account_id, item, attempt_id, review_day, try);
		alter table response add foreign key (account_id) references account (id) on delete cascade;
		alter table response add foreign key (attempt_id) references attempt (id) on delete cascade;`);
	const named = await divided`select conrelid::regclass::text as owner, conname as name,
		pg_get_constraintdef(oid) as text from pg_constraint where confrelid = 'whole'::regclass`;
	for (const { owner, name, text } of named)
		await divided.unsafe(`alter table ${owner} drop constraint "${name}";
			alter table ${owner} add constraint "${name}" ${String(text).replace('whole', 'response')}`);
	await divided.unsafe('drop table whole');
	await divided`vacuum analyze`;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
	const began = performance.now();
	await work();
	return performance.now() - began;
}

function middle(times: number[]): number {
	return Number(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!.toFixed(2));
}

const pageOfGroup = (db: Database, now: Date) => {
	const { cohorts: all, manager } = seeded;
	const asked = { managerId: manager.id, id: all[0]!.id, asked: new URLSearchParams(), now };
	return cohorts.dashboard(db, asked);
};

const answerOf = (accountId: string, number: number) => ({
	...{ accountId, lesson: lesson.id, item: item.id, try: number, answerId: randomUUID() },
	...{ given: rightAnswer(item), confidence: undefined, language: 'nl' as const, at: new Date() }
});

test.skipIf(!findPostgres())(
	'answers divided over partitions are kept once, and cost a person about the same',
	async () => {
		const places = { 'one table': through(sql), [`${PARTITIONS} partitions`]: through(divided) };
		const took: Record<string, Record<'answer' | 'person' | 'group', number[]>> = {};
		for (let round = 0; round < 300; round++)
			for (const [name, db] of Object.entries(places)) {
				const accountId = seeded.learners[round]!;
				const own = (took[name] ??= { answer: [], person: [], group: [] });
				const answer = answerOf(accountId, 900);
				own.answer.push(
					await timed(async () =>
						expect((await recordCheck(db, answer)).kind, name).toBe('recorded')
					)
				);
				expect((await recordCheck(db, answer)).kind, name).toBe('replayed');
				const other = { ...answer, answerId: randomUUID() };
				expect((await recordCheck(db, other)).kind, name).toBe('conflict');
				own.person.push(await timed(() => factsOf(db, accountId)));
				if (round % 60 > 0) continue;
				own.group.push(await timed(() => pageOfGroup(db, new Date())));
			}
		const [plan] =
			await divided`explain select * from response where account_id = ${seeded.learners[0]!}`;
		expect(JSON.stringify(plan)).toMatch(/on response_\d+ response/);
		console.log(`${LEARNERS} people with 100 answers each; medians, milliseconds`);
		console.table(
			Object.fromEntries(
				Object.entries(took).map(([name, { answer, person, group }]) => [
					name,
					{ answer: middle(answer), 'one person': middle(person), 'a group of all': middle(group) }
				])
			)
		);
	}
);

test.skipIf(!findPostgres())(
	'a second server that follows shows the same group, soon, and takes no writes',
	async () => {
		const folder = serverFolder();
		const data = join(folder, 'data');
		const args = ['-D', data, '-R', '-X', 'stream', '-c', 'fast', '-d', first.url()];
		execFileSync(join(findPostgres()!, 'pg_basebackup'), args, {
			stdio: 'ignore',
			...serverUser()
		});
		const follower = await startCluster({ data });
		const reading = open(follower.url('course'));
		ends.push(
			() => rmSync(folder, { recursive: true, force: true }),
			() => follower.remove(),
			() => reading.end()
		);
		const [db, replica] = [through(sql), through(reading)];
		const late: number[] = [];
		for (const accountId of seeded.learners.slice(300, 400)) {
			const answer = answerOf(accountId, 900);
			await recordCheck(db, answer);
			const there = () =>
				reading`select 1 from response where account_id = ${accountId} and answer_id = ${answer.answerId}`;
			late.push(
				await timed(async () => {
					while ((await there()).length === 0);
				})
			);
		}
		const now = new Date();
		// What is stale is worked out where one can write.
		await pageOfGroup(db, now);
		const { id } = seeded.cohorts[0]!;
		while (await isStale(replica, { cohortId: id }, rules));
		const took: Record<'first' | 'follower', number[]> = { first: [], follower: [] };
		for (let round = 0; round < 5; round++) {
			const page = async (from: Database, times: number[]) => {
				const began = performance.now();
				const seen = await pageOfGroup(from, now);
				times.push(performance.now() - began);
				return seen;
			};
			expect(await page(replica, took.follower)).toEqual(await page(db, took.first));
		}
		await expect(recordCheck(replica, answerOf(seeded.learners[0]!, 901))).rejects.toThrow();
		console.table({
			'an answer is there after, median (ms)': middle(late),
			'the latest of 100 (ms)': Number(Math.max(...late).toFixed(1)),
			'page of the group on the first (ms)': middle(took.first),
			'page of the group on the follower (ms)': middle(took.follower)
		});
	}
);
