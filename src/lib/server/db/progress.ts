import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Completion } from '#lib/learning/completion.ts';
import type { Database } from './connect.ts';
import { exempt } from './overrides.ts';
import { inLesson } from './responses.ts';
import {
	account,
	attempt,
	completion,
	noteRevision,
	position,
	prediction,
	response
} from './schema.ts';

export async function completionsOf(db: Database, accountId: string): Promise<Completion[]> {
	return db
		.select({ unit: completion.unit, at: completion.firstCompletedAt })
		.from(completion)
		.where(eq(completion.accountId, accountId));
}

/** Adds completions; one that is there keeps its moment. */
export async function addCompletions(
	db: Database,
	accountId: string,
	done: Completion[]
): Promise<void> {
	if (done.length === 0) return;
	await db
		.insert(completion)
		.values(done.map(({ unit, at }) => ({ accountId, unit, firstCompletedAt: at })))
		.onConflictDoNothing();
}

/**
 * Makes other transactions that lock this account wait, and says whether a unit is done already: then nothing can change
 * that, and nobody need look further.
 */
export async function lockAndAsk(tx: Database, accountId: string, unit: string): Promise<boolean> {
	const done = sql`exists (select 1 from ${completion}
		where ${completion.accountId} = ${account.id} and ${completion.unit} = ${unit})`;
	const [row] = await tx
		.select({ done: sql<boolean>`${done}` })
		.from(account)
		.where(eq(account.id, accountId))
		.for('no key update');
	return row?.done ?? false;
}

/** When each of these items was first answered inside a lesson, and when each of these predictions was made. */
export async function lessonFacts(
	tx: Database,
	accountId: string,
	{ checks, predictions }: { checks: string[]; predictions: string[] }
): Promise<{ checks: { item: string; at: Date }[]; predictions: { id: string; at: Date }[] }> {
	const rows = await tx
		.select({
			check: sql<string | null>`${response.item}`.as('check'),
			prediction: sql<string | null>`null`.as('prediction'),
			at: sql<Date>`min(${response.answeredAt})`.mapWith(response.answeredAt).as('at')
		})
		.from(response)
		.where(and(eq(response.accountId, accountId), inArray(response.item, checks), inLesson))
		.groupBy(response.item)
		.unionAll(
			tx
				.select({
					check: sql<string | null>`null`.as('check'),
					prediction: sql<string | null>`${prediction.prediction}`.as('prediction'),
					at: sql<Date>`${prediction.predictedAt}`.mapWith(prediction.predictedAt).as('at')
				})
				.from(prediction)
				.where(
					and(eq(prediction.accountId, accountId), inArray(prediction.prediction, predictions))
				)
		);
	return {
		checks: rows.flatMap(({ check, at }) => (check === null ? [] : { item: check, at })),
		predictions: rows.flatMap(({ prediction: id, at }) => (id === null ? [] : { id, at }))
	};
}

/** Keeps the first prediction; says whether this was it. */
export async function addPrediction(
	db: Database,
	row: typeof prediction.$inferInsert
): Promise<boolean> {
	const rows = await db
		.insert(prediction)
		.values(row)
		.onConflictDoNothing()
		.returning({ id: prediction.prediction });
	return rows.length === 1;
}

/** All facts about one person, from which all progress can be made again. */
export async function factsOf(db: Database, accountId: string) {
	const checks = await db
		.select({ item: response.item, at: response.answeredAt })
		.from(response)
		.where(and(eq(response.accountId, accountId), inLesson));
	const predictions = await db
		.select({ id: prediction.prediction, at: prediction.predictedAt })
		.from(prediction)
		.where(eq(prediction.accountId, accountId));
	const attempts = await db
		.select({
			quiz: attempt.quiz,
			earned: sql<number>`${attempt.earned}`,
			total: sql<number>`${attempt.total}`,
			at: sql<Date>`${attempt.submittedAt}`.mapWith(attempt.submittedAt)
		})
		.from(attempt)
		.where(and(eq(attempt.accountId, accountId), sql`${attempt.submittedAt} is not null`));
	return { checks, predictions, attempts, exemptions: await exempt(db, accountId) };
}

export async function positionsOf(db: Database, accountId: string) {
	return db
		.select({ lesson: position.lesson, step: position.step, at: position.seenAt })
		.from(position)
		.where(eq(position.accountId, accountId));
}

export async function setPosition(db: Database, row: typeof position.$inferInsert): Promise<void> {
	await db
		.insert(position)
		.values(row)
		.onConflictDoUpdate({
			target: [position.accountId, position.lesson],
			set: { step: row.step, seenAt: row.seenAt },
			// A message that was on its way for long does not move anybody back.
			setWhere: sql`${position.seenAt} <= excluded.seen_at`
		});
}

/** The newest revision of each of these notes. */
export async function notesOf(db: Database, accountId: string, fields: string[]) {
	if (fields.length === 0) return [];
	return db
		.selectDistinctOn([noteRevision.field])
		.from(noteRevision)
		.where(and(eq(noteRevision.accountId, accountId), inArray(noteRevision.field, fields)))
		.orderBy(noteRevision.field, sql`${noteRevision.revision} desc`);
}

/** Adds a revision unless another device was first; says whether it did. */
export async function addNote(
	db: Database,
	row: typeof noteRevision.$inferInsert
): Promise<boolean> {
	const rows = await db
		.insert(noteRevision)
		.values(row)
		.onConflictDoNothing()
		.returning({ revision: noteRevision.revision });
	return rows.length === 1;
}

/** What somebody has answered or predicted at all, for "begun". */
export async function touchedOf(
	db: Database,
	accountId: string
): Promise<{ items: Set<string>; predictions: Set<string> }> {
	const items = await db
		.selectDistinct({ item: response.item })
		.from(response)
		.where(and(eq(response.accountId, accountId), inLesson));
	const predictions = await db
		.select({ id: prediction.prediction })
		.from(prediction)
		.where(eq(prediction.accountId, accountId));
	return {
		items: new Set(items.map((each) => each.item)),
		predictions: new Set(predictions.map((each) => each.id))
	};
}
