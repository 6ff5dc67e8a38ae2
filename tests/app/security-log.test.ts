import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { castPassword } from '#lib/server/demo/cast.ts';
import { ask, cookieOf, postForm } from '../support/http.ts';
import { startServer, type RunningServer } from '../support/server.ts';

// The log of the app, as whoever looks for what happened reads it.

type Line = {
	time: string;
	event: string;
	method: string;
	route: string;
	status: number;
	account?: string;
	refused?: string;
	proof?: { what: string; by?: string };
};

const dataDir = mkdtempSync(join(tmpdir(), 'course-log-'));
const email = 'bas@verdewold.example';
let server: RunningServer;

beforeAll(async () => {
	server = await startServer({ dataDir, env: { DEMO: '1', LOG_LEVEL: 'info' } });
});
afterAll(async () => {
	await server.stop();
	rmSync(dataDir, { recursive: true, force: true });
});

/** What was logged since, once there are as many lines of requests as were sent. */
async function linesOf(count: number, work: () => Promise<unknown>): Promise<Line[]> {
	const before = server.output().length;
	await work();
	const read = () =>
		server
			.output()
			.slice(before)
			.split('\n')
			.filter((line) => line.startsWith('{'))
			.map((line) => JSON.parse(line) as Line)
			.filter((line) => line.event === 'request');
	await expect.poll(() => read().length, { timeout: 10_000 }).toBe(count);
	return read();
}

test('who signed in, who could not and who left is one line each, with its moment and nothing that was typed', async () => {
	const before = server.output().length;
	const lines = await linesOf(4, async () => {
		await postForm(server.origin, '/nl/sign-in', { email, password: 'planted-wrong-password' });
		await postForm(server.origin, '/nl/sign-in', { email: 'planted@x.example', password: 'x' });
		const cookie = await cookieOf(server.origin, email, castPassword);
		await postForm(server.origin, '/nl/sign-out', {}, { cookie });
	});
	expect(lines.map(({ proof, status }) => [proof?.what, status])).toEqual([
		['password wrong', 400],
		['password wrong', 400],
		['password signed-in', 303],
		['signed out', 303]
	]);
	expect(lines[2]!.proof!.by).toMatch(/^[0-9a-f-]{36}$/);
	for (const { time } of lines) expect(time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
	expect(server.output().slice(before)).not.toMatch(/planted|verdewold/);
	expect(server.output().slice(before)).not.toContain(castPassword);
});

test('who was kept out is logged with who they are and what they asked for', async () => {
	let cookie = '';
	await linesOf(1, async () => (cookie = await cookieOf(server.origin, email, castPassword)));
	const html = { accept: 'text/html' };
	const lines = await linesOf(4, async () => {
		await ask(server.origin, { path: '/nl/course', headers: html });
		await ask(server.origin, { path: '/nl/admin', headers: { ...html, cookie } });
		await postForm(server.origin, '/nl/account?/weekly', {}, { 'sec-fetch-site': 'cross-site' });
		await postForm(server.origin, '/nl/account?/weekly', {}, { origin: 'https://evil.test' });
	});
	expect(lines.map(({ refused, status }) => [refused, status])).toEqual([
		['sign-in-first', 303],
		['not-there', 404],
		['another-site', 403],
		['another-site', 403]
	]);
	expect(lines[1]!.account).toMatch(/^[0-9a-f-]{36}$/);
});

test('whatever somebody sends, a request is one line of JSON of at most four kilobytes', async () => {
	const odd = [
		'/nl/%0a%7b%22event%22:%22request%22%7d',
		'/nl/%1b%5b31m',
		`/nl/${'a'.repeat(9_000)}`,
		'/nl/%E2%80%A8x'
	];
	const headers = { accept: 'text/html', 'user-agent': `x${'\t{"event":"request"}'.repeat(200)}` };
	const before = server.output().length;
	await linesOf(odd.length, () =>
		Promise.all(odd.map((path) => ask(server.origin, { path, headers })))
	);
	const lines = server.output().slice(before).trim().split('\n');
	expect(lines).toHaveLength(odd.length);
	for (const line of lines) expect(line.length).toBeLessThan(4_096);
	// eslint-disable-next-line no-control-regex
	expect(lines.join('')).not.toMatch(/[\u0000-\u0009\u001b\u2028]/);
});
