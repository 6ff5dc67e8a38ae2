import * as accounts from '../accounts.ts';
import * as secondStep from '../auth/second-step.ts';
import * as rows from '../db/accounts.ts';
import { homeOf, safeNext } from '../next.ts';
import { arrive } from './arrive.ts';
import * as identities from './identities.ts';
import * as pendings from './pending.ts';
import { troubleAt } from './trouble.ts';
import { identityPlace, isSecure, placeOf, type Visit } from './way.ts';

// What the provider cannot say: that an account that was here already is theirs. Its password says so, and its code.

type Open = { pending: pendings.Pending; account: accounts.Account; asksCode: boolean };

const settingOf = ({ app, locals }: Visit): secondStep.Setting => ({
	...{ db: locals.db, now: locals.now, key: app.secretKey, origin: app.env.ORIGIN }
});
const which = (visit: Visit, secret: string) =>
	[secret, pendings.browserIn(visit.cookies, isSecure(visit.app)), 'back'] as const;

async function open(visit: Visit, secret: string): Promise<Open | undefined> {
	const { db, account: self } = visit.locals;
	const pending = await pendings.peek(placeOf(visit), ...which(visit, secret));
	if (!pending?.accountId) return undefined;
	// What somebody does with an account they are in, they do only while they are in it.
	if (pending.purpose !== 'sign-in' && self?.id !== pending.accountId) return undefined;
	const account = await rows.byId(db, pending.accountId);
	if (!account) return undefined;
	const { on: asksCode } = await secondStep.standingOf(settingOf(visit), account);
	return { pending, account, asksCode };
}

/** What is asked of somebody, without using anything up. */
export async function isOpen(visit: Visit, secret: string) {
	const found = await open(visit, secret);
	if (!found) return undefined;
	const { pending, account, asksCode } = found;
	const { purpose } = pending;
	return { purpose, email: account.email, asksPassword: purpose !== 'confirm', asksCode };
}

export type Proved =
	| { kind: 'proved'; to: string }
	| { kind: 'gone' | 'wrong-password' | 'wrong-code' }
	| { kind: 'wait'; retryAfter: number };

/** With as many tries as at the door. Without the code of who has a second step, the provider's word would replace it. */
export async function proved(
	visit: Visit,
	secret: string,
	typed: { password: string; code: string }
): Promise<Proved> {
	const found = await open(visit, secret);
	if (!found) return { kind: 'gone' };
	const { pending, account, asksCode } = found;
	const { db, now, address } = visit.locals;
	if (pending.purpose !== 'confirm') {
		const { email } = account;
		const password = typed.password.slice(0, 1024);
		const said = await accounts.authenticate(db, { email, password, address, now });
		if (said.kind === 'wait') return said;
		if (said.kind === 'wrong') return { kind: 'wrong-password' };
	}
	if (asksCode) {
		const checked = await secondStep.check(settingOf(visit), account, typed.code);
		if (checked.kind === 'wait') return checked;
		if (checked.kind === 'wrong') return { kind: 'wrong-code' };
	}
	if (!(await pendings.take(placeOf(visit), ...which(visit, secret)))) return { kind: 'gone' };
	return { kind: 'proved', to: await goOn(visit, found) };
}

async function goOn(visit: Visit, { pending, account, asksCode }: Open): Promise<string> {
	const { app, locals } = visit;
	const { purpose, known, language, next } = pending;
	if (purpose !== 'confirm') {
		const linked = known && (await identities.link(identityPlace(visit), account, known));
		if (linked !== 'linked') return troubleAt('taken', pending);
	}
	app.sendMail();
	if (purpose === 'sign-in') {
		const done = asksCode || pending.secondFactor === true;
		return arrive(visit, account, {
			...{ confirmedAt: locals.now, next, language },
			...(done && { secondFactorAt: locals.now })
		});
	}
	if (locals.sessionId) await app.sessions.confirm(locals.sessionId, locals.now);
	return purpose === 'link'
		? `/${language}/account?linked`
		: safeNext(next, homeOf(account, language));
}
