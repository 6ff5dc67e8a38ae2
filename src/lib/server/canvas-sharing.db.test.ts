import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { useDatabase } from '../../../tests/support/database.ts';
import { cohort, later, member, person, start } from '../../../tests/support/people.ts';
import type { Levels } from '#lib/learning/canvas-view.ts';
import type { Account } from './accounts.ts';
import { save } from './canvas.ts';
import {
	assess,
	forManager,
	ofExercise,
	readShare,
	respond,
	revoke,
	share,
	sharedBy
} from './canvas-sharing.ts';
import { membership } from './db/schema.ts';
import { eq } from 'drizzle-orm';

const db = useDatabase();
const all = (level: number): Levels =>
	Object.fromEntries(
		['diagnosis', 'peoples-why', 'evidence'].map((row) => [row, { level, evidence: 'daarom' }])
	);

/** A learner with one written field, in a cohort with a manager; and somebody else who manages another cohort. */
async function stage() {
	const [learner, manager, stranger] = [
		await person(db()),
		await person(db(), { role: 'manager' }),
		await person(db(), { role: 'manager' })
	];
	const [own, other] = [await cohort(db(), manager), await cohort(db(), stranger)];
	await member(db(), own, learner);
	await write(learner, 'eerste', 0);
	return { learner, manager, stranger, own, other, exercise: 'e1' };
}
const write = (who: Account, text: string, base: number) =>
	save(db(), {
		...{ accountId: who.id, field: 'e1_opdracht', cells: [[text]], base },
		...{ saveId: randomUUID(), language: 'nl', at: start }
	});
type Stage = Awaited<ReturnType<typeof stage>>;
const judge = ({ learner }: Stage, levels = all(2), at = start) =>
	assess(db(), { accountId: learner.id, exercise: 'e1', levels, at });
const shareIt = ({ learner, own }: Stage, cohortId = own.id, minutes = 1) =>
	share(db(), { accountId: learner.id, exercise: 'e1', cohortId, at: later(minutes) });
async function readIt({ manager, own }: Stage, who = manager, where = own) {
	const [first] = await forManager(db(), manager.id, own.id, 'nl');
	const given = { managerId: who.id, cohortId: where.id, share: first?.id ?? randomUUID() };
	return readShare(db(), { ...given, language: 'nl' });
}

describe('looking at one’s own exercise', () => {
	test('keeps all rows or none, and the last one counts', async () => {
		const here = await stage();
		const { evidence: _, ...part } = all(2);
		expect(await judge(here, part)).toBe('incomplete');
		expect(await judge(here, { ...all(2), nonsense: { level: 1, evidence: '' } })).toBe('unknown');
		expect(await judge(here, all(5))).toBe('unknown');
		expect((await ofExercise(db(), here.learner.id, 'e1', 'nl')).assessed).toBe(false);
		expect(await judge(here, all(1))).toBe('kept');
		expect(await judge(here, all(3), later(1))).toBe('kept');
		const { rubric, assessed } = await ofExercise(db(), here.learner.id, 'e1', 'nl');
		expect(assessed).toBe(true);
		expect(rubric.map((row) => row.own?.level)).toEqual([3, 3, 3]);
	});
});

describe('sharing', () => {
	test('comes after looking oneself, and only with a cohort of one’s own', async () => {
		const here = await stage();
		expect(await shareIt(here)).toBe('assess-first');
		await judge(here);
		expect(await shareIt(here, here.other.id)).toBe('unknown');
		expect(await shareIt(here)).toBe('shared');
		expect(await sharedBy(db(), here.learner.id, 'nl')).toMatchObject([{ exercise: 'e1' }]);
	});

	test('shows the exercise as it was, to the managers of that cohort and nobody else', async () => {
		const here = await stage();
		await judge(here);
		await shareIt(here);
		await write(here.learner, 'later veranderd', 1);
		const read = (await readIt(here))!;
		expect(read.exercise.fields.find(({ id }) => id === 'e1_opdracht')!.cells).toEqual([
			['eerste']
		]);
		expect(read.rubric.map((row) => row.own?.level)).toEqual([2, 2, 2]);
		expect(await readIt(here, here.stranger)).toBeUndefined();
		expect(await readIt(here, here.manager, { ...here.own, id: 'x' })).toBeUndefined();
		expect(await readIt(here, here.stranger, here.other)).toBeUndefined();
		expect(await readIt(here, here.learner)).toBeUndefined();
		expect(await forManager(db(), here.stranger.id, here.own.id, 'nl')).toEqual([]);
		await shareIt(here, here.own.id, 2);
		expect(await forManager(db(), here.manager.id, here.own.id, 'nl')).toHaveLength(1);
		expect(
			(await readIt(here))!.exercise.fields.find(({ id }) => id === 'e1_opdracht')!.cells
		).toEqual([['later veranderd']]);
	});

	test('ends at once: when it is taken back, and when the learner leaves the cohort', async () => {
		const here = await stage();
		await judge(here);
		await shareIt(here);
		const taken = { accountId: here.learner.id, exercise: 'e1', cohortId: here.own.id };
		expect(await revoke(db(), { ...taken, accountId: here.manager.id, at: later(2) })).toBe(false);
		expect(await readIt(here)).toBeDefined();
		expect(await revoke(db(), { ...taken, at: later(3) })).toBe(true);
		expect(await readIt(here)).toBeUndefined();
		await shareIt(here, here.own.id, 4);
		expect(await readIt(here)).toBeDefined();
		await db().delete(membership).where(eq(membership.accountId, here.learner.id));
		expect(await readIt(here)).toBeUndefined();
	});
});

describe('a manager’s answer', () => {
	const answer = async (here: Stage, more: object = {}) => {
		const [first] = await forManager(db(), here.manager.id, here.own.id, 'nl');
		return respond(db(), {
			...{ managerId: here.manager.id, cohortId: here.own.id, share: first!.id, levels: {} },
			...{ body: 'Goed.', enables: 'Twee uur per week.', at: later(9), ...more }
		});
	};
	test('says what they will make possible, and stands beside the learner’s own view', async () => {
		const here = await stage();
		await judge(here);
		await shareIt(here);
		expect(await answer(here, { enables: '  ' })).toBe('enables-missing');
		expect(await answer(here, { body: 'x'.repeat(1001) })).toBe('too-long');
		expect(await answer(here, { levels: { diagnosis: { level: 9, evidence: '' } } })).toBe(
			'unknown'
		);
		expect(await answer(here, { share: randomUUID() })).toBe('gone');
		expect(await answer(here, { managerId: here.stranger.id })).toBe('gone');
		const levels = { diagnosis: { level: 4, evidence: 'scherp' } };
		expect(await answer(here, { levels })).toBe('kept');
		const seen = await ofExercise(db(), here.learner.id, 'e1', 'nl');
		expect(seen.rubric[0]).toMatchObject({ own: { level: 2 }, manager: { level: 4 } });
		expect(seen.rubric[1]!.manager).toBeUndefined();
		expect(seen.cohorts[0]!.comments).toMatchObject([
			{ body: 'Goed.', enables: 'Twee uur per week.' }
		]);
	});
});
