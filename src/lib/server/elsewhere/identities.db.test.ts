import { describe, expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database.ts';
import { later, person, start } from '../../../../tests/support/people.ts';
import { authenticate, type Account } from '../accounts.ts';
import { hasPassword, hashPassword } from '../auth/password.ts';
import * as accounts from '../db/accounts.ts';
import { account as accountTable, auditEvent, identity, outbox } from '../db/schema.ts';
import * as identities from './identities.ts';
import type { Told } from './provider.ts';
import type { Setting } from './setting.ts';

const db = useDatabase();
const setting: Setting = {
	...{ issuer: 'https://login.example.nl', clientId: 'course', clientSecret: 'secret' },
	...{ name: 'Gemeente Voorbeeld', domains: ['example.nl'], verifiedClaim: 'email_verified' },
	...{ cohorts: [], only: false }
};
const place = (minutes = 0) => ({
	...{ db: db(), setting, origin: 'https://course.example', now: later(minutes) }
});
const told = (subject: string, email?: string, rest: Partial<Told> = {}): Told => ({
	...{ issuer: setting.issuer, subject, claims: { name: 'Lotte de Wit' }, secondFactor: false },
	...(email !== undefined && { address: { email, verified: true } }),
	...rest
});
const recognise = (given: Told) => identities.recognise(place(), given, 'en');
const known = async (given: Told): Promise<Account> => {
	const found = await recognise(given);
	if (found.kind !== 'known') throw new Error(found.kind);
	return found.account;
};

describe('somebody who comes in for the first time', () => {
	test('gets an account of a learner without a password, once, and a mail', async () => {
		const first = await recognise(told('sub-1', 'Lotte@Example.nl'));
		expect(first).toMatchObject({ kind: 'known', made: true });
		const account = await known(told('sub-1', 'lotte@example.nl'));
		expect(account).toMatchObject({
			...{ email: 'lotte@example.nl', name: 'Lotte de Wit', language: 'en', role: 'learner' },
			...{ createdAt: start }
		});
		expect(hasPassword(account)).toBe(false);
		expect(await db().select().from(outbox)).toMatchObject([
			{ recipient: 'lotte@example.nl', subject: 'Bij het begin: you have an account now' }
		]);
		expect(await db().select().from(auditEvent)).toMatchObject([
			{ action: 'identity', detail: 'made' }
		]);
	});

	test('cannot sign in with a password, not with an empty one either', async () => {
		await known(told('sub-1', 'lotte@example.nl'));
		for (const password of ['', 'none', 'undefined']) {
			const given = { email: 'lotte@example.nl', password, address: '192.0.2.1', now: start };
			expect(await authenticate(db(), given)).toEqual({ kind: 'wrong' });
		}
	});

	test('twenty times at once is one person', async () => {
		const found = await Promise.all(
			Array.from({ length: 20 }, () => recognise(told('sub-1', 'lotte@example.nl')))
		);
		const ids = new Set(found.map((each) => (each.kind === 'known' ? each.account.id : each.kind)));
		expect(ids.size).toBe(1);
		expect(found.filter((each) => each.kind === 'known' && each.made)).toHaveLength(1);
		expect(await db().select().from(identity)).toHaveLength(1);
	});

	test.each([
		['no address', undefined, {}, 'unverified'],
		[
			'an address nobody checked',
			undefined,
			{ address: { email: 'lotte@example.nl', verified: false } },
			'unverified'
		],
		['an address that is none', 'lotte', {}, 'unverified'],
		['a look-alike', 'lotte@exämple.nl', {}, 'unverified'],
		['an address of another domain', 'lotte@evil.nl', {}, 'other-domain'],
		['a domain below ours', 'lotte@sub.example.nl', {}, 'other-domain'],
		['a domain that ends like ours', 'lotte@notexample.nl', {}, 'other-domain']
	])('with %s does not come in', async (_, email, rest, why) => {
		expect(await recognise(told('sub-1', email, rest))).toEqual({ kind: 'refused', why });
		expect(await accounts.isEmpty(db())).toBe(true);
	});

	test('has the name that the provider gives, or what can be made of it', async () => {
		const names: [Record<string, unknown>, string][] = [
			[{ name: '  Lotte \n de Wit ' }, 'Lotte de Wit'],
			[{ name: 7, given_name: 'Lotte', family_name: 'de Wit' }, 'Lotte de Wit'],
			[{ name: 'a'.repeat(500) }, 'a'.repeat(80)],
			[{}, 'lotte.w'],
			[{ name: '\u0000' }, 'lotte.w']
		];
		for (const [index, [claims, name]] of names.entries()) {
			const email = `lotte.w@example.nl`;
			const place = { ...setting, domains: ['example.nl'] };
			const found = await identities.recognise(
				{ db: db(), setting: place, origin: 'https://course.example', now: start },
				told(`sub-${index}`, email, { claims }),
				'nl'
			);
			expect(found).toMatchObject({ account: { name } });
			await db().delete(accountTable);
		}
	});
});

describe('somebody is known by what the provider calls them', () => {
	test('also when their address changes there; their own stays as it was', async () => {
		const before = await known(told('sub-1', 'lotte@example.nl'));
		const after = await known(told('sub-1', 'lotte.jansen@example.nl'));
		expect(after).toEqual(before);
	});

	test('also when their address there becomes that of another account', async () => {
		const one = await known(told('sub-1', 'lotte@example.nl'));
		const other = await person(db(), { email: 'farida@example.nl', role: 'administrator' });
		const found = await known(told('sub-1', other.email));
		expect(found.id).toBe(one.id);
	});

	test('and not by an address: who gets it after them has to prove that the account is theirs', async () => {
		const before = await known(told('sub-1', 'lotte@example.nl'));
		expect(await recognise(told('sub-2', 'lotte@example.nl'))).toMatchObject({
			kind: 'prove',
			account: { id: before.id }
		});
		expect(await db().select().from(identity)).toHaveLength(1);
	});

	test('by that provider alone: another that says the same is somebody else', async () => {
		await known(told('sub-1', 'lotte@example.nl'));
		const found = await recognise(told('sub-1', 'x@example.nl', { issuer: 'https://b.example' }));
		expect(found).toMatchObject({ kind: 'known', made: true });
	});

	test('as long as their address may come in', async () => {
		await known(told('sub-1', 'lotte@example.nl'));
		expect(await recognise(told('sub-1', 'lotte@evil.nl'))).toMatchObject({ why: 'other-domain' });
		expect(await recognise(told('sub-1'))).toMatchObject({ why: 'unverified' });
	});
});

describe('linking', () => {
	const one = { issuer: setting.issuer, subject: 'sub-1' };
	const two = { issuer: setting.issuer, subject: 'sub-2' };

	test('lets somebody in who had an account, and is written down and mailed once', async () => {
		const who = await person(db(), { email: 'lotte@example.nl', role: 'manager' });
		expect(await recognise(told('sub-1', who.email))).toMatchObject({ kind: 'prove' });
		for (let times = 0; times < 2; times++)
			expect(await identities.link(place(1), who, one)).toBe('linked');
		expect((await known(told('sub-1', who.email))).id).toBe(who.id);
		expect(await db().select().from(outbox)).toHaveLength(1);
		expect(await db().select().from(auditEvent)).toMatchObject([{ detail: 'linked' }]);
	});

	test('what is somebody else’s is refused, and nothing changes', async () => {
		const owner = await person(db());
		const other = await person(db());
		await identities.link(place(), owner, one);
		await identities.link(place(), other, two);
		expect(await identities.link(place(), other, one)).toBe('taken');
		const rows = await db().select().from(identity);
		expect(rows.map(({ subject, accountId }) => [subject, accountId]).sort()).toEqual([
			['sub-1', owner.id],
			['sub-2', other.id]
		]);
	});

	test('what somebody was called before no longer counts', async () => {
		const who = await person(db());
		await identities.link(place(), who, one);
		await identities.link(place(), who, two);
		expect(await identities.accountOf(db(), one)).toBeUndefined();
		expect((await identities.accountOf(db(), two))?.id).toBe(who.id);
	});

	test('of two people at once to the same is one', async () => {
		const both = [await person(db()), await person(db())];
		const said = await Promise.all(both.map((who) => identities.link(place(), who, one)));
		expect(said.sort()).toEqual(['linked', 'taken']);
	});

	test('is undone by who has a password, and by nobody else', async () => {
		const passwordHash = await hashPassword('vijf schapen op een rij');
		const who = await person(db(), { passwordHash });
		const without = await known(told('sub-2', 'x@example.nl'));
		await identities.link(place(), who, one);
		expect(await identities.unlink(place(), without)).toBe('no-password');
		expect(await identities.unlink(place(), who)).toBe('unlinked');
		expect(await identities.unlink(place(), who)).toBe('unlinked');
		expect(await identities.accountOf(db(), one)).toBeUndefined();
		expect((await identities.accountOf(db(), two))?.id).toBe(without.id);
		const news = (await db().select().from(auditEvent)).map(({ detail }) => detail);
		expect(news.sort()).toEqual(['linked', 'made', 'unlinked']);
	});
});
