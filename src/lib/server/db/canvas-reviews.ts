import { and, asc, count, eq, exists, gt, isNotNull, isNull, ne, not, or, sql } from 'drizzle-orm';
import type { Database } from './connect.ts';
import { canvasRequest, canvasReview, cohortManager, membership } from './schema.ts';

export type RequestRow = typeof canvasRequest.$inferSelect;
export type ReviewRow = typeof canvasReview.$inferSelect;

/** How many people learn in each of these cohorts of somebody. */
export async function sizesOf(db: Database, accountId: string) {
	const own = db
		.select({ id: membership.cohortId })
		.from(membership)
		.where(eq(membership.accountId, accountId));
	return db
		.select({ cohortId: membership.cohortId, people: count() })
		.from(membership)
		.where(sql`${membership.cohortId} in ${own}`)
		.groupBy(membership.cohortId);
}

/** The requests somebody made for one exercise, withdrawn ones too, with what came back; oldest first. */
export async function ofWriter(db: Database, accountId: string, exercise: string) {
	return db
		.select({ request: canvasRequest, review: canvasReview })
		.from(canvasRequest)
		.leftJoin(
			canvasReview,
			and(eq(canvasReview.requestId, canvasRequest.id), isNotNull(canvasReview.sentAt))
		)
		.where(and(eq(canvasRequest.accountId, accountId), eq(canvasRequest.exercise, exercise)))
		.orderBy(asc(canvasRequest.askedAt), asc(canvasReview.sentAt), asc(canvasReview.id));
}

/** Puts a request in the place of the one that was open, if any. */
export async function replace(db: Database, row: RequestRow): Promise<void> {
	await db.transaction(async (tx) => {
		await withdraw(tx, row.accountId, row.exercise, row.askedAt);
		await tx.insert(canvasRequest).values(row);
	});
}

/** Takes back what somebody asked; theirs alone. Says false when there was nothing to take back. */
export async function withdraw(
	db: Database,
	accountId: string,
	exercise: string,
	at: Date
): Promise<boolean> {
	const rows = await db
		.update(canvasRequest)
		.set({ withdrawnAt: at })
		.where(
			and(
				eq(canvasRequest.accountId, accountId),
				eq(canvasRequest.exercise, exercise),
				isNull(canvasRequest.withdrawnAt)
			)
		)
		.returning({ id: canvasRequest.id });
	return rows.length > 0;
}

/**
 * Requests that somebody may look at: open, of a cohort that they and the writer are both in, not their own. Whoever
 * manages the cohort is not a colleague here.
 */
const readable = (db: Database, reviewerId: string) =>
	and(
		isNull(canvasRequest.withdrawnAt),
		ne(canvasRequest.accountId, reviewerId),
		inCohort(db, sql`${reviewerId}`),
		inCohort(db, sql`${canvasRequest.accountId}`),
		not(
			exists(
				db
					.select({ one: sql`1` })
					.from(cohortManager)
					.where(
						and(
							eq(cohortManager.cohortId, canvasRequest.cohortId),
							eq(cohortManager.accountId, reviewerId)
						)
					)
			)
		)
	);
const inCohort = (db: Database, who: ReturnType<typeof sql>) =>
	exists(
		db
			.select({ one: sql`1` })
			.from(membership)
			.where(
				and(eq(membership.cohortId, canvasRequest.cohortId), sql`${membership.accountId} = ${who}`)
			)
	);

/** A place that is taken: something was sent, or whoever took it still has time. */
const taken = (since: Date) =>
	or(isNotNull(canvasReview.sentAt), gt(canvasReview.claimedAt, since));

/**
 * What somebody may look at, with how many places are taken and their own, if they have one; oldest first.
 *
 * @param since a place that was taken before, and where nothing was sent, is free again
 */
export async function openTo(db: Database, reviewerId: string, since: Date) {
	const others = db
		.select({ places: count() })
		.from(canvasReview)
		.where(and(eq(canvasReview.requestId, canvasRequest.id), taken(since)));
	return db
		.select({
			request: canvasRequest,
			places: sql<number>`(${others})`.mapWith(Number),
			own: canvasReview
		})
		.from(canvasRequest)
		.leftJoin(
			canvasReview,
			and(eq(canvasReview.requestId, canvasRequest.id), eq(canvasReview.reviewerId, reviewerId))
		)
		.where(readable(db, reviewerId))
		.orderBy(asc(canvasRequest.askedAt), asc(canvasRequest.id));
}

/** Somebody's own place, as long as they may read what it is at. */
export async function placeOf(db: Database, reviewerId: string, id: string) {
	const [row] = await db
		.select({ review: canvasReview, request: canvasRequest })
		.from(canvasReview)
		.innerJoin(canvasRequest, eq(canvasRequest.id, canvasReview.requestId))
		.where(
			and(
				eq(canvasReview.id, id),
				eq(canvasReview.reviewerId, reviewerId),
				readable(db, reviewerId)
			)
		);
	return row;
}

/**
 * Takes one of the places at a request, or takes up one's own again. The request is locked meanwhile, so that two at once
 * never take the same last place.
 *
 * @returns the id of the place; undefined when there is none left, or nothing that they may look at
 */
export async function claim(
	db: Database,
	given: {
		id: string;
		requestId: string;
		reviewerId: string;
		places: number;
		since: Date;
		at: Date;
	}
): Promise<string | undefined> {
	const { id, requestId, reviewerId, places, since, at } = given;
	return db.transaction(async (tx) => {
		const [request] = await tx
			.select({ id: canvasRequest.id })
			.from(canvasRequest)
			.where(and(eq(canvasRequest.id, requestId), readable(tx, reviewerId)))
			.for('update');
		if (!request) return undefined;
		const rows = await tx
			.select({ review: canvasReview, taken: sql<boolean>`${taken(since)}` })
			.from(canvasReview)
			.where(eq(canvasReview.requestId, requestId));
		const own = rows.find(({ review }) => review.reviewerId === reviewerId);
		if (own?.taken) return own.review.id;
		if (rows.filter((row) => row.taken).length >= places) return undefined;
		if (own) {
			await tx
				.update(canvasReview)
				.set({ claimedAt: at })
				.where(eq(canvasReview.id, own.review.id));
			return own.review.id;
		}
		await tx.insert(canvasReview).values({ id, requestId, reviewerId, claimedAt: at });
		return id;
	});
}

/** Gives a place up, as long as nothing was sent. */
export async function release(db: Database, reviewerId: string, id: string): Promise<boolean> {
	const rows = await db
		.delete(canvasReview)
		.where(
			and(
				eq(canvasReview.id, id),
				eq(canvasReview.reviewerId, reviewerId),
				isNull(canvasReview.sentAt)
			)
		)
		.returning({ id: canvasReview.id });
	return rows.length > 0;
}

/** Keeps what a reviewer says; the first time counts. */
export async function send(
	db: Database,
	id: string,
	said: { levels: NonNullable<ReviewRow['levels']>; suggestion: string; at: Date }
): Promise<void> {
	const { levels, suggestion, at: sentAt } = said;
	await db
		.update(canvasReview)
		.set({ levels, suggestion, sentAt })
		.where(and(eq(canvasReview.id, id), isNull(canvasReview.sentAt)));
}
