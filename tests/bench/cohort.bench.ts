import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { outline } from '#lib/course/outline.ts';
import * as cohorts from '#lib/server/cohorts.ts';
import { course } from '#lib/server/course.ts';
import type { CohortRow } from '#lib/server/db/cohorts.ts';
import { peopleCsv, peopleXlsx } from '#lib/server/export/people.ts';
import * as insights from '#lib/server/insights.ts';
import * as invitations from '#lib/server/invitations.ts';
import { kind, statementsOf, useDatabase } from '../support/database.ts';
import { cohort, later, person } from '../support/people.ts';

// How a group of thousands is shown, beside a plain count of the same rows in the same run; and that no page asks more of the
// database for many people than for few. Prints a table; fails only when the number of statements depends on how many there are.

const db = useDatabase();
const [people, answers] = kind === 'postgres' ? [10_000, 200] : [2_000, 100];
const now = later(20 * 24 * 60);

const units = outline(course, course.edition).units.map(({ id }) => id);
const items = Object.values(course.items).map(({ id, version }) => ({ id, version }));
const quizzes = course.modules.map(({ quiz }) => quiz.id);

/** Members made by the database itself, each with as many answers, some completions and attempts. */
async function fill(own: CohortRow, from: number, to: number): Promise<void> {
	const made = sql`select id from account where email like ${`bench-${own.id}-%`} and name between ${name(from)} and ${name(to)}`;
	await db()
		.execute(sql`insert into account (id, email, name, language, role, password_hash, edition, created_at)
		select gen_random_uuid(), 'bench-' || ${own.id}::text || '-' || n || '@bench.example', 'Person ' || lpad(n::text, 6, '0'),
			'nl', 'learner', 'none', ${course.edition}::int, ${now.toISOString()}::timestamptz
		from generate_series(${from}::int, ${to}::int) n`);
	await db().execute(sql`insert into membership (cohort_id, account_id, joined_at)
		select ${own.id}::uuid, id, ${later(0).toISOString()}::timestamptz from (${made}) made`);
	await db().execute(sql`insert into completion (account_id, unit, first_completed_at)
		select made.id, unit.name, ${later(1).toISOString()}::timestamptz + unit.place * interval '8 hours'
		from (select id, random() as share from (${made}) inner_made) made
		cross join json_array_elements_text(${JSON.stringify(units)}::json) with ordinality unit(name, place)
		where unit.place <= made.share * ${units.length}::int`);
	await db()
		.execute(sql`insert into response (account_id, answer_id, item, version, try, given, earned, total, language, answered_at)
		select made.id, gen_random_uuid(), item.value ->> 'id', item.value ->> 'version', tries.n, '{"chosen":["a"]}',
			case when random() < 0.6 then 100 else 0 end, 100, 'nl', ${later(2).toISOString()}::timestamptz + tries.n * interval '1 hour'
		from (${made}) made
		cross join json_array_elements(${JSON.stringify(items)}::json) with ordinality item(value, place)
		cross join generate_series(1, ${Math.ceil(answers / items.length)}::int) tries(n)
		where (tries.n - 1) * ${items.length}::int + item.place <= ${answers}::int`);
	await db()
		.execute(sql`insert into attempt (id, account_id, quiz, number, items, started_at, submitted_at, earned, total)
		select gen_random_uuid(), made.id, quiz.name, 1, '[]', ${now.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz,
			floor(random() * 800), 800
		from (${made}) made cross join json_array_elements_text(${JSON.stringify(quizzes)}::json) quiz(name)`);
	await db().execute(sql`analyze`);
}
const name = (n: number) => `Person ${String(n).padStart(6, '0')}`;

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
	const bands = { ...own, sees: 'bands' as const };
	const nobody = new URLSearchParams();
	const work: Record<string, () => Promise<unknown>> = {
		'page of the group': () => cohorts.dashboard(db(), own, now),
		'the same with bands': () => cohorts.dashboard(db(), bands, now),
		'people table': () => cohorts.chosen(db(), own, new URLSearchParams('find=Person 0001'), now),
		'people as CSV': async () => peopleCsv(await cohorts.chosen(db(), own, nobody, now), 'nl'),
		'people as XLSX': async () => peopleXlsx(await cohorts.chosen(db(), own, nobody, now), 'nl'),
		'what the group can do (page)': () => insights.view(db(), own, 'nl'),
		'what the group can do (daily, nobody new)': () => insights.refresh(db(), own.id)
	};
	await fill(own, 1, 100);
	await insights.refresh(db(), own.id);
	const few: Record<string, number> = {};
	for (const [title, each] of Object.entries(work)) few[title] = (await statementsOf(each)).length;

	await fill(own, 101, people);
	const counted = () =>
		db()
			.execute(sql`select count(*) from membership join response on response.account_id = membership.account_id
			where membership.cohort_id = ${own.id}`);
	const plain = await median(counted);
	const began = performance.now();
	await insights.refresh(db(), own.id);
	const first = performance.now() - began;
	const rows = [{ what: 'plain count of the answers', ms: plain, statements: 1, 'for 100': 1 }];
	for (const [title, each] of Object.entries(work)) {
		const statements = (await statementsOf(each)).length;
		rows.push({ what: title, ms: await median(each), statements, 'for 100': few[title]! });
		expect([title, statements]).toEqual([title, few[title]]);
	}
	rows.push({
		what: 'what the group can do (daily, all new)',
		ms: first,
		statements: NaN,
		'for 100': NaN
	});
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
