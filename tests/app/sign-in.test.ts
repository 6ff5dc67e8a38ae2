import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { castPassword } from '#lib/server/demo/cast.ts';
import { crawl } from '../support/crawl.ts';
import { ask, cookieOf, postForm } from '../support/http.ts';
import { startServer, type RunningServer } from '../support/server.ts';

// The door, as strangers try it.

const dataDir = mkdtempSync(join(tmpdir(), 'course-door-'));
const email = 'bas@verdewold.example';
let server: RunningServer;
let origin: string;

beforeAll(async () => {
	server = await startServer({ dataDir, env: { DEMO: '1' } });
	origin = server.origin;
});
afterAll(async () => {
	await server.stop();
	rmSync(dataDir, { recursive: true, force: true });
});

const html = { accept: 'text/html' };
const reached = async (cookie: string, path = '/nl/course') =>
	(await ask(origin, { path, headers: { ...html, cookie } })).status;

describe('a session', () => {
	test('every session is a new one of at least 128 bits, whatever cookie was there', async () => {
		const planted = 'session=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';
		const made: string[] = [];
		for (let n = 0; n < 10; n += 1) {
			const fields = { email, password: castPassword };
			const answer = await postForm(origin, '/nl/sign-in', fields, {
				cookie: made.at(-1) ?? planted
			});
			made.push(answer.cookies[0]!.split(';')[0]!);
		}
		expect(new Set(made).size).toBe(10);
		// Five bits a letter.
		for (const cookie of made) expect(cookie).toMatch(/^session=[a-z2-7]{26,}$/);
		expect(await reached(planted)).toBe(303);
	});

	test('is taken from one cookie and from nowhere else', async () => {
		const cookie = await cookieOf(origin, email, castPassword);
		const id = cookie.split('=')[1]!;
		const other = 'session=b'.padEnd(48, 'b');
		expect(await reached(cookie)).toBe(200);
		expect(await reached('', `/nl/course?session=${id}`)).toBe(303);
		const header = { ...html, authorization: `Bearer ${id}`, session: id, 'x-session': id };
		expect((await ask(origin, { path: '/nl/course', headers: header })).status).toBe(303);
		// Two of one name: one of them counts, and it is never somebody else who comes in.
		for (const both of [`${cookie}; ${other}`, `${other}; ${cookie}`])
			expect([200, 303]).toContain(await reached(both));
		expect(
			await reached(
				Array(5)
					.fill(`x=${'a'.repeat(4_000)}`)
					.join('; ')
			)
		).toBe(431);
	});

	test('no address holds a password, a session or a mail address', async () => {
		const cookie = await cookieOf(origin, email, castPassword);
		const seen = await crawl(origin, ['/nl/account', '/nl/course'], cookie);
		const links = seen.flatMap(({ text }) =>
			[...text.matchAll(/(?:href|action|src)="([^"]*)"/g)].map(([, link]) => link!)
		);
		expect(links.length).toBeGreaterThan(200);
		const secret = new RegExp(`${cookie.split('=')[1]}|${encodeURIComponent(castPassword)}|[^/]@`);
		expect(links.filter((link) => !link.startsWith('mailto:') && secret.test(link))).toEqual([]);
		const forms = seen.flatMap(({ text }) => text.match(/<form[^>]*>/g) ?? []);
		const read = forms.filter(
			(form) => !/method="post"/i.test(form) && !/role="search"|search/.test(form)
		);
		expect(read).toEqual([]);
	});
});

describe('what strangers type', () => {
	const names: Record<string, string> = {
		'a long address': `${'a'.repeat(10_000)}@verdewold.example`,
		SQL: "' OR 1=1--",
		'an object': '{"$gt":""}',
		'a look-alike': 'b\u0430s@verdewold.example',
		'a NUL': `${email}\0`,
		'two addresses': `${email},farida@verdewold.example`,
		'a line break': `${email}\r\nBcc: x@evil.test`
	};
	test.each(Object.entries(names))(
		'%s lets nobody in, with the right password',
		async (_, typed) => {
			const answer = await postForm(origin, '/nl/sign-in', {
				email: typed,
				password: castPassword
			});
			// Whatever is no address counts as one and the same: after five of them there is a wait.
			expect([400, 413, 429]).toContain(answer.status);
			expect(answer.cookies).toEqual([]);
		}
	);

	test.each([
		['a hundred kilobytes', 'a'.repeat(100_000)],
		['the right one and a NUL', `${castPassword}\0`],
		['the right one and more', `${castPassword} `],
		['the right one in capitals', castPassword.toUpperCase()],
		['the beginning of the right one', castPassword.slice(0, -1)],
		['nothing', '']
	])('%s is not the password', async (_, password) => {
		const answer = await postForm(origin, '/nl/sign-in', {
			email: 'chloe@verdewold.example',
			password
		});
		expect([400, 413]).toContain(answer.status);
		expect(answer.cookies).toEqual([]);
	});

	test('JSON, lists and other names are not understood as somebody', async () => {
		const send = (type: string, body: string) =>
			ask(origin, {
				method: 'POST',
				path: '/nl/sign-in',
				headers: { ...html, origin, 'content-type': type },
				body
			});
		const bodies: [string, string][] = [
			['application/json', JSON.stringify({ email, password: { $gt: '' } })],
			['application/x-www-form-urlencoded', `email[]=${email}&password[]=${castPassword}`],
			['application/x-www-form-urlencoded', `email=${email}&password[$ne]=x`]
		];
		for (const [type, body] of bodies) {
			const answer = await send(type, body);
			expect(answer.status, body).toBeLessThan(500);
			expect(answer.status, body).toBeGreaterThanOrEqual(400);
			expect(answer.cookies).toEqual([]);
		}
	});

	test('the same address in capitals and with spaces is the same person', async () => {
		const typed = ` ${email.toUpperCase()} `;
		const answer = await postForm(origin, '/nl/sign-in', { email: typed, password: castPassword });
		expect(answer.status).toBe(303);
		const path = '/nl/account/__data.json';
		const { text } = await ask(origin, {
			path,
			headers: { cookie: answer.cookies[0]!.split(';')[0]! }
		});
		expect(text).toContain(email);
	});

	test.each([
		'//evil.test',
		'/\\evil.test',
		'https:evil.test',
		'/\t/evil.test',
		'javascript:alert(1)',
		`/nl/sign-in?next=${'/nl/sign-in?next='.repeat(50)}`
	])('%j is no place to go on to', async (next) => {
		const path = `/nl/sign-in?next=${encodeURIComponent(next)}`;
		const answer = await postForm(origin, path, {
			email: 'femke@verdewold.example',
			password: castPassword
		});
		expect([answer.status, answer.headers.location]).toEqual([303, '/nl/course']);
	});

	test('fields for passwords are masked, and programs that keep passwords may fill them in', async () => {
		await postForm(origin, '/nl/forgot', { email: 'dirk@verdewold.example' });
		await expect
			.poll(() => server.mails().join('').length, { timeout: 20_000 })
			.toBeGreaterThan(400);
		const link = /\/nl\/welcome\/[\w-]{32}/.exec(
			server
				.mails()
				.join('')
				.replace(/=\r?\n/g, '')
		)![0];
		const fieldsOn = async (path: string) =>
			(await ask(origin, { path, headers: html })).text.match(
				/<input[^>]*name="password"[^>]*>/g
			) ?? [];
		const [signIn, choose] = [await fieldsOn('/nl/sign-in'), await fieldsOn(link)];
		expect([signIn.length, choose.length]).toEqual([1, 1]);
		expect(signIn[0]).toMatch(/type="password"/);
		expect(signIn[0]).toMatch(/autocomplete="current-password"/);
		expect(choose[0]).toMatch(/type="password"/);
		expect(choose[0]).toMatch(/autocomplete="new-password"/);
		expect(`${signIn[0]}${choose[0]}`).not.toMatch(/onpaste|readonly|maxlength="\d{1,2}"/);
	});
});
