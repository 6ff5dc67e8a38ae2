import { randomBytes } from 'node:crypto';
import { generateSync } from 'otplib';
import { describe, expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database.ts';
import { person } from '../../../../tests/support/people.ts';
import { auditEvent, outbox, recoveryCode, secondFactor, session } from '../db/schema.ts';
import { seal, unseal } from './seal.ts';
import * as secondStep from './second-step.ts';
import { sessionKeeper } from './session.ts';

const db = useDatabase();
const key = randomBytes(32);
const at = (seconds: number) => new Date(Date.UTC(2026, 10, 24) + seconds * 1000);
const setting = (seconds: number, own = key) => ({
	...{ db: db(), key: own, origin: 'https://course.example', now: at(seconds) }
});

/** Somebody with a second step since second 0, and what their device and their paper say. */
async function withSecondStep() {
	const who = await person(db(), { role: 'manager' });
	await secondStep.begin(setting(0), who);
	const standing = await secondStep.standingOf(setting(0), who);
	const secret = standing.on ? '' : standing.pending!.secret;
	const codeAt = (seconds: number) => generateSync({ secret, epoch: at(seconds).getTime() / 1000 });
	const said = await secondStep.finish(setting(0), who, codeAt(0));
	const codes = said.kind === 'on' ? said.codes : [];
	const check = async (typed: string, seconds: number) =>
		(await secondStep.check(setting(seconds), who, typed)).kind;
	return { who, secret, codeAt, codes, check };
}

// RFC 6238, appendix B: the secret of its examples, and the last six digits of its codes of eight.
test.each([
	[59, '287082'],
	[1111111109, '081804'],
	[1111111111, '050471'],
	[1234567890, '005924'],
	[2000000000, '279037'],
	[20000000000, '353130']
])('the code of second %i is that of the standard', (second, code) => {
	const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
	const now = new Date(second * 1000);
	expect(secondStep.stepOf(secret, code, now)).toBe(Math.floor(second / 30));
	expect(secondStep.stepOf(secret, code, new Date((second + 61) * 1000))).toBeUndefined();
	// Of the first, a minute earlier is before there was time.
	const early = new Date(Math.max(0, second - 61) * 1000);
	expect(secondStep.stepOf(secret, code, early)).toBe(second === 59 ? 1 : undefined);
});

describe('a code of the device', () => {
	test('works once, at most a step early or late, and no older one after it', async () => {
		const { codeAt, check } = await withSecondStep();
		// The one with which it was turned on is used.
		expect(await check(codeAt(0), 5)).toBe('wrong');
		expect(await check(codeAt(90), 65)).toBe('right');
		expect(await check(codeAt(90), 65)).toBe('wrong');
		expect(await check(codeAt(60), 65)).toBe('wrong');
		expect(await check(codeAt(120), 179)).toBe('right');
	});

	test('that comes twice at once is taken once', async () => {
		const { codeAt, check } = await withSecondStep();
		const both = await Promise.all([check(codeAt(90), 90), check(codeAt(90), 90)]);
		expect(both.sort()).toEqual(['right', 'wrong']);
	});

	test('is not guessed: after five wrong ones each next one waits', async () => {
		const { codeAt, check } = await withSecondStep();
		const said = [];
		for (let n = 0; n < 8; n++) said.push(await check('000000', 300));
		expect(said).toContain('wait');
		expect(await check(codeAt(300), 300)).toBe('wait');
	});
});

describe('a recovery code', () => {
	test('works once, however it is copied, and its owner is told', async () => {
		const { codes, check } = await withSecondStep();
		expect(new Set(codes).size).toBe(10);
		const [first, second] = codes;
		expect(await check(` ${first!.toUpperCase().replace(/-/g, ' ')} `, 100)).toBe('right');
		expect(await check(first!, 200)).toBe('wrong');
		const both = await Promise.all([check(second!, 300), check(second!, 300)]);
		expect(both.filter((kind) => kind === 'right')).toHaveLength(1);
		expect(await db().select().from(outbox)).toHaveLength(3);
	});

	test('is not in the database, nor is the secret, and another key opens neither', async () => {
		const { who, secret, codes } = await withSecondStep();
		const kept = JSON.stringify([
			await db().select().from(secondFactor),
			await db().select().from(recoveryCode)
		]);
		for (const hidden of [secret, ...codes, ...codes.map((code) => code.replace(/-/g, ''))])
			expect(kept).not.toContain(hidden);
		await expect(secondStep.check(setting(100, randomBytes(32)), who, '123456')).rejects.toThrow();
	});

	test('works no more when there are new ones', async () => {
		const { who, codes, check } = await withSecondStep();
		const fresh = (await secondStep.newCodes(setting(50), who))!;
		expect(await check(codes[3]!, 100)).toBe('wrong');
		expect(await check(fresh[3]!, 100)).toBe('right');
	});
});

test('what is sealed for one opens for nobody else, and not when it was changed', () => {
	const sealed = seal(key, 'one', 'secret');
	expect(unseal(key, 'one', sealed)).toBe('secret');
	expect(() => unseal(key, 'other', sealed)).toThrow();
	expect(() => unseal(key, 'one', `A${sealed.slice(1)}`)).toThrow();
	expect(seal(key, 'one', 'secret')).not.toBe(sealed);
});

test('an administrator takes it away: everywhere signed out, written down, told', async () => {
	const { who } = await withSecondStep();
	const administrator = await person(db(), { role: 'administrator' });
	const sessions = sessionKeeper(db(), true);
	const cookie = await sessions.create(who, new Date());
	expect(await sessions.validate(cookie.value)).toMatchObject({
		...{ hasSecondStep: true, secondFactorAt: null }
	});
	const whole = await sessions.create(who, new Date(), { secondFactorAt: at(1) });
	expect((await sessions.validate(whole.value))!.secondFactorAt).toEqual(at(1));
	expect(await secondStep.reset(setting(100), who.id, administrator.id)).toBe(true);
	expect(await db().select().from(session)).toEqual([]);
	expect(await db().select().from(recoveryCode)).toEqual([]);
	expect(await secondStep.reset(setting(100), who.id, administrator.id)).toBe(false);
	const events = await db().select().from(auditEvent);
	expect(events.map(({ detail }) => detail).sort()).toEqual(['on', 'reset']);
});
