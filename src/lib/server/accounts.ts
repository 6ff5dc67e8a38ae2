import { randomUUID } from 'node:crypto';
import type { Language } from '#lib/course/language.ts';
import * as audit from './audit.ts';
import {
	forgive,
	admit,
	perAccount,
	perAddress,
	perMailbox,
	type Admission
} from './auth/throttle.ts';
import { hashPassword, passwordMatches } from './auth/password.ts';
import { course } from './course.ts';
import * as accounts from './db/accounts.ts';
import type { Database } from './db/connect.ts';
import type { Role } from './db/schema.ts';
import * as sessions from './db/sessions.ts';
import * as tokens from './db/tokens.ts';
import { mailWords } from './mail-words.ts';
import { post } from './mail.ts';
import { adopt, type StoredTrial } from './trial.ts';

export type Account = accounts.AccountRow;
export {
	list,
	isEmpty,
	setSignedIn,
	setDigest,
	setNudges,
	setProfile,
	setWeeklyMail
} from './db/accounts.ts';

const HOUR = 60 * 60 * 1000;
/** The links behind which somebody chooses a password. */
const passwordLinks = ['sign-up', 'reset', 'first-administrator'] as const;
const lifetime = { 'sign-up': 7 * 24 * HOUR, reset: HOUR / 2, 'first-administrator': 24 * HOUR };

/** One account an address, however it was typed. */
export function tidyEmail(text: string): string | undefined {
	const email = text.normalize('NFC').trim().toLowerCase();
	// Plain ASCII before and after the @: no look-alikes, no header tricks.
	return email.length <= 254 &&
		/^[a-z0-9.!#$%&'*+/=?^_{|}~-]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(email)
		? email
		: undefined;
}

/** A name as people write it: one line, no control characters. */
export function tidyName(text: string): string | undefined {
	const name = text.normalize('NFC').replace(/\s+/g, ' ').trim();
	const length = [...name].length;
	return length >= 1 && length <= 80 && !/\p{Cc}|\p{Zl}|\p{Zp}|\p{Cs}/u.test(name)
		? name
		: undefined;
}

export type SignedIn =
	| { kind: 'signed-in'; account: Account }
	| { kind: 'wrong' }
	| { kind: 'wait'; retryAfter: number };

/** The only way in with a password. Unknown addresses take the same time and get the same answer. */
export async function authenticate(
	db: Database,
	given: { email: string; password: string; address: string; now: Date }
): Promise<SignedIn> {
	const email = tidyEmail(given.email) ?? 'nobody';
	const fromHere = await admit(db, perAddress, 'sign-in-from', given.address, given.now);
	if (!fromHere.allowed) return { kind: 'wait', retryAfter: fromHere.retryAfter };
	const forThis = await admit(db, perAccount, 'sign-in', email, given.now);
	if (!forThis.allowed) return { kind: 'wait', retryAfter: forThis.retryAfter };
	const account = await accounts.byEmail(db, email);
	if (!(await passwordMatches(account?.passwordHash, given.password)) || !account)
		return { kind: 'wrong' };
	await forgive(db, 'sign-in', email);
	return { kind: 'signed-in', account };
}

type Asked = { email: string; language: Language; origin: string; address: string; now: Date };

/** Both kinds of mail count together, per mailbox and per address. */
async function mayMail(db: Database, { email, address, now }: Asked): Promise<Admission> {
	const fromHere = await admit(db, perAddress, 'mail-from', address, now);
	return fromHere.allowed ? admit(db, perMailbox, 'mail-to', email, now) : fromHere;
}

/**
 * Sends a link to finish signing up; to an address that has an account, a mail that says so. Nobody but the owner of
 * the mailbox can tell which, and the password is chosen behind the link, so nobody can prepare an account for another.
 */
export async function askSignUp(
	db: Database,
	asked: Asked & { name: string; next?: string; trial?: StoredTrial }
): Promise<Admission> {
	const admission = await mayMail(db, asked);
	if (!admission.allowed) return admission;
	const { email, language, origin, now, name, next, trial } = asked;
	const known = await accounts.byEmail(db, email);
	const subject = {
		email,
		name,
		...(next !== undefined && { next }),
		...(trial && { trial })
	};
	const expiresAt = new Date(now.getTime() + lifetime['sign-up']);
	// Issued for known addresses too, and thrown away: the same work, the same time.
	const secret = await tokens.issue(db, { kind: 'sign-up', subject, expiresAt });
	const words = mailWords[language];
	const letter = known
		? words.known(`${origin}/${language}/sign-in`)
		: words.signUp(`${origin}/${language}/welcome/${secret}`);
	await post(db, { recipient: email, ...letter }, now);
	return admission;
}

/** Sends a link to choose a new password, or a mail that says there is no account. */
export async function askReset(db: Database, asked: Asked): Promise<Admission> {
	const admission = await mayMail(db, asked);
	if (!admission.allowed) return admission;
	const { email, language, origin, now } = asked;
	const known = await accounts.byEmail(db, email);
	const subject = known ? { accountId: known.id, email } : { email };
	const expiresAt = new Date(now.getTime() + lifetime.reset);
	const secret = await tokens.issue(db, { kind: 'reset', subject, expiresAt });
	const words = mailWords[language];
	const letter = known
		? words.reset(`${origin}/${language}/welcome/${secret}`)
		: words.unknown(`${origin}/${language}/sign-up`);
	await post(db, { recipient: email, ...letter }, now);
	return admission;
}

/** The link with which the first administrator is made. Only an empty database has one; a new one replaces it. */
export async function firstAdministratorSecret(db: Database, now: Date): Promise<string> {
	await tokens.removeKind(db, 'first-administrator');
	const expiresAt = new Date(now.getTime() + lifetime['first-administrator']);
	return tokens.issue(db, { kind: 'first-administrator', subject: {}, expiresAt });
}

/** What a link from a mail is for, without using it up. */
export async function behindLink(db: Database, secret: string, now: Date) {
	const token = await tokens.peek(db, secret, passwordLinks, now);
	if (token?.kind === 'reset' && !token.subject.accountId) return undefined;
	return token && { kind: token.kind, ...token.subject };
}

/**
 * Uses a link up: makes the account or sets its new password. Every other session of the account ends.
 *
 * @returns the account, or undefined when the link was used, is too old or never was
 */
export async function useLink(
	db: Database,
	given: {
		secret: string;
		password: string;
		/** Only for the first administrator: the other links know these. */
		person?: { email: string; name: string };
		language: Language;
		now: Date;
	}
): Promise<Account | undefined> {
	const passwordHash = await hashPassword(given.password);
	return db.transaction(async (tx) => {
		const token = await tokens.take(tx, given.secret, passwordLinks, given.now);
		if (!token) return undefined;
		const { subject } = token;
		if (token.kind === 'reset') {
			if (!subject.accountId || !subject.email) return undefined;
			await accounts.setPasswordHash(tx, subject.accountId, passwordHash);
			await sessions.removeOfAccount(tx, subject.accountId);
			await tokens.removeResetsOf(tx, subject.accountId);
			await forgive(tx, 'sign-in', subject.email);
			return accounts.byEmail(tx, subject.email);
		}
		const first = token.kind === 'first-administrator';
		if (first && !(await accounts.isEmpty(tx))) return undefined;
		const person = first ? given.person : subject;
		if (!person?.email || !person.name) return undefined;
		const { email, name } = person;
		const { language, now } = given;
		const account: Account = {
			...newAccount({ email, name, language, passwordHash, now }),
			...(first && { role: 'administrator' })
		};
		if (!(await accounts.insert(tx, account))) return undefined;
		await adopt(tx, { accountId: account.id, stored: subject.trial, at: given.now });
		return account;
	});
}

/** Somebody who begins: a learner, in the edition of today. */
export const newAccount = ({
	now,
	...given
}: Pick<Account, 'email' | 'name' | 'language' | 'passwordHash'> & { now: Date }): Account => ({
	...{ ...given, id: randomUUID(), role: 'learner', edition: course.edition },
	...{ ...accounts.unset, createdAt: now }
});

/** Gives a role; whoever had another has to sign in again, so that nothing of the old one stays open. */
export async function giveRole(
	db: Database,
	id: string,
	role: Role,
	{ by, at }: { by: string; at: Date }
): Promise<boolean> {
	return db.transaction(async (tx) => {
		const done = await accounts.setRole(tx, id, role);
		if (done) await sessions.removeOfAccount(tx, id);
		if (done) await audit.record(tx, { at, actor: by, subject: id, action: 'role', detail: role });
		return done;
	});
}
