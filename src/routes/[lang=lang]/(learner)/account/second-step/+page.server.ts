import { fail, redirect, type Cookies } from '@sveltejs/kit';
import type { Account } from '#lib/server/accounts.ts';
import { confirmed } from '#lib/server/auth/confirmed.ts';
import * as secondStep from '#lib/server/auth/second-step.ts';
import { app } from '#lib/server/current.ts';
import { signedIn } from '#lib/server/learner.ts';
import { safeNext } from '#lib/server/next.ts';
import { qrPath } from '#lib/server/qr.ts';
import { formOf, texts } from '#lib/server/texts.ts';
import type { Actions, PageServerLoad } from './$types';

const setting = ({ db, now }: App.Locals): secondStep.Setting => {
	const { secretKey: key, env } = app();
	return { db, key, origin: env.ORIGIN, now };
};
const isRequired = ({ role }: Account) =>
	app().env.SECOND_STEP === 'required' && role !== 'learner';

export const load: PageServerLoad = async (event) => {
	const { locals, url } = event;
	const account = signedIn(locals);
	const standing = await secondStep.standingOf(setting(locals), account);
	// A secret is not for whoever finds an open screen.
	if (!standing.on && standing.pending) confirmed(event);
	return {
		next: safeNext(url.searchParams.get('next'), ''),
		required: isRequired(account),
		on: standing.on ? { since: standing.since, left: standing.left } : undefined,
		pending:
			!standing.on && standing.pending
				? { secret: standing.pending.secret, qr: qrPath(standing.pending.uri) }
				: undefined
	};
};

/** A session that has done the second step, in the place of the one there was. */
async function renew(locals: App.Locals, cookies: Cookies): Promise<void> {
	const { sessions } = app();
	if (locals.sessionId) await sessions.revoke(locals.sessionId);
	const done = { secondFactorAt: locals.now };
	const { name, value, attributes } = await sessions.create(signedIn(locals), locals.now, done);
	cookies.set(name, value, attributes);
}

/** The page once more, with where somebody wants to go on afterwards. */
function here({ locals, url }: { locals: App.Locals; url: URL }): never {
	const next = safeNext(url.searchParams.get('next'), '');
	const rest = next && `?next=${encodeURIComponent(next)}`;
	redirect(303, `/${locals.language}/account/second-step${rest}`);
}

export const actions: Actions = {
	begin: async (event) => {
		confirmed(event);
		const { locals } = event;
		await secondStep.begin(setting(locals), signedIn(locals));
		here(event);
	},
	finish: async (event) => {
		confirmed(event);
		const { locals, request, cookies, setHeaders } = event;
		const { code } = texts(await formOf(request), 'code');
		const said = await secondStep.finish(setting(locals), signedIn(locals), code);
		if (said.kind === 'wait') {
			setHeaders({ 'retry-after': String(said.retryAfter) });
			return fail(429, { wait: said.retryAfter });
		}
		if (said.kind === 'wrong') return fail(400, { wrong: true });
		await renew(locals, cookies);
		app().sendMail();
		return { codes: said.codes };
	},
	newCodes: async (event) => {
		confirmed(event);
		const codes = await secondStep.newCodes(setting(event.locals), signedIn(event.locals));
		return codes ? { codes } : here(event);
	},
	turnOff: async (event) => {
		confirmed(event);
		const { locals } = event;
		const account = signedIn(locals);
		if (isRequired(account)) return fail(409, { required: true });
		await secondStep.turnOff(setting(locals), account);
		app().sendMail();
		here(event);
	}
};
