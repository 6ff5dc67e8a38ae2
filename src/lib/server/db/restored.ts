import { isNull } from 'drizzle-orm';
import type { Database } from './connect.ts';
import type { Query } from './fingerprint.ts';
import { outbox, session, token } from './schema.ts';

// What a database that is put back has to be asked, and what it must forget.

/** Whether anybody has an account there. Also of a database that the app never opened, or of an older version. */
export async function hasPeople(query: Query): Promise<boolean> {
	if (!(await hasTable(query, 'account'))) return false;
	const [row] = await query('select exists (select from account) as yes');
	return row?.yes === true;
}

/** Pseudonyms of everybody who was erased, with when. */
export async function erasures(query: Query): Promise<Map<string, Date>> {
	if (!(await hasTable(query, 'audit_event'))) return new Map();
	const rows =
		await query(`select case action when 'erase' then actor else subject end as who, at::text as at from audit_event
		where action = 'erase' or (action = 'inactive' and detail = 'erased')`);
	return new Map(rows.map(({ who, at }) => [String(who), new Date(String(at))]));
}

async function hasTable(query: Query, name: string): Promise<boolean> {
	const [row] = await query(`select to_regclass('public.${name}') is not null as yes`);
	return row?.yes === true;
}

/**
 * Drops what was true only then: sessions (somebody may have signed out, or been thrown out, since), links (each works
 * once, and may have been used since), and letters that waited (they went out since).
 */
export async function forgetMoment(tx: Database) {
	const sessions = await tx.delete(session).returning({ id: session.id });
	const links = await tx.delete(token).returning({ id: token.id });
	const letters = await tx.delete(outbox).where(isNull(outbox.sentAt)).returning({ id: outbox.id });
	return { sessions: sessions.length, links: links.length, letters: letters.length };
}
