import { and, asc, eq, gt, inArray, lt, ne, sql } from 'drizzle-orm';
import type { Database } from './connect.ts';
import { counted, type CountedRow } from './responses.ts';
import { itemVersion, regrade, response } from './schema.ts';

export type RegradeRow = typeof regrade.$inferSelect;

export async function insert(tx: Database, row: RegradeRow): Promise<void> {
	await tx.insert(regrade).values(row).onConflictDoNothing();
}

/** How many answers there are to each version of the items of which more than one version is kept. */
export async function answersByVersion(db: Database) {
	const several = db
		.select({ item: itemVersion.item })
		.from(itemVersion)
		.groupBy(itemVersion.item)
		.having(sql`count(*) > 1`);
	return db
		.select({
			item: response.item,
			version: response.version,
			answers: sql<number>`count(*)::int`
		})
		.from(response)
		.where(inArray(response.item, several))
		.groupBy(response.item, response.version)
		.orderBy(asc(response.item));
}

/** Answers to another version of an item that have not got all points. */
const notFull = (item: string, version: string) =>
	and(
		eq(response.item, item),
		ne(response.version, version),
		lt(counted.columns.earned, response.total)
	);

/** Some of the people who gave such answers, in the order of their ids. @param after the last id of the batch before */
export async function peopleWith(
	db: Database,
	given: { item: string; version: string; after: string | undefined; limit: number }
): Promise<string[]> {
	const { item, version, after, limit } = given;
	const rows = await db
		.selectDistinct({ id: response.accountId })
		.from(response)
		.leftJoin(counted.raised, counted.on)
		.where(and(notFull(item, version), after ? gt(response.accountId, after) : undefined))
		.orderBy(asc(response.accountId))
		.limit(limit);
	return rows.map((row) => row.id);
}

/** Such answers of these people. */
export async function answersOf(
	db: Database,
	people: string[],
	{ item, version }: { item: string; version: string }
): Promise<CountedRow[]> {
	if (people.length === 0) return [];
	return db
		.select(counted.columns)
		.from(response)
		.leftJoin(counted.raised, counted.on)
		.where(and(inArray(response.accountId, people), notFull(item, version)))
		.orderBy(asc(response.accountId), asc(response.answerId));
}
