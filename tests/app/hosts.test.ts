import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, postForm } from '../support/http.ts';
import { startServer, type RunningServer } from '../support/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'course-hosts-'));
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
const own = () => ({ ...html, origin, 'content-type': 'application/x-www-form-urlencoded' });

describe('who is served', () => {
	test('an unknown host gets nothing, whatever it claims to be', async () => {
		const hosts = [
			'evil.test',
			'localhost',
			'localhost:1',
			`localhost.evil.test:${new URL(origin).port}`,
			'evil.test@localhost'
		];
		const statuses = await Promise.all(
			hosts.map(async (host) => (await ask(origin, { path: '/nl', headers: { host } })).status)
		);
		expect(statuses).toEqual(hosts.map(() => 400));
	});

	test('another name of this machine is sent on for reading, and refused for writing', async () => {
		const host = `127.0.0.1:${new URL(origin).port}`;
		const read = await ask(origin, { path: '/nl/sign-in?next=/nl/course', headers: { host } });
		const double = await ask(origin, { path: '//evil.test/', headers: { host } });
		const write = await ask(origin, {
			method: 'POST',
			path: '/nl/forgot',
			headers: { ...own(), host },
			body: ''
		});
		expect([read.status, read.headers.location]).toEqual([
			307,
			`${origin}/nl/sign-in?next=/nl/course`
		]);
		expect([double.status, write.status]).toEqual([400, 400]);
	});

	test('forwarded headers of strangers change no link, no redirect and no count', async () => {
		const forged = (n: number) => ({
			'x-forwarded-host': 'evil.test',
			'x-forwarded-proto': 'https',
			'x-forwarded-for': `10.0.0.${n}`,
			forwarded: 'host=evil.test'
		});
		const page = await ask(origin, { path: '/nl/course', headers: { ...html, ...forged(1) } });
		expect(page.headers.location).toMatch(/^\/nl\/sign-in/);
		const statuses = [];
		for (let n = 0; n < 62; n += 1)
			statuses.push(
				(
					await postForm(
						origin,
						'/nl/forgot',
						{ email: n === 0 ? 'bas@verdewold.example' : `p${n}@verdewold.example` },
						forged(n)
					)
				).status
			);
		expect(new Set(statuses)).toEqual(new Set([200, 429]));
		await expect.poll(() => server.mails().length, { timeout: 20_000 }).toBeGreaterThan(0);
		const letters = server
			.mails()
			.join('\n')
			.replace(/=\r?\n/g, '')
			.replace(/=3D/g, '=');
		expect(letters).toContain(`${origin}/nl/welcome/`);
		expect(letters).not.toContain('evil.test');
	});

	test('nothing of the building itself can be fetched', async () => {
		const hidden = [
			'/.git/HEAD',
			'/.env',
			'/package.json',
			'/package-lock.json',
			'/handler.js',
			'/server.js',
			'/server/index.js',
			'/drizzle/meta/_journal.json',
			'/data/database.lock',
			'/_app/../../server.js',
			'/_app/%2e%2e/%2e%2e/server.js',
			'/..%2fserver.js',
			'/%2e%2e/server.js',
			'/src/content/course.yaml',
			'/_app/manifest.json',
			'/.vite/manifest.json'
		];
		const open = [];
		for (const path of [...hidden, `${asset()}.map`]) {
			const { status, headers } = await ask(origin, { path });
			if (status < 300) open.push(`${path} ${status} ${headers['content-type']}`);
		}
		expect(open).toEqual([]);
		const client = readdirSync('build/client', { recursive: true, encoding: 'utf8' });
		expect(client.filter((name) => name.endsWith('.map') || /manifest\.json$/.test(name))).toEqual(
			[]
		);
		expect(JSON.stringify(client)).not.toMatch(/\.env|\.git|\.ts"/);
	});
});
