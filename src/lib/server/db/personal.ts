import { eq, getTableColumns, inArray, or, sql, type SQL } from 'drizzle-orm';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import type { Database } from './connect.ts';
import * as schema from './schema.ts';

type Person = { id: string; email: string; pseudonym: string };
type Own = {
	table: PgTable;
	/** Which rows are of somebody. */
	where: (person: Person, db: Database) => SQL | undefined;
	/** What is not handed out: secrets, and who somebody else is. */
	without?: string[];
};

const s = schema;
const by = (table: PgTable & { accountId: unknown }, ...without: string[]): Own => ({
	table,
	where: ({ id }) => eq(table.accountId as never, id),
	without
});

/** Every table that holds something of a person, and which of its rows do. */
const own: Own[] = [
	{ table: s.account, where: ({ id }) => eq(s.account.id, id), without: ['passwordHash'] },
	by(s.session, 'id'),
	by(s.secondFactor, 'secret'),
	by(s.recoveryCode, 'hash'),
	by(s.identity),
	{
		table: s.token,
		where: ({ id, email }) =>
			or(
				sql`${s.token.subject} ->> 'accountId' = ${id}`,
				sql`${s.token.subject} ->> 'email' = ${email}`
			),
		without: ['id']
	},
	// A mail may hold a link that still works: it is in the mailbox, and not handed out a second time.
	{ table: s.outbox, where: ({ email }) => eq(s.outbox.recipient, email), without: ['body'] },
	by(s.cohortManager),
	by(s.membership),
	by(s.cohortFigureMember),
	by(s.cohortInsightMember),
	// Whom they invited is somebody else's.
	by(s.cohortImport, 'rows'),
	{ table: s.joinLink, where: ({ email }) => eq(s.joinLink.email, email), without: ['code'] },
	by(s.extraTry),
	by(s.exemption),
	by(s.attempt),
	by(s.response),
	by(s.appeal),
	by(s.regrade, 'by'),
	by(s.reminder),
	by(s.prediction),
	by(s.completion),
	by(s.noteRevision),
	by(s.position),
	by(s.simulationState),
	by(s.annotation),
	by(s.canvasRevision),
	by(s.canvasShare),
	{
		table: s.canvasAssessment,
		where: ({ id }) =>
			or(eq(s.canvasAssessment.accountId, id), eq(s.canvasAssessment.assessorId, id)),
		without: ['assessorId']
	},
	{
		table: s.canvasComment,
		where: ({ id }, db) =>
			or(
				eq(s.canvasComment.authorId, id),
				inArray(
					s.canvasComment.shareId,
					db
						.select({ id: s.canvasShare.id })
						.from(s.canvasShare)
						.where(eq(s.canvasShare.accountId, id))
				)
			),
		without: ['authorId']
	},
	by(s.canvasRequest),
	{
		table: s.canvasReview,
		where: ({ id }, db) =>
			or(
				eq(s.canvasReview.reviewerId, id),
				inArray(
					s.canvasReview.requestId,
					db
						.select({ id: s.canvasRequest.id })
						.from(s.canvasRequest)
						.where(eq(s.canvasRequest.accountId, id))
				)
			),
		// Whoever was asked stays unknown.
		without: ['reviewerId']
	},
	by(s.planOutcome),
	{
		table: s.auditEvent,
		where: ({ pseudonym }) =>
			or(eq(s.auditEvent.actor, pseudonym), eq(s.auditEvent.subject, pseudonym))
	},
	by(s.certificate, 'salt')
];

/** Rows of one table, by the names of its columns in the database. */
export type Part = { table: string; columns: string[]; rows: Record<string, unknown>[] };

/** Everything that is kept of one person, as it was at one moment. */
export async function everythingOf(db: Database, person: Person): Promise<Part[]> {
	return db.transaction(
		async (tx) => {
			const parts: Part[] = [];
			for (const { table, where, without = [] } of own) {
				const columns = Object.entries(getTableColumns(table)).filter(
					([name]) => !without.includes(name)
				);
				const rows = await tx
					.select(Object.fromEntries(columns.map(([, column]) => [column.name, column])))
					.from(table)
					.where(where(person, tx));
				parts.push({
					table: getTableConfig(table).name,
					columns: columns.map(([, column]) => column.name),
					rows
				});
			}
			return parts;
		},
		{ isolationLevel: 'repeatable read' }
	);
}

/**
 * Erases a person. What is theirs goes with the account; what was addressed to them, or names them elsewhere, goes too.
 * Their pseudonym stands where it must stay known that a decision was made by one and the same person.
 */
export async function erase(tx: Database, { id, email, pseudonym }: Person): Promise<boolean> {
	await tx.delete(s.outbox).where(eq(s.outbox.recipient, email));
	await tx
		.delete(s.token)
		.where(
			or(
				sql`${s.token.subject} ->> 'accountId' = ${id}`,
				sql`${s.token.subject} ->> 'email' = ${email}`
			)
		);
	await tx.delete(s.joinLink).where(eq(s.joinLink.email, email));
	await tx.update(s.regrade).set({ by: pseudonym }).where(eq(s.regrade.by, id));
	const gone = await tx
		.delete(s.account)
		.where(eq(s.account.id, id))
		.returning({ id: s.account.id });
	return gone.length > 0;
}

/** How many administrators there are besides somebody. Locks them, so that of two who go at once one stays. */
export async function otherAdministrators(tx: Database, id: string): Promise<number> {
	const rows = await tx
		.select({ id: s.account.id })
		.from(s.account)
		.where(eq(s.account.role, 'administrator'))
		.for('update');
	return rows.filter((row) => row.id !== id).length;
}
