import { and, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import type { Database } from './connect.ts';
import * as daily from './daily.ts';
import { counted } from './responses.ts';
import {
	cohort,
	cohortFigure,
	cohortInsight,
	cohortInsightMember,
	membership,
	response
} from './schema.ts';

/** What somebody showed of a subject at their first tries, and when that was enough and they were a member. */
export type Shown = { accountId: string; subject: string; share: number; at: Date };

const moment = (of: SQL) => sql<Date>`${of}`.mapWith(response.answeredAt);

/** The first answer of every member of a cohort to each of these items, wherever it was given. */
function firstTries(db: Database, cohortId: string, items: string[]) {
	return db
		.selectDistinctOn([response.accountId, response.item], {
			accountId: response.accountId,
			item: response.item,
			earned: counted.columns.earned.as('points'),
			total: response.total,
			given: response.given,
			answeredAt: response.answeredAt,
			joinedAt: membership.joinedAt
		})
		.from(membership)
		.innerJoin(response, eq(response.accountId, membership.accountId))
		.leftJoin(counted.raised, counted.on)
		.where(and(eq(membership.cohortId, cohortId), inArray(response.item, items)))
		.orderBy(response.accountId, response.item, response.answeredAt, response.answerId)
		.as('first_try');
}

/**
 * Members who are in no sum of a subject yet, with the share of the points of their first tries.
 *
 * @param about which items each subject is about
 * @param enough first tries that somebody needs
 */
export async function points(
	db: Database,
	cohortId: string,
	{ about, enough }: { about: { subject: string; item: string }[]; enough: number }
): Promise<Shown[]> {
	const first = firstTries(db, cohortId, itemsOf(about));
	return unsummed(db, first, {
		about,
		share: sql<number>`sum(${first.earned})::float8 / sum(${first.total})`,
		having: sql`count(*) >= ${enough}`
	});
}

/** The same for what an option says: a share of 1 for who chose one of these options at a first try, 0 for who did not. */
export async function choices(
	db: Database,
	cohortId: string,
	about: { subject: string; item: string; option: string }[]
): Promise<Shown[]> {
	const first = firstTries(db, cohortId, itemsOf(about));
	return unsummed(db, first, {
		about,
		share: sql<number>`max(case when jsonb_exists(${first.given} -> 'chosen', subjects.option) then 1 else 0 end)`,
		having: sql`true`
	});
}

const itemsOf = (about: { item: string }[]) => [...new Set(about.map(({ item }) => item))];

async function unsummed(
	db: Database,
	first: ReturnType<typeof firstTries>,
	given: { about: object[]; share: SQL<number>; having: SQL }
): Promise<Shown[]> {
	const subject = sql<string>`subjects.subject`;
	return db
		.select({
			accountId: first.accountId,
			subject,
			share: given.share.mapWith(Number),
			at: moment(sql`greatest(max(${first.answeredAt}), max(${first.joinedAt}))`)
		})
		.from(first)
		.innerJoin(
			sql`json_to_recordset(${JSON.stringify(given.about)}::json) as subjects(subject text, item text, option text)`,
			sql`subjects.item = ${first.item}`
		)
		.leftJoin(
			cohortInsightMember,
			and(
				eq(cohortInsightMember.accountId, first.accountId),
				eq(cohortInsightMember.subject, subject)
			)
		)
		.where(isNull(cohortInsightMember.accountId))
		.groupBy(first.accountId, subject)
		.having(given.having);
}

/**
 * Adds people to a sum: all of them, or, when one of them has come into a sum of this subject meanwhile, nobody.
 *
 * @param added how many people per level, and who
 */
export async function add(
	db: Database,
	{ cohortId, subject }: { cohortId: string; subject: string },
	added: { accountIds: string[]; levels: number[] }
): Promise<void> {
	await db
		.transaction(async (tx) => {
			const rows = await tx
				.insert(cohortInsightMember)
				// In one order, so that two cohorts at once never wait for each other.
				.values([...added.accountIds].sort().map((accountId) => ({ accountId, subject })))
				.onConflictDoNothing()
				.returning({ id: cohortInsightMember.accountId });
			if (rows.length < added.accountIds.length) throw new Taken();
			const key = and(eq(cohortInsight.cohortId, cohortId), eq(cohortInsight.subject, subject));
			const [before] = await tx.select().from(cohortInsight).where(key).for('update');
			const levels = added.levels.map((count, level) => count + (before?.levels[level] ?? 0));
			await tx
				.insert(cohortInsight)
				.values({ cohortId, subject, levels })
				.onConflictDoUpdate({
					target: [cohortInsight.cohortId, cohortInsight.subject],
					set: { levels }
				});
		})
		.catch((fault: unknown) => {
			if (!(fault instanceof Taken)) throw fault;
		});
}
class Taken extends Error {}

/** The subject under which `ofCohort` gives what stays: people, and how many questions they had right. */
export const STAYS = 'stays';

/** Every sum of a cohort, what stays among them. */
export async function ofCohort(db: Database, cohortId: string) {
	const { people, right } = cohortFigure;
	return db
		.select({ subject: cohortInsight.subject, levels: cohortInsight.levels })
		.from(cohortInsight)
		.where(eq(cohortInsight.cohortId, cohortId))
		.unionAll(
			db
				.select({
					subject: sql<string>`${STAYS}::text`,
					levels: sql<number[]>`jsonb_build_array(${people}, ${right})`
				})
				.from(cohortFigure)
				.where(eq(cohortFigure.cohortId, cohortId))
		);
}

/** Cohorts that go on and were not looked at on this day. */
export const due = (db: Database, day: string): Promise<string[]> =>
	daily.due(db, 'insightsOn', day, isNull(cohort.archivedAt));
