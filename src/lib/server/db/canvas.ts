import { and, asc, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { Database } from './connect.ts';
import { canvasRevision } from './schema.ts';

export type RevisionRow = typeof canvasRevision.$inferSelect;

/**
 * Of each field the version that counts, and the versions beside it that their writer has not settled yet, oldest first.
 *
 * @param fields only these; all of them when absent
 */
export async function current(
	db: Database,
	accountId: string,
	fields?: string[]
): Promise<{ heads: RevisionRow[]; asides: RevisionRow[] }> {
	const here = and(
		eq(canvasRevision.accountId, accountId),
		fields && inArray(canvasRevision.field, fields)
	);
	// What was settled is known from the versions that count alone.
	const newest = db
		.select({
			field: canvasRevision.field,
			revision:
				sql<number>`max(${canvasRevision.revision}) filter (where not ${canvasRevision.aside})`.as(
					'head'
				),
			settled: sql<number>`max(${canvasRevision.settles})`.as('settled')
		})
		.from(canvasRevision)
		.where(here)
		.groupBy(canvasRevision.field)
		.as('newest');
	const rows = await db
		.select({ row: canvasRevision })
		.from(canvasRevision)
		.innerJoin(newest, eq(canvasRevision.field, newest.field))
		.where(
			and(
				here,
				sql`(${canvasRevision.revision} = ${newest.revision}
					or ${canvasRevision.aside} and ${canvasRevision.revision} > ${newest.settled})`
			)
		)
		.orderBy(asc(canvasRevision.field), asc(canvasRevision.revision));
	const all = rows.map(({ row }) => row);
	const aside = all.filter((row) => row.aside);
	return {
		heads: all.filter((row) => !row.aside),
		// Of versions that follow each other on one device the last holds them all.
		asides: aside.filter(
			({ field, revision }) => !aside.some((row) => row.field === field && row.base === revision)
		)
	};
}

/** One version of a field. */
export const at = (db: Database, accountId: string, field: string, revision: number) =>
	one(db, accountId, field, eq(canvasRevision.revision, revision));

/** The version that a save made, if that save arrived before. */
export const ofSave = (db: Database, accountId: string, field: string, saveId: string) =>
	one(db, accountId, field, eq(canvasRevision.saveId, saveId));

async function one(
	db: Database,
	accountId: string,
	field: string,
	which: SQL
): Promise<RevisionRow | undefined> {
	const [row] = await db
		.select()
		.from(canvasRevision)
		.where(and(eq(canvasRevision.accountId, accountId), eq(canvasRevision.field, field), which));
	return row;
}

/** Adds a version. Says false when one with its number is there already. */
export async function add(db: Database, row: RevisionRow): Promise<boolean> {
	const added = await db
		.insert(canvasRevision)
		.values(row)
		.onConflictDoNothing()
		.returning({ revision: canvasRevision.revision });
	return added.length > 0;
}

/** Every version of a field, newest first. */
export async function ofField(
	db: Database,
	accountId: string,
	field: string
): Promise<RevisionRow[]> {
	return db
		.select()
		.from(canvasRevision)
		.where(and(eq(canvasRevision.accountId, accountId), eq(canvasRevision.field, field)))
		.orderBy(desc(canvasRevision.revision));
}
