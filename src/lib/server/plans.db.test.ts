import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { statementsOf, useDatabase } from '../../../tests/support/database.ts';
import { later, person, start } from '../../../tests/support/people.ts';
import type { Account } from './accounts.ts';
import * as canvas from './canvas.ts';
import { canvasMarkdown } from './export/canvas.ts';
import { planOutcome } from './db/schema.ts';
import * as plans from './plans.ts';

const db = useDatabase();
const DAY = 24 * 60;
const plan = { condition: 'Als het maandag is', action: 'bel ik een lid' };

async function planner(): Promise<Account> {
	const who = await person(db());
	const at = { accountId: who.id, field: 'plans_alsdan', language: 'nl' as const };
	const save = (cells: string[][], base: number, days: number) =>
		canvas.save(db(), { ...at, cells, base, saveId: randomUUID(), at: later(days * DAY) });
	await save([[plan.condition, 'bel ik']], 0, 0);
	await save([[plan.condition, plan.action]], 1, 1);
	await save(
		[
			['Als iemand klaagt', 'vraag ik door'],
			[plan.condition, plan.action]
		],
		2,
		10
	);
	return who;
}
const answer = (who: Account, given: Partial<Parameters<typeof plans.answer>[1]> = {}, days = 31) =>
	plans.answer(db(), {
		...{ accountId: who.id, id: randomUUID(), ...plan, outcome: 'done', note: '' },
		...{ at: later(days * DAY), ...given }
	});

describe('plans are asked about', () => {
	test('thirty days after they came to stand as they are', async () => {
		const who = await planner();
		expect(await plans.waiting(db(), who.id, later(30 * DAY))).toBe(0);
		expect(await plans.waiting(db(), who.id, later(31 * DAY))).toBe(1);
		expect(await plans.waiting(db(), who.id, later(40 * DAY))).toBe(2);
		expect(await plans.view(db(), who.id, later(31 * DAY))).toMatchObject([
			{ action: 'vraag ik door', state: 'waiting', due: new Date('2026-12-11T23:00:00Z') },
			{ ...plan, state: 'due' }
		]);
		expect(await answer(who)).toBe('kept');
		expect(await plans.waiting(db(), who.id, later(31 * DAY))).toBe(0);
	});

	test('with one question to the database for whoever made none', async () => {
		const who = await person(db());
		expect(await statementsOf(() => plans.waiting(db(), who.id, start))).toHaveLength(1);
	});
});

describe('an answer', () => {
	test('is about a plan of one’s own whose day has come', async () => {
		const [who, other] = [await planner(), await person(db())];
		expect(await answer(other)).toBe('unknown');
		expect(await answer(who, {}, 30)).toBe('unknown');
		expect(await answer(who, { action: 'bel ik' })).toBe('unknown');
		expect(await answer(who, { outcome: 'maybe' })).toBe('no-outcome');
		expect(await answer(who, { note: 'x'.repeat(401) })).toBe('too-long');
		expect(await db().select().from(planOutcome)).toEqual([]);
	});

	test('sent twice is one; changed, the last one counts and the first stays', async () => {
		const who = await planner();
		const id = randomUUID();
		for (let n = 0; n < 2; n++) await answer(who, { id, outcome: 'not', note: 'geen tijd' });
		await answer(who, { outcome: 'partly', note: 'éé \u0000😀' }, 50);
		expect(await db().select().from(planOutcome)).toHaveLength(2);
		const said = (await plans.view(db(), who.id, later(60 * DAY))).find(
			(each) => each.action === plan.action
		);
		expect(said).toMatchObject({ state: 'answered', last: { outcome: 'partly', note: 'éé 😀' } });
	});

	test('sent again with something else is told, and what was sent first stays', async () => {
		const who = await planner();
		const id = randomUUID();
		expect(await answer(who, { id, outcome: 'not' })).toBe('kept');
		expect(await answer(who, { id, outcome: 'not' }, 32)).toBe('kept');
		expect(await answer(who, { id, outcome: 'done' })).toBe('sent-before');
		expect(await answer(who, { id, outcome: 'not', note: 'toch' })).toBe('sent-before');
		expect(await db().select().from(planOutcome)).toMatchObject([{ outcome: 'not', note: '' }]);
		// The same id of somebody else is theirs.
		const other = await planner();
		expect(await answer(other, { id, outcome: 'done' })).toBe('kept');
		expect(await db().select().from(planOutcome)).toHaveLength(2);
	});

	test('goes along in one’s own files, the last one only, and in nobody else’s', async () => {
		const [who, other] = [await planner(), await planner()];
		await answer(who, { outcome: 'not', note: 'geen tijd' });
		await answer(who, { outcome: 'partly', note: 'een *vaste* dag' }, 40);
		const file = async ({ id: accountId }: Account, language: 'nl' | 'en') => {
			const given = { accountId, language, now: later(50 * DAY) };
			const written = await canvas.whole(db(), accountId, language);
			const whole = await plans.withOutcomes(db(), given, written);
			return canvasMarkdown(whole, { language, name: 'x', at: start });
		};
		const said = await file(who, 'nl');
		expect(said).toContain('### Wat is er van je plannen gekomen?');
		expect(said).toContain('**Gedaan?:** Deels');
		expect(said).toContain('een \\*vaste\\* dag');
		expect(said).not.toContain('geen tijd');
		expect(await file(who, 'en')).toContain('**Done?:** Partly');
		expect(await file(other, 'nl')).not.toContain('Wat is er van je plannen gekomen?');
	});
});
