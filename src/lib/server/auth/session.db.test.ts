import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { useDatabase } from '../../../../tests/support/database.ts';
import { person, start } from '../../../../tests/support/people.ts';
import { giveRole } from '../accounts.ts';
import type { Role } from '../db/schema.ts';
import { session } from '../db/schema.ts';
import { sessionKeeper } from './session.ts';

const db = useDatabase();
const DAY = 24 * 60 * 60 * 1000;
const keeper = () => sessionKeeper(db(), true);
const rows = () => db().select().from(session);

// Only the clock: the database driver needs real timers.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: start }));
afterEach(() => void vi.useRealTimers());
const moveTo = (days: number) => vi.setSystemTime(start.getTime() + days * DAY);

async function signedIn(role: Role = 'learner') {
	const who = await person(db(), { role });
	const sessions = keeper();
	const cookie = await sessions.create(who, new Date());
	return {
		who,
		sessions,
		cookie,
		valid: async () => (await sessions.validate(cookie.value))?.account.id === who.id
	};
}

describe('a session', () => {
	test('belongs to whoever holds its cookie', async () => {
		const { who, sessions, cookie } = await signedIn();
		expect(await sessions.validate(cookie.value)).toMatchObject({
			account: { id: who.id, email: who.email, role: 'learner' },
			...{ confirmedAt: start, secondFactorAt: null, hasSecondStep: false }
		});
		expect(await sessions.validate(cookie.value.slice(0, -1))).toBeUndefined();
		expect(await sessions.validate('')).toBeUndefined();
	});

	test('is kept as a hash, and the hash is no cookie', async () => {
		const { sessions, cookie } = await signedIn();
		const [row] = await rows();
		expect(JSON.stringify(row)).not.toContain(cookie.value);
		expect(row!.id).toBe('sha256:' + createHash('sha256').update(cookie.value).digest('base64url'));
		expect(await sessions.validate(row!.id)).toBeUndefined();
		expect(await sessions.validate(row!.id.slice('sha256:'.length))).toBeUndefined();
		expect(await rows()).toHaveLength(1);
	});

	test('has a cookie that scripts and other sites cannot use, and over https only this host', async () => {
		const { cookie } = await signedIn();
		const attributes = {
			path: '/',
			httpOnly: true,
			sameSite: 'lax',
			secure: true,
			maxAge: 30 * 24 * 60 * 60
		};
		expect(cookie).toMatchObject({ name: '__Host-session', attributes });
		expect(sessionKeeper(db(), false).cookieName).toBe('session');
	});

	test('ends for this browser when it is revoked, and elsewhere goes on', async () => {
		const { who, sessions, cookie, valid } = await signedIn();
		const other = await sessions.create(who, new Date());
		expect(await sessions.revoke(cookie.value)).toMatchObject({
			value: '',
			attributes: { maxAge: 0 }
		});
		expect(await valid()).toBe(false);
		expect(await sessions.validate(other.value)).toBeDefined();
	});

	test('ends everywhere when all are revoked, and for nobody else', async () => {
		const [one, other] = [await signedIn(), await signedIn()];
		const second = await one.sessions.create(one.who, new Date());
		await one.sessions.revokeAll(one.who.id);
		expect(await one.valid()).toBe(false);
		expect(await one.sessions.validate(second.value)).toBeUndefined();
		expect(await other.valid()).toBe(true);
	});

	test('ends after seven days without use, and its row goes', async () => {
		const { valid } = await signedIn();
		moveTo(7.01);
		expect(await valid()).toBe(false);
		expect(await rows()).toEqual([]);
	});

	test('is renewed by use, but never beyond the end it was given', async () => {
		const { valid } = await signedIn();
		const [{ endsAt } = { endsAt: new Date(0) }] = await rows();
		expect(endsAt).toEqual(new Date(start.getTime() + 30 * DAY));
		for (const day of [5, 10, 15, 20, 25, 29]) {
			moveTo(day);
			expect(await valid()).toBe(true);
			const [row] = await rows();
			expect(row!.endsAt).toEqual(endsAt);
			expect(row!.expiresAt.getTime()).toBeLessThanOrEqual(endsAt.getTime());
		}
		moveTo(30.01);
		expect(await valid()).toBe(false);
	});

	test.each(['manager', 'administrator'] as const)(
		'of a %s ends after half a day',
		async (role) => {
			const { valid } = await signedIn(role);
			moveTo(0.49);
			expect(await valid()).toBe(true);
			moveTo(0.51);
			expect(await valid()).toBe(false);
		}
	);

	test('ends when its person gets another role', async () => {
		const { who, valid } = await signedIn();
		expect(await giveRole(db(), who.id, 'manager', { by: who.id, at: new Date() })).toBe(true);
		expect(await valid()).toBe(false);
		expect(await rows()).toEqual([]);
	});

	test('that is over is swept up; one that is not stays', async () => {
		const old = await signedIn();
		await db()
			.update(session)
			.set({ expiresAt: new Date(start.getTime() - 1) })
			.where(eq(session.accountId, old.who.id));
		const { sessions, valid } = await signedIn();
		await sessions.removeExpired();
		expect(await rows()).toHaveLength(1);
		expect(await valid()).toBe(true);
	});
});
