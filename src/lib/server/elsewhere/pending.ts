import { randomBytes } from 'node:crypto';
import type { Cookies } from '@sveltejs/kit';
import type { Language } from '#lib/course/language.ts';
import { fingerprint } from '../auth/seal.ts';
import type { Database } from '../db/connect.ts';
import type { PendingSignIn } from '../db/schema.ts';
import * as tokens from '../db/tokens.ts';
import type { Checks } from './provider.ts';

// Somebody who is on their way: ten minutes, once, and only in the browser in which they began.

const LIFETIME_MS = 10 * 60_000;
const KIND = ['sign-in-elsewhere'] as const;

export type Place = { db: Database; key: Buffer; now: Date };
export type Pending = Omit<PendingSignIn, 'browser'> & {
	language: Language;
	/** Where to go afterwards; empty for where they begin. */
	next: string;
	accountId?: string;
	beganAt: Date;
};

/** What a browser keeps meanwhile. Two tabs keep the same, so that both find their way back. */
export function browserOf(cookies: Cookies, secure: boolean): string {
	const name = cookieName(secure);
	const browser = browserIn(cookies, secure) ?? randomBytes(32).toString('base64url');
	const maxAge = LIFETIME_MS / 1000;
	cookies.set(name, browser, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge });
	return browser;
}

export function browserIn(cookies: Cookies, secure: boolean): string | undefined {
	const kept = cookies.get(cookieName(secure));
	return kept !== undefined && /^[\w-]{43}$/.test(kept) ? kept : undefined;
}

const cookieName = (secure: boolean) => (secure ? '__Host-elsewhere' : 'elsewhere');

/** What the provider must give back, made from secrets of which the database holds none. */
export const checksOf = (key: Buffer, state: string, browser: string): Checks => ({
	state,
	nonce: fingerprint(key, state, `nonce ${browser}`),
	verifier: fingerprint(key, state, `verifier ${browser}`)
});

/** @returns the secret with which it is found again */
export function begin(
	{ db, key, now }: Place,
	browser: string,
	{ next, accountId, ...rest }: Omit<Pending, 'beganAt'>
): Promise<string> {
	const elsewhere = { ...rest, browser: printOf(key, browser) };
	return tokens.issue(db, {
		kind: 'sign-in-elsewhere',
		subject: { elsewhere, next, ...(accountId !== undefined && { accountId }) },
		expiresAt: new Date(now.getTime() + LIFETIME_MS)
	});
}

const printOf = (key: Buffer, browser: string) => fingerprint(key, 'browser', browser);

/**
 * Looks without using it up.
 *
 * @param stage whether they still have to come back from the provider, or were there and have to prove something here
 */
export async function peek(
	{ db, key, now }: Place,
	secret: string,
	browser: string | undefined,
	stage: 'away' | 'back'
): Promise<Pending | undefined> {
	const token = await tokens.peek(db, secret.slice(0, 100), KIND, now);
	const elsewhere = token?.subject.elsewhere;
	if (!elsewhere || browser === undefined) return undefined;
	const { browser: print, ...rest } = elsewhere;
	if (print !== printOf(key, browser)) return undefined;
	if ((rest.known === undefined) !== (stage === 'away')) return undefined;
	const { next = '', accountId } = token.subject;
	const beganAt = new Date(token.expiresAt.getTime() - LIFETIME_MS);
	return { ...rest, next, beganAt, ...(accountId !== undefined && { accountId }) };
}

/** Uses it up. Of many at once, one gets it; another browser does not, and takes nothing away. */
export async function take(
	place: Place,
	...which: [secret: string, browser: string | undefined, stage: 'away' | 'back']
): Promise<Pending | undefined> {
	const pending = await peek(place, ...which);
	if (!pending) return undefined;
	return (await tokens.take(place.db, which[0].slice(0, 100), KIND, place.now)) && pending;
}
