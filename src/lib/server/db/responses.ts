import { and, eq, getTableColumns, isNull, max, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import type { Database } from './connect.ts';
import { attempt, regrade, response } from './schema.ts';

/** Given inside a lesson: not in a quiz and not in a review. */
export const inLesson = and(isNull(response.attemptId), isNull(response.reviewDay));

export type ResponseRow = typeof response.$inferSelect;
/** A response as it counts: `earned` is the most it was ever given, `raised` what was given afterwards. */
export type CountedRow = ResponseRow & { raised: number | null };

const raised = new QueryBuilder()
	.select({
		accountId: regrade.accountId,
		answerId: regrade.answerId,
		points: max(regrade.earned).as('points')
	})
	.from(regrade)
	.groupBy(regrade.accountId, regrade.answerId)
	.as('raised');

/**
 * The one place where regrades meet responses: whoever reads points reads these columns, joined with `raised`.
 * `greatest` passes over null, so it is effectivePoints() of learning/regrade.ts.
 */
export const counted = {
	columns: {
		...getTableColumns(response),
		earned: sql<number>`greatest(${response.earned}, ${raised.points})`.mapWith(response.earned),
		raised: raised.points
	},
	raised,
	on: and(eq(raised.accountId, response.accountId), eq(raised.answerId, response.answerId))
};

/** Inserts a response unless its id, or this try at this item, is there already. */
export async function insert(db: Database, row: ResponseRow): Promise<boolean> {
	const rows = await db
		.insert(response)
		.values(row)
		.onConflictDoNothing()
		.returning({ answerId: response.answerId });
	return rows.length === 1;
}

/** An answer in an attempt, as it counts. */
export type OwnAnswer = Pick<
	CountedRow,
	'item' | 'answerId' | 'given' | 'earned' | 'total' | 'raised'
>;

const raisedOf = sql`(select max(${regrade.earned}) from ${regrade}
	where ${regrade.accountId} = ${response.accountId} and ${regrade.answerId} = ${response.answerId})`;

/** An answer as it counts, as the fields of an object in JSON. */
export const ownColumns = sql`'item', ${response.item}, 'answerId', ${response.answerId}, 'given', ${response.given},
	'earned', greatest(${response.earned}, ${raisedOf}), 'total', ${response.total}, 'raised', ${raisedOf}`;

/** All answers in the attempt of a row of that table, as one value; they are few, and found by its owner. */
export const answersIn = sql<
	OwnAnswer[]
>`(select coalesce(json_agg(json_build_object(${ownColumns})), '[]') from ${response}
	where ${response.accountId} = ${attempt.accountId} and ${response.attemptId} = ${attempt.id})`;

/**
 * Inserts a response as above, and gives all that is answered in its attempt then, in one statement. The attempt has to be
 * locked by an earlier statement of the same transaction: else this one may not see what was answered at the same time.
 */
export async function insertInAttempt(
	tx: Database,
	row: ResponseRow & { attemptId: string }
): Promise<{ fresh: boolean; answers: OwnAnswer[] }> {
	const added = tx
		.$with('added')
		.as(
			tx
				.insert(response)
				.values(row)
				.onConflictDoNothing()
				.returning({ answerId: response.answerId })
		);
	const [before] = await tx
		.with(added)
		.select({
			fresh: sql<boolean>`exists (select 1 from ${added})`,
			answers: sql<OwnAnswer[]>`${answersIn}`
		})
		.from(attempt)
		.where(eq(attempt.id, row.attemptId));
	const { fresh = false, answers = [] } = before ?? {};
	// One statement does not see what it adds itself.
	return { fresh, answers: fresh ? [...answers, { ...row, raised: null }] : answers };
}

export async function byAnswerId(
	db: Database,
	accountId: string,
	answerId: string
): Promise<CountedRow | undefined> {
	const [row] = await db
		.select(counted.columns)
		.from(response)
		.leftJoin(raised, counted.on)
		.where(and(eq(response.accountId, accountId), eq(response.answerId, answerId)));
	return row;
}

export async function ofAttempt(
	db: Database,
	accountId: string,
	attemptId: string
): Promise<CountedRow[]> {
	return db
		.select(counted.columns)
		.from(response)
		.leftJoin(raised, counted.on)
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
			earned: counted.columns.earned,
			total: response.total,
			confidence: response.confidence,
			at: response.answeredAt
		})
		.from(response)
		.leftJoin(raised, counted.on)
		.where(eq(response.accountId, accountId))
		.orderBy(response.answeredAt, response.try, response.answerId);
}

/** The answer to an item that came back on a day. */
export async function ofReview(
	db: Database,
	accountId: string,
	item: string,
	day: string
): Promise<CountedRow | undefined> {
	const [row] = await db
		.select(counted.columns)
		.from(response)
		.leftJoin(raised, counted.on)
		.where(
			and(eq(response.accountId, accountId), eq(response.item, item), eq(response.reviewDay, day))
		);
	return row;
}
