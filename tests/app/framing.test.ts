import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../support/server.ts';

// HTTP letter by letter: what no library would send.

const dataDir = mkdtempSync(join(tmpdir(), 'course-framing-'));
let server: RunningServer;
let host: string;

beforeAll(async () => {
	server = await startServer({ dataDir, env: { DEMO: '1' } });
	({ host } = new URL(server.origin));
});
afterAll(async () => {
	await server.stop();
	rmSync(dataDir, { recursive: true, force: true });
});

/** Sends bytes on a connection of their own; resolves to all that came back when it closed, or after two seconds. */
const send = (...parts: string[]) => sendAndWait(2_000, parts);

function sendAndWait(ms: number, parts: string[]): Promise<string> {
	return new Promise((resolve) => {
		let said = '';
		const socket = connect(Number(new URL(server.origin).port), '127.0.0.1', () => {
			for (const part of parts) socket.write(part, 'latin1');
		});
		const done = () => {
			socket.destroy();
			resolve(said);
		};
		socket.on('data', (data) => (said += data.toString('latin1')));
		socket.on('close', done);
		socket.on('error', done);
		setTimeout(done, ms).unref();
	});
}
const statuses = (said: string) =>
	[...said.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
const post = (...lines: string[]) =>
	`POST /nl/forgot HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${server.origin}\r\nContent-Type: application/x-www-form-urlencoded\r\n${lines.join('\r\n')}`;
const smuggled = () => `GET /nl/planted HTTP/1.1\r\nHost: ${host}\r\n\r\n`;

/** What would be read differently by the server and by a proxy in front of it. */
const twofold: Record<string, () => string> = {
	'a length and chunks': () =>
		post('Content-Length: 6', 'Transfer-Encoding: chunked', '', `0\r\n\r\n${smuggled()}`),
	'chunks and a length': () =>
		post('Transfer-Encoding: chunked', 'Content-Length: 6', '', `0\r\n\r\n${smuggled()}`),
	'two lengths': () => post('Content-Length: 0', 'Content-Length: 60', '', smuggled()),
	'a length with a list': () => post('Content-Length: 0, 60', '', smuggled()),
	'a length with a sign': () => post('Content-Length: +0', '', smuggled()),
	'a length in hexadecimal': () => post('Content-Length: 0x10', '', smuggled()),
	'a negative length': () => post('Content-Length: -1', '', smuggled()),
	'chunks that are none': () => post('Transfer-Encoding: xchunked', '', `0\r\n\r\n${smuggled()}`),
	'chunks and something else': () =>
		post('Transfer-Encoding: chunked, identity', '', `0\r\n\r\n${smuggled()}`),
	'a chunk of an odd size': () => post('Transfer-Encoding: chunked', '', `0x10\r\n${smuggled()}`),
	'a space before the colon': () => post('Content-Length : 0', '', smuggled()),
	'a header over two lines': () =>
		post('X-Folded: a', ' Transfer-Encoding: chunked', 'Content-Length: 5', '', smuggled()),
	'a line break alone': () => `GET /nl HTTP/1.1\nHost: ${host}\n\n${smuggled()}`,
	'a NUL in a header': () => post('X-Odd: a\0b', 'Content-Length: 0', '', smuggled()),
	'no host': () => `GET /nl HTTP/1.1\r\n\r\n`,
	'two hosts': () => `GET /nl HTTP/1.1\r\nHost: ${host}\r\nHost: evil.test\r\n\r\n`
};

describe('HTTP letter by letter', () => {
	test.each(Object.entries(twofold))(
		'%s: a message whose length can be read in two ways is not read at all',
		async (_, message) => {
			const said = await send(message());
			const answered = statuses(said);
			// The request that hides behind it would be answered with 404.
			expect(answered.length, said.slice(0, 200)).toBeGreaterThan(0);
			for (const status of answered) expect([400, 411]).toContain(status);
		}
	);

	test('requests one after the other on one connection are each answered, as themselves', async () => {
		const one = `HEAD /mark.svg HTTP/1.1\r\nHost: ${host}\r\n\r\n`;
		const last = `HEAD /nl/nothing HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;
		const answered = statuses(await send(one.repeat(200), last));
		expect(answered).toEqual([...Array<number>(200).fill(200), 404]);
	});

	test('a connection that a browser opened ahead closes without a word; half a request is told that it took too long', async () => {
		const [ahead, half] = await Promise.all([
			sendAndWait(20_000, []),
			sendAndWait(20_000, [`GET /nl HTTP/1.1\r\nHost: ${host}\r\n`])
		]);
		expect(ahead).toBe('');
		expect(half).toMatch(/^HTTP\/1\.1 408 /);
	});

	test('another method in a header or a field is not looked at, and one in small letters is none', async () => {
		const ask = (first: string, ...lines: string[]) =>
			send([first, `Host: ${host}`, ...lines, 'Connection: close', '', ''].join('\r\n'));
		const cases = [
			await ask('GET /nl HTTP/1.1', 'X-HTTP-Method-Override: DELETE'),
			await ask('GET /nl?_method=PUT HTTP/1.1'),
			await ask('get /nl HTTP/1.1'),
			await ask('TRACE /nl HTTP/1.1'),
			await ask('CONNECT evil.test:443 HTTP/1.1'),
			await ask('GET http://evil.test/nl HTTP/1.1'),
			await ask('GET /nl HTTP/9.9')
		];
		expect(cases.map((said) => statuses(said)[0] ?? 'closed')).toEqual([
			200,
			200,
			400,
			405,
			'closed',
			// Another host by its whole address is refused like another host in a header.
			400,
			400
		]);
	});
});
