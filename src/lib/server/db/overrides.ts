import { asc, count, eq } from 'drizzle-orm';
import type { Completion } from '#lib/learning/completion.ts';
import type { Database } from './connect.ts';
import { exemption, extraTry } from './schema.ts';

/** Tries that somebody was given beside those of a quiz. */
export async function extraTries(
	db: Database,
	accountId: string
): Promise<{ quiz: string; tries: number }[]> {
	return db
		.select({ quiz: extraTry.quiz, tries: count() })
		.from(extraTry)
		.where(eq(extraTry.accountId, accountId))
		.groupBy(extraTry.quiz);
}

export async function triesOf(db: Database, accountId: string) {
	const { quiz, reason, at } = extraTry;
	return db
		.select({ quiz, reason, at })
		.from(extraTry)
		.where(eq(extraTry.accountId, accountId))
		.orderBy(asc(at));
}

export async function addTry(db: Database, row: typeof extraTry.$inferInsert): Promise<void> {
	await db.insert(extraTry).values(row);
}

export async function exemptionsOf(db: Database, accountId: string) {
	const { unit, reason, at } = exemption;
	return db
		.select({ unit, reason, at })
		.from(exemption)
		.where(eq(exemption.accountId, accountId))
		.orderBy(asc(at));
}

/** Says whether there was none of this unit yet. */
export async function addExemption(
	db: Database,
	row: typeof exemption.$inferInsert
): Promise<boolean> {
	const rows = await db
		.insert(exemption)
		.values(row)
		.onConflictDoNothing()
		.returning({ unit: exemption.unit });
	return rows.length > 0;
}

/** Units that somebody need not do, as facts about progress. */
export async function exempt(db: Database, accountId: string): Promise<Completion[]> {
	return db
		.select({ unit: exemption.unit, at: exemption.at })
		.from(exemption)
		.where(eq(exemption.accountId, accountId));
}
