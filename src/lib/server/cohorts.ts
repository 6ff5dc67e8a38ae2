import { randomBytes, randomUUID } from 'node:crypto';
import {
	cohortStats,
	type CohortStats,
	type MemberRow,
	type PersonLine
} from '#lib/learning/cohort.ts';
import {
	choose,
	nameKey,
	PAGE,
	pageOf,
	pagesOf,
	readView,
	writeView,
	type PeopleView
} from '#lib/learning/people-view.ts';
import { namedIn, together, type Named, type Together } from '#lib/learning/rollup.ts';
import { isoDay } from '#lib/i18n/format.ts';
import * as audit from './audit.ts';
import { course } from './course.ts';
import * as cohorts from './db/cohorts.ts';
import type { CohortRow } from './db/cohorts.ts';
import type { PlanGiven } from './cohort-settings.ts';
import type { Database } from './db/connect.ts';
import * as invitations from './db/invitations.ts';
import * as rollupRows from './db/rollups.ts';
import { isId } from './ids.ts';
import { fitsDomains } from './mail-domains.ts';
import { freshen, joinedOn, rules } from './rollups.ts';

export { managedBy } from './db/cohorts.ts';

export async function create(
	db: Database,
	given: {
		managerId: string;
		at: Date;
		sees: CohortRow['sees'];
	} & PlanGiven
): Promise<string> {
	const { managerId, at: createdAt, ...rest } = given;
	const id = randomUUID();
	await cohorts.insert(db, { id, createdAt, ...cohorts.plain, ...rest }, managerId);
	return id;
}

/** A cohort through its manager; undefined for anybody else's and for what is no id at all. */
export async function ofManager(
	db: Database,
	managerId: string,
	id: string
): Promise<CohortRow | undefined> {
	return isId(id) ? cohorts.ofManager(db, managerId, id) : undefined;
}

/** Everybody in a cohort: the files of the page and the letter about it come from here. */
export async function stats(db: Database, cohort: CohortRow, now: Date): Promise<CohortStats> {
	await freshen(db, { cohortId: cohort.id });
	const rows = await rollupRows.rowsOf(db, { cohortId: cohort.id });
	return cohortStats(course, cohort, rows, now);
}

/** The people of a cohort whom an address asks for, in its order: the files are exactly the screen. */
export async function chosen(
	db: Database,
	cohort: CohortRow,
	asked: URLSearchParams,
	now: Date
): Promise<PersonLine[]> {
	return choose((await stats(db, cohort, now)).people, readView(asked));
}

/** Remembers how a manager wants to see the list of a cohort; first the whole of it, whatever page they were on. */
export async function keepView(
	db: Database,
	given: { cohort: CohortRow; managerId: string; asked: URLSearchParams }
): Promise<void> {
	const view = writeView({ ...readView(given.asked), page: 1 });
	await cohorts.setView(db, given.cohort.id, given.managerId, view || null);
}

/** The line of one member, from what the list is made of and by its rules; undefined for who is not in it. */
export async function lineOf(
	db: Database,
	cohort: CohortRow,
	accountId: string,
	now: Date
): Promise<PersonLine | undefined> {
	const who = { cohortId: cohort.id, accountId };
	await freshen(db, who);
	const rows = await rollupRows.rowsOf(db, who);
	return cohortStats(course, cohort, rows, now).people[0];
}

export type Dashboard = Pick<Together, 'counts' | 'funnel' | 'overTime'> & {
	cohort: CohortRow;
	/** How many are in it, and how many of them are in the view. */
	total: number;
	chosen: number;
	view: PeopleView;
	/** One page of those in the view; `view.page` says which. */
	people: PersonLine[];
	pages: number;
	/** Some of those who may need their manager, by name, and how many there are beside them. */
	needs: { people: PersonLine[]; more: number };
};

/**
 * The page of a cohort, as its manager asks for it or kept it; undefined for anybody else's. All of it is from one moment, and
 * costs the same for a hundred people as for a million.
 */
export async function dashboard(
	db: Database,
	given: { managerId: string; id: string; asked: URLSearchParams; now: Date }
): Promise<Dashboard | undefined> {
	const { managerId, id } = given;
	if (!isId(id)) return undefined;
	const look = (anyway: boolean) =>
		db.transaction(
			async (tx) => {
				const found = await rollupRows.counted(tx, managerId, id, rules);
				if (!found) return undefined;
				return found.stale && !anyway ? 'stale' : shown(tx, found, given);
			},
			{ isolationLevel: 'repeatable read', accessMode: 'read only' }
		);
	const first = await look(false);
	if (first !== 'stale') return first;
	await freshen(db, { cohortId: id });
	// What changed since is of a moment later than this page.
	return (await look(true)) as Dashboard | undefined;
}

type Found = NonNullable<Awaited<ReturnType<typeof rollupRows.counted>>>;

async function shown(
	tx: Database,
	{ cohort, view: kept, parts }: Found,
	{ asked, now }: { asked: URLSearchParams; now: Date }
): Promise<Dashboard> {
	const view = viewOf(asked, kept);
	const {
		people: total,
		counts,
		standings,
		needs,
		funnel,
		overTime
	} = together(course, cohort, parts, { now, dayOf: isoDay });
	const { named } = needs;
	const { rows, chosen } =
		view.sort === 'name'
			? await byName(tx, cohort.id, view, { standings, counts, total, named })
			: await sorted(tx, cohort, view, { named, now });
	const lines = (some: MemberRow[]) => cohortStats(course, cohort, some, now).people;
	const pages = pagesOf(chosen);
	return {
		...{ cohort, counts, total, funnel, overTime, chosen, pages },
		needs: { people: lines(rows.named), more: needs.people - rows.named.length },
		people: lines(rows.shown),
		view: { ...view, page: Math.min(view.page, pages) }
	};
}

type Picked = { rows: { shown: MemberRow[]; named: MemberRow[] }; chosen: number };

/** The database keeps the list by name: it reads one page of it. */
async function byName(
	tx: Database,
	cohortId: string,
	{ pace, find, page }: PeopleView,
	of: Pick<Together, 'standings' | 'counts'> & { total: number; named: Named }
): Promise<Picked> {
	const searched = nameKey(find);
	const choice = {
		...(pace && { standings: of.standings[pace] }),
		...(searched ? { find: searched } : { people: pace ? of.counts[pace] : of.total })
	};
	const which = { page, size: PAGE, named: of.named };
	const { chosen, ...rows } = await rollupRows.page(tx, cohortId, choice, which);
	return { rows, chosen };
}

/** In any other order everybody has to be looked at. */
async function sorted(
	tx: Database,
	cohort: CohortRow,
	view: PeopleView,
	{ named, now }: { named: Named; now: Date }
): Promise<Picked> {
	const rows = await rollupRows.rowsOf(tx, { cohortId: cohort.id });
	const chosen = choose(cohortStats(course, cohort, rows, now).people, view);
	const own = new Map(rows.map((row) => [row.id, row]));
	const { people } = pageOf(chosen, view.page);
	const shown = people.map(({ id }) => own.get(id)!);
	return { rows: { shown, named: namedIn(rows, named) }, chosen: chosen.length };
}

/** What an address asks for; when it asks for nothing, what this manager kept. */
function viewOf(asked: URLSearchParams, kept: string | null): PeopleView {
	const asks = ['pace', 'find', 'sort', 'page'].some((each) => asked.has(each));
	return readView(asks ? asked : new URLSearchParams(kept ?? ''));
}

/** What the managers of each of a learner's cohorts see of them. */
export async function seenOf(
	db: Database,
	accountId: string,
	now: Date
): Promise<
	{
		cohort: CohortRow;
		joinedAt: Date;
		/** Why they were given more time. */
		reason: string | null;
		/** Whether this person agreed to what the cohort asks, when it asks something. */
		agreed: boolean;
		managers: string[];
		line: PersonLine;
	}[]
> {
	const joined = await cohorts.joinedBy(db, accountId);
	const managers = await cohorts.managersOf(
		db,
		joined.map((each) => each.cohort.id)
	);
	const seen = [];
	for (const { cohort, joinedAt, reason, agreedAt } of joined) {
		const line = await lineOf(db, cohort, accountId, now);
		if (!line) continue;
		const names = managers.filter((each) => each.cohortId === cohort.id).map((each) => each.name);
		const agreed = agreedAt !== null && agreedAt >= (cohort.asksBandsAt ?? agreedAt);
		seen.push({ cohort, joinedAt, reason, agreed, managers: names, line });
	}
	return seen;
}

export type LinkState = 'open' | 'expired' | 'full' | 'revoked' | 'archived';
/** Why an open link is not for this person: it invites somebody else, or is for other addresses. */
export type NotYours = 'not-yours' | 'other-domain';

function stateOf(
	link: cohorts.JoinLinkRow,
	{ archivedAt }: Pick<CohortRow, 'archivedAt'>,
	uses: number,
	now: Date
): LinkState {
	if (archivedAt) return 'archived';
	if (link.revokedAt) return 'revoked';
	if (link.expiresAt <= now) return 'expired';
	return uses >= link.maxUses ? 'full' : 'open';
}

export async function links(db: Database, cohort: CohortRow, now: Date) {
	const rows = await cohorts.linksOf(db, cohort.id);
	return rows.map(({ link, uses }) => ({ ...link, uses, state: stateOf(link, cohort, uses, now) }));
}

export async function makeLink(
	db: Database,
	given: {
		cohort: CohortRow;
		/** Who makes it. */
		managerId: string;
		maxUses: number;
		/** Lower case; none for any address. */
		domains: string[];
		expiresAt: Date;
		at: Date;
	}
): Promise<string> {
	const { cohort, managerId, maxUses, domains, expiresAt, at } = given;
	const code = randomBytes(12).toString('base64url');
	await db.transaction(async (tx) => {
		await cohorts.insertLink(tx, {
			...{ ...cohorts.forAnybody, id: randomUUID(), cohortId: cohort.id },
			...{ code, maxUses, domains, createdAt: at, expiresAt }
		});
		const event = { at, actor: managerId, cohortId: cohort.id, action: 'join-link' as const };
		await audit.record(tx, { ...event, detail: 'made' });
	});
	return code;
}

/** Takes back a link, or an invitation. */
export async function revokeLink(
	db: Database,
	{ cohort, managerId, id, at }: { cohort: CohortRow; managerId: string; id: string; at: Date }
): Promise<void> {
	if (!isId(id)) return;
	await db.transaction(async (tx) => {
		if (!(await cohorts.revokeLink(tx, cohort.id, id, at))) return;
		const event = { at, actor: managerId, cohortId: cohort.id, action: 'join-link' as const };
		await audit.record(tx, { ...event, detail: 'revoked' });
	});
}

/** The link behind a code from an address; what cannot be a code is not looked for. */
async function ofCode(db: Database, code: string) {
	return /^[\w-]{1,64}$/.test(code) ? cohorts.byCode(db, code) : undefined;
}

function notYours(
	{ email, domains }: cohorts.JoinLinkRow,
	account: { email: string }
): NotYours | undefined {
	if (email !== null && email !== account.email) return 'not-yours';
	return fitsDomains(account.email, domains) ? undefined : 'other-domain';
}

/** What somebody is told about a cohort before they join it. */
export async function behindLink(
	db: Database,
	code: string,
	account: { id: string; email: string } | undefined,
	now: Date
) {
	const found = await ofCode(db, code);
	if (!found) return undefined;
	const { link, cohort } = found;
	const managers = await cohorts.managersOf(db, [cohort.id]);
	const state = stateOf(link, cohort, await cohorts.usesOf(db, link.id), now);
	return {
		cohort,
		managers: managers.map((each) => each.name),
		personal: link.email !== null,
		/** Whom a personal invitation is for: whoever has the letter knows. */
		invited: { email: link.email ?? '', name: link.name ?? '' },
		domains: link.domains,
		state: state === 'open' ? ((account && notYours(link, account)) ?? state) : state
	};
}

/**
 * Joins by a link. Whoever is in already stays in, and uses no place.
 *
 * @param given.shown what this person read that managers see; when it has become more since, they are asked again
 */
export async function join(
	db: Database,
	given: {
		code: string;
		account: { id: string; email: string };
		shown: CohortRow['sees'];
		at: Date;
	}
): Promise<'joined' | 'member' | 'changed' | LinkState | NotYours | undefined> {
	const { code, account, shown, at } = given;
	const accountId = account.id;
	const found = await ofCode(db, code);
	if (!found) return undefined;
	return db.transaction(async (tx) => {
		const locked = await cohorts.lockLink(tx, found.link.id);
		if (!locked) return undefined;
		if (await cohorts.isMember(tx, found.cohort.id, accountId)) return 'member';
		const cohort = await cohorts.hold(tx, found.cohort.id);
		if (!cohort) return undefined;
		const state = stateOf(locked.link, cohort, locked.uses, at);
		if (state !== 'open') return state;
		const other = notYours(locked.link, account);
		if (other) return other;
		if (cohort.sees === 'bands' && shown !== 'bands') return 'changed';
		await cohorts.addMember(tx, {
			cohortId: found.cohort.id,
			accountId,
			joinedAt: at,
			bandsAgreedAt: cohort.sees === 'bands' ? at : null,
			joinLinkId: locked.link.email === null ? found.link.id : null
		});
		// Nothing is kept of an invitation that did what it was for.
		if (locked.link.email !== null) await invitations.remove(tx, locked.link.id);
		return 'joined';
	});
}

/** The line a manager will see of somebody who has just joined; of nobody in particular when nobody is signed in. */
export function lineBeforeJoining(
	cohort: CohortRow,
	account: { id: string; name: string; edition: number } | undefined,
	now: Date
): PersonLine | undefined {
	const { id, name, edition } = account ?? { id: 'you', name: '', edition: course.edition };
	const rollup = {
		...{ started: false, lessons: 0, quizzes: 0 },
		...(cohort.sees === 'bands' && { bands: [] })
	};
	const row = { id, name, edition, joinedAt: joinedOn(now), endsAt: null, rollup };
	return cohortStats(course, cohort, [row], now).people[0];
}
