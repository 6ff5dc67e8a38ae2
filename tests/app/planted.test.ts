import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { castPassword } from '#lib/server/demo/cast.ts';
import { ask, cookieOf, postForm, type Answer } from '../support/http.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { dataOf } from '../support/world.ts';

// What somebody plants for somebody else: texts that would run, fields that nobody asked for, files that are none.

const dataDir = mkdtempSync(join(tmpdir(), 'course-planted-'));
let server: RunningServer;
let origin: string;
let learner: string;
let manager: string;
let administrator: string;
let cohort: string;

beforeAll(async () => {
	server = await startServer({ dataDir, env: { DEMO: '1' } });
	origin = server.origin;
	const signIn = (name: string) => cookieOf(origin, `${name}@verdewold.example`, castPassword);
	learner = await signIn('bas');
	manager = await signIn('hanneke');
	administrator = await signIn('farida');
	const { cohorts } = await dataOf(origin, '/nl/manage', manager);
	cohort = (cohorts as { id: string }[])[0]!.id;
});
afterAll(async () => {
	await server.stop();
	rmSync(dataDir, { recursive: true, force: true });
});

const read = (path: string, cookie: string) =>
	ask(origin, { path, headers: { accept: 'text/html', cookie } });

/** Each would run, or end what it stands in, if it were taken for a part of the page. */
const texts = [
	'<script>planted(1)</script>',
	'</script><script>planted(2)</script>',
	'<img src=x onerror=planted(3)>',
	'<svg/onload=planted(4)>',
	'"><input autofocus onfocus=planted(5)>',
	"' onmouseover='planted(6)",
	'</textarea><b>planted(7)</b>',
	'<!--planted(8)',
	'{@html "<b>planted(9)</b>"}',
	'${planted(10)}{{planted(11)}}',
	'javascript:planted(12)',
	'[x](javascript:planted(13))',
	'&lt;script&gt;planted(14)',
	'\u202egnirts planted(15)'
];
/** How it may never stand in a page; the scripts of the page itself carry its data, and end where they are ended first. */
const ownScripts = /<script nonce="[^"]+"[^>]*>[^]*?<\/script>/g;
const alive = /<script>planted|<img src=x|<svg\/onload|<input autofocus|<b>planted|<!--planted/;

test('what somebody typed is shown as they typed it, and never becomes part of the page', async () => {
	const headers = { cookie: learner };
	let shown = 0;
	for (const text of texts) {
		const name = text.slice(0, 80);
		const said = await postForm(origin, '/nl/account?/profile', { name, language: 'nl' }, headers);
		expect(said.status, text).toBe(200);
		await postForm(
			origin,
			'/nl/canvas/e1?/save',
			{ saveId: crypto.randomUUID(), 'base:e1_opdracht': '0', 'e1_opdracht.0.text': text },
			headers
		);
		const pages: [path: string, cookie: string][] = [
			['/nl/account', learner],
			['/nl/course', learner],
			['/nl/canvas/e1', learner],
			[`/nl/search?q=${encodeURIComponent(text)}`, learner],
			[`/nl/manage/${cohort}`, manager],
			['/nl/admin', administrator]
		];
		for (const [path, cookie] of pages) {
			const answer = await read(path, cookie);
			expect(answer.status, path).toBe(200);
			expect(alive.test(answer.text.replace(ownScripts, '')), `${path} ${text}`).toBe(false);
			shown += Number(answer.text.includes('planted'));
		}
		const back = await dataOf(origin, '/nl/account', learner);
		expect((back.profile as { name: string }).name).toBe(name.trim());
	}
	expect(shown).toBeGreaterThan(4 * texts.length);
});

/** What a form might carry along in the hope that a row takes it over. */
const extra = {
	...{
		id: crypto.randomUUID(),
		accountId: crypto.randomUUID(),
		userId: '1',
		account: 'x',
		owner: 'x'
	},
	...{ role: 'administrator', isAdmin: 'true', admin: '1', policy: 'public', email: 'x@evil.test' },
	...{ passwordHash: 'x', hasSecondStep: 'false', confirmedAt: '2030-01-01', edition: '0' },
	...{ score: '100', points: '100', correct: 'true', passed: 'true', done: 'true', grade: '10' },
	...{ createdAt: '2000-01-01', answeredAt: '2000-01-01', elapsedMs: '-1', cohortId: 'x' },
	...{ __proto__x: '1', 'constructor.prototype.role': 'administrator' }
};

test('fields that nobody asked for change nothing', async () => {
	const people = async () => {
		const list = (await dataOf(origin, '/nl/admin', administrator)).people as {
			id: string;
			email: string;
			role: string;
		}[];
		return list.map(({ id, email, role }) => `${email} ${id} ${role}`).sort();
	};
	/** Without what moves with the clock, and ids that every page makes anew. */
	const quiz = async () =>
		JSON.stringify(await dataOf(origin, '/nl/quiz/m1', learner), (name, value: unknown) =>
			['now', 'answerId', 'freshId', 'person'].includes(name) ? undefined : value
		);
	const before = [await people(), await quiz()];
	const headers = { cookie: learner };
	const forms: [path: string, fields: Record<string, string>][] = [
		['/nl/account?/profile', { name: 'Bas de Groot', language: 'nl' }],
		['/nl/account?/nudges', { nudges: 'on' }],
		[
			'/nl/lesson/a1?/check',
			{ item: 'Q-A1-03', answerId: crypto.randomUUID(), option: 'b', try: '1' }
		],
		['/nl/lesson/a1?/note', { field: 'x', body: 'x', base: '0' }],
		['/nl/review', {}],
		['/nl/certificate?/issue', {}]
	];
	for (const [path, fields] of forms) {
		const { status } = await postForm(origin, path, { ...extra, ...fields }, headers);
		expect(status, path).toBeLessThan(500);
	}
	expect(Object.keys(extra).length).toBeGreaterThanOrEqual(25);
	expect([await people(), await quiz()]).toEqual(before);
	expect((await read('/nl/admin', learner)).status).toBe(404);
});

describe('a list of people', () => {
	const bring = (file: Buffer | string, name = 'people.csv', more: Record<string, string> = {}) => {
		const part = `--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n`;
		const body = Buffer.concat([
			Buffer.from(part),
			Buffer.from(file),
			Buffer.from('\r\n--b--\r\n')
		]);
		return ask(origin, {
			method: 'POST',
			path: `/nl/manage/${cohort}/joining?/bring`,
			headers: {
				origin,
				accept: 'text/html',
				cookie: manager,
				'content-type': 'multipart/form-data; boundary=b',
				...more
			},
			body
		});
	};
	const outcome = ({ status, headers }: Answer) =>
		`${status} ${headers.location ? 'shown' : 'refused'}`;

	test.each([
		['a million rows', 'e-mail\n'.concat('a@b.example\n'.repeat(80_000))],
		['a cell of 900 kB', `e-mail\n${'a'.repeat(900_000)}\n`],
		['ten thousand columns', `${'e-mail,'.repeat(10_000)}\n`],
		['a quotation mark that never ends', `e-mail\n"${'a,\n'.repeat(300_000)}`],
		['more than a megabyte', 'x'.repeat(1_500_000)],
		['a ZIP file', Buffer.from([0x50, 0x4b, 3, 4, ...Array<number>(500).fill(0)])],
		['compressed', gzipSync(Buffer.alloc(1_000_000, 'a@b.example\n'))],
		[
			'a picture',
			Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, ...Array<number>(500).fill(7)])
		],
		['NULs', Buffer.alloc(1_000)],
		['nothing but a heading', 'e-mail,naam\n']
	])(
		'of %s: a file that is no list of people, or too large, invites nobody and says so',
		async (_, file) => {
			const mails = server.mails().length;
			const began = performance.now();
			const answer = await bring(file);
			expect(outcome(answer)).toMatch(/^(400|413|415|422) refused|^303 shown/);
			expect(performance.now() - began).toBeLessThan(10_000);
			expect(server.mails().length).toBe(mails);
		}
	);

	test('with a column for roles makes nobody more than they are', async () => {
		const answer = await bring(
			'e-mail,naam,rol,role\nfarida@verdewold.example,Farida,learner,learner\nnew@verdewold.example,New,administrator,administrator\n'
		);
		expect(outcome(answer)).toBe('303 shown');
		const { text } = await read(answer.headers.location!, manager);
		expect(text).toContain('new@verdewold.example');
		const people = (await dataOf(origin, '/nl/admin', administrator)).people as Record<
			string,
			unknown
		>[];
		expect(people.find(({ email }) => email === 'farida@verdewold.example')?.role).toBe(
			'administrator'
		);
		expect(people.find(({ email }) => email === 'new@verdewold.example')).toBeUndefined();
	});

	test('a file has no name that counts, and a body that says it is compressed is not opened', async () => {
		const names = ['../../x.csv', 'x\u202evsc.exe', '%00.csv', 'a'.repeat(4_000)];
		for (const name of names)
			expect((await bring('e-mail\nx@verdewold.example\n', name)).status).toBeLessThan(500);
		const packed = await bring(gzipSync(Buffer.alloc(4_000_000, 'a')), 'x.csv', {
			'content-encoding': 'gzip'
		});
		expect(packed.status).toBeLessThan(500);
	});
});

describe('addresses that look like something else', () => {
	test('a private page under the name of a file is not there, and kept nowhere', async () => {
		const asked = [
			'/nl/account/x.css',
			'/nl/account;x.js',
			'/nl/account%0a.css',
			'/nl/account/x.png',
			'/nl/account%2fx.css',
			'/nl/account%3fx.css',
			'/nl/account/..%2fx.css',
			'/nl/account.css',
			'/nl/account/%5f%5fdata.json',
			'/nl/account/__data.json/x.css'
		];
		for (const path of asked) {
			const { status, headers, text } = await read(path, learner);
			expect(status, path).toBeGreaterThanOrEqual(300);
			expect(headers['cache-control'], path).toMatch(/no-store|no-cache/);
			expect(text, path).not.toContain('bas@verdewold.example');
		}
	});

	test('the data of a page ask who asks, however the address is written', async () => {
		const page = `/nl/manage/${cohort}`;
		const asked = [
			`${page}/__data.json`,
			`${page}/__data.json/`,
			`${page}/%5f%5fdata.json`,
			`${page}/__data.json?x-sveltekit-invalidated=${'1'.repeat(8_000)}`,
			`${page}/__data.json?x-sveltekit-invalidated=01`,
			`${page}//__data.json`,
			`/nl/manage/../manage/${cohort}/__data.json`,
			`${page}/__route.js`
		];
		for (const cookie of ['', learner])
			for (const path of asked) {
				const { status, text } = await ask(origin, {
					path,
					headers: { ...(cookie && { cookie }) }
				});
				expect(status, path).toBeLessThan(500);
				expect(text, path).not.toMatch(/Amina|Yıldız|Communicatie, najaar/);
			}
	});

	test('languages and time zones that are none are those of the course', async () => {
		const odd = ['../../etc/passwd', "nl'--", 'x'.repeat(10_000), 'en;q=x,*;q=nl', '\ttab'];
		for (const language of odd) {
			const { status } = await ask(origin, {
				path: '/',
				headers: { accept: 'text/html', 'accept-language': language }
			});
			expect([307, 400]).toContain(status);
		}
	});
});

test('answers, a file and an end at the same moment: nothing stumbles, and of who is gone nothing is left', async () => {
	const cookie = await cookieOf(origin, 'gerrit@verdewold.example', castPassword);
	const headers = { cookie };
	const erase = { password: castPassword, sure: 'on' };
	const work = Array.from({ length: 50 }, (_, n) =>
		n % 10 === 0
			? postForm(origin, '/nl/account/data?/erase', erase, headers)
			: n % 10 === 1
				? postForm(origin, '/nl/account/data?/take', { password: castPassword }, headers)
				: postForm(
						origin,
						'/nl/lesson/a1?/check',
						{ item: 'Q-A1-03', answerId: crypto.randomUUID(), option: 'a', try: String(n) },
						headers
					)
	);
	const statuses = (await Promise.all(work)).map(({ status }) => status);
	expect(statuses.filter((status) => status >= 500 && status !== 503)).toEqual([]);
	const people = (await dataOf(origin, '/nl/admin', administrator)).people as { email: string }[];
	expect(people.filter(({ email }) => email.startsWith('gerrit'))).toEqual([]);
	expect(server.output()).not.toContain('"event":"error"');
});
