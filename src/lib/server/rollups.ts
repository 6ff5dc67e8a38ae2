import { createHash } from 'node:crypto';
import { isoDay } from '#lib/i18n/format.ts';
import { outlinesOf, rollUp, type MemberRow } from '#lib/learning/cohort.ts';
import { nameKey } from '#lib/learning/people-view.ts';
import { partsOf, standingOf } from '#lib/learning/rollup.ts';
import { canonical } from './answers.ts';
import { course } from './course.ts';
import { startOfDay } from './days.ts';
import type { Database } from './db/connect.ts';
import * as daily from './db/daily.ts';
import * as rows from './db/rollups.ts';

// What a group's page says of each member is kept beside their membership, and how often each thing is there in the group
// beside that: nobody who looks has to read the facts of ten thousand people. The database marks what is kept of somebody as
// stale in the very transaction that changes a fact of theirs; here it is worked out again, before anybody looks at it.

/** Higher, when the same facts and the same course give something else than before. */
const VERSION = 1;
const shape = course.modules.map(({ id, lessons, quiz }) => ({
	...{ id, quiz },
	lessons: lessons.map((lesson) => [lesson.id, lesson.since])
}));
/** By which rules a roll-up was worked out: those of this program and this course. */
export const rules = createHash('sha256')
	.update(JSON.stringify([VERSION, shape]))
	.digest('base64url')
	.slice(0, 16);

/** So many members are worked out in one transaction, during which their own answers may have to wait. */
const BATCH = 250;

/**
 * Works out again what is stale, of a whole cohort or of one member. Who looks at a group calls this first.
 *
 * @returns of how many people
 */
export async function freshen(db: Database, who: rows.Who): Promise<number> {
	if (!(await rows.isStale(db, who, rules))) return 0;
	let done = 0;
	for (;;) {
		const some = await db.transaction(async (tx) => {
			const found = await rows.lockStale(tx, who, rules, BATCH);
			await rows.keep(tx, who.cohortId, rules, await workedOut(tx, who.cohortId, found));
			return found.length;
		});
		done += some;
		// Not until nobody is stale: while many are learning somebody always is.
		if (some < BATCH) return done;
	}
}

async function workedOut(
	tx: Database,
	cohortId: string,
	accountIds: string[]
): Promise<rows.Kept[]> {
	if (accountIds.length === 0) return [];
	return (await rows.factsOf(tx, cohortId, accountIds)).map(keptOf);
}

const outlines = outlinesOf(course);

function keptOf({ kept: _, started, completions, tried, ...own }: rows.FactsRow): rows.Kept {
	const facts = { started, completions, ...(tried && { tried }) };
	const rollup = rollUp(course, outlines(own.edition), facts);
	const joinedAt = joinedOn(own.joinedAt);
	const row: MemberRow = { ...own, joinedAt, rollup };
	const { finishedAt, ...rest } = rollup;
	return {
		accountId: own.id,
		rollup: {
			...{ ...rest, joinedAt: joinedAt.toISOString() },
			...(finishedAt && { finishedAt: finishedAt.toISOString() })
		},
		standing: standingOf(row),
		parts: partsOf(course, { edition: own.edition, completions }, isoDay),
		nameKey: nameKey(own.name)
	};
}

const HALF_A_DAY = 12 * 60 * 60 * 1000;

/**
 * The middle of the day on which somebody joined: all who did so that day have the same plan. Not its beginning, because so
 * many weeks later, when clocks are an hour back, that would be on the day before.
 */
export const joinedOn = (joinedAt: Date): Date =>
	new Date(startOfDay(isoDay(joinedAt))!.getTime() + HALF_A_DAY);

/** So many rows more than there are parts, and they are added up. */
const SCATTERED = 500;

/** Brings every cohort up to date in the background, so that whoever looks need not wait for it. */
export async function freshenAll(db: Database): Promise<number> {
	let done = 0;
	for (const cohortId of await rows.staleCohorts(db, rules))
		done += await freshen(db, { cohortId });
	for (const cohortId of await rows.scattered(db, SCATTERED)) await rows.addUp(db, cohortId);
	return done;
}

/**
 * Works out everything of a cohort again from the facts, as if nothing had been kept, and puts right what was not the same.
 * That is a fault of this program: whoever calls this should say so.
 *
 * @returns whose roll-up was not right, and how many counts were not
 */
export async function recount(
	db: Database,
	cohortId: string
): Promise<{ people: string[]; counts: number }> {
	const people: string[] = [];
	let after = '00000000-0000-0000-0000-000000000000';
	for (;;) {
		const last = await db.transaction(async (tx) => {
			const found = await rows.lockFresh(tx, { cohortId, after }, rules, BATCH);
			if (found.length === 0) return undefined;
			const wrong = (await rows.factsOf(tx, cohortId, found)).flatMap((facts) => {
				const right = keptOf(facts);
				const before = { ...facts.kept, accountId: facts.id };
				return canonical(before) === canonical(right) ? [] : [right];
			});
			if (wrong.length > 0) await rows.keep(tx, cohortId, rules, wrong);
			people.push(...wrong.map(({ accountId }) => accountId));
			return found.at(-1);
		});
		if (last === undefined) break;
		after = last;
	}
	return { people, counts: await rows.countAgain(db, cohortId) };
}

/**
 * Counts every cohort again that was not today. Doing it more often, or in two processes, changes nothing.
 *
 * @throws after all of them are put right, when anything of any was not
 */
export async function recountDue(db: Database, now: Date): Promise<number> {
	const day = isoDay(now);
	let done = 0;
	const wrong: string[] = [];
	for (const id of await daily.due(db, 'recountedOn', day)) {
		if (!(await daily.claim(db, 'recountedOn', { id, day }))) continue;
		const { people, counts } = await recount(db, id);
		if (people.length + counts > 0)
			wrong.push(
				`cohort ${id}: ${people.length} people (${people.slice(0, 5).join(', ')}), ${counts} counts`
			);
		done += 1;
	}
	if (wrong.length > 0)
		throw new Error(
			`What was kept was not what the facts say, and is put right. ${wrong.join('; ')}`
		);
	return done;
}
