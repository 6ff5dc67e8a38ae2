import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Database } from './connect.ts';
import { response } from './schema.ts';

/** Given inside a lesson: not in a quiz and not in a review. */
export const inLesson = and(isNull(response.attemptId), isNull(response.reviewDay));

export type ResponseRow = typeof response.$inferSelect;

/** Inserts a response unless its id, or this try at this item, is there already. */
export async function insert(db: Database, row: ResponseRow): Promise<boolean> {
	const rows = await db
		.insert(response)
		.values(row)
		.onConflictDoNothing()
		.returning({ answerId: response.answerId });
	return rows.length === 1;
}

export async function byAnswerId(
	db: Database,
	accountId: string,
	answerId: string
): Promise<ResponseRow | undefined> {
	const [row] = await db
		.select()
		.from(response)
		.where(and(eq(response.accountId, accountId), eq(response.answerId, answerId)));
	return row;
}

/** The newest response to each of these items inside lessons. */
export async function latestChecks(
	db: Database,
	accountId: string,
	items: string[]
): Promise<ResponseRow[]> {
	if (items.length === 0) return [];
	return db
		.selectDistinctOn([response.item])
		.from(response)
		.where(and(eq(response.accountId, accountId), inArray(response.item, items), inLesson))
		.orderBy(response.item, desc(response.try));
}

export async function ofAttempt(
	db: Database,
	accountId: string,
	attemptId: string
): Promise<ResponseRow[]> {
	return db
		.select()
		.from(response)
		.where(and(eq(response.accountId, accountId), eq(response.attemptId, attemptId)));
}

/** Everything somebody answered, oldest first: from this the review schedule and mastery follow. */
export async function ofAccount(db: Database, accountId: string) {
	return db
		.select({
			item: response.item,
			try: response.try,
			attemptId: response.attemptId,
			reviewDay: response.reviewDay,
			earned: response.earned,
			total: response.total,
			confidence: response.confidence,
			at: response.answeredAt
		})
		.from(response)
		.where(eq(response.accountId, accountId))
		.orderBy(response.answeredAt, response.try, response.answerId);
}

/** The answer to an item that came back on a day. */
export async function ofReview(
	db: Database,
	accountId: string,
	item: string,
	day: string
): Promise<ResponseRow | undefined> {
	const [row] = await db
		.select()
		.from(response)
		.where(
			and(eq(response.accountId, accountId), eq(response.item, item), eq(response.reviewDay, day))
		);
	return row;
}
