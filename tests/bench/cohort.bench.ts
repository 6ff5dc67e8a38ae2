import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import * as cohorts from '#lib/server/cohorts.ts';
import { course } from '#lib/server/course.ts';
import type { CohortRow } from '#lib/server/db/cohorts.ts';
import { peopleCsv, peopleXlsx } from '#lib/server/export/people.ts';
import * as insights from '#lib/server/insights.ts';
import * as invitations from '#lib/server/invitations.ts';
import { freshen, recount } from '#lib/server/rollups.ts';
import { fill } from '../support/crowd.ts';
import { kind, statementsOf, useDatabase } from '../support/database.ts';
import { cohort, later, person } from '../support/people.ts';

// How a group of thousands is shown, beside a plain count of the same rows in the same run; and that no page asks more of the
// database for many people than for few. Prints a table; fails only when the number of statements depends on how many there are.

const db = useDatabase();
const [people, answers] = kind === 'postgres' ? [10_000, 200] : [2_000, 100];
const now = later(20 * 24 * 60);

const quizzes = course.modules.map(({ quiz }) => quiz.id);

const add = (own: CohortRow, from: number, to: number) =>
	fill(db(), course, { cohortId: own.id, from, to, answers, quizzes, now });

/** The middle of three times, in milliseconds. */
async function median(work: () => Promise<unknown>): Promise<number> {
	const times = [];
	for (let n = 0; n < 3; n++) {
		const began = performance.now();
		await work();
		times.push(performance.now() - began);
	}
	return times.sort((a, b) => a - b)[1]!;
}

test(`a group of ${people} people with ${people * answers} answers, ${kind}`, async () => {
	const manager = await person(db(), { role: 'manager' });
	const own = await cohort(db(), manager);
	const nobody = new URLSearchParams();
	const page = (address: string) =>
		cohorts.dashboard(db(), {
			...{ managerId: manager.id, id: own.id, asked: new URLSearchParams(address), now }
		});
	const work: Record<string, () => Promise<unknown>> = {
		'page of the group': () => page(''),
		'who is behind, page 3': () => page('pace=behind&page=3'),
		'a name searched for': () => page('find=Person 00001'),
		'by lessons done': () => page('sort=lessons'),
		'people table': () => cohorts.chosen(db(), own, new URLSearchParams('find=Person 00001'), now),
		'people as CSV': async () => peopleCsv(await cohorts.chosen(db(), own, nobody, now), 'nl'),
		'people as XLSX': async () => peopleXlsx(await cohorts.chosen(db(), own, nobody, now), 'nl'),
		'what the group can do (page)': () => insights.view(db(), own, 'nl'),
		'what the group can do (daily, nobody new)': () => insights.refresh(db(), own.id)
	};
	await add(own, 1, 100);
	await freshen(db(), { cohortId: own.id });
	await insights.refresh(db(), own.id);
	const few: Record<string, number> = {};
	for (const [title, each] of Object.entries(work)) few[title] = (await statementsOf(each)).length;

	await add(own, 101, people);
	const counted = () =>
		db()
			.execute(sql`select count(*) from membership join response on response.account_id = membership.account_id
			where membership.cohort_id = ${own.id}`);
	const plain = await median(counted);
	const timed = async (work: Promise<unknown>) => {
		const began = performance.now();
		await work;
		return performance.now() - began;
	};
	const fresh = await timed(freshen(db(), { cohortId: own.id }));
	const counts = await timed(recount(db(), own.id));
	const first = await timed(insights.refresh(db(), own.id));
	const rows = [{ what: 'plain count of the answers', ms: plain, statements: 1, 'for 100': 1 }];
	for (const [title, each] of Object.entries(work)) {
		const statements = (await statementsOf(each)).length;
		rows.push({ what: title, ms: await median(each), statements, 'for 100': few[title]! });
		expect([title, statements]).toEqual([title, few[title]]);
	}
	for (const [what, ms] of [
		['roll-ups of everybody worked out', fresh],
		['everything counted again', counts],
		['what the group can do (daily, all new)', first]
	] as const)
		rows.push({ what, ms, statements: NaN, 'for 100': NaN });
	const list = Array.from({ length: 5_000 }, (_, n) => ({
		...{ row: n + 1, email: `new-${n}@bench.example`, name: null, language: null }
	}));
	const by = { cohort: own, managerId: manager.id, manager: 'Mira', origin: '', now };
	const id = await invitations.bring(db(), by, list);
	const start = performance.now();
	expect(await invitations.carryOut(db(), by, id)).toBe('done');
	rows.push({
		what: '5,000 invitations',
		ms: performance.now() - start,
		statements: NaN,
		'for 100': NaN
	});
	console.table(
		rows.map(({ ms, ...row }) => ({
			...row,
			ms: Math.round(ms),
			'times the count': Number((ms / plain).toFixed(2))
		}))
	);
}, 900_000);
