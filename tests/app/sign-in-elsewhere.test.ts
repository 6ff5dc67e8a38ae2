import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateSync } from 'otplib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { elsewhere, troubles } from '#lib/i18n/elsewhere.ts';
import { castPassword, cohorts } from '#lib/server/demo/cast.ts';
import { atProvider, startProvider, type TestProvider } from '../support/oidc.ts';
import { freePort } from '../support/postgres.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { visitor, type Visitor } from '../support/visitor.ts';

const folder = mkdtempSync(join(tmpdir(), 'course-elsewhere-'));
const at = (name: string) => ({ email: `${name}@verdewold.example`, email_verified: true });
let there: TestProvider;
let server: RunningServer;
let origin: string;
let env: Record<string, string>;

beforeAll(async () => {
	const port = await freePort();
	there = await startProvider([`http://localhost:${port}/sign-in/elsewhere`], {
		'sub-new': { ...at('nieuw'), name: 'Noor Nieuw', groups: ['marketing'] },
		'sub-other': { ...at('anders'), name: 'Aart Anders', groups: [] },
		'sub-hanneke': { ...at('hanneke'), name: 'Iemand Anders' },
		'sub-joris': at('joris'),
		'sub-far': { email: 'far@evil.example', email_verified: true },
		'sub-unsure': { email: 'unsure@verdewold.example', email_verified: false }
	});
	env = {
		...{ ...there.env, DEMO: '1', SECOND_STEP: 'required' },
		OIDC_COHORTS: `groups=marketing:${cohorts.communication.code}`
	};
	server = await startServer({ port, dataDir: folder, env });
	({ origin } = server);
}, 400_000);
afterAll(async () => {
	await server.stop();
	await there.stop();
	rmSync(folder, { recursive: true, force: true });
});

const to = (response: Response) => response.headers.get('location') ?? `${response.status}`;
type There = ReturnType<typeof atProvider>;

/** Leaves for the provider, says who they are there, and is sent back: the address then. */
async function leave(who: Visitor, go: There, login: string | null, query = '', language = 'nl') {
	const left = to(await who.get(`/${language}/sign-in/elsewhere${query}`));
	if (!left.startsWith(there.issuer)) throw new Error(left);
	const { back, wasAsked } = await go(left, login);
	const { pathname, search } = new URL(back);
	return { back: pathname + search, wasAsked };
}
/** The whole way. @returns where it leads */
async function comeIn(
	login: string | null,
	given: { who?: Visitor; go?: There; query?: string; language?: string } = {}
) {
	const who = given.who ?? visitor(origin);
	const go = given.go ?? atProvider(there.issuer);
	const { back } = await leave(who, go, login, given.query, given.language);
	return { who, go, leads: to(await who.get(back)) };
}
const statusOf = async (who: Visitor, path: string) => (await who.get(path)).status;

test('somebody new comes in, reads what a manager sees, and joins by the rule for them', async () => {
	const { who, leads } = await comeIn('sub-new', { language: 'en' });
	expect(leads).toBe(`/en/join/${cohorts.communication.code}`);
	expect(who.cookie()).toMatch(/(^|; )session=/);
	expect(who.cookie()).not.toContain('elsewhere=;');
	expect(to(await who.post(leads, { sees: 'status' }))).toBe('/en/course');
	// In it already: there is nothing more to ask.
	const again = await comeIn('sub-new', { language: 'en' });
	expect(again.leads).toBe('/en/course');
	const account = await (await again.who.get('/en/account')).text();
	expect(account).toContain('nieuw@verdewold.example');
	expect(account).toContain('Noor Nieuw');
	expect(account).not.toContain('name="password"');
	const other = await comeIn('sub-other');
	expect(other.leads).toBe('/nl/course');
});

test('where they wanted to go is where they come, and never somewhere else', async () => {
	const { who } = await comeIn('sub-other');
	for (const [next, leads] of [
		['/nl/lesson/a1', '/nl/lesson/a1'],
		['//evil.test', '/nl/course'],
		['/\\evil.test', '/nl/course'],
		['https://evil.test/nl/course', '/nl/course'],
		['/nl/sign-in/elsewhere', '/nl/course']
	] as const)
		expect(
			(await comeIn('sub-other', { who, query: `?next=${encodeURIComponent(next)}` })).leads
		).toBe(leads);
});

test('what they tried before they had an account comes along', async () => {
	there.people['sub-trial'] = at('probeert');
	const who = visitor(origin);
	await who.post('/nl/try?/predict', { prediction: 'p-a1-1', chosen: 'a' });
	expect(who.cookie()).toMatch(/(^|; )trial=/);
	await comeIn('sub-trial', { who });
	expect(who.cookie()).not.toMatch(/(^|; )trial=/);
	const kept = await (await who.get('/nl/account/data')).text();
	expect(kept).toMatch(/voorspellingen, pogingen en notities<\/th>\s*<td[^>]*>1 regel</);
});

test('a session that was there before is not the one they get', async () => {
	const who = visitor(origin);
	await who.signIn('bas@verdewold.example', castPassword);
	const before = who.cookie();
	await comeIn('sub-other', { who });
	const session = (cookie: string) => /session=([^;]+)/.exec(cookie)?.[1];
	expect(session(before)).toBeDefined();
	expect(session(who.cookie())).not.toBe(session(before));
	expect(await (await who.get('/nl/account')).text()).toContain('anders@verdewold.example');
});

describe('an account that was here already', () => {
	test('is opened by its password first, then by the provider; a second step stays required', async () => {
		const { who, go, leads } = await comeIn('sub-hanneke');
		expect(leads).toMatch(/^\/nl\/sign-in\/elsewhere\/[\w-]{32}$/);
		expect(await statusOf(who, '/nl/course')).toBe(303);
		const page = await (await who.get(leads)).text();
		expect(page).toContain('hanneke@verdewold.example');
		expect((await who.post(leads, { password: 'niet het wachtwoord' })).status).toBe(400);
		// Somebody else who has the address of that page has nothing.
		const other = visitor(origin);
		expect(await (await other.get(leads)).text()).toContain(elsewhere.nl.prove.gone);
		expect((await other.post(leads, { password: castPassword })).status).toBe(410);
		expect(to(await who.post(leads, { password: castPassword }))).toBe('/nl/manage');
		expect((await who.post(leads, { password: castPassword })).status).toBe(410);
		const mail = await vi.waitUntil(() =>
			server.mails().find((each) => each.includes('To: hanneke') && each.includes('nog een manier'))
		);
		expect(mail).toBeDefined();
		expect(to(await who.get('/nl/manage'))).toMatch(/^\/nl\/account\/second-step/);
		// From now on without a password; the provider asks nothing, so nothing was proven now.
		const again = await comeIn('sub-hanneke', { who: visitor(origin), go });
		expect(again.leads).toBe('/nl/manage');
		expect(to(await again.who.get('/nl/manage'))).toMatch(/^\/nl\/account\/second-step/);
		expect(to(await again.who.post('/nl/account/second-step?/begin', {}))).toMatch(/confirm/);
	});

	test('needs no second step here when the provider says that it had one', async () => {
		there.people['sub-hanneke']!.amr = ['pwd', 'otp', 'mfa'];
		const { who, leads } = await comeIn('sub-hanneke');
		expect(leads).toBe('/nl/manage');
		expect(await statusOf(who, '/nl/manage')).toBe(200);
		there.people['sub-hanneke']!.amr = ['pwd'];
	});

	test('with a second step here asks for its code before it is linked, and each time', async () => {
		const joris = visitor(origin);
		await joris.signIn('joris@verdewold.example', castPassword);
		await joris.post('/nl/account/second-step?/begin', {});
		const page = await (await joris.get('/nl/account/second-step')).text();
		const secret = /class="secret[^>]*>([A-Z2-7]+)</.exec(page)![1]!;
		const code = (later = 0) => generateSync({ secret, epoch: Date.now() / 1000 + later });
		const done = await joris.post('/nl/account/second-step?/finish', { code: code() });
		const recovery = [...(await done.text()).matchAll(/[a-z0-9]{4}(?:-[a-z0-9]{4}){2}/g)].map(
			([each]) => each
		);

		there.people['sub-joris']!.amr = ['mfa'];
		const { who, leads } = await comeIn('sub-joris');
		expect(await (await who.get(leads)).text()).toContain('name="code"');
		expect((await who.post(leads, { password: castPassword })).status).toBe(400);
		expect(to(await who.post(leads, { password: castPassword, code: code(30) }))).toBe(
			'/nl/manage'
		);
		expect(await statusOf(who, '/nl/manage')).toBe(200);
		there.people['sub-joris']!.amr = ['pwd'];
		const again = await comeIn('sub-joris');
		expect(again.leads).toMatch(/^\/nl\/second-step\?next=/);
		expect(await statusOf(again.who, '/nl/manage')).toBe(303);
		await again.who.post('/nl/second-step', { code: recovery[0]! });
		expect(await statusOf(again.who, '/nl/manage')).toBe(200);
		// Once more who one is: at the provider, and the code here.
		const query = '?for=confirm&next=/nl/account/second-step';
		const asked = await comeIn('sub-joris', { who: again.who, query });
		const shown = await (await again.who.get(asked.leads)).text();
		expect(shown).toContain('name="code"');
		expect(shown).not.toContain('name="password"');
		expect((await again.who.post(asked.leads, { code: recovery[0]! })).status).toBe(400);
		expect(to(await again.who.post('/nl/account/second-step?/newCodes', {}))).toMatch(/confirm/);
		const right = await again.who.post(asked.leads, { code: recovery[1]! });
		expect(to(right)).toBe('/nl/account/second-step');
		expect((await again.who.post('/nl/account/second-step?/newCodes', {})).status).toBe(200);
	});

	test('is linked from its own page, and unlinked', async () => {
		there.people['sub-bas'] = at('bas.van.werk');
		const who = visitor(origin);
		await who.signIn('bas@verdewold.example', castPassword);
		const { leads } = await comeIn('sub-bas', { who, query: '?for=link' });
		expect(leads).toMatch(/^\/nl\/sign-in\/elsewhere\//);
		expect(to(await who.post(leads, { password: castPassword }))).toBe('/nl/account?linked');
		expect((await comeIn('sub-bas')).leads).toBe('/nl/course');
		// What is theirs, nobody else can link.
		const other = visitor(origin);
		await other.signIn('femke@verdewold.example', castPassword);
		const taken = await comeIn('sub-bas', { who: other, query: '?for=link' });
		expect(taken.leads).toBe('/nl/account?elsewhere=taken');
		expect((await who.post('/nl/account?/unlink', {})).status).toBe(200);
		expect((await comeIn('sub-bas')).leads).toBe('/nl/course');
	});
});

describe('somebody without a password', () => {
	test('proves who they are at the provider before they take their data along', async () => {
		const go = atProvider(there.issuer);
		await comeIn('sub-other', { go });
		const { who } = await comeIn('sub-other', { go });
		expect(to(await who.post('/nl/account/data?/take', {}))).toBe(
			'/nl/confirm?next=%2Fnl%2Faccount%2Fdata'
		);
		expect(await (await who.get('/nl/confirm')).text()).not.toContain('name="password"');
		const query = '?for=confirm&next=/nl/account/data';
		const somebody = await comeIn('sub-new', { who, query });
		expect(somebody.leads).toMatch(/^\/nl\/confirm\?elsewhere=somebody-else&next=/);
		const { back, wasAsked } = await leave(who, go, 'sub-other', query);
		expect(wasAsked).toBe(true);
		expect(to(await who.get(back))).toBe('/nl/account/data');
		expect(to(await who.post('/nl/account/data?/take', {}))).toMatch(/archive\.zip\?ticket=/);
		expect((await who.post('/nl/account?/unlink', {})).status).toBe(409);
	});
});

describe('what is not right', () => {
	test('leads back with words for it, in either language', async () => {
		for (const [login, what] of [
			['sub-far', 'other-domain'],
			['sub-unsure', 'unverified'],
			[null, 'refused']
		] as const)
			for (const language of ['nl', 'en'] as const) {
				const { who, leads } = await comeIn(login, {
					language,
					query: `?next=/${language}/review`
				});
				expect(leads).toBe(`/${language}/sign-in?elsewhere=${what}&next=%2F${language}%2Freview`);
				const page = await who.get(leads);
				expect(page.status).toBe(200);
				const words = elsewhere[language].troubles[what]('Gemeente Voorbeeld');
				expect(await page.text()).toContain(words);
			}
	});

	test('has words for everything, and shows nothing that somebody made up', async () => {
		for (const what of troubles) {
			const page = await (await visitor(origin).get(`/en/sign-in?elsewhere=${what}`)).text();
			expect(page, what).toContain('role="alert"');
		}
		const page = await (await visitor(origin).get('/en/sign-in?elsewhere=<b>constructor')).text();
		expect(page).not.toContain('role="alert"');
	});

	test('of fifty uses of one answer, one comes in', async () => {
		const who = visitor(origin);
		const { back } = await leave(who, atProvider(there.issuer), 'sub-other');
		const cookie = who.cookie();
		const said = await Promise.all(
			Array.from({ length: 50 }, () =>
				fetch(origin + back, { headers: { cookie, accept: 'text/html' }, redirect: 'manual' })
			)
		);
		const leads = said.map(to);
		expect(leads.filter((each) => each === '/nl/course')).toHaveLength(1);
		expect(leads.filter((each) => each.includes('elsewhere=expired'))).toHaveLength(49);
		expect(
			said.filter((each) => each.headers.getSetCookie().join().includes('session='))
		).toHaveLength(1);
	});

	test('an answer in another browser opens nothing, and stays of use where it began', async () => {
		const who = visitor(origin);
		const { back } = await leave(who, atProvider(there.issuer), 'sub-other');
		const other = visitor(origin);
		expect(to(await other.get(back))).toMatch(/elsewhere=expired/);
		await other.get('/nl/sign-in/elsewhere');
		expect(to(await other.get(back))).toMatch(/elsewhere=expired/);
		expect(other.cookie()).not.toContain('session');
		expect(to(await who.get(back))).toBe('/nl/course');
	});

	test('signed by somebody else, or made up, is no way in and no fault of ours', async () => {
		const who = visitor(origin);
		const { back } = await leave(who, atProvider(there.issuer), 'sub-other');
		there.bad.key = true;
		expect(to(await who.get(back))).toMatch(/elsewhere=not-right/);
		there.bad.key = false;
		for (const query of ['', '?code=%00&state=%00', '?error=x', `?state=${'a'.repeat(5000)}`])
			expect(to(await who.get(`/sign-in/elsewhere${query}`)), query).toMatch(/elsewhere=expired/);
		expect(who.cookie()).not.toContain('session');
	});

	test('a provider that is slow is not waited for, and passwords work meanwhile', async () => {
		const who = visitor(origin);
		const { back } = await leave(who, atProvider(there.issuer), 'sub-other');
		there.bad.late = 20_000;
		const began = Date.now();
		const [slow, signedIn] = await Promise.all([
			who.get(back),
			visitor(origin).signIn('bas@verdewold.example', castPassword)
		]);
		there.bad.late = 0;
		expect(to(slow)).toMatch(/elsewhere=unreachable/);
		expect(Date.now() - began).toBeLessThan(8_000);
		expect(to(signedIn)).toBe('/nl/course');
	});

	test('nothing of it was logged as an error, and no secret at all', async () => {
		const output = server.output();
		expect(output).not.toContain('"event":"error"');
		for (const secret of ['a secret of the course', 'id_token', 'eyJ'])
			expect(output).not.toContain(secret);
	});
});

describe('where it is the only way in', () => {
	const words = elsewhere.nl.only('Gemeente Voorbeeld');
	beforeAll(async () => {
		await server.stop();
		const strict = { ...env, DEMO: '', OIDC_ONLY: '1', OIDC_COHORTS: '' };
		server = await startServer({
			port: Number(new URL(origin).port),
			dataDir: folder,
			env: strict
		});
	});

	test('no password opens these domains, and nobody signs up with them', async () => {
		const who = visitor(origin);
		const refused = await who.signIn('bas@verdewold.example', castPassword);
		expect(refused.status).toBe(400);
		expect(await refused.text()).toContain(words);
		const up = await who.post('/nl/sign-up', { name: 'X', email: 'x@verdewold.example' });
		expect(up.status).toBe(400);
		expect(await up.text()).toContain(words);
		expect((await who.signIn('bas@elders.example', castPassword)).status).toBe(400);
		expect(who.cookie()).not.toContain('session');
	});

	test('a new password lets nobody in; it shows that an account is theirs', async () => {
		there.people['sub-femke'] = at('femke');
		const who = visitor(origin);
		await who.post('/nl/forgot', { email: 'femke@verdewold.example' });
		const link = await vi.waitUntil(
			() =>
				/\/nl\/welcome\/[\w-]{32}/.exec(
					server
						.mails()
						.join('')
						.replace(/=\r?\n/g, '')
				)?.[0]
		);
		const password = 'zeven geiten in de wei';
		expect(to(await who.post(link, { password }))).toBe('/nl/sign-in');
		expect(who.cookie()).not.toContain('session');
		const { back } = await leave(who, atProvider(there.issuer), 'sub-femke');
		const leads = to(await who.get(back));
		expect(to(await who.post(leads, { password }))).toBe('/nl/course');
		expect(await statusOf(who, '/nl/course')).toBe(200);
	});
});
