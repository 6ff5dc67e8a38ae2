import { randomUUID } from 'node:crypto';
import type { AuditShown } from '#lib/learning/audit.ts';
import { pseudonymOf } from './auth/pseudonym.ts';
import * as accounts from './db/accounts.ts';
import * as events from './db/audit.ts';
import type { Database } from './db/connect.ts';
import type { AuditAction } from './db/schema.ts';

/** Who did something that no person did: the course, by a rule. */
export const ITSELF = 'the course itself';

export type Event = {
	at: Date;
	/** The id of an account, or `ITSELF`. */
	actor: string;
	action: AuditAction;
	subject?: string;
	cohortId?: string;
	detail?: string;
};

/** Writes down that somebody did something. Within the transaction of what they did: both happen, or neither. */
export async function record(db: Database, given: Event): Promise<void> {
	const { at, action, actor, subject, cohortId = null, detail = null } = given;
	await events.add(db, {
		...{ id: randomUUID(), at, action, cohortId, detail },
		actor: pseudonymOf(actor),
		subject: subject === undefined ? null : pseudonymOf(subject)
	});
}

/** What was done, newest first, with the names of those who still have an account. For administrators. */
export async function list(db: Database, most = 200): Promise<AuditShown[]> {
	return named(db, await events.list(db, most));
}

/** What was done by or to one person, newest first. For that person. */
export async function ofPerson(db: Database, accountId: string, most = 200): Promise<AuditShown[]> {
	return named(db, await events.list(db, most, pseudonymOf(accountId)));
}

async function named(db: Database, rows: events.AuditRow[]): Promise<AuditShown[]> {
	if (rows.length === 0) return [];
	const names = new Map((await accounts.names(db)).map(({ id, name }) => [pseudonymOf(id), name]));
	return rows.map(({ at, action, actor, subject, detail }) => {
		const [by, whom] = [names.get(actor), subject === null ? undefined : names.get(subject)];
		return {
			...{ at, action, detail, about: subject !== null },
			...(by !== undefined && { actor: by }),
			...(actor === pseudonymOf(ITSELF) && { itself: true }),
			...(whom !== undefined && { subject: whom })
		};
	});
}
