import { and, desc, eq, gt, inArray, isNotNull, ne, sql, type SQL } from 'drizzle-orm';
import type { Parts, QuizSums, Together } from '#lib/learning/item-sums.ts';
import type { Database } from './connect.ts';
import { counted, inLesson } from './responses.ts';
import { attempt, itemSum, response } from './schema.ts';

// Sums over answers, made in the database: no answer of anybody leaves it. Points are shares, 0–1.

const points = sql<number>`${counted.columns.earned}::float8 / ${response.total}`;
const inAttempt = (of: SQL) => sql`(${of} over (partition by ${response.attemptId}))`;
/** The mean of the other answers of the same attempt; 0 where there are none. */
const rest = sql<number>`coalesce((${inAttempt(sql`sum(${points})`)} - ${points}) / nullif(${inAttempt(sql`count(*)`)} - 1, 0), 0)`;

const columns = {
	accountId: response.accountId,
	attemptId: response.attemptId,
	item: response.item,
	version: response.version,
	language: response.language,
	given: response.given,
	confidence: response.confidence,
	points: points.as('points')
};

/** Every answer in the first attempt of everybody at a quiz, once it is handed in. */
function firstAttempts(db: Database, quiz: string) {
	return db
		.select({ ...columns, rest: rest.as('rest') })
		.from(attempt)
		.innerJoin(response, eq(response.attemptId, attempt.id))
		.leftJoin(counted.raised, counted.on)
		.where(and(eq(attempt.quiz, quiz), eq(attempt.number, 1), isNotNull(attempt.submittedAt)))
		.as('asked');
}

/** Every first answer to a check inside a lesson. */
function firstChecks(db: Database) {
	return db
		.select({ ...columns, rest: sql<number>`0::float8`.as('rest') })
		.from(response)
		.leftJoin(counted.raised, counted.on)
		.where(and(inLesson, eq(response.try, 1)))
		.as('asked');
}

type Asked = ReturnType<typeof firstAttempts>;
const key = ({ item, version, language }: Asked) => ({ item, version, language });
const number = (of: SQL) => sql<number>`(${of})`.mapWith(Number);

async function cells(db: Database, asked: Asked, items: string[]): Promise<Parts['cells']> {
	const sum = (of: SQL) => number(sql`sum(${of})`);
	const { points: x, rest: y } = asked;
	const given = (level: string) => ({
		given: number(sql`count(*) filter (where ${asked.confidence} = ${level})`),
		right: number(sql`count(*) filter (where ${asked.confidence} = ${level} and ${x} = 1)`)
	});
	return db
		.select({
			...key(asked),
			pairs: {
				n: number(sql`count(*)`),
				points: sum(sql`${x}`),
				pointsSquared: sum(sql`${x} * ${x}`),
				rest: sum(sql`${y}`),
				restSquared: sum(sql`${y} * ${y}`),
				product: sum(sql`${x} * ${y}`)
			},
			sure: given('sure'),
			fair: given('fair'),
			guess: given('guess')
		})
		.from(asked)
		.where(inArray(asked.item, items))
		.groupBy(asked.item, asked.version, asked.language)
		.then((rows) =>
			rows.map(({ sure, fair, guess, ...row }) => ({ ...row, confidence: { sure, fair, guess } }))
		);
}

/** Every option of an answer, and every row with its choice as `row=choice`. */
const options = (given: Asked['given']) => sql`lateral (
	select jsonb_array_elements_text(case when jsonb_typeof(${given} -> 'chosen') = 'array' then ${given} -> 'chosen' end)
	union all
	select key || '=' || value from jsonb_each_text(case when jsonb_typeof(${given} -> 'placed') = 'object' then ${given} -> 'placed' end)
) as chosen(option)`;

async function chosen(db: Database, asked: Asked, items: string[]): Promise<Parts['chosen']> {
	const option = sql<string>`chosen.option`;
	return db
		.select({
			...key(asked),
			option,
			n: number(sql`count(*)`),
			rest: number(sql`sum(${asked.rest})`)
		})
		.from(asked)
		.innerJoin(options(asked.given), sql`true`)
		.where(inArray(asked.item, items))
		.groupBy(asked.item, asked.version, asked.language, option);
}

/** Of those who took the quiz again: the points of the first attempt beside those of the last that asked the same. */
async function again(
	db: Database,
	quiz: string,
	asked: Asked,
	items: string[]
): Promise<Parts['again']> {
	const last = db
		.selectDistinctOn([response.accountId, response.item], {
			accountId: response.accountId,
			item: response.item,
			points: points.as('last_points')
		})
		.from(attempt)
		.innerJoin(response, eq(response.attemptId, attempt.id))
		.leftJoin(counted.raised, counted.on)
		.where(and(eq(attempt.quiz, quiz), gt(attempt.number, 1), isNotNull(attempt.submittedAt)))
		.orderBy(response.accountId, response.item, desc(attempt.number))
		.as('last_asked');
	return db
		.select({
			...key(asked),
			n: number(sql`count(*)`),
			first: number(sql`sum(${asked.points})`),
			last: number(sql`sum(${last.points})`)
		})
		.from(asked)
		.innerJoin(last, and(eq(last.accountId, asked.accountId), eq(last.item, asked.item)))
		.where(inArray(asked.item, items))
		.groupBy(asked.item, asked.version, asked.language);
}

/** How a quiz asks now: so many questions, exactly these items, or any when everybody draws their own. */
export type Asks = Pick<Together, 'asked' | 'questions'> & { items: string[] };

/** The sums from which a quiz's reliability follows, over first attempts that asked as the quiz asks now. */
async function together(db: Database, asked: Asked, asks: Asks): Promise<Together> {
	const own = number(sql`count(*) filter (where ${inArray(asked.item, asks.items)})`);
	const totals = db
		.select({
			attemptId: asked.attemptId,
			total: sql<number>`sum(${asked.points})`.as('total'),
			squares: sql<number>`sum(${asked.points} * ${asked.points})`.as('squares')
		})
		.from(asked)
		.groupBy(asked.attemptId)
		.having(
			and(
				sql`count(*) = ${asks.questions}`,
				asks.asked === 'same' ? sql`${own} = ${asks.questions}` : undefined
			)
		)
		.as('totals');
	const sum = (of: SQL) => number(sql`coalesce(sum(${of}), 0)`);
	const [of] = await db
		.select({
			attempts: number(sql`count(*)`),
			points: sum(sql`${totals.total}`),
			pointsSquared: sum(sql`${totals.squares}`),
			attemptsSquared: sum(sql`${totals.total} * ${totals.total}`)
		})
		.from(totals);
	const byItem = db
		.select({ total: sql<number>`sum(${asked.points})`.as('item_total') })
		.from(asked)
		.innerJoin(totals, eq(totals.attemptId, asked.attemptId))
		.groupBy(asked.item)
		.as('by_item');
	const [items] = await db
		.select({ squared: sum(sql`${byItem.total} * ${byItem.total}`) })
		.from(byItem);
	const { asked: how, questions } = asks;
	return { asked: how, questions, ...of!, itemsSquared: items!.squared };
}

/** @param items of which sums are made; the reliability is about all items of the quiz */
export async function ofQuiz(
	db: Database,
	quiz: string,
	given: { items: string[]; asks: Asks }
): Promise<Parts> {
	const asked = firstAttempts(db, quiz);
	const { items, asks } = given;
	if (items.length === 0)
		return { cells: [], chosen: [], again: [], together: await together(db, asked, asks) };
	return {
		cells: await cells(db, asked, items),
		chosen: await chosen(db, asked, items),
		again: await again(db, quiz, asked, items),
		together: await together(db, asked, asks)
	};
}

export async function ofLessons(db: Database, items: string[]): Promise<Parts> {
	const asked = firstChecks(db);
	return { cells: await cells(db, asked, items), chosen: [], again: [] };
}

/** Says whether nobody worked a place out on this day yet: two processes at once do it once. */
export async function claim(db: Database, place: string, day: string): Promise<boolean> {
	const rows = await db
		.insert(itemSum)
		.values({ place, day, sums: { cells: [] } })
		.onConflictDoUpdate({ target: itemSum.place, set: { day }, setWhere: ne(itemSum.day, day) })
		.returning({ place: itemSum.place });
	return rows.length === 1;
}

export async function keep(db: Database, place: string, sums: QuizSums): Promise<void> {
	await db.update(itemSum).set({ sums }).where(eq(itemSum.place, place));
}

/** The sums of a place as they are shown now. */
export async function kept(db: Database, place: string): Promise<QuizSums> {
	const [row] = await db
		.select({ sums: itemSum.sums })
		.from(itemSum)
		.where(eq(itemSum.place, place));
	return row?.sums ?? { cells: [] };
}

export async function all(db: Database): Promise<(typeof itemSum.$inferSelect)[]> {
	return db.select().from(itemSum);
}
