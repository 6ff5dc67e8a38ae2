import { eq, inArray } from 'drizzle-orm';
import { expect } from 'vitest';
import { outline } from '#lib/course/outline.ts';
import { completions } from '#lib/learning/completion.ts';
import { canonical } from '#lib/server/answers.ts';
import * as cohorts from '#lib/server/cohorts.ts';
import { course } from '#lib/server/course.ts';
import * as map from '#lib/server/course-map.ts';
import { completionsOf, factsOf } from '#lib/server/db/progress.ts';
import { attempt, canvasRevision, prediction, response } from '#lib/server/db/schema.ts';
import { peopleCsv } from '#lib/server/export/people.ts';
import { recount } from '#lib/server/rollups.ts';
import { quiz } from '../../support/quiz.ts';
import { placeOf, type Request } from './request.ts';
import { lessons, type World } from './world.ts';

type ResponseRow = typeof response.$inferSelect;

const answersOf = (requests: Request[]) =>
	requests.filter((each) => ['check', 'attempt', 'review'].includes(each.kind)) as Exclude<
		Request,
		{ kind: 'prediction' | 'canvas' }
	>[];

/** Where a row stands, in the words of what was sent. */
function placeOfRow({ accountId, item, attemptId, reviewDay, try: number }: ResponseRow): string {
	if (attemptId) return `${accountId} attempt ${attemptId} ${item}`;
	return reviewDay
		? `${accountId} review ${item} ${reviewDay}`
		: `${accountId} check ${item} ${number}`;
}

/** C1 and C2 of answers: what was acknowledged is there as it was given, and what is there was given, once. */
function answersAreKept(world: World, rows: ResponseRow[]): void {
	const byId = new Map(rows.map((row) => [`${row.accountId} ${row.answerId}`, row]));
	const alive = (request: Request) => !world.erased.has(request.who);
	for (const { request, reply } of world.kept.filter((each) => alive(each.request))) {
		const [answer] = answersOf([request]);
		if (!answer) continue;
		const row = byId.get(`${answer.who} ${answer.id}`);
		expect(row && [placeOfRow(row), canonical(row.given), row.earned], 'C1').toEqual([
			...[placeOf(answer), canonical(answer.given)],
			answer.right ? 100 : 0
		]);
		expect(reply.earned).toBe(row!.earned);
	}
	const given = new Set(
		answersOf(world.given).map((each) => [each.id, placeOf(each), canonical(each.given)].join(' '))
	);
	const ofRows = rows.map((row) => [row.answerId, placeOfRow(row), canonical(row.given)].join(' '));
	expect(
		ofRows.filter((row) => !given.has(row)),
		'C2'
	).toEqual([]);
	expect(new Set(rows.map(placeOfRow)).size, 'C2').toBe(rows.length);
	// Whoever was told that another answer counts: there is one, at that place or under that id.
	const places = new Map(rows.map((row) => [placeOfRow(row), row]));
	for (const { request, why } of world.refused.filter((each) => alive(each.request))) {
		expect(why, JSON.stringify(request)).toBe('conflict');
		const [answer] = answersOf([request]);
		const others = [byId.get(`${answer!.who} ${answer!.id}`), places.get(placeOf(answer!))];
		expect(others.some((row) => row !== undefined)).toBe(true);
	}
}

/** C1 and C2 of what was written: every version that was acknowledged is there, and none was written over unseen. */
async function writingIsKept({ memory: { db }, ...world }: World): Promise<void> {
	const rows = await db.select().from(canvasRevision);
	const texts = new Set(
		world.given.flatMap((each) =>
			each.kind === 'canvas' ? [`${each.who} ${each.field} ${canonical(each.cells)}`] : []
		)
	);
	for (const row of rows)
		expect(texts, 'C2').toContain(`${row.accountId} ${row.field} ${canonical(row.cells)}`);
	for (const { request, reply } of world.kept) {
		if (request.kind !== 'canvas' || world.erased.has(request.who) || reply.revision === 0)
			continue;
		const row = rows.find(
			(each) =>
				each.accountId === request.who &&
				each.field === request.field &&
				each.revision === reply.revision
		);
		// A field that was left as it was is answered with the version that counts.
		if (reply.first && row && canonical(row.cells) !== canonical(request.cells))
			expect(
				rows.some((each) => canonical(each.cells) === canonical(request.cells)) ||
					request.cells.length === 0,
				'C1'
			).toBe(true);
		else expect(row && canonical(row.cells), 'C1').toBe(canonical(request.cells));
	}
	const heads = rows
		.filter((row) => !row.aside)
		.sort((one, other) => one.revision - other.revision);
	const last = new Map<string, number>();
	for (const { accountId, field, base, revision } of heads) {
		expect(base, 'nothing is written over unseen').toBe(last.get(`${accountId} ${field}`) ?? 0);
		last.set(`${accountId} ${field}`, revision);
	}
}

/** C3: what the rows say, worked out here, is what the learner, the manager and the file say. */
async function everybodyAgrees(world: World, rows: ResponseRow[]): Promise<void> {
	const { db } = world.memory;
	const { units } = outline(course, course.edition);
	for (const who of world.people.learners.filter(({ id }) => !world.erased.has(id))) {
		const own = rows.filter((row) => row.accountId === who.id);
		const answered = new Set(
			own.flatMap((row) => (row.attemptId || row.reviewDay ? [] : [row.item]))
		);
		const made = await db.select().from(prediction).where(eq(prediction.accountId, who.id));
		const predicted = new Set(made.map((row) => row.prediction));
		const lessonsDone = lessons.filter(
			(lesson) =>
				lesson.checks.every((id) => answered.has(id)) &&
				lesson.predictions.every(({ id }) => predicted.has(id))
		).length;
		const attempts = await db.select().from(attempt).where(eq(attempt.accountId, who.id));
		let passed = 0;
		for (const { id, items, earned, total, submittedAt } of attempts) {
			const inIt = own.filter((row) => row.attemptId === id);
			const points = inIt.reduce((sum, row) => sum + row.earned, 0);
			const full = inIt.length === items.length;
			expect([submittedAt !== null, earned, total], 'C3').toEqual(
				full ? [true, points, items.length * 100] : [false, null, null]
			);
			if (full && points >= quiz.pass * items.length) passed = 1;
		}
		const done = lessonsDone + passed;

		const stored = (await completionsOf(db, who.id)).map(({ unit }) => unit).sort();
		const fromFacts = completions({ edition: course.edition, units }, await factsOf(db, who.id));
		expect(stored, 'C3').toEqual(fromFacts.map(({ unit }) => unit).sort());
		expect(stored, 'C3').toHaveLength(done);
		const { progress } = await map.view(db, who, 'nl');
		expect([progress.done, progress.percent], 'C3').toEqual([
			done,
			Math.floor((done * 100) / units.length)
		]);
		const { cohort } = world.people;
		expect(await recount(db, cohort.id), 'C3').toEqual({ people: [], counts: 0 });
		const line = (await cohorts.lineOf(db, world.people.cohort, who.id, world.now))!;
		expect([line.lessons.done, line.quizzes.done], 'C3').toEqual([lessonsDone, passed]);
		const [seen] = await cohorts.seenOf(db, who.id, world.now);
		expect(seen!.line, 'C3').toEqual(line);
		expect(peopleCsv([line], 'nl'), 'C3').toContain(
			`,${lessonsDone},${line.lessons.required},${passed},${line.quizzes.required}`
		);
	}
}

/** The checkers, after a history or in the middle of one. */
export async function checkHistory(world: World): Promise<void> {
	const { db } = world.memory;
	const rows = await db.select().from(response);
	answersAreKept(world, rows);
	await writingIsKept(world);
	await everybodyAgrees(world, rows);
	for (const { request, reply } of world.kept) {
		if (request.kind !== 'prediction' || world.erased.has(request.who)) continue;
		const rowsOfIt = (await db.select().from(prediction)).filter(
			(row) => row.accountId === request.who && row.prediction === request.prediction
		);
		expect(rowsOfIt, 'C2').toHaveLength(1);
		if (reply.first) expect(rowsOfIt[0]!.chosen, 'C1').toBe(request.chosen);
	}
	const gone = [...world.erased];
	if (gone.length > 0)
		for (const table of [response, prediction, canvasRevision, attempt])
			expect(
				await db.select({ who: table.accountId }).from(table).where(inArray(table.accountId, gone))
			).toEqual([]);
}
