import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Database } from './connect.ts';
import {
	account,
	canvasAssessment,
	canvasComment,
	canvasRevision,
	canvasShare,
	cohort,
	cohortManager,
	membership
} from './schema.ts';

export type ShareRow = typeof canvasShare.$inferSelect;
export type AssessmentRow = typeof canvasAssessment.$inferSelect;
export type CommentRow = typeof canvasComment.$inferSelect;

export async function addAssessments(db: Database, rows: AssessmentRow[]): Promise<void> {
	if (rows.length > 0) await db.insert(canvasAssessment).values(rows);
}

/** What was said of somebody's exercises, the oldest first. */
export async function assessmentsOf(
	db: Database,
	accountId: string,
	exercise: string
): Promise<AssessmentRow[]> {
	return db
		.select()
		.from(canvasAssessment)
		.where(and(eq(canvasAssessment.accountId, accountId), eq(canvasAssessment.exercise, exercise)))
		.orderBy(asc(canvasAssessment.at), asc(canvasAssessment.id));
}

/** What somebody said of all their own exercises, the oldest first. */
export async function ownLevels(db: Database, accountId: string) {
	const { exercise, row, level } = canvasAssessment;
	return db
		.select({ exercise, row, level })
		.from(canvasAssessment)
		.where(and(eq(canvasAssessment.accountId, accountId), isNull(canvasAssessment.shareId)))
		.orderBy(asc(canvasAssessment.at), asc(canvasAssessment.id));
}

/** Shares with managers that are open, of one person. */
export async function ofLearner(db: Database, accountId: string) {
	return db
		.select({ share: canvasShare, cohort: { id: cohort.id, name: cohort.name } })
		.from(canvasShare)
		.innerJoin(cohort, eq(cohort.id, canvasShare.cohortId))
		.where(and(eq(canvasShare.accountId, accountId), isNull(canvasShare.revokedAt)))
		.orderBy(asc(cohort.name));
}

/** What managers wrote under these shares, the oldest first. */
export async function commentsOn(db: Database, shareIds: string[]) {
	if (shareIds.length === 0) return [];
	return db
		.select({ comment: canvasComment, author: account.name })
		.from(canvasComment)
		.innerJoin(account, eq(account.id, canvasComment.authorId))
		.where(inArray(canvasComment.shareId, shareIds))
		.orderBy(asc(canvasComment.at));
}

/** Puts a share in the place of the one that was open, if any. */
export async function replace(db: Database, row: ShareRow): Promise<void> {
	await db.transaction(async (tx) => {
		await revoke(tx, row.accountId, row.exercise, row.cohortId, row.sharedAt);
		await tx.insert(canvasShare).values(row);
	});
}

/** Takes back what somebody shared; theirs alone. Says false when there was nothing to take back. */
export async function revoke(
	db: Database,
	accountId: string,
	exercise: string,
	cohortId: string,
	at: Date
): Promise<boolean> {
	const revoked = await db
		.update(canvasShare)
		.set({ revokedAt: at })
		.where(
			and(
				eq(canvasShare.accountId, accountId),
				eq(canvasShare.exercise, exercise),
				eq(canvasShare.cohortId, cohortId),
				isNull(canvasShare.revokedAt)
			)
		)
		.returning({ id: canvasShare.id });
	return revoked.length > 0;
}

/** Open shares that a manager may read: of a cohort of theirs, by people who are in it. */
export async function readableBy(db: Database, managerId: string, cohortId: string) {
	return db
		.select({ share: canvasShare, name: account.name })
		.from(canvasShare)
		.innerJoin(cohortManager, eq(cohortManager.cohortId, canvasShare.cohortId))
		.innerJoin(
			membership,
			and(
				eq(membership.cohortId, canvasShare.cohortId),
				eq(membership.accountId, canvasShare.accountId)
			)
		)
		.innerJoin(account, eq(account.id, canvasShare.accountId))
		.where(
			and(
				eq(cohortManager.accountId, managerId),
				eq(canvasShare.cohortId, cohortId),
				isNull(canvasShare.revokedAt)
			)
		)
		.orderBy(desc(canvasShare.sharedAt), asc(account.name));
}

/** Every version of the fields of a share that it may show. */
export async function versionsOf(db: Database, accountId: string, fields: string[]) {
	if (fields.length === 0) return [];
	return db
		.select()
		.from(canvasRevision)
		.where(and(eq(canvasRevision.accountId, accountId), inArray(canvasRevision.field, fields)));
}

export async function addComment(db: Database, row: CommentRow): Promise<void> {
	await db.insert(canvasComment).values(row);
}
