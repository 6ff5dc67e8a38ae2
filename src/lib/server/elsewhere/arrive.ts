import type { Cookies } from '@sveltejs/kit';
import type { Language } from '#lib/course/language.ts';
import * as accounts from '../accounts.ts';
import type { App } from '../app.ts';
import { homeOf, safeNext } from '../next.ts';
import * as trial from '../trial.ts';

/** Signs somebody in, as every other way in does. @returns where they go on */
export async function arrive(
	{ app, locals, cookies }: { app: App; locals: App.Locals; cookies: Cookies },
	account: accounts.Account,
	given: { confirmedAt: Date; secondFactorAt?: Date; next: string; language: Language }
): Promise<string> {
	const { db, now } = locals;
	const { next: wanted, language, ...proven } = given;
	const { name, value, attributes } = await app.sessions.create(account, now, proven);
	cookies.set(name, value, attributes);
	await accounts.setSignedIn(db, account.id, now);
	await trial.carryOver(db, cookies, { accountId: account.id, at: now });
	const next = safeNext(wanted, homeOf(account, language));
	const visitor = await app.sessions.validate(value);
	return visitor?.hasSecondStep && !proven.secondFactorAt
		? `/${language}/second-step?next=${encodeURIComponent(next)}`
		: next;
}
