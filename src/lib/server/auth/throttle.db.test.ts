import { describe, expect, inject, test } from 'vitest';
import postgres from 'postgres';
import { kind, useDatabase } from '../../../../tests/support/database.ts';
import { start } from '../../../../tests/support/people.ts';
import { throttle } from '../db/schema.ts';
import { admit, forgive, perAccount, perAddress, perMailbox, removeOld } from './throttle.ts';

const db = useDatabase();
const at = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const attempt = (seconds: number, whom = 'someone@test.example') =>
	admit(db(), perAccount, 'sign-in', whom, at(seconds));
const HOUR = 60 * 60;

describe('tries at one account', () => {
	test('five are free; after that the wait doubles up to a quarter of an hour', async () => {
		for (let n = 0; n < 5; n++) expect(await attempt(0)).toEqual({ allowed: true });
		let now = 0;
		for (const wait of [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]) {
			expect(await attempt(now)).toEqual({ allowed: false, retryAfter: wait });
			expect(await attempt(now + wait - 0.001)).toEqual({ allowed: false, retryAfter: 1 });
			now += wait;
			expect(await attempt(now)).toEqual({ allowed: true });
		}
	});

	test('that are refused do not make the wait longer', async () => {
		for (let n = 0; n < 6; n++) await attempt(0);
		for (let n = 0; n < 50; n++) expect((await attempt(0.5)).allowed).toBe(false);
		expect(await attempt(1)).toEqual({ allowed: true });
	});

	test('are forgotten when the right person comes in, and after a day of rest', async () => {
		for (let n = 0; n < 6; n++) await attempt(0);
		await forgive(db(), 'sign-in', 'someone@test.example');
		for (let n = 0; n < 5; n++) expect(await attempt(0)).toEqual({ allowed: true });
		for (let n = 0; n < 5; n++)
			expect(await attempt(24 * HOUR + n / 10)).toEqual({ allowed: true });
	});

	test('cannot slip through together: of thirty at once five are let in, then one each wait', async () => {
		const crowd = (seconds: number) =>
			Promise.all(Array.from({ length: 30 }, () => attempt(seconds)));
		expect((await crowd(0)).filter((each) => each.allowed)).toHaveLength(5);
		expect((await crowd(1)).filter((each) => each.allowed)).toHaveLength(1);
		expect((await crowd(2)).filter((each) => each.allowed)).toHaveLength(0);
		expect((await crowd(3)).filter((each) => each.allowed)).toHaveLength(1);
	});

	test('are counted apart for each person and each purpose', async () => {
		for (let n = 0; n < 6; n++) await attempt(0);
		expect(await attempt(0, 'other@test.example')).toEqual({ allowed: true });
		expect(await admit(db(), perAccount, 'something else', 'someone@test.example', at(0))).toEqual({
			allowed: true
		});
	});

	test('keep no address: a dump of the table does not contain it', async () => {
		await attempt(0);
		await admit(db(), perAddress, 'sign-in-from', '192.0.2.7', at(0));
		const dump = JSON.stringify(await db().select().from(throttle));
		expect(dump).not.toContain('someone');
		expect(dump).not.toContain('192.0.2.7');
	});

	test('are in the database, where a new connection, as after a restart, finds them', async () => {
		for (let n = 0; n < 5; n++) await attempt(0);
		const [row] = await db().select().from(throttle);
		expect(row).toMatchObject({ count: 5, blockedUntil: at(1) });
		if (kind === 'embedded') return;
		const current = (await db().execute<{ name: string }>(
			'select current_database() as name'
		)) as unknown as { name: string }[];
		const other = postgres(inject('clusterUrl').replace(/[^/]*$/, current[0]!.name), { max: 1 });
		expect(await other`select count, blocked_until from throttle`).toMatchObject([
			{ count: 5, blocked_until: at(1) }
		]);
		await other.end();
	});

	test('that no rule looks at any more are swept up; the others stay', async () => {
		await attempt(0, 'long ago');
		await attempt(HOUR, 'today');
		await removeOld(db(), at(24 * HOUR + 1));
		expect(await db().select().from(throttle)).toMatchObject([{ since: at(HOUR) }]);
	});
});

describe.each([
	['from one address', perAddress, 60],
	['to one mailbox', perMailbox, 5]
] as const)('tries %s', (_, rule, most) => {
	const once = (seconds: number, whom = '192.0.2.7') =>
		admit(db(), rule, 'window', whom, at(seconds));
	const window = rule.window / 1000;

	test('are let in up to the most in a window, and again in the next', async () => {
		for (let n = 0; n < most; n++) expect(await once(1)).toEqual({ allowed: true });
		expect(await once(1)).toEqual({ allowed: false, retryAfter: window });
		expect(await once(window)).toEqual({ allowed: false, retryAfter: 1 });
		expect(await once(1 + window)).toEqual({ allowed: true });
		expect(await once(1, '192.0.2.8')).toEqual({ allowed: true });
	});

	test('cannot slip through together', async () => {
		const outcomes = await Promise.all(Array.from({ length: most + 20 }, () => once(0)));
		expect(outcomes.filter((each) => each.allowed)).toHaveLength(most);
	});
});
