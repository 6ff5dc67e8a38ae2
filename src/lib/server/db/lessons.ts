import { eq, sql } from 'drizzle-orm';
import type { AnnotationRow } from './annotations.ts';
import type { Database } from './connect.ts';
import { prepared } from './preparing.ts';
import { inLesson, ownColumns, type OwnAnswer } from './responses.ts';
import {
	account,
	annotation,
	completion,
	noteRevision,
	position,
	prediction,
	response,
	simulationState
} from './schema.ts';

/** What a lesson asks, by the names under which answers are kept. */
export type Asked = {
	lesson: string;
	unit: string;
	checks: string[];
	predictions: string[];
	notes: string[];
	simulations: string[];
};

/** All that one person did in a lesson. */
export type Own = {
	/** The newest answer to each check. */
	answers: (OwnAnswer & { try: number })[];
	predictions: { id: string; chosen: string }[];
	/** The newest text of each note. */
	notes: { field: string; body: string; revision: number; writtenAt: Date }[];
	runs: { simulation: string; state: string; reachedAt: Date | null }[];
	annotations: Omit<AnnotationRow, 'accountId' | 'lesson' | 'createdAt'>[];
	/** The step at which they last were. */
	seen: string | null;
	doneAt: Date | null;
};

/** In one statement: a lesson is what people ask for most. */
export async function ownIn(db: Database, accountId: string, asked: Asked): Promise<Own> {
	const { lesson, unit, ...lists } = asked;
	const names = Object.entries(lists).map(([name, list]) => [name, JSON.stringify(list)]);
	const values = { accountId, lesson, unit, ...Object.fromEntries(names) };
	const [row] = await prepared(db, 'own_in_lesson', ownQuery).execute(values);
	// Moments in JSON are texts.
	return {
		answers: row?.answers ?? [],
		predictions: row?.predictions ?? [],
		notes: (row?.notes ?? []).map((each) => ({ ...each, writtenAt: new Date(each.writtenAt) })),
		runs: (row?.runs ?? []).map(({ reachedAt, ...each }) => ({
			...each,
			reachedAt: reachedAt && new Date(reachedAt)
		})),
		annotations: (row?.annotations ?? []).map((each) => ({
			...each,
			changedAt: new Date(each.changedAt)
		})),
		seen: row?.seen ?? null,
		doneAt: row?.doneAt ? new Date(row.doneAt) : null
	};
}

const named = (list: keyof Asked) =>
	sql`any(array(select json_array_elements_text(${sql.placeholder(list)}::json)))`;
const theLesson = sql`${sql.placeholder('lesson')}`;

const answers = sql`(select json_agg(json_build_object('try', ${response.try}, ${ownColumns}))
	from (select distinct on (${response.item}) * from ${response}
		where ${response.accountId} = ${account.id} and ${response.item} = ${named('checks')} and ${inLesson}
		order by ${response.item}, ${response.try} desc) ${response})`;
const predictions = sql`(select json_agg(json_build_object('id', ${prediction.prediction}, 'chosen', ${prediction.chosen}))
	from ${prediction} where ${prediction.accountId} = ${account.id} and ${prediction.prediction} = ${named('predictions')})`;
const notes = sql`(select json_agg(json_build_object('field', ${noteRevision.field}, 'body', ${noteRevision.body},
		'revision', ${noteRevision.revision}, 'writtenAt', ${noteRevision.writtenAt}))
	from (select distinct on (${noteRevision.field}) * from ${noteRevision}
		where ${noteRevision.accountId} = ${account.id} and ${noteRevision.field} = ${named('notes')}
		order by ${noteRevision.field}, ${noteRevision.revision} desc) ${noteRevision})`;
const runs = sql`(select json_agg(json_build_object('simulation', ${simulationState.simulation},
		'state', ${simulationState.state}, 'reachedAt', ${simulationState.reachedAt}))
	from ${simulationState} where ${simulationState.accountId} = ${account.id}
		and ${simulationState.simulation} = ${named('simulations')})`;
const annotations = sql`(select json_agg(json_build_object('id', ${annotation.id}, 'language', ${annotation.language},
		'step', ${annotation.step}, 'exact', ${annotation.exact}, 'prefix', ${annotation.prefix},
		'suffix', ${annotation.suffix}, 'mark', ${annotation.mark}, 'body', ${annotation.body},
		'revision', ${annotation.revision}, 'changedAt', ${annotation.changedAt})
		order by ${annotation.createdAt}, ${annotation.id})
	from ${annotation} where ${annotation.accountId} = ${account.id} and ${annotation.lesson} = ${theLesson})`;
const seen = sql`(select ${position.step} from ${position}
	where ${position.accountId} = ${account.id} and ${position.lesson} = ${theLesson})`;
const doneAt = sql`(select to_json(${completion.firstCompletedAt}) #>> '{}' from ${completion}
	where ${completion.accountId} = ${account.id} and ${completion.unit} = ${sql.placeholder('unit')})`;

/** Wrapped once more, so that every column keeps the name of its table. */
const ownQuery = (db: Database, name: string) =>
	db
		.select({
			answers: sql<Own['answers'] | null>`${answers}`,
			predictions: sql<Own['predictions'] | null>`${predictions}`,
			notes: sql<Own['notes'] | null>`${notes}`,
			runs: sql<Own['runs'] | null>`${runs}`,
			annotations: sql<Own['annotations'] | null>`${annotations}`,
			seen: sql<string | null>`${seen}`,
			doneAt: sql<string | null>`${doneAt}`
		})
		.from(account)
		.where(eq(account.id, sql.placeholder('accountId')))
		.prepare(name);
