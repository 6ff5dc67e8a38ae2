import { fail, redirect } from '@sveltejs/kit';
import * as audit from '#lib/server/audit.ts';
import { confirmed } from '#lib/server/auth/confirmed.ts';
import { hasPassword } from '#lib/server/auth/password.ts';
import { ownedBy } from '#lib/server/certificates.ts';
import { managedBy } from '#lib/server/cohorts.ts';
import { app } from '#lib/server/current.ts';
import { signedIn } from '#lib/server/learner.ts';
import { pseudonymOf } from '#lib/server/auth/pseudonym.ts';
import { confirm, erase, overview, ticketFor, type Confirmed } from '#lib/server/privacy/data.ts';
import { formOf, texts } from '#lib/server/texts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { db, language } = locals;
	const account = signedIn(locals);
	const [kept, certificate, managed, done] = await Promise.all([
		overview(db, account),
		ownedBy(db, account, language),
		managedBy(db, account.id),
		audit.ofPerson(db, account.id)
	]);
	return {
		kept,
		after: certificate?.afterErasure,
		managed: managed.map(({ cohort }) => cohort.name),
		done,
		hasPassword: hasPassword(account),
		months: app().env.RETENTION_MONTHS
	};
};

const refused = (at: 'take' | 'erase', said: Exclude<Confirmed, { kind: 'confirmed' }>) =>
	said.kind === 'wait'
		? fail(429, { at, problem: 'wait', retryAfter: said.retryAfter })
		: fail(400, { at, problem: 'wrong' });

/** Whether it is really them: by their password, or, for who has none, at the organisation's own sign-in. */
async function prove(
	event: { locals: App.Locals; url: URL },
	password: string
): Promise<Confirmed> {
	const { db, now } = event.locals;
	const account = signedIn(event.locals);
	if (hasPassword(account)) return confirm(db, account, password, now);
	confirmed(event);
	return { kind: 'confirmed' };
}

export const actions: Actions = {
	take: async (event) => {
		const { locals, request } = event;
		const { db, now, language } = locals;
		const { password } = texts(await formOf(request), 'password');
		const said = await prove(event, password);
		if (said.kind !== 'confirmed') return refused('take', said);
		const ticket = await ticketFor(db, signedIn(locals), now);
		redirect(303, `/${language}/account/data/archive.zip?ticket=${ticket}`);
	},
	erase: async (event) => {
		const { locals, request, cookies, setHeaders } = event;
		const { db, now, language } = locals;
		const account = signedIn(locals);
		const { password, sure } = texts(await formOf(request), 'password', 'sure');
		if (sure !== 'on') return fail(400, { at: 'erase', problem: 'sure' });
		const said = await prove(event, password);
		if (said.kind !== 'confirmed') return refused('erase', said);
		if ((await erase(db, account, now)) !== 'erased')
			return fail(409, { at: 'erase', problem: 'last-administrator' });
		// For whoever puts a backup from before this back: it knows no name, and outlives the database.
		app().log.warn({ event: 'erased', pseudonym: pseudonymOf(account.id) });
		const { name, value, attributes } = await app().sessions.revoke(locals.sessionId ?? '');
		cookies.set(name, value, attributes);
		setHeaders({ 'clear-site-data': '"cache", "storage"' });
		redirect(303, `/${language}?erased`);
	}
};
