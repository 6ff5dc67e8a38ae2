import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Database } from './connect.ts';
import { counted } from './responses.ts';
import { attempt, cohortFigureMember, membership, response } from './schema.ts';

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

/** Locks the attempt until the transaction ends: two last answers at once are counted one after the other. */
export async function lock(
	tx: Database,
	accountId: string,
	id: string
): Promise<AttemptRow | undefined> {
	const [row] = await tx
		.select()
		.from(attempt)
		.where(and(eq(attempt.accountId, accountId), eq(attempt.id, id)))
		.for('update');
	return row;
}

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
