import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Database } from './connect.ts';
import { counted } from './responses.ts';
import { account, appeal, attempt, response } from './schema.ts';

export type AppealRow = typeof appeal.$inferSelect;

const place = {
	answer: counted.columns,
	/** Where it was given, when that was in a quiz. */
	attempt: { quiz: attempt.quiz, number: attempt.number, items: attempt.items },
	submittedAt: attempt.submittedAt
};
const onAppeal = and(
	eq(appeal.accountId, response.accountId),
	eq(appeal.answerId, response.answerId)
);

/** An answer through whoever gave it, with what they said of its mark: somebody else's is not there. */
export async function answerOf(db: Database, accountId: string, answerId: string) {
	const [row] = await db
		.select({ ...place, appeal })
		.from(response)
		.leftJoin(counted.raised, counted.on)
		.leftJoin(attempt, eq(attempt.id, response.attemptId))
		.leftJoin(appeal, onAppeal)
		.where(and(eq(response.answerId, answerId), eq(response.accountId, accountId)));
	return row;
}

/** Everything somebody appealed, newest first. */
export async function ofAccount(db: Database, accountId: string) {
	return db
		.select({ ...place, appeal })
		.from(response)
		.innerJoin(appeal, onAppeal)
		.leftJoin(counted.raised, counted.on)
		.leftJoin(attempt, eq(attempt.id, response.attemptId))
		.where(eq(appeal.accountId, accountId))
		.orderBy(desc(appeal.madeAt), asc(appeal.answerId));
}

/** For the administrator: who waits longest first, or what was decided last. */
export async function list(db: Database, which: 'open' | 'decided', limit: number) {
	const open = which === 'open';
	return db
		.select({ answer: counted.columns, appeal, name: account.name })
		.from(response)
		.innerJoin(appeal, onAppeal)
		.innerJoin(account, eq(account.id, appeal.accountId))
		.leftJoin(counted.raised, counted.on)
		.where(open ? isNull(appeal.decidedAt) : isNotNull(appeal.decidedAt))
		.orderBy(open ? asc(appeal.madeAt) : desc(appeal.decidedAt), asc(appeal.answerId))
		.limit(limit);
}

export async function countOpen(db: Database): Promise<number> {
	return db.$count(appeal, isNull(appeal.decidedAt));
}

/** How many are open per item. */
export async function openByItem(db: Database): Promise<{ item: string; open: number }[]> {
	return db
		.select({ item: response.item, open: sql<number>`count(*)::int` })
		.from(response)
		.innerJoin(appeal, onAppeal)
		.where(isNull(appeal.decidedAt))
		.groupBy(response.item);
}

/** Inserts an appeal unless there is one of this answer; says whether it did. */
export async function insert(db: Database, row: typeof appeal.$inferInsert): Promise<boolean> {
	const rows = await db
		.insert(appeal)
		.values(row)
		.onConflictDoNothing()
		.returning({ answerId: appeal.answerId });
	return rows.length === 1;
}

/** Decides an appeal that is open; says whether it was. */
export async function decide(
	tx: Database,
	{ accountId, answerId }: { accountId: string; answerId: string },
	decision: { decidedAt: Date; granted: boolean; reply: string | null }
): Promise<boolean> {
	const rows = await tx
		.update(appeal)
		.set(decision)
		.where(
			and(eq(appeal.accountId, accountId), eq(appeal.answerId, answerId), isNull(appeal.decidedAt))
		)
		.returning({ answerId: appeal.answerId });
	return rows.length === 1;
}
