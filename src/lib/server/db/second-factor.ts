import { and, count, eq, isNotNull, isNull, lt, or } from 'drizzle-orm';
import type { Database } from './connect.ts';
import { recoveryCode, secondFactor } from './schema.ts';

export type SecondFactorRow = typeof secondFactor.$inferSelect;

export async function of(db: Database, accountId: string): Promise<SecondFactorRow | undefined> {
	const [row] = await db.select().from(secondFactor).where(eq(secondFactor.accountId, accountId));
	return row;
}

/** Begins setting up, or begins again; says whether it did. One that is in use stays as it is. */
export async function begin(db: Database, accountId: string, secret: string): Promise<boolean> {
	const rows = await db
		.insert(secondFactor)
		.values({ accountId, secret })
		.onConflictDoUpdate({
			target: secondFactor.accountId,
			set: { secret, lastStep: null },
			setWhere: isNull(secondFactor.confirmedAt)
		})
		.returning({ id: secondFactor.accountId });
	return rows.length === 1;
}

/** Puts in use what was being set up; says whether it did. */
export async function confirm(
	db: Database,
	{ accountId, secret }: SecondFactorRow,
	step: number,
	at: Date
): Promise<boolean> {
	const pending = and(
		eq(secondFactor.accountId, accountId),
		eq(secondFactor.secret, secret),
		isNull(secondFactor.confirmedAt)
	);
	const rows = await db
		.update(secondFactor)
		.set({ confirmedAt: at, lastStep: step })
		.where(pending)
		.returning({ id: secondFactor.accountId });
	return rows.length === 1;
}

/** Takes the code of a time step; says whether it did. Of a step that was taken, or one before it, no code is taken. */
export async function takeStep(db: Database, row: SecondFactorRow, step: number): Promise<boolean> {
	const unused = and(
		eq(secondFactor.accountId, row.accountId),
		eq(secondFactor.secret, row.secret),
		isNotNull(secondFactor.confirmedAt),
		or(isNull(secondFactor.lastStep), lt(secondFactor.lastStep, step))
	);
	const rows = await db
		.update(secondFactor)
		.set({ lastStep: step })
		.where(unused)
		.returning({ id: secondFactor.accountId });
	return rows.length === 1;
}

/** Removes the second step of somebody with its recovery codes; says whether one was in use. */
export async function remove(db: Database, accountId: string): Promise<boolean> {
	const rows = await db
		.delete(secondFactor)
		.where(eq(secondFactor.accountId, accountId))
		.returning({ confirmedAt: secondFactor.confirmedAt });
	await db.delete(recoveryCode).where(eq(recoveryCode.accountId, accountId));
	return rows.some(({ confirmedAt }) => confirmedAt !== null);
}

/** Other recovery codes in the place of all there were. */
export async function setCodes(db: Database, accountId: string, hashes: string[]): Promise<void> {
	await db.delete(recoveryCode).where(eq(recoveryCode.accountId, accountId));
	await db.insert(recoveryCode).values(hashes.map((hash) => ({ accountId, hash })));
}

/** Takes a recovery code; says whether it did. Each is taken once. */
export async function takeCode(
	db: Database,
	accountId: string,
	hash: string,
	at: Date
): Promise<boolean> {
	const unused = and(
		eq(recoveryCode.accountId, accountId),
		eq(recoveryCode.hash, hash),
		isNull(recoveryCode.usedAt)
	);
	const rows = await db
		.update(recoveryCode)
		.set({ usedAt: at })
		.where(unused)
		.returning({ hash: recoveryCode.hash });
	return rows.length === 1;
}

/** How many recovery codes were not used yet. */
export async function codesLeft(db: Database, accountId: string): Promise<number> {
	const unused = and(eq(recoveryCode.accountId, accountId), isNull(recoveryCode.usedAt));
	const [row] = await db.select({ left: count() }).from(recoveryCode).where(unused);
	return row?.left ?? 0;
}
