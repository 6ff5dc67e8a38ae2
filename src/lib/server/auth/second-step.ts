import { randomInt } from 'node:crypto';
import { generateSecret, generateURI, verifySync } from 'otplib';
import type { Account } from '../accounts.ts';
import * as audit from '../audit.ts';
import * as accounts from '../db/accounts.ts';
import type { Database } from '../db/connect.ts';
import * as factors from '../db/second-factor.ts';
import * as sessions from '../db/sessions.ts';
import { post } from '../mail.ts';
import { secondStepLetter, type SecondStepNews } from '../second-step-letters.ts';
import { fingerprint, seal, unseal } from './seal.ts';
import { admit, forgive, perAccount } from './throttle.ts';

// The second step of signing in: codes of six digits that a device makes from a secret every 30 seconds (TOTP, RFC 6238).

const STEP_SECONDS = 30;
const CODES = 10;
/** Without letters and digits that look alike. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';
const NAME = 'Bij het begin';

/** What every verb here needs besides a person: where secrets are, what they are sealed with, where links lead. */
export type Setting = { db: Database; key: Buffer; origin: string; now: Date };

export type Checked =
	| { kind: 'right'; by: 'device' | 'recovery' }
	| { kind: 'wrong' }
	| { kind: 'wait'; retryAfter: number };

/** The time step of a code that is right now, or was one step ago or will be one step from now. */
export function stepOf(secret: string, code: string, now: Date): number | undefined {
	if (!/^\d{6}$/.test(code)) return undefined;
	const epoch = Math.floor(now.getTime() / 1000);
	const found = verifySync({ secret, token: code, epoch, epochTolerance: STEP_SECONDS });
	return found.valid ? Math.floor(epoch / STEP_SECONDS) + found.delta : undefined;
}

/** How it is with somebody: whether it is on, since when, how many recovery codes are left, what is being set up. */
export async function standingOf({ db, key }: Setting, { id, email }: Account) {
	const row = await factors.of(db, id);
	if (!row) return { on: false as const };
	if (row.confirmedAt)
		return { on: true as const, since: row.confirmedAt, left: await factors.codesLeft(db, id) };
	const secret = unseal(key, id, row.secret);
	const uri = generateURI({ issuer: NAME, label: email, secret });
	return { on: false as const, pending: { secret, uri } };
}

/** Makes a secret to set up with. Nothing changes for who has a second step already. */
export async function begin({ db, key }: Setting, { id }: Account): Promise<void> {
	await factors.begin(db, id, seal(key, id, generateSecret()));
}

/** Turns it on when the first code is right. @returns the recovery codes, which are never shown again */
export async function finish(
	setting: Setting,
	account: Account,
	typed: string
): Promise<{ kind: 'on'; codes: string[] } | Exclude<Checked, { kind: 'right' }>> {
	const { db, key, now } = setting;
	const row = await factors.of(db, account.id);
	if (!row || row.confirmedAt) return { kind: 'wrong' };
	const admission = await admit(db, perAccount, 'second-step', account.id, now);
	if (!admission.allowed) return { kind: 'wait', retryAfter: admission.retryAfter };
	const step = stepOf(unseal(key, account.id, row.secret), typed.replace(/\s/g, ''), now);
	if (step === undefined) return { kind: 'wrong' };
	const codes = await db.transaction(async (tx) => {
		if (!(await factors.confirm(tx, row, step, now))) return undefined;
		const made = await freshCodes(tx, key, account.id);
		await tell(tx, setting, account, 'on', account.id);
		return made;
	});
	if (!codes) return { kind: 'wrong' };
	await forgive(db, 'second-step', account.id);
	return { kind: 'on', codes };
}

/** Whether somebody types a code of their device, or a recovery code. Whatever is right here is right once. */
export async function check(setting: Setting, account: Account, typed: string): Promise<Checked> {
	const { db, key, now } = setting;
	const admission = await admit(db, perAccount, 'second-step', account.id, now);
	if (!admission.allowed) return { kind: 'wait', retryAfter: admission.retryAfter };
	const row = await factors.of(db, account.id);
	if (!row?.confirmedAt) return { kind: 'wrong' };
	const code = tidyCode(typed);
	const step = stepOf(unseal(key, account.id, row.secret), code, now);
	const right =
		step !== undefined
			? await factors.takeStep(db, row, step)
			: await takeRecovery(setting, account, code);
	if (!right) return { kind: 'wrong' };
	await forgive(db, 'second-step', account.id);
	return { kind: 'right', by: step !== undefined ? 'device' : 'recovery' };
}

/** Other recovery codes: those there were work no more. Nothing for who has no second step. */
export async function newCodes(setting: Setting, account: Account): Promise<string[] | undefined> {
	const { db, key, now } = setting;
	return db.transaction(async (tx) => {
		await accounts.lock(tx, account.id);
		if (!(await factors.of(tx, account.id))?.confirmedAt) return undefined;
		const detail = 'new-codes';
		await audit.record(tx, { at: now, actor: account.id, action: 'second-step', detail });
		return freshCodes(tx, key, account.id);
	});
}

export async function turnOff(setting: Setting, account: Account): Promise<void> {
	await setting.db.transaction(async (tx) => {
		if (await factors.remove(tx, account.id)) await tell(tx, setting, account, 'off', account.id);
	});
}

/**
 * An administrator takes away the second step of somebody who lost their device. Whoever is signed in as them is not
 * any more.
 *
 * @returns false when there is nobody like that, or no second step to take away
 */
export async function reset(setting: Setting, id: string, by: string): Promise<boolean> {
	return setting.db.transaction(async (tx) => {
		const account = await accounts.byId(tx, id);
		if (!account || !(await factors.remove(tx, id))) return false;
		await sessions.removeOfAccount(tx, id);
		await tell(tx, setting, account, 'reset', by);
		return true;
	});
}

/** As people copy them: with spaces, dashes, capitals. */
const tidyCode = (typed: string) => typed.slice(0, 100).toLowerCase().replace(/[\s-]/g, '');

async function takeRecovery(setting: Setting, account: Account, code: string): Promise<boolean> {
	const hash = fingerprint(setting.key, account.id, code);
	return setting.db.transaction(async (tx) => {
		const taken = await factors.takeCode(tx, account.id, hash, setting.now);
		if (taken) await tell(tx, setting, account, 'recovery-code', account.id);
		return taken;
	});
}

async function freshCodes(tx: Database, key: Buffer, accountId: string): Promise<string[]> {
	const letters = (n: number) =>
		Array.from({ length: n }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
	const codes = Array.from({ length: CODES }, () => [4, 4, 4].map(letters).join('-'));
	const hashes = codes.map((code) => fingerprint(key, accountId, tidyCode(code)));
	await factors.setCodes(tx, accountId, hashes);
	return codes;
}

/** Written down, and mailed to the person: who did not do this themselves has to know. */
async function tell(
	tx: Database,
	{ origin, now }: Setting,
	{ id, email, name, language }: Account,
	news: SecondStepNews,
	by: string
): Promise<void> {
	const subject = by === id ? {} : { subject: id };
	await audit.record(tx, { at: now, actor: by, action: 'second-step', detail: news, ...subject });
	const link = `${origin}/${language}/account/second-step`;
	await post(tx, { recipient: email, ...secondStepLetter(language, news, { name, link }) }, now);
}
