import { and, eq, isNull } from 'drizzle-orm';
import { expect } from 'vitest';
import { outline } from '#lib/course/outline.ts';
import { completions } from '#lib/learning/completion.ts';
import { course } from '#lib/server/course.ts';
import type { Database } from '#lib/server/db/connect.ts';
import { completionsOf, factsOf } from '#lib/server/db/progress.ts';
import { prediction, response, session } from '#lib/server/db/schema.ts';
import { recount } from '#lib/server/rollups.ts';
import { ITEM, read, type Seen, type Sent } from './client.ts';
import type { Ground } from './scenario.ts';
import { inDatabase, type Setting, type Someone } from './setting.ts';
import type { Supervised } from './supervisor.ts';

export type Stored = {
	learner: string;
	answerId: string;
	try: number;
	option: string;
	earned: number;
};

/** The rows themselves, by a query of its own. */
export async function stored(db: Database): Promise<Stored[]> {
	const rows = await db
		.select()
		.from(response)
		.where(and(eq(response.item, ITEM), isNull(response.attemptId)));
	return rows.map((row) => {
		const [option = ''] = (row.given as { chosen?: string[] }).chosen ?? [];
		return {
			learner: row.accountId,
			answerId: row.answerId,
			try: row.try,
			option,
			earned: row.earned
		};
	});
}

/** C1: what was acknowledged and is not stored as it was given, with the points it deserves (b is right). */
export function lost(sent: Sent[], kept: Stored[]): Sent[] {
	const byId = new Map(kept.map((row) => [`${row.learner} ${row.answerId}`, row]));
	return sent.filter((one) => {
		const row = byId.get(`${one.learner} ${one.answerId}`);
		const same =
			row?.try === one.try &&
			row.option === one.option &&
			row.earned === (one.option === 'b' ? 100 : 0);
		return one.acknowledged && !same;
	});
}

/** C2: what is stored though nobody sent it, or more than once: per answer id, or per try at the item. */
export function doubled(sent: Sent[], kept: Stored[]): Stored[] {
	const known = new Set(sent.map((one) => `${one.learner} ${one.answerId}`));
	const ids = new Set<string>();
	const tries = new Set<string>();
	return kept.filter((row) => {
		const [id, attempt] = [`${row.learner} ${row.answerId}`, `${row.learner} ${row.try}`];
		const fine = known.has(id) && !ids.has(id) && !tries.has(attempt);
		ids.add(id);
		tries.add(attempt);
		return !fine;
	});
}

/** What the rows say of a learner, worked out here and not by the app. */
export type Truth = { lessonsDone: number; right: boolean; nextTry: number };

/** C3, first half: by the rows. Also that what is stored as done, and what is kept of the group, is what the facts say. */
export async function truthOf(
	db: Database,
	{ learners, cohortId }: Setting
): Promise<Map<string, Truth>> {
	expect(await recount(db, cohortId)).toEqual({ people: [], counts: 0 });
	const rows = await stored(db);
	const predicted = new Set((await db.select().from(prediction)).map((each) => each.accountId));
	const truth = new Map<string, Truth>();
	for (const { id } of learners) {
		const own = rows.filter((row) => row.learner === id).sort((a, b) => a.try - b.try);
		const lessonsDone = own.length > 0 && predicted.has(id) ? 1 : 0;
		truth.set(id, { lessonsDone, right: own.at(-1)?.option === 'b', nextTry: own.length + 1 });
		const kept = await completionsOf(db, id);
		expect(kept.map((each) => each.unit)).toEqual(lessonsDone === 1 ? ['lesson:a1'] : []);
		expect(kept).toEqual(completions(outline(course, course.edition), await factsOf(db, id)));
	}
	return truth;
}

const cellsOf = (page: string, name: string) => {
	const row =
		page
			.split('<tr')
			.find(
				(each) =>
					/^[^<]*<th/.test(each.replace(/^[^>]*>/, '')) && each.includes(`<bdi>${name}</bdi>`)
			) ?? '';
	return [...row.split('</tr>')[0]!.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) =>
		cell.replace(/<[^>]*>/g, '').trim()
	);
};

/** C3, second half: the learner's pages, the manager's page and the file all say what the rows say. */
export async function everyPageAgrees(
	origin: string,
	setting: Setting,
	truth: Map<string, Truth>
): Promise<void> {
	const { units } = outline(course, course.edition);
	const required = units.filter((unit) => unit.kind === 'lesson').length;
	const get = async (who: Someone, path: string) => (await read(origin, who, path)).text ?? '';
	const page = await get(setting.manager, `/nl/manage/${setting.cohortId}`);
	const file = await get(setting.manager, `/nl/manage/${setting.cohortId}/people.csv`);
	const lines = new Map(file.split('\r\n').map((line) => [line.split(',')[0], line.split(',')]));
	for (const who of setting.learners) {
		const { lessonsDone, right, nextTry } = truth.get(who.id)!;
		const percent = Math.floor((lessonsDone * 100) / units.length);
		const cells = cellsOf(page, who.name);
		expect(cells[0]).toBe(`${lessonsDone} van ${required}`);
		expect(lines.get(who.name)?.slice(1, 3)).toEqual([String(lessonsDone), String(required)]);
		expect(cellsOf(await get(who, '/nl/manager-view'), who.name)).toEqual(cells);
		expect(await get(who, '/nl/course')).toContain(
			`${lessonsDone} van ${units.length} onderdelen gedaan (${percent}%)`
		);
		expect(await get(who, '/nl/lesson/a1')).toMatch(
			right ? /✓<\/span>\s*Juist/ : /→<\/span>\s*Nog niet/
		);
		expect(await get(who, `/nl/lesson/a1?again=${ITEM}`)).toContain(
			`name="try" value="${nextTry}"`
		);
	}
}

/** The four checkers after everything was sent: the rows while no server runs, the pages once one runs again. */
export async function checkAll(
	ground: Ground,
	setting: Setting,
	seen: Seen,
	app: Supervised
): Promise<void> {
	const code = await app.stop();
	const { kept, truth } = await inDatabase(ground.place, async (db) => {
		// Files about people ask for the password again after a quarter of an hour: a long run goes past that.
		await db.update(session).set({ confirmedAt: new Date() });
		return { kept: await stored(db), truth: await truthOf(db, setting) };
	});
	const faults = { lost: lost(seen.sent, kept), doubled: doubled(seen.sent, kept) };
	ground.note({
		lost: faults.lost.length,
		doubled: faults.doubled.length,
		unseen: seen.unseen.length
	});
	expect(faults).toEqual({ lost: [], doubled: [] });
	expect(seen.unseen, 'C4: an acknowledged answer is on the next page').toEqual([]);
	expect(kept).toHaveLength(seen.sent.filter((one) => one.acknowledged).length);
	expect(code, 'the server ends well').toBe(0);
	await app.start();
	await everyPageAgrees(app.origin, setting, truth);
}
