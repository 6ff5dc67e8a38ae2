import { expect, test } from 'vitest';
import { findLesson } from '#lib/course/outline.ts';
import { useDatabase } from '../../../tests/support/database.ts';
import { person } from '../../../tests/support/people.ts';
import { course } from './course.ts';
import { ownIn } from './lessons.ts';
import { keep } from './simulations.ts';

const db = useDatabase();
const at = new Date('2026-11-23T10:00:00Z');
const lesson = findLesson(course, 'b10')!.lesson;
const keptBy = async (id: string) => (await ownIn(db(), id, lesson)).runs;
const run = { lesson: 'b10', simulation: 'S1', claimed: false, at };

test('a run is kept, the next one takes its place, and only its own person finds it', async () => {
	const who = await person(db());
	const other = await person(db());
	expect(await keep(db(), { ...run, accountId: who.id, state: 'S1.seeded=2' })).toEqual({
		kind: 'kept'
	});
	await keep(db(), { ...run, accountId: who.id, state: 'S1.seeded=4&S1.at=2' });
	const kept = await keptBy(who.id);
	expect(kept).toHaveLength(1);
	expect(kept[0]!.state).toContain('S1.seeded=4');
	expect(kept[0]!.state).toContain('S1.at=2');
	expect(await keptBy(other.id)).toEqual([]);
});

test('that a challenge is met is worked out here; the first moment stays', async () => {
	const who = await person(db());
	const claim = { ...run, accountId: who.id, claimed: true };
	const reached = async () => (await keptBy(who.id))[0]!.reachedAt;
	await keep(db(), { ...claim, state: 'S1.seeded=1' });
	expect(await reached()).toBeNull();
	await keep(db(), { ...claim, state: 'S1.seeded=3' });
	expect(await reached()).toEqual(at);
	await keep(db(), { ...claim, state: 'S1.seeded=3', at: new Date(+at + 60_000) });
	await keep(db(), { ...run, accountId: who.id, state: 'S1.seeded=0' });
	expect(await reached()).toEqual(at);
});

test('only simulations of that lesson, and only what makes sense of a run, are stored', async () => {
	const who = await person(db());
	const given = { ...run, accountId: who.id };
	expect(await keep(db(), { ...given, lesson: 'nowhere', state: 'S1.seeded=1' })).toEqual({
		kind: 'unknown'
	});
	expect(await keep(db(), { ...given, simulation: 'S4', state: 'S4.never=1' })).toEqual({
		kind: 'unknown'
	});
	expect(await keep(db(), { ...given, state: 'nothing' })).toEqual({ kind: 'unknown' });
	await keep(db(), { ...given, state: 'S1.seeded=9e99&S1.shape=<b>&S1.note=secret\u0000&x=y' });
	const [kept] = await keptBy(who.id);
	expect(kept!.state).toContain('S1.seeded=20');
	expect(kept!.state).toContain('S1.shape=normal');
	expect(kept!.state).not.toMatch(/secret|x=y|%00/);
});
