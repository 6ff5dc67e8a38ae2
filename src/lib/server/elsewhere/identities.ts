import type { Language } from '#lib/course/language.ts';
import { newAccount, tidyEmail, tidyName, type Account } from '../accounts.ts';
import * as audit from '../audit.ts';
import { hasPassword, NO_PASSWORD } from '../auth/password.ts';
import * as accounts from '../db/accounts.ts';
import type { Database } from '../db/connect.ts';
import * as identities from '../db/identities.ts';
import { post } from '../mail.ts';
import { fitsDomains } from '../mail-domains.ts';
import { identityLetter, type IdentityNews } from './letters.ts';
import type { Told } from './provider.ts';
import type { Setting } from './setting.ts';

// Whose account it is that somebody comes in with from elsewhere. They are known by what the provider calls them, never
// by an address: an address may be given to somebody else later.

export { accountOf, ofAccount } from '../db/identities.ts';

export type Place = { db: Database; setting: Setting; origin: string; now: Date };

export type Recognised =
	| { kind: 'known'; account: Account; made: boolean }
	/** Somebody has this address already: they have to prove that it is them. */
	| { kind: 'prove'; account: Account }
	| { kind: 'refused'; why: NotAllowed };
export type NotAllowed = 'unverified' | 'other-domain';

/** The address with which somebody may come in this way, or why they may not. */
export function addressOf(
	{ domains }: Pick<Setting, 'domains'>,
	{ address }: Pick<Told, 'address'>
): { email: string } | { why: NotAllowed } {
	const email = address?.verified ? tidyEmail(address.email) : undefined;
	if (email === undefined) return { why: 'unverified' };
	return domains.length > 0 && fitsDomains(email, domains) ? { email } : { why: 'other-domain' };
}

/** Finds whose it is; makes an account for whoever has none. */
export async function recognise(
	{ db, setting, origin, now }: Place,
	told: Told,
	language: Language
): Promise<Recognised> {
	const address = addressOf(setting, told);
	if ('why' in address) return { kind: 'refused', why: address.why };
	const { email } = address;
	// Twice: of two who come in for the first time at once, the second finds what the first made.
	for (let tries = 0; tries < 2; tries++) {
		const owner = await accounts.byEmail(db, email);
		const account = await identities.accountOf(db, told);
		if (account) return { kind: 'known', account, made: false };
		if (owner) return { kind: 'prove', account: owner };
		const made = newAccount({
			email,
			name: nameIn(told, email),
			language,
			passwordHash: NO_PASSWORD,
			now
		});
		const done = await db.transaction(async (tx) => {
			if (!(await accounts.insert(tx, made))) return false;
			await add(tx, told, made, now);
			await tell(tx, { setting, origin, now }, made, 'made');
			return true;
		});
		if (done) return { kind: 'known', account: made, made: true };
	}
	throw new Error('an account was made and taken away at once');
}

const add = (tx: Database, { issuer, subject }: identities.Known, { id }: Account, now: Date) =>
	identities.insert(tx, { issuer, subject, accountId: id, createdAt: now });

function nameIn({ claims }: Told, email: string): string {
	const text = (name: string) => (typeof claims[name] === 'string' ? claims[name] : '');
	const names = [text('name'), `${text('given_name')} ${text('family_name')}`];
	const tidy = names.map((each) => tidyName([...each.slice(0, 400)].slice(0, 80).join('')));
	return tidy.find((each) => each !== undefined) ?? email.slice(0, email.lastIndexOf('@'));
}

/**
 * From now on somebody comes in from elsewhere too. What they were called there before no longer counts.
 *
 * @returns `taken` when it is somebody else's
 */
export async function link(
	{ db, setting, origin, now }: Place,
	account: Account,
	known: identities.Known
): Promise<'linked' | 'taken'> {
	return db.transaction(async (tx) => {
		await accounts.lock(tx, account.id);
		if (await add(tx, known, account, now)) {
			await identities.removeOthers(tx, account.id, known);
			await tell(tx, { setting, origin, now }, account, 'linked');
			return 'linked';
		}
		const owner = await identities.accountOf(tx, known);
		return owner?.id === account.id ? 'linked' : 'taken';
	});
}

/** They no longer come in from elsewhere. Only for who has a password: otherwise nobody could come in. */
export async function unlink(
	{ db, setting, origin, now }: Place,
	account: Account
): Promise<'unlinked' | 'no-password'> {
	if (!hasPassword(account)) return 'no-password';
	await db.transaction(async (tx) => {
		if (!(await identities.remove(tx, account.id, setting.issuer))) return;
		await tell(tx, { setting, origin, now }, account, 'unlinked');
	});
	return 'unlinked';
}

/** Written down, and mailed to the person: who did not do this themselves has to know. */
async function tell(
	tx: Database,
	{ setting, origin, now }: Omit<Place, 'db'>,
	{ id, email, name, language }: Account,
	news: IdentityNews
): Promise<void> {
	await audit.record(tx, { at: now, actor: id, action: 'identity', detail: news });
	const about = { name, provider: setting.name, link: `${origin}/${language}/account` };
	await post(tx, { recipient: email, ...identityLetter(language, news, about) }, now);
}
