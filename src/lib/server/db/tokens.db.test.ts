import { expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database.ts';
import { later } from '../../../../tests/support/people.ts';
import { token } from './schema.ts';
import * as tokens from './tokens.ts';

const db = useDatabase();
const expiresAt = later(30);
const before = new Date(expiresAt.getTime() - 1);
const issue = () =>
	tokens.issue(db(), { kind: 'reset', subject: { email: 'a@test.example' }, expiresAt });

test('a link is used once: of fifty at once, one gets it', async () => {
	const secret = await issue();
	const taken = await Promise.all(
		Array.from({ length: 50 }, () => tokens.take(db(), secret, ['reset'], before))
	);
	expect(taken.filter((each) => each !== undefined)).toHaveLength(1);
	expect(await tokens.take(db(), secret, ['reset'], before)).toBeUndefined();
	expect(await db().select().from(token)).toEqual([]);
});

test('looking at a link does not use it up', async () => {
	const secret = await issue();
	for (let n = 0; n < 3; n++)
		expect(await tokens.peek(db(), secret, ['reset'], before)).toMatchObject({ kind: 'reset' });
	expect(await tokens.take(db(), secret, ['reset'], before)).toMatchObject({
		subject: { email: 'a@test.example' }
	});
});

test('a link works until its last moment and not at it', async () => {
	const secret = await issue();
	expect(await tokens.peek(db(), secret, ['reset'], before)).toBeDefined();
	expect(await tokens.peek(db(), secret, ['reset'], expiresAt)).toBeUndefined();
	expect(await tokens.take(db(), secret, ['reset'], expiresAt)).toBeUndefined();
});

test('the secret is long, never the same, and not in a dump of the table', async () => {
	const secrets = await Promise.all(Array.from({ length: 20 }, issue));
	expect(new Set(secrets).size).toBe(20);
	expect(secrets.every((secret) => secret.length === 32)).toBe(true);
	const rows = await db().select().from(token);
	const dump = JSON.stringify(rows);
	expect(secrets.filter((secret) => dump.includes(secret))).toEqual([]);
	expect(await tokens.take(db(), rows[0]!.id, ['reset'], before)).toBeUndefined();
});

test('a link does nothing that it was not made for', async () => {
	const secret = await issue();
	expect(await tokens.peek(db(), secret, ['sign-up', 'weekly'], before)).toBeUndefined();
	expect(await tokens.take(db(), secret, ['sign-up', 'weekly'], before)).toBeUndefined();
	expect(await tokens.take(db(), secret, ['reset'], before)).toBeDefined();
});

test('what is too old is swept up; the rest stays', async () => {
	const secret = await issue();
	await tokens.issue(db(), { kind: 'sign-up', subject: {}, expiresAt: later(10) });
	await tokens.removeExpired(db(), later(20));
	expect(await db().select().from(token)).toHaveLength(1);
	expect(await tokens.peek(db(), secret, ['reset'], later(20))).toBeDefined();
});
