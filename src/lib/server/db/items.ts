import { and, asc, eq } from 'drizzle-orm';
import type { Item } from '#lib/course/item.ts';
import type { Database } from './connect.ts';
import { itemVersion } from './schema.ts';

/** Keeps every version of every item: an attempt that began with one is graded with that one. */
export async function keepVersions(db: Database, items: Item[]): Promise<void> {
	for (let from = 0; from < items.length; from += 200) {
		const rows = items
			.slice(from, from + 200)
			.map((item) => ({ item: item.id, version: item.version, body: item }));
		await db.insert(itemVersion).values(rows).onConflictDoNothing();
	}
}

export async function ofVersion(
	db: Database,
	item: string,
	version: string
): Promise<Item | undefined> {
	const [row] = await db
		.select({ body: itemVersion.body })
		.from(itemVersion)
		.where(and(eq(itemVersion.item, item), eq(itemVersion.version, version)));
	return row?.body as Item | undefined;
}

/** Every version of an item that was ever served, in no order that means anything. */
export async function versionsOf(db: Database, item: string): Promise<Item[]> {
	const rows = await db
		.select({ body: itemVersion.body })
		.from(itemVersion)
		.where(eq(itemVersion.item, item))
		.orderBy(asc(itemVersion.version));
	return rows.map(({ body }) => body as Item);
}
