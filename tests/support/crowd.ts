import { sql, type SQL } from 'drizzle-orm';
import type { Course } from '#lib/course/course.ts';
import { outline } from '#lib/course/outline.ts';
import type { Database } from '#lib/server/db/connect.ts';

// Thousands of people at once, made by the database itself: for what measures how the app behaves when there are many.

const day = 24 * 60 * 60 * 1000;

/** The accounts of everybody in a cohort with numbers from `from` to `to`, as a query. */
export const those = (cohortId: string, from: number, to: number): SQL =>
	sql`select id from account where email like ${`bench-${cohortId}-%`} and name between ${nameOf(from)} and ${nameOf(to)}`;

export const nameOf = (n: number) => `Person ${String(n).padStart(7, '0')}`;

/**
 * Members of a cohort, each with as many answers to checks, some completions and one attempt at each of these quizzes. In the
 * order of accounts, in which an app that runs beside this works out what it keeps of them: else the two wait for each other.
 */
export async function fill(
	db: Database,
	course: Course,
	given: {
		cohortId: string;
		from: number;
		to: number;
		answers: number;
		quizzes: string[];
		now: Date;
	}
): Promise<void> {
	const { cohortId, from, to, answers, quizzes, now } = given;
	const made = those(cohortId, from, to);
	const units = outline(course, course.edition).units.map(({ id }) => id);
	const items = Object.values(course.items).map(({ id, version }) => ({ id, version }));
	const joined = new Date(now.getTime() - 20 * day).toISOString();
	await db.execute(sql`insert into account (id, email, name, language, role, password_hash, edition, created_at)
		select gen_random_uuid(), 'bench-' || ${cohortId}::text || '-' || n || '@bench.example', 'Person ' || lpad(n::text, 7, '0'),
			'nl', 'learner', 'none', ${course.edition}::int, ${joined}::timestamptz
		from generate_series(${from}::int, ${to}::int) n`);
	await db.execute(sql`insert into membership (cohort_id, account_id, joined_at)
		select ${cohortId}::uuid, id, ${joined}::timestamptz from (${made}) made`);
	await db.execute(sql`insert into completion (account_id, unit, first_completed_at)
		select made.id, unit.name, ${joined}::timestamptz + unit.place * interval '8 hours'
		from (select id, random() as share from (${made}) inner_made) made
		cross join json_array_elements_text(${JSON.stringify(units)}::json) with ordinality unit(name, place)
		where unit.place <= made.share * ${units.length}::int order by made.id`);
	await db.execute(sql`insert into response (account_id, answer_id, item, version, try, given, earned, total, language, answered_at)
		select made.id, gen_random_uuid(), item.value ->> 'id', item.value ->> 'version', tries.n, '{"chosen":["a"]}',
			case when random() < 0.6 then 100 else 0 end, 100, 'nl', ${joined}::timestamptz + tries.n * interval '1 hour'
		from (${made}) made
		cross join json_array_elements(${JSON.stringify(items)}::json) with ordinality item(value, place)
		cross join generate_series(1, ${Math.ceil(answers / items.length)}::int) tries(n)
		where (tries.n - 1) * ${items.length}::int + item.place <= ${answers}::int order by made.id`);
	await db.execute(sql`insert into attempt (id, account_id, quiz, number, items, started_at, submitted_at, earned, total)
		select gen_random_uuid(), made.id, quiz.name, 1, '[]', ${now.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz,
			floor(random() * 800), 800
		from (${made}) made cross join json_array_elements_text(${JSON.stringify(quizzes)}::json) quiz(name) order by made.id`);
	await db.execute(sql`analyze`);
}

/** Signs people in; their cookie is `session=bench-` and the id of their account. */
export async function signIn(db: Database, people: SQL, now: Date): Promise<void> {
	const ends = new Date(now.getTime() + 7 * day).toISOString();
	await db.execute(sql`insert into session (id, account_id, expires_at, ends_at, confirmed_at)
		select 'sha256:' || rtrim(translate(encode(sha256(convert_to('bench-' || id, 'UTF8')), 'base64'), '+/', '-_'), '='),
			id, ${ends}::timestamptz, ${ends}::timestamptz, ${now.toISOString()}::timestamptz
		from (${people}) people`);
}

/** An open attempt that somebody has: at which quiz, and what it asks in which order. */
export type OpenAttempt = { account: string; quiz: string; number: number; items: string[] };

/** Opens an attempt at each of the quizzes of the modules for everybody. */
export async function openAttempts(
	db: Database,
	course: Course,
	people: SQL,
	now: Date
): Promise<OpenAttempt[]> {
	const quizzes = course.modules
		.filter(({ quiz }) => !quiz.draw)
		.map(({ quiz }) => ({
			quiz: quiz.id,
			items: quiz.items.map((item) => ({ item, version: course.items[item]!.version }))
		}));
	await db.execute(sql`insert into attempt (id, account_id, quiz, number, items, started_at)
		select gen_random_uuid(), made.id, each ->> 'quiz', 1, (each ->> 'items')::jsonb, ${now.toISOString()}::timestamptz
		from (${people}) made cross join json_array_elements(${JSON.stringify(quizzes)}::json) each`);
	const rows = (await db.execute(sql`select id as account, quiz.value ->> 'quiz' as quiz
		from (${people}) made cross join json_array_elements(${JSON.stringify(quizzes)}::json) quiz
		order by id`)) as unknown as { account: string; quiz: string }[];
	return rows.map(({ account, quiz }) => ({
		...{ account, quiz, number: 1 },
		items: course.modules.find((each) => each.quiz.id === quiz)!.quiz.items
	}));
}
