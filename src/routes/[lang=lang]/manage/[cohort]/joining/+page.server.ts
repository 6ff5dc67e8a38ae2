import { error, fail, redirect } from '@sveltejs/kit';
import * as cohorts from '#lib/server/cohorts.ts';
import { app } from '#lib/server/current.ts';
import * as invitations from '#lib/server/invitations.ts';
import { signedIn } from '#lib/server/learner.ts';
import { domainsIn } from '#lib/server/mail-domains.ts';
import { LARGEST_FILE, readPeople, readTyped } from '#lib/server/people-file.ts';
import { qrPath } from '#lib/server/qr.ts';
import { formOf, texts, whole } from '#lib/server/texts.ts';
import type { Actions, PageServerLoad } from './$types';

/** The cohort through the manager who asks; anybody else's is not there. */
async function by(locals: App.Locals, params: { cohort: string }) {
	const { id: managerId } = signedIn(locals);
	const cohort = (await cohorts.ofManager(locals.db, managerId, params.cohort)) ?? error(404);
	return { cohort, managerId, now: locals.now };
}

export const load: PageServerLoad = async ({ locals, params }) => {
	const { db, now, language } = locals;
	const { cohort } = await by(locals, params);
	const [links, open] = await Promise.all([
		cohorts.links(db, cohort, now),
		invitations.open(db, cohort, now)
	]);
	const origin = app().env.ORIGIN;
	return {
		cohort: { id: cohort.id, name: cohort.name, archived: cohort.archivedAt !== null },
		links: links.map(({ code, state, ...link }) => {
			const address = `${origin}/${language}/join/${code}`;
			const { id, uses, maxUses, domains, createdAt, expiresAt, revokedAt } = link;
			return {
				...{ id, code, uses, maxUses, domains, createdAt, expiresAt, revokedAt, state, address },
				qr: state === 'open' ? qrPath(address) : undefined
			};
		}),
		invitations: open
	};
};

const DAY = 24 * 60 * 60 * 1000;

export const actions: Actions = {
	makeLink: async ({ locals, params, request }) => {
		const { cohort, managerId } = await by(locals, params);
		const typed = texts(await formOf(request), 'maxUses', 'days', 'domains');
		const maxUses = whole(typed.maxUses, 5000);
		const days = whole(typed.days, 365);
		const domains = domainsIn(typed.domains);
		if (!maxUses || !days || !domains)
			return fail(400, {
				maxUses: typed.maxUses.slice(0, 20),
				days: typed.days.slice(0, 20),
				domains: typed.domains.slice(0, 2000),
				badUses: !maxUses,
				badDays: !days,
				badDomains: !domains
			});
		const at = locals.now;
		const expiresAt = new Date(at.getTime() + days * DAY);
		const given = { cohort, managerId, maxUses, domains, expiresAt, at };
		await cohorts.makeLink(locals.db, given);
		return { made: true };
	},

	/** Also takes back an invitation: that is a link for one person. */
	revokeLink: async ({ locals, params, request }) => {
		const { cohort, managerId } = await by(locals, params);
		const { link: id } = texts(await formOf(request), 'link');
		await cohorts.revokeLink(locals.db, { cohort, managerId, id, at: locals.now });
		return { revoked: true };
	},

	/** A file, or else what was typed; nothing is done with it before it was looked at. */
	bring: async ({ locals, params, request }) => {
		const asked = await by(locals, params);
		const form = await formOf(request);
		const { addresses } = texts(form, 'addresses');
		const file = form.get('file');
		const given = file instanceof File && file.size > 0 ? file : undefined;
		const typed = addresses.slice(0, 60_000);
		if (given && given.size > LARGEST_FILE)
			return fail(400, { addresses: typed, listProblem: 'too-large' as const });
		const read = given
			? readPeople(new Uint8Array(await given.arrayBuffer()))
			: readTyped(addresses);
		if (read.kind !== 'people') return fail(400, { addresses: typed, listProblem: read.kind });
		if (read.faults.length > 0)
			return fail(400, {
				addresses: typed,
				faults: read.faults.slice(0, 200),
				faultsInAll: read.faults.length,
				fine: read.people.length
			});
		const id = await invitations.bring(locals.db, asked, read.people);
		redirect(303, `/${locals.language}/manage/${asked.cohort.id}/joining/${id}`);
	}
};
