import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { castPassword } from '#lib/server/demo/cast.ts';
import { ask, postForm } from '../support/http.ts';
import { freePort } from '../support/postgres.ts';
import { startServer, type RunningServer } from '../support/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'course-https-'));
let server: RunningServer;
let origin: string;

beforeAll(async () => {
	server = await startServer({ dataDir: join(folder, 'plain'), env: { DEMO: '1' } });
	origin = server.origin;
});
afterAll(async () => {
	await server.stop();
	rmSync(folder, { recursive: true, force: true });
});

const html = { accept: 'text/html' };
const asset = () =>
	`/_app/immutable/entry/${readdirSync('build/client/_app/immutable/entry').find((name) => name.endsWith('.js'))}`;

describe('cookies and https', () => {
	const attributes = (line = '') =>
		line
			.split('; ')
			.slice(1)
			.map((each) => each.toLowerCase())
			.sort();

	test('on http://localhost the session cookie is HttpOnly, Lax and for the whole site', async () => {
		const answer = await postForm(origin, '/nl/sign-in', {
			email: 'bas@verdewold.example',
			password: castPassword
		});
		expect(answer.cookies).toHaveLength(1);
		expect(answer.cookies[0]).toMatch(/^session=[a-z0-9]{20,};/);
		expect(attributes(answer.cookies[0])).toEqual([
			'httponly',
			'max-age=2592000',
			'path=/',
			'samesite=lax'
		]);
	});

	test('behind https the cookie is a Secure __Host- one, every answer says HSTS, and addresses come from our own proxy', async () => {
		const port = await freePort();
		const ORIGIN = 'https://course.example';
		const env = { DEMO: '1', ORIGIN, TRUST_PROXY: '1' };
		const secure = await startServer({ port, dataDir: join(folder, 'secure'), env });
		const inner = `http://localhost:${port}`;
		const host = { host: 'course.example' };
		try {
			const signIn = (headers: Record<string, string>) =>
				postForm(
					inner,
					'/nl/sign-in',
					{ email: 'bas@verdewold.example', password: castPassword },
					{ ...host, origin: ORIGIN, ...headers }
				);
			const answer = await signIn({});
			expect(answer.status).toBe(303);
			expect(answer.cookies[0]).toMatch(/^__Host-session=/);
			expect(attributes(answer.cookies[0])).toEqual([
				'httponly',
				'max-age=2592000',
				'path=/',
				'samesite=lax',
				'secure'
			]);
			const cookie = answer.cookies[0]!.split(';')[0]!;
			const plain = cookie.replace('__Host-', '');
			const reach = async (sent: string) =>
				(await ask(inner, { path: '/nl/course', headers: { ...host, ...html, cookie: sent } }))
					.status;
			expect([await reach(cookie), await reach(plain)]).toEqual([200, 303]);

			const paths = ['/nl', '/nl/nothing', '/mark.svg', '/nl/course', asset(), '/nl/%'];
			const answers = await Promise.all(paths.map((path) => ask(inner, { path, headers: host })));
			const tooLong = await ask(inner, {
				path: '/nl',
				headers: { ...host, 'x-long': 'a'.repeat(20_000) }
			});
			const stranger = await ask(inner, { path: '/nl', headers: { host: `localhost:${port}` } });
			const hsts = [...answers, tooLong, stranger].map(
				({ headers }) => headers['strict-transport-security']
			);
			expect(new Set(hsts)).toEqual(new Set(['max-age=63072000; includeSubDomains']));
			expect(stranger.status).toBe(400);
			expect((await signIn({ origin: 'http://course.example' })).status).toBe(403);

			const statuses = new Set<number>();
			for (let n = 0; n < 62; n += 1)
				statuses.add(
					(
						await postForm(
							inner,
							'/nl/forgot',
							{ email: `p${n}@verdewold.example` },
							{ ...host, origin: ORIGIN, 'x-forwarded-for': `1.2.3.4, 10.0.0.${n}` }
						)
					).status
				);
			expect(statuses).toEqual(new Set([200]));
		} finally {
			await secure.stop();
		}
	});
});
