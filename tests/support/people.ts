import { randomUUID } from 'node:crypto';
import type { Account } from '#lib/server/accounts.ts';
import * as accounts from '#lib/server/db/accounts.ts';
import type { Database } from '#lib/server/db/connect.ts';

/** A moment to start from; tests move on from here and never ask the clock. */
export const start = new Date('2026-11-02T09:00:00Z');
export const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

let count = 0;

/** Somebody in the database. The password hash is none: nobody can sign in with it. */
export async function person(db: Database, given: Partial<Account> = {}): Promise<Account> {
	count += 1;
	const account: Account = {
		id: randomUUID(),
		email: `person${count}@test.example`,
		name: `Person ${count}`,
		language: 'nl',
		role: 'learner',
		passwordHash: 'none',
		edition: 1,
		createdAt: start,
		...given
	};
	await accounts.insert(db, account);
	return account;
}
