import { and, asc, eq, getTableColumns, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Database } from './connect.ts';
import { prepared } from './preparing.ts';
import { answersIn, counted, type OwnAnswer } from './responses.ts';
import { attempt, cohortFigureMember, extraTry, membership, response } from './schema.ts';

export type AttemptRow = typeof attempt.$inferSelect;

export async function ofQuiz(db: Database, accountId: string, quiz: string): Promise<AttemptRow[]> {
	return db
		.select()
		.from(attempt)
		.where(and(eq(attempt.accountId, accountId), eq(attempt.quiz, quiz)))
		.orderBy(asc(attempt.number));
}

export async function ofAccount(db: Database, accountId: string): Promise<AttemptRow[]> {
	return db
		.select()
		.from(attempt)
		.where(eq(attempt.accountId, accountId))
		.orderBy(asc(attempt.quiz), asc(attempt.number));
}

/** One of somebody's attempts: by its id, or as an address names it. */
export type Which = string | { quiz: string; number: number };

/** Locks the attempt until the transaction ends: two last answers at once are counted one after the other. */
export async function lock(
	tx: Database,
	accountId: string,
	which: Which
): Promise<AttemptRow | undefined> {
	const named =
		typeof which === 'string'
			? eq(attempt.id, which)
			: and(eq(attempt.quiz, which.quiz), eq(attempt.number, which.number));
	const [row] = await tx
		.select()
		.from(attempt)
		.where(and(eq(attempt.accountId, accountId), named))
		.for('update');
	return row;
}

/**
 * All of somebody's attempts at a quiz, how many tries they were given beside its own, and what they answered in one of
 * them: all that a question shows, in one statement.
 */
export async function withAnswers(
	db: Database,
	accountId: string,
	which: { quiz: string; number: number }
): Promise<{ rows: AttemptRow[]; extra: number; answers: OwnAnswer[] }> {
	const found = await prepared(db, 'attempts_with_answers', questionOf).execute({
		accountId,
		...which
	});
	return {
		rows: found.map((each) => each.row),
		extra: found[0]?.extra ?? 0,
		answers: found.find(({ row }) => row.number === which.number)?.answers ?? []
	};
}

const triesGiven = sql`(select count(*)::int from ${extraTry}
	where ${extraTry.accountId} = ${attempt.accountId} and ${extraTry.quiz} = ${attempt.quiz})`;

const questionOf = (db: Database, name: string) =>
	db
		.select({
			row: getTableColumns(attempt),
			extra: sql<number>`${triesGiven}`,
			answers: sql<
				OwnAnswer[] | null
			>`case when ${attempt.number} = ${sql.placeholder('number')} then ${answersIn} end`
		})
		.from(attempt)
		.where(
			and(
				eq(attempt.accountId, sql.placeholder('accountId')),
				eq(attempt.quiz, sql.placeholder('quiz'))
			)
		)
		.orderBy(asc(attempt.number))
		.prepare(name);

/** Opens an attempt unless one is open or has this number; says whether it did. */
export async function open(db: Database, row: AttemptRow): Promise<boolean> {
	const rows = await db
		.insert(attempt)
		.values(row)
		.onConflictDoNothing()
		.returning({ id: attempt.id });
	return rows.length === 1;
}

export async function close(
	tx: Database,
	id: string,
	result: { submittedAt: Date; earned: number; total: number }
): Promise<void> {
	await tx.update(attempt).set(result).where(eq(attempt.id, id));
}

/** Finished attempts at one quiz of those members of a cohort who are in no figure yet: whose, how many questions fully right, and when. */
export async function finishedInCohort(db: Database, cohortId: string, quiz: string) {
	return db
		.select({
			accountId: membership.accountId,
			right: sql<number>`(count(*) filter (where ${counted.columns.earned} = ${response.total}))::int`,
			submittedAt: sql<Date>`${attempt.submittedAt}`.mapWith(attempt.submittedAt),
			joinedAt: membership.joinedAt
		})
		.from(membership)
		.innerJoin(attempt, eq(attempt.accountId, membership.accountId))
		.innerJoin(response, eq(response.attemptId, attempt.id))
		.leftJoin(counted.raised, counted.on)
		.leftJoin(cohortFigureMember, eq(cohortFigureMember.accountId, membership.accountId))
		.where(
			and(
				eq(membership.cohortId, cohortId),
				eq(attempt.quiz, quiz),
				isNotNull(attempt.submittedAt),
				isNull(cohortFigureMember.accountId)
			)
		)
		.groupBy(attempt.id, membership.accountId, membership.joinedAt)
		.orderBy(asc(attempt.id));
}

/** Gives a closed attempt the points its answers have by now; never fewer than it had. */
export async function raise(tx: Database, id: string, earned: number): Promise<void> {
	await tx
		.update(attempt)
		.set({ earned: sql`greatest(${attempt.earned}, ${earned})` })
		.where(and(eq(attempt.id, id), isNotNull(attempt.submittedAt)));
}
