import { and, asc, count, eq, gt, inArray, isNotNull, isNull, lt, or } from 'drizzle-orm';
import type { Database } from './connect.ts';
import { account, cohortImport, joinLink, membership } from './schema.ts';
import type { JoinLinkRow } from './cohorts.ts';

export type ImportRow = typeof cohortImport.$inferSelect;

/** Invitations of a cohort that were not taken back, also those that expired. */
const standing = (cohortId: string) =>
	and(eq(joinLink.cohortId, cohortId), isNotNull(joinLink.email), isNull(joinLink.revokedAt));

export async function ofAddresses(
	db: Database,
	cohortId: string,
	emails: string[]
): Promise<JoinLinkRow[]> {
	return db
		.select()
		.from(joinLink)
		.where(and(standing(cohortId), inArray(joinLink.email, emails)));
}

/** Which of these addresses belong to members. */
export async function members(db: Database, cohortId: string, emails: string[]): Promise<string[]> {
	const rows = await db
		.select({ email: account.email })
		.from(membership)
		.innerJoin(account, eq(account.id, membership.accountId))
		.where(and(eq(membership.cohortId, cohortId), inArray(account.email, emails)));
	return rows.map(({ email }) => email);
}

/** In which language those of these addresses read who have an account. */
export async function languages(db: Database, emails: string[]) {
	if (emails.length === 0) return [];
	return db
		.select({ email: account.email, language: account.language })
		.from(account)
		.where(inArray(account.email, emails));
}

/** Invites who is not invited yet; gives those who now are. */
export async function insert(tx: Database, rows: JoinLinkRow[]): Promise<JoinLinkRow[]> {
	if (rows.length === 0) return [];
	return tx.insert(joinLink).values(rows).onConflictDoNothing().returning();
}

export async function change(
	tx: Database,
	id: string,
	changed: Partial<Pick<JoinLinkRow, 'name' | 'language' | 'expiresAt'>>
): Promise<void> {
	await tx.update(joinLink).set(changed).where(eq(joinLink.id, id));
}

/** Open invitations, oldest first: how many, and the first so many. */
export async function open(db: Database, cohortId: string, now: Date, most: number) {
	const where = and(standing(cohortId), gt(joinLink.expiresAt, now));
	const { id, email, name, createdAt, expiresAt } = joinLink;
	const rows = await db
		.select({ id, email, name, createdAt, expiresAt })
		.from(joinLink)
		.where(where)
		.orderBy(asc(joinLink.createdAt), asc(joinLink.email))
		.limit(most);
	const [all] = await db.select({ n: count() }).from(joinLink).where(where);
	return { rows, all: all!.n };
}

export async function remove(tx: Database, id: string): Promise<void> {
	await tx.delete(joinLink).where(eq(joinLink.id, id));
}

export async function keepImport(db: Database, row: ImportRow): Promise<void> {
	await db.insert(cohortImport).values(row);
}

/** A list that this manager brought for this cohort; anybody else's is not there. Locked when it is going to be used. */
export async function importOf(
	db: Database,
	key: { id: string; cohortId: string; managerId: string },
	locked = false
): Promise<ImportRow | undefined> {
	const asked = db
		.select()
		.from(cohortImport)
		.where(
			and(
				eq(cohortImport.id, key.id),
				eq(cohortImport.cohortId, key.cohortId),
				eq(cohortImport.accountId, key.managerId)
			)
		);
	const [row] = await (locked ? asked.for('update') : asked);
	return row;
}

/** The list has done what it was for: its addresses are not kept in it any longer. */
export async function applied(tx: Database, id: string, at: Date): Promise<void> {
	await tx.update(cohortImport).set({ appliedAt: at, rows: [] }).where(eq(cohortImport.id, id));
}

/** Forgets lists that were brought, and invitations that ended, before a moment. */
export async function forget(
	db: Database,
	before: { imports: Date; invitations: Date }
): Promise<void> {
	await db.delete(cohortImport).where(lt(cohortImport.madeAt, before.imports));
	await db
		.delete(joinLink)
		.where(
			and(
				isNotNull(joinLink.email),
				or(lt(joinLink.expiresAt, before.invitations), lt(joinLink.revokedAt, before.invitations))
			)
		);
}
