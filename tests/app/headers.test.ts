import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { castPassword } from '#lib/server/demo/cast.ts';
import { ask, cookieOf, type Answer, type Question } from '../support/http.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { dataOf } from '../support/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'course-headers-'));
let server: RunningServer;
let origin: string;
let manager: string;
let cohort: string;

beforeAll(async () => {
	server = await startServer({ dataDir: join(folder, 'plain'), env: { DEMO: '1' } });
	origin = server.origin;
	manager = await cookieOf(origin, 'hanneke@verdewold.example', castPassword);
	const { cohorts } = await dataOf(origin, '/nl/manage', manager);
	cohort = `/nl/manage/${(cohorts as { id: string }[])[0]!.id}`;
});
afterAll(async () => {
	await server.stop();
	rmSync(folder, { recursive: true, force: true });
});

const html = { accept: 'text/html' };
const asset = (folder = 'entry', end = '.js') =>
	`/_app/immutable/${folder}/${readdirSync(`build/client/_app/immutable/${folder}`).find((name) => name.endsWith(end))}`;
const own = () => ({ ...html, origin, 'content-type': 'application/x-www-form-urlencoded' });

/** One of every kind of answer the server can give, and its status. */
const kinds: [name: string, status: number, question: () => Question][] = [
	['a page', 200, () => ({ path: '/nl', headers: html })],
	['a page in English', 200, () => ({ path: '/en/sign-in', headers: html })],
	['a page behind the door', 200, () => ({ path: cohort, headers: { ...html, cookie: manager } })],
	['data of a page', 200, () => ({ path: `${cohort}/__data.json`, headers: { cookie: manager } })],
	['a CSV', 200, () => ({ path: `${cohort}/people.csv`, headers: { cookie: manager } })],
	['health', 200, () => ({ path: '/api/health' })],
	['readiness', 200, () => ({ path: '/api/ready' })],
	['a static file', 200, () => ({ path: '/mark.svg' })],
	['a style sheet', 200, () => ({ path: asset('assets', '.css') })],
	['part of a static file', 206, () => ({ path: '/mark.svg', headers: { range: 'bytes=0-3' } })],
	['an immutable file', 200, () => ({ path: asset() })],
	['an immutable file that is gone', 404, () => ({ path: '/_app/immutable/entry/gone.js' })],
	['a redirect to a language', 307, () => ({ path: '/', headers: html })],
	['a redirect to sign in', 303, () => ({ path: '/nl/course', headers: html })],
	['a redirect without a slash', 308, () => ({ path: '/nl/course/', headers: html })],
	[
		'a redirect to our own name',
		307,
		() => ({ path: '/nl', headers: { host: `127.0.0.1:${new URL(origin).port}` } })
	],
	['a page that is not there', 404, () => ({ path: '/nl/nothing', headers: html })],
	[
		'a page that is not for me',
		404,
		() => ({ path: '/nl/admin', headers: { ...html, cookie: manager } })
	],
	[
		'a form with faults',
		400,
		() => ({ method: 'POST', path: '/nl/forgot', headers: own(), body: 'email=x' })
	],
	[
		'an action while signed out',
		401,
		() => ({ method: 'POST', path: '/nl/account?/everywhere', headers: own(), body: '' })
	],
	[
		'a form from elsewhere',
		403,
		() => ({
			method: 'POST',
			path: '/nl/forgot',
			headers: { ...own(), origin: 'https://evil.test' },
			body: 'email=x'
		})
	],
	[
		'JSON from elsewhere',
		403,
		() => ({
			method: 'POST',
			path: '/nl/forgot',
			headers: { 'content-type': 'application/json' },
			body: '{}'
		})
	],
	[
		'a method that is not there',
		405,
		() => ({ method: 'PUT', path: '/nl', headers: own(), body: '' })
	],
	['TRACE', 405, () => ({ method: 'TRACE', path: '/nl' })],
	[
		'a body that is too large',
		413,
		() => ({
			method: 'POST',
			path: '/nl/forgot',
			headers: own(),
			body: `email=${'a'.repeat(70_000)}`
		})
	],
	['an address that cannot be read', 400, () => ({ path: '/nl/%', headers: html })],
	['an unknown host', 400, () => ({ path: '/nl', headers: { ...html, host: 'evil.test' } })],
	[
		'headers that are too large',
		431,
		() => ({ path: '/nl', headers: { 'x-long': 'a'.repeat(20_000) } })
	],
	['a method nobody knows', 400, () => ({ method: 'NOSUCH', path: '/nl' })]
];

const sources = (policy: string, directive: string) =>
	new RegExp(`(?:^|;)\\s*${directive} ([^;]*)`).exec(policy)?.[1]?.split(' ') ?? [];

function faultsOf(answer: Answer): string[] {
	const { headers } = answer;
	const policy = headers['content-security-policy'] ?? '';
	const type = headers['content-type'] ?? '';
	const scripts = [...sources(policy, 'script-src'), ...sources(policy, 'default-src')];
	const checks: [string, boolean][] = [
		['nosniff', headers['x-content-type-options'] === 'nosniff'],
		['referrer-policy', headers['referrer-policy'] === 'same-origin'],
		['permissions-policy', headers['permissions-policy']?.includes('camera=()') ?? false],
		[
			'frames',
			sources(policy, 'frame-ancestors').join() === "'none'" &&
				headers['x-frame-options'] === 'DENY'
		],
		['a policy for everything else', sources(policy, 'default-src').join() === "'none'"],
		['no loose scripts', !scripts.some((each) => /unsafe|^\*|^https?:|data:/.test(each))],
		['a charset', !/^text|xml|svg|javascript/.test(type) || /; ?charset=utf-8$/i.test(type)],
		['a type', answer.text === '' || type !== ''],
		['a word about caching', headers['cache-control'] !== undefined],
		['no HSTS on http', headers['strict-transport-security'] === undefined],
		[
			'no server name',
			headers['x-powered-by'] === undefined && headers['x-sveltekit-page'] === undefined
		],
		[
			'no stack',
			!/\n\s+at .*\.js|node_modules/.test(
				type.includes('html') || type.includes('json') ? answer.text : ''
			)
		]
	];
	return checks.filter(([, fine]) => !fine).map(([name]) => name);
}

describe('every kind of answer', () => {
	test.each(kinds)('%s is answered with %i and all headers', async (_, status, question) => {
		const answer = await ask(origin, question());
		expect([answer.status, faultsOf(answer)]).toEqual([status, []]);
	});

	test('pages, data and files with people in them are kept nowhere', async () => {
		const asked = [
			...kinds
				.filter(([name]) => /page|data|CSV|sign in|language|form with|signed out/.test(name))
				.map(([, , question]) => question()),
			{ path: '/nl/lesson/a1/__data.json', headers: { cookie: manager } },
			{ path: '/nl/quiz/m1', headers: { ...html, cookie: manager } }
		];
		const kept = [];
		for (const question of asked) {
			const { headers } = await ask(origin, question);
			if (!headers['cache-control']?.includes('no-store')) kept.push(question.path);
		}
		expect(asked.length).toBeGreaterThan(10);
		expect(kept).toEqual([]);
	});

	test('a file to take along has the name that the server gives it', async () => {
		const asked = [
			'people.csv',
			'people.xlsx',
			'people.csv?name=x.exe',
			'people.csv?filename=%0d%0ax'
		];
		for (const file of asked) {
			const { headers } = await ask(origin, {
				path: `${cohort}/${file}`,
				headers: { cookie: manager }
			});
			expect(headers['content-disposition'], file).toMatch(
				/^attachment; filename="cohort-[0-9a-f]{8}\.(csv|xlsx)"$/
			);
		}
	});

	test('a page has a nonce of its own each time, and only scripts with it may run', async () => {
		const pages = await Promise.all([1, 2].map(() => ask(origin, { path: '/nl', headers: html })));
		const nonces = pages.map(
			({ headers }) => /'nonce-([^']{20,})'/.exec(headers['content-security-policy'] ?? '')?.[1]
		);
		expect(new Set(nonces).size).toBe(2);
		const scripts = pages[0]!.text.match(/<script[^>]*>/g) ?? [];
		expect(scripts.filter((tag) => !tag.includes(`nonce="${nonces[0]}"`))).toEqual([]);
		expect(pages[0]!.text).not.toMatch(/\son[a-z]+="/);
	});
});
