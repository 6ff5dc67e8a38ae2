import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { startProxy } from './proxy.ts';

/** A program that says after you what you say, behind a proxy. */
async function echo() {
	const heard: string[] = [];
	const server = createServer((socket) => {
		socket.on('error', () => {});
		socket.on('data', (data: Buffer) => {
			heard.push(data.toString());
			socket.write(data);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const proxy = await startProxy((server.address() as AddressInfo).port);
	onTestFinished(async () => {
		await proxy.close();
		server.close();
	});
	return { proxy, heard };
}

/** What comes back within half a second, or how it ended. */
async function say(socket: Socket, text: string): Promise<string> {
	const answer = new Promise<string>((resolve) => {
		socket.once('data', (data: Buffer) => resolve(data.toString()));
		socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'));
		socket.once('end', () => resolve('end'));
	});
	socket.write(text);
	return Promise.race([answer, pause(500).then(() => 'silence')]);
}

test('what is not treated passes, late when it is delayed', async () => {
	const { proxy } = await echo();
	const socket = connect(proxy.port, '127.0.0.1');
	expect(await say(socket, 'one')).toBe('one');
	proxy.treat({ delay: () => 60 });
	const began = performance.now();
	expect(await say(socket, 'two')).toBe('two');
	expect(performance.now() - began).toBeGreaterThan(115);
});

test('a dropped answer was asked for all the same, and the connection is cut', async () => {
	const { proxy, heard } = await echo();
	proxy.treat({ drops: (asked) => asked.includes('commit') });
	const socket = connect(proxy.port, '127.0.0.1');
	expect(await say(socket, 'select')).toBe('select');
	expect(await say(socket, 'commit')).toBe('ECONNRESET');
	expect(heard).toEqual(['select', 'commit']);
	expect(proxy.counts.dropped).toBe(1);
});

test('a connection is cut after so many bytes', async () => {
	const { proxy, heard } = await echo();
	proxy.treat({ cutAfter: () => 5 });
	expect(await say(connect(proxy.port, '127.0.0.1'), 'longer')).toBe('ECONNRESET');
	expect(heard).toEqual([]);
});

test('what is held arrives after all, what is stranded never, and a new connection works', async () => {
	const { proxy, heard } = await echo();
	const socket = connect(proxy.port, '127.0.0.1');
	expect(await say(socket, 'one')).toBe('one');
	const release = proxy.hold();
	expect(await say(socket, 'two')).toBe('silence');
	release();
	await pause(100);
	expect(heard).toEqual(['one', 'two']);
	proxy.strand();
	expect(await say(socket, 'three')).toBe('silence');
	expect(await say(connect(proxy.port, '127.0.0.1'), 'four')).toBe('four');
	expect(heard).toEqual(['one', 'two', 'four']);
});

test('one that hangs up says goodbye at the first word', async () => {
	const { proxy } = await echo();
	proxy.treat({ hangsUp: () => true });
	expect(await say(connect(proxy.port, '127.0.0.1'), 'hello')).toBe('end');
});
