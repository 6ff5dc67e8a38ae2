import { desc, eq, or } from 'drizzle-orm';
import type { Database } from './connect.ts';
import { auditEvent } from './schema.ts';

export type AuditRow = typeof auditEvent.$inferSelect;

export async function add(db: Database, row: AuditRow): Promise<void> {
	await db.insert(auditEvent).values(row);
}

/** The newest first; with a pseudonym only what was done by or to that person. */
export async function list(db: Database, most: number, pseudonym?: string): Promise<AuditRow[]> {
	return db
		.select()
		.from(auditEvent)
		.where(
			pseudonym === undefined
				? undefined
				: or(eq(auditEvent.actor, pseudonym), eq(auditEvent.subject, pseudonym))
		)
		.orderBy(desc(auditEvent.at), desc(auditEvent.id))
		.limit(most);
}
