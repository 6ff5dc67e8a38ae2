import type { Cookies } from '@sveltejs/kit';
import type { App } from '../app.ts';
import { admit, perAddress } from '../auth/throttle.ts';
import { homeOf, safeNext } from '../next.ts';
import { arrive } from './arrive.ts';
import * as identities from './identities.ts';
import * as pendings from './pending.ts';
import type { Fault, Told } from './provider.ts';
import { codeFor } from './rules.ts';
import { troubleAt, type Trouble } from './trouble.ts';

// The way to the provider and back. Each end of it is an address of ours to go on to.

export type Visit = { app: App; locals: App.Locals; cookies: Cookies };
type Purpose = pendings.Pending['purpose'];

export const placeOf = ({ app, locals }: Visit): pendings.Place => ({
	...{ db: locals.db, now: locals.now, key: app.secretKey }
});
export const isSecure = (app: App) => app.env.ORIGIN.startsWith('https:');

/**
 * Where somebody goes to say who they are.
 *
 * @param asked what it is for, and where they want to go on afterwards
 */
export async function begin(
	visit: Visit,
	asked: { purpose: Purpose; next: string }
): Promise<string | undefined> {
	const { app, locals, cookies } = visit;
	const { db, now, language, account, address } = locals;
	if (!app.provider) return undefined;
	const trouble = (what: Trouble) => troubleAt(what, { ...asked, language });
	if (asked.purpose !== 'sign-in' && !account) return trouble('expired');
	const admission = await admit(db, perAddress, 'elsewhere-from', address, now);
	if (!admission.allowed) return trouble('wait');
	const browser = pendings.browserOf(cookies, isSecure(app));
	const ours = asked.purpose !== 'sign-in' && account ? { accountId: account.id } : {};
	const state = await pendings.begin(placeOf(visit), browser, { ...asked, ...ours, language });
	const checks = pendings.checksOf(app.secretKey, state, browser);
	const there = await app.provider.address(checks, language, asked.purpose === 'confirm');
	if (there.kind === 'go') return there.to;
	note(app, there);
	return trouble(there.fault);
}

/** For whoever runs this place: what went wrong, and nothing of whom it went wrong for. */
function note(app: App, { fault, cause }: { fault: Fault; cause: unknown }): void {
	const why: string[] = [];
	for (let at = cause; at instanceof Error && why.length < 4; at = at.cause) why.push(at.message);
	app.log.warn({ event: 'sign-in-elsewhere', fault, why: why.join(': ').slice(0, 300) });
}

/** Somebody comes back from the provider. @returns where they go on */
export async function back(visit: Visit, url: URL): Promise<string | undefined> {
	const { app, locals, cookies } = visit;
	if (!app.provider) return undefined;
	const browser = pendings.browserIn(cookies, isSecure(app));
	const state = url.searchParams.get('state') ?? '';
	const pending = await pendings.take(placeOf(visit), state, browser, 'away');
	if (!pending || browser === undefined)
		return troubleAt('expired', { purpose: 'sign-in', language: locals.language, next: '' });
	const checks = pendings.checksOf(app.secretKey, state, browser);
	const answer = await app.provider.read(url.search, checks);
	if (answer.kind === 'fault') {
		note(app, answer);
		return troubleAt(answer.fault, pending);
	}
	const go = { 'sign-in': signIn, confirm, link }[pending.purpose];
	return go({ ...visit, pending, browser }, answer.told);
}

type Back = Visit & { pending: pendings.Pending; browser: string };

async function signIn(visit: Back, told: Told): Promise<string> {
	const { app, locals, pending } = visit;
	const found = await identities.recognise(identityPlace(visit), told, pending.language);
	if (found.kind === 'refused') return troubleAt(found.why, pending);
	const { account } = found;
	const rules = app.env.elsewhere?.cohorts ?? [];
	const given = { account, claims: told.claims, now: locals.now };
	const code = await codeFor(locals.db, rules, given);
	// Whoever is new reads first what joining means; whoever wanted to go somewhere goes there.
	const first =
		code !== undefined && (pending.next === '' || (found.kind === 'known' && found.made));
	const next = first ? `/${pending.language}/join/${code}` : pending.next;
	if (found.kind === 'prove')
		return prove(visit, told, { ...pending, accountId: account.id, next });
	app.sendMail();
	const secondFactorAt = told.secondFactor ? locals.now : undefined;
	return arrive(visit, account, {
		...(secondFactorAt && { secondFactorAt }),
		// Somebody whom the provider let through without asking anything did not prove anything now.
		confirmedAt: notAfter(locals.now, told.authenticatedAt ?? new Date(0)),
		...{ next, language: pending.language }
	});
}

const notAfter = (now: Date, at: Date) => (at > now ? now : at);

/** Clocks differ a little. */
const SLACK_MS = 60_000;

/** Whoever is signed in proves once more that it is them. */
async function confirm(visit: Back, told: Told): Promise<string> {
	const { app, locals, pending } = visit;
	const { account, sessionId, now } = locals;
	if (!account || account.id !== pending.accountId || !sessionId)
		return troubleAt('expired', pending);
	const owner = await identities.accountOf(locals.db, told);
	if (owner?.id !== account.id) return troubleAt('somebody-else', pending);
	const at = told.authenticatedAt?.getTime() ?? 0;
	if (at < pending.beganAt.getTime() - SLACK_MS) return troubleAt('not-again', pending);
	if (locals.hasSecondStep && !told.secondFactor) return prove(visit, told, pending);
	await app.sessions.confirm(sessionId, now);
	return safeNext(pending.next, homeOf(account, pending.language));
}

/** Whoever is signed in wants to come in from elsewhere too: they say so once more, with their password. */
async function link(visit: Back, told: Told): Promise<string> {
	const { app, locals, pending } = visit;
	if (!app.env.elsewhere || locals.account?.id !== pending.accountId)
		return troubleAt('expired', pending);
	const address = identities.addressOf(app.env.elsewhere, told);
	if ('why' in address) return troubleAt(address.why, pending);
	const owner = await identities.accountOf(locals.db, told);
	if (owner && owner.id !== pending.accountId) return troubleAt('taken', pending);
	return prove(visit, told, pending);
}

/** A page of ours on which they prove what the provider cannot. */
async function prove(visit: Back, told: Told, pending: pendings.Pending): Promise<string> {
	const { issuer, subject, secondFactor } = told;
	const { beganAt: _beganAt, ...rest } = pending;
	const kept = { ...rest, known: { issuer, subject }, secondFactor };
	const secret = await pendings.begin(placeOf(visit), visit.browser, kept);
	return `/${pending.language}/sign-in/elsewhere/${secret}`;
}

export function identityPlace({ app, locals }: Visit): identities.Place {
	if (!app.env.elsewhere) throw new Error('There is no way in from elsewhere');
	return { db: locals.db, setting: app.env.elsewhere, origin: app.env.ORIGIN, now: locals.now };
}
