import { randomBytes } from 'node:crypto';
import type { Cookies } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database.ts';
import { later, start } from '../../../../tests/support/people.ts';
import { token } from '../db/schema.ts';
import * as pendings from './pending.ts';

const db = useDatabase();
const key = randomBytes(32);
const place = (now = start) => ({ db: db(), key, now });
const browser = 'b'.repeat(43);
const wanted = { purpose: 'sign-in', language: 'nl', next: '/nl/lesson/a1' } as const;

test('of fifty who come back at once with the same, one goes on', async () => {
	const state = await pendings.begin(place(), browser, wanted);
	const got = await Promise.all(
		Array.from({ length: 50 }, () => pendings.take(place(), state, browser, 'away'))
	);
	expect(got.filter((each) => each !== undefined)).toEqual([{ ...wanted, beganAt: start }]);
});

test('another browser does not go on, and takes nothing away', async () => {
	const state = await pendings.begin(place(), browser, wanted);
	expect(await pendings.take(place(), state, 'c'.repeat(43), 'away')).toBeUndefined();
	expect(await pendings.take(place(), state, undefined, 'away')).toBeUndefined();
	expect(await pendings.take(place(), state, browser, 'away')).toMatchObject(wanted);
});

test('after ten minutes nobody goes on', async () => {
	const state = await pendings.begin(place(), browser, wanted);
	expect(await pendings.peek(place(later(9)), state, browser, 'away')).toBeDefined();
	expect(await pendings.take(place(later(10)), state, browser, 'away')).toBeUndefined();
});

test('what leads away does not stand in for having been there, or the other way round', async () => {
	const away = await pendings.begin(place(), browser, wanted);
	const known = { issuer: 'https://login.example.nl', subject: 'sub-1' };
	const back = await pendings.begin(place(), browser, { ...wanted, known });
	expect(await pendings.take(place(), away, browser, 'back')).toBeUndefined();
	expect(await pendings.take(place(), back, browser, 'away')).toBeUndefined();
	expect(await pendings.take(place(), back, browser, 'back')).toMatchObject({ known });
	expect(await pendings.take(place(), away, browser, 'away')).toBeDefined();
});

test('the database holds nothing with which somebody could go on', async () => {
	const state = await pendings.begin(place(), browser, wanted);
	const { nonce, verifier } = pendings.checksOf(key, state, browser);
	expect(verifier).toMatch(/^[\w-]{43}$/);
	const kept = JSON.stringify(await db().select().from(token));
	for (const secret of [state, browser, nonce, verifier]) expect(kept).not.toContain(secret);
});

test('two tabs of a browser keep the same, and what somebody made up is not kept', () => {
	const jar = new Map<string, string>();
	const cookies = {
		get: (name: string) => jar.get(name),
		set: (name: string, value: string) => void jar.set(name, value)
	} as unknown as Cookies;
	const first = pendings.browserOf(cookies, true);
	expect(pendings.browserOf(cookies, true)).toBe(first);
	expect([...jar.keys()]).toEqual(['__Host-elsewhere']);
	jar.set('__Host-elsewhere', 'made up');
	expect(pendings.browserIn(cookies, true)).toBeUndefined();
	expect(pendings.browserOf(cookies, true)).toMatch(/^[\w-]{43}$/);
});
