import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { atProvider, startProvider, type TestProvider } from '../../../../tests/support/oidc.ts';
import { providerOf, type Checks, type Provider } from './provider.ts';
import { readSetting, type Setting } from './setting.ts';

const callback = 'http://localhost:3999/sign-in/elsewhere';
const someone = {
	email: 'lotte@verdewold.example',
	email_verified: true,
	name: 'Lotte de Wit',
	groups: ['marketing']
};
let there: TestProvider;
let setting: Setting;
let ours: Provider;

beforeAll(async () => {
	there = await startProvider([callback], { lotte: someone });
	const read = readSetting(there.env);
	if ('faults' in read || !read.setting) throw new Error('no setting');
	setting = read.setting;
	ours = providerOf(setting, callback);
});
afterAll(() => there.stop());
beforeEach(() => {
	Object.assign(there.bad, { claims: undefined, key: undefined, late: undefined });
	there.people.lotte = { ...someone };
});

const checks: Checks = {
	state: 'a state of 32 letters or digits..',
	nonce: 'a nonce of the same length......',
	verifier: 'v'.repeat(43)
};

/** Goes there and comes back: what is in the address then. */
async function comeBack(given = checks, login: string | null = 'lotte', once = false) {
	const go = await ours.address(given, 'nl', once);
	if (go.kind !== 'go') throw new Error(go.fault);
	const { back } = await atProvider(there.issuer)(go.to, login);
	return new URL(back);
}
const faultOf = async (url: URL, given = checks) => {
	const answer = await ours.read(url.search, given);
	return answer.kind === 'fault' ? answer.fault : 'told';
};

describe('somebody who comes back', () => {
	test('is told of, with what was signed and what the provider adds', async () => {
		const answer = await ours.read((await comeBack()).search, checks);
		expect(answer).toMatchObject({
			kind: 'told',
			told: {
				issuer: there.issuer,
				subject: 'lotte',
				address: { email: someone.email, verified: true },
				claims: { name: someone.name, groups: ['marketing'] },
				secondFactor: false
			}
		});
	});

	test('was asked with PKCE, a state and a nonce, in their language', async () => {
		there.asked();
		await comeBack();
		const { redirect_uri, ...asked } = there.asked()[0]!;
		expect(redirect_uri).toBe(callback);
		expect(asked).toMatchObject({
			...{ response_type: 'code', scope: 'openid email profile', ui_locales: 'nl' },
			...{ code_challenge_method: 'S256', state: checks.state, nonce: checks.nonce }
		});
		expect(asked.code_challenge).toMatch(/^[\w-]{43}$/);
		expect(asked.prompt).toBeUndefined();
	});

	test('once more has to type it, and the provider says when', async () => {
		there.asked();
		const before = Date.now();
		const answer = await ours.read((await comeBack(checks, 'lotte', true)).search, checks);
		expect(there.asked()[0]).toMatchObject({ prompt: 'login', max_age: '0' });
		const at = answer.kind === 'told' ? answer.told.authenticatedAt!.getTime() : 0;
		expect(Math.abs(at - before)).toBeLessThan(5_000);
	});

	test('used two means only when the provider says so where it signs', async () => {
		there.people.lotte!.amr = ['pwd', 'mfa'];
		const answer = await ours.read((await comeBack()).search, checks);
		expect(answer).toMatchObject({ told: { secondFactor: true } });
	});
});

describe('an answer that is not right is refused', () => {
	test.each([
		['of another state', { ...checks, state: 'another state of the same length' }],
		['of another nonce', { ...checks, nonce: 'another nonce of the same length' }],
		['of another verifier', { ...checks, verifier: 'w'.repeat(43) }]
	])('%s', async (_, given) => {
		expect(await faultOf(await comeBack(), given)).toBe('not-right');
	});

	test('that was read before', async () => {
		const url = await comeBack();
		expect(await faultOf(url)).toBe('told');
		expect(await faultOf(url)).toBe('not-right');
	});

	const claims: [string, (claims: Record<string, unknown>) => Record<string, unknown>][] = [
		['for somebody else', (each) => ({ ...each, aud: 'another-client' })],
		['for two', (each) => ({ ...each, aud: ['course', 'another'], azp: 'another' })],
		['of another issuer', (each) => ({ ...each, iss: 'https://evil.example' })],
		['that is over', (each) => ({ ...each, exp: 1_700_000_000 })],
		['with another nonce', (each) => ({ ...each, nonce: 'x' })],
		['without a nonce', ({ nonce: _nonce, ...each }) => each],
		['about nobody', ({ sub: _sub, ...each }) => each],
		['about somebody else than it adds', (each) => ({ ...each, sub: 'farida' })]
	];
	test.each(claims)('%s', async (_, change) => {
		const url = await comeBack();
		there.bad.claims = change;
		expect(await faultOf(url)).toBe('not-right');
	});

	test('signed with another key', async () => {
		const url = await comeBack();
		there.bad.key = true;
		expect(await faultOf(url)).toBe('not-right');
	});

	test('with a name for somebody that cannot be kept', async () => {
		for (const odd of ['a'.repeat(256), 'a\0b']) {
			const url = await comeBack();
			there.bad.claims = (each) => ({ ...each, sub: odd });
			expect(await faultOf(url)).toBe('not-right');
		}
	});

	test('somebody who changed their mind is no fault of the provider', async () => {
		const url = await comeBack(checks, null);
		expect(url.searchParams.get('error')).toBe('access_denied');
		expect(await faultOf(url)).toBe('refused');
	});

	test.each(['', '?', '?code=x', `?state=${checks.state}`, '?error=server_error&state=x'])(
		'made up: %s',
		async (search) => {
			const answer = await ours.read(search, checks);
			expect(answer.kind).toBe('fault');
		}
	);
});

describe('an address', () => {
	test.each([
		[{ email_verified: false }, false],
		[{ email_verified: undefined }, false],
		[{ email_verified: 'yes' }, false],
		[{ email_verified: 'true' }, true]
	])('with %o is verified: %s', async (said, verified) => {
		Object.assign(there.people.lotte!, said);
		const answer = await ours.read((await comeBack()).search, checks);
		expect(answer).toMatchObject({ told: { address: { verified } } });
	});

	test('may be missing', async () => {
		there.people.lotte = { name: 'Lotte' };
		const answer = await ours.read((await comeBack()).search, checks);
		expect(answer.kind === 'told' && answer.told.address).toBeUndefined();
	});
});

describe('a provider that is away', () => {
	test('says so at once, and answers when it is back', async () => {
		const closed = providerOf({ ...setting, issuer: 'http://127.0.0.1:9' }, callback);
		expect(await closed.address(checks, 'nl', false)).toMatchObject({ fault: 'unreachable' });
	});

	test('is waited for five seconds, not longer', async () => {
		const slow = providerOf(setting, callback);
		there.bad.late = 8_000;
		const began = Date.now();
		expect(await slow.address(checks, 'nl', false)).toMatchObject({ fault: 'unreachable' });
		expect(Date.now() - began).toBeLessThan(6_500);
		there.bad.late = 0;
		expect(await slow.address(checks, 'nl', false)).toMatchObject({ kind: 'go' });
	});

	test('that is another than it says is not spoken to', async () => {
		const wrong = providerOf({ ...setting, issuer: `${setting.issuer}/x` }, callback);
		expect(await wrong.address(checks, 'nl', false)).toMatchObject({ kind: 'fault' });
		const slash = providerOf({ ...setting, issuer: `${setting.issuer}/` }, callback);
		expect(await slash.address(checks, 'nl', false)).toMatchObject({ fault: 'not-right' });
	});
});
