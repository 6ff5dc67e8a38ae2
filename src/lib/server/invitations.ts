import { randomBytes, randomUUID } from 'node:crypto';
import { fates, type Fate, type ImportLine, type Invited } from '#lib/learning/invitation.ts';
import * as audit from './audit.ts';
import type { CohortRow } from './db/cohorts.ts';
import * as settings from './db/cohort-settings.ts';
import type { Database } from './db/connect.ts';
import * as rows from './db/invitations.ts';
import { mailWords } from './mail-words.ts';
import { postAll } from './mail.ts';

// People who are invited by address: a list is looked at first, and then carried out as a whole, once.

const DAY = 24 * 60 * 60 * 1000;
/** So long an invitation can be used. */
const LIFETIME = 30 * DAY;
/** Rows of one statement: a database takes a limited number of values at once. */
const A_STATEMENT = 500;

type By = { cohort: CohortRow; managerId: string; now: Date };

/** Keeps a list until somebody has looked at it. */
export async function bring(db: Database, by: By, people: Invited[]): Promise<string> {
	const id = randomUUID();
	await rows.keepImport(db, {
		...{ id, cohortId: by.cohort.id, accountId: by.managerId },
		...{ rows: people, madeAt: by.now, appliedAt: null }
	});
	return id;
}

export type Preview = {
	lines: ImportLine[];
	counts: Record<Fate, number>;
	appliedAt: Date | null;
};

/** What carrying out a list would do, row by row. */
export async function preview(
	db: Database,
	{ cohort, managerId, now }: By,
	id: string
): Promise<Preview | undefined> {
	const kept = await rows.importOf(db, { id, cohortId: cohort.id, managerId });
	if (!kept) return undefined;
	const lines: ImportLine[] = [];
	for (const part of parts(kept.rows as Invited[]))
		lines.push(...(await looked(db, cohort, part, now)).map(({ standing: _, ...line }) => line));
	const counts = Object.fromEntries(
		fates.map((fate) => [fate, lines.filter((line) => line.fate === fate).length])
	) as Record<Fate, number>;
	return { lines, counts, appliedAt: kept.appliedAt };
}

function* parts<T>(list: T[]): Generator<T[]> {
	for (let at = 0; at < list.length; at += A_STATEMENT) yield list.slice(at, at + A_STATEMENT);
}

async function looked(db: Database, cohort: CohortRow, people: Invited[], now: Date) {
	const emails = people.map(({ email }) => email);
	const members = new Set(await rows.members(db, cohort.id, emails));
	const standing = new Map(
		(await rows.ofAddresses(db, cohort.id, emails)).map((link) => [link.email, link])
	);
	return people.map((each) => {
		const link = standing.get(each.email);
		const same = link && link.name === each.name && link.language === each.language;
		// Whose invitation expired is invited anew.
		const ends = link && link.expiresAt > now ? (same ? 'invited' : 'changed') : 'new';
		const fate: Fate = members.has(each.email) ? 'member' : ends;
		return { ...each, fate, standing: link };
	});
}

/**
 * Carries out a list: all of it or nothing, and once, however often it is asked for. Nobody is taken out of anything.
 *
 * @param by.origin where this course is, for the letters
 */
export async function carryOut(
	db: Database,
	by: By & { manager: string; origin: string },
	id: string
): Promise<'done' | 'unknown' | 'archived'> {
	const { cohort, managerId, now } = by;
	return db.transaction(async (tx) => {
		const kept = await rows.importOf(tx, { id, cohortId: cohort.id, managerId }, true);
		if (!kept) return 'unknown';
		if (kept.appliedAt) return 'done';
		const current = await settings.lock(tx, cohort.id);
		if (!current || current.archivedAt) return 'archived';
		const letters = [];
		for (const part of parts(kept.rows as Invited[]))
			letters.push(...(await invite(tx, by, await looked(tx, cohort, part, now))));
		await postAll(tx, letters, now);
		await rows.applied(tx, id, now);
		await audit.record(tx, {
			...{ at: now, actor: managerId, cohortId: cohort.id, action: 'invite' },
			detail: String(letters.length)
		});
		return 'done';
	});
}

async function invite(
	tx: Database,
	{ cohort, manager, origin, now }: By & { manager: string; origin: string },
	looked_: Awaited<ReturnType<typeof looked>>
) {
	const expiresAt = new Date(now.getTime() + LIFETIME);
	const again = [];
	for (const { fate, standing, name, language } of looked_) {
		if (!standing || fate === 'member' || fate === 'invited') continue;
		const renewed = fate === 'new' && { expiresAt };
		await rows.change(tx, standing.id, { name, language, ...renewed });
		if (renewed) again.push({ ...standing, name, language });
	}
	const fresh = looked_.filter(({ fate, standing }) => fate === 'new' && !standing);
	const made = await rows.insert(
		tx,
		fresh.map(({ email, name, language }) => ({
			...{ id: randomUUID(), cohortId: cohort.id, code: randomBytes(12).toString('base64url') },
			...{ maxUses: 1, domains: [], email, name, language },
			...{ createdAt: now, expiresAt, revokedAt: null }
		}))
	);
	const written = [...again, ...made];
	const readers = new Map(
		(
			await rows.languages(
				tx,
				written.map(({ email }) => email!)
			)
		).map((each) => [each.email, each.language])
	);
	return written.map(({ email, name, language: own, code }) => {
		const language = readers.get(email!) ?? own ?? cohort.language;
		const link = `${origin}/${language}/join/${code}`;
		const about = { name: name ?? '', manager, cohort: cohort.name, link };
		return { recipient: email!, ...mailWords[language].invitation(about) };
	});
}

/** So many open invitations are named; more are counted. */
export const INVITATIONS_SHOWN = 200;
export const open = (db: Database, cohort: CohortRow, now: Date) =>
	rows.open(db, cohort.id, now, INVITATIONS_SHOWN);

/** A list that nobody carried out is gone after a day; an address whose invitation ended after a month. */
export const forgetOld = (db: Database, now: Date) =>
	rows.forget(db, {
		imports: new Date(now.getTime() - DAY),
		invitations: new Date(now.getTime() - 30 * DAY)
	});
