import { strToU8, zipSync } from 'fflate';
import type { Language } from '#lib/course/language.ts';
import { data as words } from '#lib/i18n/data.ts';
import { privacy, type PrivacyRow } from '#lib/i18n/privacy.ts';
import type { Account } from '../accounts.ts';
import * as audit from '../audit.ts';
import { pseudonymOf } from '../auth/pseudonym.ts';
import { admit, forgive, perAccount } from '../auth/throttle.ts';
import { passwordMatches } from '../auth/password.ts';
import type { Database } from '../db/connect.ts';
import * as personal from '../db/personal.ts';
import * as tokens from '../db/tokens.ts';
import { csv } from '../export/csv.ts';
import { register } from './register.ts';

// What is kept of a person: to be seen, taken along and erased by that person, without asking anybody.

const withPseudonym = ({ id, email }: Account) => ({ id, email, pseudonym: pseudonymOf(id) });

/** How much is kept, line by line of the privacy page. */
export async function overview(db: Database, account: Account) {
	const parts = await personal.everythingOf(db, withPseudonym(account));
	const counts = new Map<PrivacyRow, number>();
	for (const { table, rows } of parts) {
		const lines = new Set(Object.values(register[table] ?? {}));
		for (const line of lines)
			if (line !== 'none') counts.set(line, (counts.get(line) ?? 0) + rows.length);
	}
	return [...counts].map(([line, records]) => ({ line, records }));
}

/** What lets somebody who just gave their password fetch their data: once, within five minutes. */
export const ticketFor = (db: Database, { id: accountId }: Account, now: Date): Promise<string> =>
	tokens.issue(db, {
		kind: 'export',
		subject: { accountId },
		expiresAt: new Date(now.getTime() + 5 * 60_000)
	});

/**
 * Everything that is kept of a person as one file: JSON, the same as CSV, and a page that explains it.
 *
 * @returns undefined without a ticket of theirs that was not used yet
 */
export async function archive(
	db: Database,
	account: Account,
	{ ticket, language, at }: { ticket: string; language: Language; at: Date }
): Promise<Buffer | undefined> {
	const token = await tokens.take(db, ticket, ['export'], at);
	if (token?.subject.accountId !== account.id) return undefined;
	await audit.record(db, { at, actor: account.id, action: 'export' });
	const parts = await personal.everythingOf(db, withPseudonym(account));
	const kept = parts.filter(({ rows }) => rows.length > 0);
	const said = words[language].readme;
	const rows = privacy[language].rows;
	const lines = kept.flatMap(({ table, rows: own }) => {
		const names = [...new Set(Object.values(register[table] ?? {}))];
		const about = names.flatMap((name) => (name === 'none' ? [] : [rows[name].what]));
		return [`${table}.csv (${own.length})`, ...about.map((what) => `  ${what}`)];
	});
	const readme = [
		said.title,
		'',
		said.of(account.name, at.toISOString()),
		'',
		...said.text,
		'',
		...lines
	];
	const json = Object.fromEntries(kept.map(({ table, rows: own }) => [table, own]));
	return Buffer.from(
		zipSync(
			{
				[said.file]: strToU8(`${readme.join('\r\n')}\r\n`),
				'data.json': strToU8(`${JSON.stringify(json, null, '\t')}\n`),
				...Object.fromEntries(
					kept.map(({ table, columns, rows: own }) => [
						`${table}.csv`,
						strToU8(csv([columns, ...own.map((row) => columns.map((name) => cell(row[name])))]))
					])
				)
			},
			// The same data at the same moment is the same file.
			{ mtime: at }
		)
	);
}

function cell(value: unknown): string | number {
	if (typeof value === 'number') return value;
	if (value === null || value === undefined) return '';
	if (value instanceof Date) return value.toISOString();
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

export type Confirmed =
	{ kind: 'confirmed' } | { kind: 'wrong' } | { kind: 'wait'; retryAfter: number };

/** Whether it is really them: their password again, with as many tries as at the door. */
export async function confirm(
	db: Database,
	account: Account,
	password: string,
	now: Date
): Promise<Confirmed> {
	const admission = await admit(db, perAccount, 'sign-in', account.email, now);
	if (!admission.allowed) return { kind: 'wait', retryAfter: admission.retryAfter };
	if (!(await passwordMatches(account.passwordHash, password))) return { kind: 'wrong' };
	await forgive(db, 'sign-in', account.email);
	return { kind: 'confirmed' };
}

/**
 * Erases a person, at once. Counts of groups are worked out anew without them; a certificate becomes what they chose.
 *
 * @param unused that nobody used the account, so that the course itself erases it
 * @returns `last-administrator` when nobody would be left to run the course
 */
export async function erase(
	db: Database,
	account: Account,
	at: Date,
	unused = false
): Promise<'erased' | 'last-administrator'> {
	return db.transaction(async (tx) => {
		if (await isLastAdministrator(tx, account)) return 'last-administrator';
		// First: a second press finds an account that is gone, and writes nothing.
		if (!(await personal.erase(tx, withPseudonym(account)))) return 'erased';
		const event: Omit<audit.Event, 'at'> = unused
			? { actor: audit.ITSELF, subject: account.id, action: 'inactive', detail: 'erased' }
			: { actor: account.id, action: 'erase' };
		await audit.record(tx, { at, ...event });
		return 'erased';
	});
}

/** Whether nobody would be left to run the course. Administrators who go at once wait for each other here. */
export const isLastAdministrator = async (tx: Database, { id, role }: Account): Promise<boolean> =>
	role === 'administrator' && (await personal.otherAdministrators(tx, id)) === 0;
