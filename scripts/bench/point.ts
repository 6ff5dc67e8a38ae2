import { setTimeout as pause } from 'node:timers/promises';
import { measureAnswers, type Rhythm } from './answers.ts';
import { measureBrowser } from './browser.ts';
import type { Goal } from './goals.ts';
import { measureGroups } from './groups.ts';
import { preparePgbench } from './limits.ts';
import { measurePages } from './pages.ts';
import { openPlace } from './place.ts';
import { memory } from './processes.ts';
import { seed } from './seed.ts';
import { measureStart } from './start.ts';

export const parts = ['answers', 'pages', 'groups', 'browser', 'start'] as const;
export type Part = (typeof parts)[number];

/** How much stands in the database, and what is measured on it. */
export type Point = {
	learners: number;
	/** Of each learner. */
	answers: number;
	/** Sizes of the cohorts that are looked at, beside that of the learners. */
	cohorts: number[];
	parts: Part[];
	rhythm: Rhythm;
	/** Options of Node for the app, such as a profiler. */
	node?: string[];
};
export type Results = Record<string, { goals: Goal[] }>;

/** Measures the app on a database of its own. */
export async function measurePoint(point: Point): Promise<Results> {
	const { learners, answers, rhythm, node } = point;
	const has = (part: Part) => point.parts.includes(part);
	const place = await openPlace();
	try {
		const server = await place.startApp(node && { node });
		const app = { origin: server.origin, pid: server.process.pid! };
		const sizes = has('groups') ? point.cohorts : [];
		const seeded = await seed(place.sql, { size: learners, answers, sizes });
		await untilRolledUp();
		const results: Results = { stored: await stored() };
		if (has('answers')) {
			const pgbench = await preparePgbench(place.sql, place.url);
			results.answers = await measureAnswers(place, seeded, app, pgbench, rhythm);
		}
		if (has('pages')) results.pages = await measurePages(place, seeded, app, rhythm);
		if (has('answers') || has('pages')) results.memory = inMemory(app.pid);
		if (has('groups')) results.groups = await measureGroups(place, seeded, app, 5);
		if (has('browser')) results.browser = await measureBrowser(seeded, app.origin, rhythm.repeats);
		if (has('start')) results.start = await measureStart(place.url);
		return results;
	} finally {
		await place.remove();
	}

	/** The app works out in the background what the groups' pages are made from, a minute after it is marked at the latest. */
	async function untilRolledUp(): Promise<void> {
		const stale = () => place.sql`select 1 from membership where rules is null limit 1`;
		while ((await stale()).length > 0) await pause(500);
		await place.sql`vacuum analyze membership, cohort_rollup`;
	}

	/** What an answer takes on the disk: its row, what finds it by its id, and what holds that it is there once. */
	async function stored(): Promise<{ goals: Goal[] }> {
		const each = async (name: string, size: string): Promise<number> => {
			const [row] =
				await place.sql`select ${place.sql.unsafe(size)}(${name})::float8 / (select count(*) from response) as bytes`;
			return row!.bytes as number;
		};
		const unit = 'bytes';
		return {
			goals: [
				{
					...{ what: 'stored bytes an answer, with indexes', unit, atMost: 130 },
					figure: await each('response', 'pg_total_relation_size')
				},
				{ what: '… the row', figure: await each('response', 'pg_relation_size'), unit },
				{
					...{ what: '… the index by person and answer id', unit },
					figure: await each('response_account_id_answer_id_pk', 'pg_relation_size')
				},
				{
					...{ what: '… the index by person, item, place and try', unit },
					figure: await each('response_once', 'pg_relation_size')
				}
			]
		};
	}
}

function inMemory(pid: number): { goals: Goal[] } {
	const what = 'memory of the app after the load (PSS)';
	return { goals: [{ what, figure: memory(pid), unit: 'MB', atMost: 120 }] };
}
