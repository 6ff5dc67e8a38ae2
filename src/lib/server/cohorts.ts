import { randomBytes, randomUUID } from 'node:crypto';
import {
	cohortStats,
	funnel,
	needsMe,
	type CohortStats,
	type Funnel,
	type PersonLine
} from '#lib/learning/cohort.ts';
import { overTime, type Point } from '#lib/learning/over-time.ts';
import { choose, readView, writeView } from '#lib/learning/people-view.ts';
import { fullFives, retentionId, whatStays, type WhatStays } from '#lib/learning/retention.ts';
import { course } from './course.ts';
import { finishedInCohort } from './db/attempts.ts';
import * as cohorts from './db/cohorts.ts';
import type { CohortRow } from './db/cohorts.ts';
import * as figures from './db/figures.ts';
import type { Database } from './db/connect.ts';

export { managedBy } from './db/cohorts.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export async function create(
	db: Database,
	given: {
		managerId: string;
		name: string;
		startsAt: Date;
		endsAt: Date;
		lessonsPerWeek: number | null;
		at: Date;
	}
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
	return uuid.test(id) ? cohorts.ofManager(db, managerId, id) : undefined;
}

/** The table and bar of a cohort: the page, its CSV and the learner's own line all come from here. */
export async function stats(db: Database, cohort: CohortRow, now: Date): Promise<CohortStats> {
	return cohortStats(course, cohort, await cohorts.memberRows(db, cohort.id), now);
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

export const keptView = (db: Database, cohort: CohortRow, managerId: string) =>
	cohorts.viewOf(db, cohort.id, managerId);

/** The line of one member, by the same query and rules as the list; undefined for who is not in it. */
export async function lineOf(
	db: Database,
	cohort: CohortRow,
	accountId: string,
	now: Date
): Promise<PersonLine | undefined> {
	const rows = await cohorts.memberRows(db, cohort.id, accountId);
	return cohortStats(course, cohort, rows, now).people[0];
}

/** The whole page of a cohort from one look at its rows. */
export async function dashboard(
	db: Database,
	cohort: CohortRow,
	now: Date
): Promise<
	CohortStats & {
		needs: ReturnType<typeof needsMe>;
		funnel: Funnel | undefined;
		overTime: Point[] | undefined;
	}
> {
	const rows = await cohorts.memberRows(db, cohort.id);
	const stats = cohortStats(course, cohort, rows, now);
	return {
		...stats,
		needs: needsMe(stats.people),
		funnel: funnel(course, rows),
		overTime: overTime(course, cohort, rows, now)
	};
}

/** What the members of a cohort still knew after 30 days, together; undefined while it is too few people. */
export async function stays(db: Database, cohort: CohortRow): Promise<WhatStays | undefined> {
	const rows = await finishedInCohort(db, cohort.id, retentionId(30));
	const added = fullFives(
		rows.map(({ submittedAt, joinedAt, ...row }) => ({
			...row,
			at: submittedAt > joinedAt ? submittedAt : joinedAt
		}))
	);
	return whatStays(await figures.add(db, cohort.id, added));
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
	for (const { cohort, joinedAt, reason } of joined) {
		const line = await lineOf(db, cohort, accountId, now);
		if (!line) continue;
		const names = managers.filter((each) => each.cohortId === cohort.id).map((each) => each.name);
		seen.push({ cohort, joinedAt, reason, managers: names, line });
	}
	return seen;
}

export type LinkState = 'open' | 'expired' | 'full' | 'revoked';

function stateOf(link: cohorts.JoinLinkRow, uses: number, now: Date): LinkState {
	if (link.revokedAt) return 'revoked';
	if (link.expiresAt <= now) return 'expired';
	return uses >= link.maxUses ? 'full' : 'open';
}

export async function links(db: Database, cohort: CohortRow, now: Date) {
	const rows = await cohorts.linksOf(db, cohort.id);
	return rows.map(({ link, uses }) => ({ ...link, uses, state: stateOf(link, uses, now) }));
}

export async function makeLink(
	db: Database,
	given: { cohort: CohortRow; maxUses: number; expiresAt: Date; at: Date }
): Promise<string> {
	const code = randomBytes(12).toString('base64url');
	await cohorts.insertLink(db, {
		id: randomUUID(),
		cohortId: given.cohort.id,
		code,
		maxUses: given.maxUses,
		createdAt: given.at,
		expiresAt: given.expiresAt,
		...cohorts.forAnybody
	});
	return code;
}

export async function revokeLink(
	db: Database,
	cohort: CohortRow,
	id: string,
	now: Date
): Promise<void> {
	if (uuid.test(id)) await cohorts.revokeLink(db, cohort.id, id, now);
}

/** The link behind a code from an address; what cannot be a code is not looked for. */
async function ofCode(db: Database, code: string) {
	return /^[\w-]{1,64}$/.test(code) ? cohorts.byCode(db, code) : undefined;
}

/** What somebody is told about a cohort before they join it. */
export async function behindLink(db: Database, code: string, now: Date) {
	const found = await ofCode(db, code);
	if (!found) return undefined;
	const managers = await cohorts.managersOf(db, [found.cohort.id]);
	const [row] = (await cohorts.linksOf(db, found.cohort.id)).filter(
		({ link }) => link.id === found.link.id
	);
	return {
		cohort: found.cohort,
		managers: managers.map((each) => each.name),
		state: stateOf(found.link, row?.uses ?? 0, now)
	};
}

/** Joins by a link. Whoever is in already stays in, and uses no place. */
export async function join(
	db: Database,
	given: { code: string; accountId: string; at: Date }
): Promise<'joined' | 'member' | LinkState | undefined> {
	const { code, accountId, at } = given;
	const found = await ofCode(db, code);
	if (!found) return undefined;
	return db.transaction(async (tx) => {
		const locked = await cohorts.lockLink(tx, found.link.id);
		if (!locked) return undefined;
		if (await cohorts.isMember(tx, found.cohort.id, accountId)) return 'member';
		const state = stateOf(locked.link, locked.uses, at);
		if (state !== 'open') return state;
		await cohorts.addMember(tx, {
			cohortId: found.cohort.id,
			accountId,
			joinedAt: at,
			joinLinkId: found.link.id
		});
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
	const row = { id, name, edition, joinedAt: now, endsAt: null, started: false, completions: [] };
	return cohortStats(course, cohort, [row], now).people[0];
}
