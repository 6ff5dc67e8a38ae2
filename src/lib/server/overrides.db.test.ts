import { describe, expect, test } from 'vitest';
import { outline } from '#lib/course/outline.ts';
import { completions } from '#lib/learning/completion.ts';
import { useDatabase } from '../../../tests/support/database.ts';
import { cohort, doLesson, later, member, person } from '../../../tests/support/people.ts';
import { take } from '../../../tests/support/quiz.ts';
import * as attempts from './attempts.ts';
import * as certificates from './certificates.ts';
import * as cohorts from './cohorts.ts';
import { course } from './course.ts';
import * as map from './course-map.ts';
import { addCompletions, completionsOf, factsOf } from './db/progress.ts';
import { auditEvent, outbox } from './db/schema.ts';
import * as overrides from './overrides.ts';

const db = useDatabase();
const own = outline(course, course.edition);
const units = own.units.map(({ id }) => id);
const [quiz] = course.modules.map((module) => module.quiz);
const lesson = course.modules[0]!.lessons[0]!.id;

async function setting() {
	const manager = await person(db(), { role: 'manager', name: 'Mira' });
	const group = await cohort(db(), manager, { sees: 'bands' });
	const who = await person(db());
	await member(db(), group, who);
	const by = {
		...{ cohort: group, id: who.id, managerId: manager.id, now: later(60) },
		...{ manager: 'Mira', origin: '', reason: 'verlof' }
	};
	const line = async () => (await cohorts.lineOf(db(), group, who.id, later(90)))!;
	return { who, by, line };
}

describe('one more try', () => {
	test('can be used when all others were, and no longer counts as being stuck', async () => {
		const { who, by, line } = await setting();
		const begin = (minute: number) =>
			attempts.begin(db(), { accountId: who.id, quiz: quiz!, at: later(minute * 10_000) });
		const fail = async (minute: number) => {
			const number = (await begin(minute))!;
			const { rows } = await attempts.ofQuiz(db(), who.id, quiz!);
			const row = rows.find((each) => each.number === number)!;
			await take(db(), row, 0, later(minute * 10_000));
		};
		for (let n = 1; n <= quiz!.tries; n++) await fail(n);
		expect(await begin(90)).toBeUndefined();
		expect((await line()).need).toEqual({ kind: 'stuck', quiz: quiz!.id });
		expect(await overrides.giveTry(db(), { ...by, unit: `quiz:${quiz!.id}` })).toBe('kept');
		expect((await line()).need?.kind).not.toBe('stuck');
		const shown = await map.view(db(), who, 'nl');
		const unit = shown.modules.flatMap((each) => each.units).find(({ id }) => id === quiz!.id)!;
		expect(unit.state).toBe('started');
		await fail(91);
		expect(await begin(92)).toBeUndefined();
		expect((await line()).need).toEqual({ kind: 'stuck', quiz: quiz!.id });
	});

	test('is given three times at most, with a reason, for a quiz, to who is in the group', async () => {
		const { by } = await setting();
		const unit = `quiz:${quiz!.id}`;
		const give = (rest: object) => overrides.giveTry(db(), { ...by, unit, ...rest });
		expect(await give({ reason: ' ' })).toBe('no-reason');
		expect(await give({ reason: 'x'.repeat(201) })).toBe('too-long');
		expect(await give({ unit: `lesson:${lesson}` })).toBe('no-unit');
		expect(await give({ id: (await person(db())).id })).toBe('unknown');
		expect(await db().select().from(outbox)).toEqual([]);
		for (const said of ['kept', 'kept', 'kept', 'most']) expect(await give({})).toBe(said);
		expect(await db().select().from(outbox)).toHaveLength(3);
		expect(await db().select().from(auditEvent)).toHaveLength(3);
	});
});

describe('an exemption', () => {
	test('counts as done for the learner, the manager and whoever makes it up again from the facts', async () => {
		const { who, by, line } = await setting();
		const unit = `lesson:${lesson}`;
		expect(await overrides.exempt(db(), { ...by, unit })).toBe('kept');
		expect(await overrides.exempt(db(), { ...by, now: later(70), unit })).toBe('kept');
		expect((await line()).lessons.done).toBe(1);
		const [shown] = (await map.view(db(), who, 'nl')).modules;
		expect(shown!.units[0]).toMatchObject({ state: 'done', doneAt: later(60) });
		expect(await completionsOf(db(), who.id)).toEqual([{ unit, at: later(60) }]);
		expect(completions(own, await factsOf(db(), who.id))).toEqual([{ unit, at: later(60) }]);
		// Done all the same: the first moment stays.
		await doLesson(db(), who, lesson, later(80));
		expect(await completionsOf(db(), who.id)).toEqual([{ unit, at: later(60) }]);
		expect(completions(own, await factsOf(db(), who.id))).toEqual([{ unit, at: later(60) }]);
		expect(await overrides.of(db(), who.id, 'nl')).toMatchObject([
			{ kind: 'exemption', unit, reason: 'verlof', at: later(60) }
		]);
	});

	test('of something that was done before keeps its moment', async () => {
		const { who, by } = await setting();
		await doLesson(db(), who, lesson, later(10));
		const before = await completionsOf(db(), who.id);
		await overrides.exempt(db(), { ...by, unit: `lesson:${lesson}` });
		expect(await completionsOf(db(), who.id)).toEqual(before);
		expect(completions(own, await factsOf(db(), who.id))).toEqual(before);
	});

	test('is never of the final test, nor of what is no unit', async () => {
		const { by } = await setting();
		for (const unit of ['quiz:final', 'lesson:zz', '', 'constructor'])
			expect(await overrides.exempt(db(), { ...by, unit })).toBe('no-unit');
	});

	test('gives no certificate: that asks that everything was done', async () => {
		const { who, by } = await setting();
		const unit = `lesson:${lesson}`;
		const rest = units
			.filter((each) => each !== unit)
			.map((each) => ({ unit: each, at: later(5) }));
		await addCompletions(db(), who.id, rest);
		await overrides.exempt(db(), { ...by, unit });
		expect((await map.view(db(), who, 'nl')).progress.percent).toBe(100);
		expect(await certificates.towards(db(), who)).toMatchObject({ exempt: 1 });
		expect(await certificates.issue(db(), who, later(200))).toBe(false);
		await doLesson(db(), who, lesson, later(100));
		expect((await certificates.towards(db(), who)).exempt).toBe(0);
		expect(await certificates.issue(db(), who, later(200))).toBe(true);
		const { earnedAt } = (await certificates.ownedBy(db(), who, 'nl'))!;
		expect(earnedAt > later(99)).toBe(true);
	});
});
