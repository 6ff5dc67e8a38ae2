import { randomUUID } from 'node:crypto';
import { sql as query } from 'drizzle-orm';
import type postgres from 'postgres';
import { drizzle } from 'drizzle-orm/postgres-js';
import * as schema from '../../src/lib/server/db/schema.ts';
import { fill, openAttempts, signIn, those, type OpenAttempt } from '../../tests/support/crowd.ts';
import { realCourse } from '../../tests/support/real-course.ts';

/** What stands in the database: learners who answer, and cohorts of some sizes with their manager. */
export type Seeded = {
	learners: string[];
	attempts: OpenAttempt[];
	manager: { id: string; cookie: string };
	cohorts: { size: number; id: string }[];
};

export const cookieOf = (account: string) => `session=bench-${account}`;

/**
 * Fills the tables of the app.
 *
 * @param size how many learners with how many answers; and how many of them open attempts to answer
 * @param sizes of the cohorts that are looked at, beside that of the learners
 */
export async function seed(
	sql: postgres.Sql,
	{ size, answers, sizes }: { size: number; answers: number; sizes: number[] }
): Promise<Seeded> {
	const db = drizzle(sql, { schema });
	const now = new Date();
	const manager = randomUUID();
	const people = {
		name: 'Manager',
		language: 'nl',
		role: 'manager',
		passwordHash: 'none'
	} as const;
	await db.insert(schema.account).values({
		...{ ...people, id: manager, email: 'manager@bench.example' },
		...{ edition: realCourse.edition, createdAt: now }
	});
	const cohorts = [];
	for (const each of [size, ...sizes]) cohorts.push({ size: each, id: await cohortOf(manager) });
	for (const [index, { size: members, id }] of cohorts.entries())
		await fill(db, realCourse, {
			...{ cohortId: id, from: 1, to: members, answers: index === 0 ? answers : 10, now },
			quizzes: index === 0 ? [] : realCourse.modules.map(({ quiz }) => quiz.id)
		});
	const learning = those(cohorts[0]!.id, 1, Math.min(size, 2_000));
	await signIn(db, learning, now);
	await signIn(db, query`select ${manager}::uuid as id`, now);
	const attempts = await openAttempts(db, realCourse, learning, now);
	await sql`vacuum analyze`;
	const learners = [...new Set(attempts.map(({ account }) => account))];
	return { learners, attempts, manager: { id: manager, cookie: cookieOf(manager) }, cohorts };

	async function cohortOf(managerId: string): Promise<string> {
		const id = randomUUID();
		const day = 24 * 60 * 60 * 1000;
		await db.insert(schema.cohort).values({
			...{ id, name: 'Bench', createdAt: now },
			startsAt: new Date(now.getTime() - 21 * day),
			endsAt: new Date(now.getTime() + 21 * day)
		});
		await db.insert(schema.cohortManager).values({ cohortId: id, accountId: managerId });
		return id;
	}
}
