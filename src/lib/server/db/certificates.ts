import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Database } from './connect.ts';
import { account, certificate } from './schema.ts';

export type CertificateRow = typeof certificate.$inferSelect;

/** The certificates of one person, the newest edition first. */
export async function ofAccount(db: Database, accountId: string): Promise<CertificateRow[]> {
	return db
		.select()
		.from(certificate)
		.where(eq(certificate.accountId, accountId))
		.orderBy(desc(certificate.edition));
}

/** A certificate by what anybody can type, with the name of whom it is of as long as there is an account. */
export async function byCode(db: Database, code: string) {
	const [row] = await db
		.select({ certificate, name: account.name })
		.from(certificate)
		.leftJoin(account, eq(account.id, certificate.accountId))
		.where(eq(certificate.code, code));
	return row;
}

/** Says false when this person has one of this edition, or when its code or bit is taken. */
export async function insert(db: Database, row: typeof certificate.$inferInsert): Promise<boolean> {
	const rows = await db
		.insert(certificate)
		.values(row)
		.onConflictDoNothing()
		.returning({ code: certificate.code });
	return rows.length === 1;
}

/** What its owner wants of the page behind the code. */
export async function setWishes(
	db: Database,
	accountId: string,
	wishes: Pick<CertificateRow, 'showsName' | 'afterErasure'>
): Promise<void> {
	await db.update(certificate).set(wishes).where(eq(certificate.accountId, accountId));
}

/** The bits of certificates that are withdrawn: their owner is gone, and chose that. */
export async function withdrawn(db: Database): Promise<number[]> {
	const rows = await db
		.select({ index: certificate.statusIndex })
		.from(certificate)
		.where(and(isNull(certificate.accountId), eq(certificate.afterErasure, 'withdrawn')));
	return rows.map(({ index }) => index);
}
