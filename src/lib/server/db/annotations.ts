import { and, asc, count, desc, eq } from 'drizzle-orm';
import type { Database } from './connect.ts';
import { annotation, noteRevision, type Mark } from './schema.ts';

export type AnnotationRow = typeof annotation.$inferSelect;

const own = (accountId: string, id: string) =>
	and(eq(annotation.accountId, accountId), eq(annotation.id, id));

/** Inserts unless it is there already. */
export async function insert(db: Database, row: AnnotationRow): Promise<void> {
	await db.insert(annotation).values(row).onConflictDoNothing();
}

export async function find(
	db: Database,
	accountId: string,
	id: string
): Promise<AnnotationRow | undefined> {
	const [row] = await db.select().from(annotation).where(own(accountId, id));
	return row;
}

/** Changes the revision that the writer was looking at; says whether it was still that one. */
export async function change(
	db: Database,
	given: { accountId: string; id: string; base: number; mark: Mark; body: string; at: Date }
): Promise<boolean> {
	const { accountId, id, base, mark, body, at } = given;
	const rows = await db
		.update(annotation)
		.set({ mark, body, revision: base + 1, changedAt: at })
		.where(and(own(accountId, id), eq(annotation.revision, base)))
		.returning({ id: annotation.id });
	return rows.length === 1;
}

export async function remove(db: Database, accountId: string, id: string): Promise<void> {
	await db.delete(annotation).where(own(accountId, id));
}

export async function countIn(db: Database, accountId: string, lesson: string): Promise<number> {
	const [row] = await db
		.select({ n: count() })
		.from(annotation)
		.where(and(eq(annotation.accountId, accountId), eq(annotation.lesson, lesson)));
	return row?.n ?? 0;
}

export async function ofAccount(db: Database, accountId: string): Promise<AnnotationRow[]> {
	return db
		.select()
		.from(annotation)
		.where(eq(annotation.accountId, accountId))
		.orderBy(asc(annotation.createdAt), asc(annotation.id));
}

/** The newest text of every note for the canvas. */
export async function notesOfAccount(db: Database, accountId: string) {
	return db
		.selectDistinctOn([noteRevision.field])
		.from(noteRevision)
		.where(eq(noteRevision.accountId, accountId))
		.orderBy(asc(noteRevision.field), desc(noteRevision.revision));
}
