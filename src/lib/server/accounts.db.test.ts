import { describe, expect, test } from 'vitest';
import { statementsOf, useDatabase } from '../../../tests/support/database.ts';
import { later, person, start } from '../../../tests/support/people.ts';
import * as accounts from './accounts.ts';
import { hashPassword } from './auth/password.ts';
import { sessionKeeper } from './auth/session.ts';
import { course } from './course.ts';
import { outbox, session, token } from './db/schema.ts';

const db = useDatabase();
const password = 'zeven zwaluwen in mei';
const asked = {
	language: 'nl' as const,
	origin: 'https://course.test',
	address: '192.0.2.7',
	now: start
};
const letters = () => db().select().from(outbox);
const secretIn = (body: string) => /welcome\/([\w-]+)/.exec(body)?.[1] ?? '';
const use = (secret: string, more: object = {}) =>
	accounts.useLink(db(), { secret, password, language: 'en', now: later(1), ...more });
const signIn = (email: string, given = password, now = later(2)) =>
	accounts.authenticate(db(), { email, password: given, address: '192.0.2.7', now });

async function signUp(email: string): Promise<string> {
	await accounts.askSignUp(db(), { ...asked, email, name: 'Noor' });
	return secretIn((await letters()).find((each) => each.recipient === email)?.body ?? '');
}

describe('asking to sign up, or for a new password', () => {
	test.each([
		['sign up', (email: string) => accounts.askSignUp(db(), { ...asked, email, name: 'Noor' })],
		['a new password', (email: string) => accounts.askReset(db(), { ...asked, email })]
	])(
		'%s: known and unknown addresses get the same result by the same statements',
		async (_, ask) => {
			const { email } = await person(db());
			const results: unknown[] = [];
			const known = await statementsOf(async () => results.push(await ask(email)));
			const unknown = await statementsOf(async () =>
				results.push(await ask('nobody@test.example'))
			);
			expect(results).toEqual([{ allowed: true }, { allowed: true }]);
			expect(unknown).toEqual(known);
			expect(known.length).toBeGreaterThan(3);
		}
	);

	test('only the mailbox learns whether there is an account, and only the new one gets a link that works', async () => {
		const { email } = await person(db());
		expect(await signUp(email)).toBe('');
		const secret = await signUp('new@test.example');
		expect(await accounts.behindLink(db(), secret, start)).toMatchObject({
			kind: 'sign-up',
			email: 'new@test.example'
		});
		await accounts.askReset(db(), { ...asked, email: 'nobody@test.example' });
		const bodies = (await letters()).filter((each) => secretIn(each.body) !== '');
		expect(bodies.map((each) => each.recipient)).toEqual(['new@test.example']);
	});

	test('is limited per mailbox, both kinds together, and then posts nothing', async () => {
		for (const kind of ['askSignUp', 'askReset', 'askSignUp', 'askReset', 'askSignUp'] as const)
			expect(
				await accounts[kind](db(), { ...asked, email: 'a@test.example', name: 'Noor' })
			).toEqual({ allowed: true });
		const refused = await accounts.askReset(db(), { ...asked, email: 'a@test.example' });
		expect(refused).toEqual({ allowed: false, retryAfter: 3600 });
		expect(await letters()).toHaveLength(5);
	});
});

describe('a link to sign up', () => {
	test('makes a learner in the current edition, once, who can sign in', async () => {
		const secret = await signUp('noor@test.example');
		const made = await Promise.all([use(secret), use(secret), use(secret)]);
		expect(made.filter((each) => each !== undefined)).toHaveLength(1);
		const [account] = made.filter((each) => each !== undefined);
		expect(account).toMatchObject({
			email: 'noor@test.example',
			name: 'Noor',
			role: 'learner',
			language: 'en',
			edition: course.edition
		});
		expect(await signIn('Noor@Test.example ')).toMatchObject({
			kind: 'signed-in',
			account: { id: account!.id }
		});
		expect(JSON.stringify(account)).not.toContain(password);
	});

	test('gives nothing when it is too old, was never sent, or the address has an account by now', async () => {
		const secret = await signUp('noor@test.example');
		expect(await use(secret, { now: later(7 * 24 * 60) })).toBeUndefined();
		expect(await use('A'.repeat(32))).toBeUndefined();
		const second = await signUp('noor@test.example');
		await person(db(), { email: 'noor@test.example' });
		expect(await use(second)).toBeUndefined();
		expect(await accounts.list(db())).toHaveLength(1);
	});

	test('two of one address make one account', async () => {
		await accounts.askSignUp(db(), { ...asked, email: 'noor@test.example', name: 'Noor' });
		await accounts.askSignUp(db(), { ...asked, email: 'noor@test.example', name: 'Iemand anders' });
		const secrets = (await letters()).map((each) => secretIn(each.body));
		const made = await Promise.all(secrets.map((secret) => use(secret)));
		expect(made.filter((each) => each !== undefined)).toHaveLength(1);
	});
});

describe('a link to choose a new password', () => {
	test('sets it, ends every session, forgives failed tries, and uses up the other links', async () => {
		const { id, email } = await person(db(), {
			passwordHash: await hashPassword('het oude wachtwoord weg')
		});
		const other = await person(db());
		const sessions = sessionKeeper(db(), false);
		for (const who of [id, id, other.id])
			await sessions.create({ id: who, role: 'learner' }, new Date());
		for (let n = 0; n < 6; n++) await signIn(email, 'fout');
		expect((await signIn(email)).kind).toBe('wait');
		for (let n = 0; n < 2; n++) await accounts.askReset(db(), { ...asked, email });
		const [one = '', two = ''] = (await letters()).map((each) => secretIn(each.body));
		expect(await use(one)).toMatchObject({ id });
		expect((await signIn(email)).kind).toBe('signed-in');
		expect((await signIn(email, 'het oude wachtwoord weg')).kind).toBe('wrong');
		expect((await db().select().from(session)).map((each) => each.accountId)).toEqual([other.id]);
		expect(await use(two, { password: 'iets heel anders nu' })).toBeUndefined();
		expect(await db().select().from(token)).toEqual([]);
	});

	test('works for half an hour', async () => {
		const { email } = await person(db());
		await accounts.askReset(db(), { ...asked, email });
		const secret = secretIn((await letters())[0]!.body);
		expect(await accounts.behindLink(db(), secret, later(29))).toMatchObject({
			kind: 'reset',
			email
		});
		expect(await accounts.behindLink(db(), secret, later(30))).toBeUndefined();
		expect(await use(secret, { now: later(30) })).toBeUndefined();
	});
});

describe('the first administrator', () => {
	const someone = { person: { email: 'a@test.example', name: 'Farida' } };

	test('is made by the newest link only, once, in an empty database', async () => {
		const old = await accounts.firstAdministratorSecret(db(), start);
		const secret = await accounts.firstAdministratorSecret(db(), start);
		expect(await use(old, someone)).toBeUndefined();
		expect(await use(secret, someone)).toMatchObject({
			role: 'administrator',
			email: 'a@test.example'
		});
		expect(await use(secret, someone)).toBeUndefined();
		expect(await accounts.list(db())).toHaveLength(1);
	});

	test('is not made where there is anybody already, nor after a day', async () => {
		const late = await accounts.firstAdministratorSecret(db(), start);
		expect(await use(late, { ...someone, now: later(24 * 60) })).toBeUndefined();
		const secret = await accounts.firstAdministratorSecret(db(), start);
		await person(db());
		expect(await use(secret, someone)).toBeUndefined();
		expect((await accounts.list(db())).map((each) => each.role)).toEqual(['learner']);
	});
});

describe('signing in', () => {
	test('with a wrong password, for an unknown address and with no address at all looks the same', async () => {
		const { email } = await person(db(), { passwordHash: await hashPassword(password) });
		const results: unknown[] = [];
		const statements = [];
		for (const who of [email, 'nobody@test.example'])
			statements.push(
				await statementsOf(async () => results.push(await signIn(who, 'een ander wachtwoord')))
			);
		expect(results).toEqual([{ kind: 'wrong' }, { kind: 'wrong' }]);
		expect(statements[1]).toEqual(statements[0]);
		expect(await signIn('geen adres')).toEqual({ kind: 'wrong' });
	});

	test('waits after five wrong tries, also for the right password, however the address is typed', async () => {
		const { email } = await person(db(), { passwordHash: await hashPassword(password) });
		for (const typed of [email, email.toUpperCase(), ` ${email}`, email, email])
			await signIn(typed, 'fout');
		expect(await signIn(email)).toEqual({ kind: 'wait', retryAfter: 1 });
		expect((await signIn(email, password, later(3))).kind).toBe('signed-in');
	});

	test('from one address is limited to sixty a minute', async () => {
		const outcomes = [];
		for (let n = 0; n < 61; n++)
			outcomes.push(
				await accounts.authenticate(db(), {
					email: '',
					password: 'x',
					address: '192.0.2.9',
					now: start
				})
			);
		expect(outcomes.at(-1)).toMatchObject({ kind: 'wait' });
		expect((await signIn('nobody@test.example', 'x', start)).kind).toBe('wrong');
	});
});
