import { createServer, type AddressInfo, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

const message = (type: string, body: Buffer) => {
	const head = Buffer.alloc(5);
	head.write(type);
	head.writeInt32BE(4 + body.length, 1);
	return Buffer.concat([head, body]);
};
/** "You are welcome" and "I am ready". */
const begun = Buffer.concat([message('R', Buffer.alloc(4)), message('Z', Buffer.from('I'))]);

/**
 * Something that begins a connection as PostgreSQL does, and then does with it what it is told.
 *
 * @param then called at the first thing that is asked after that
 */
export async function fakePostgres(then: (socket: Socket) => void): Promise<string> {
	const server = createServer((socket) => {
		socket.on('error', () => {});
		socket.once('data', () => {
			socket.write(begun);
			socket.once('data', () => then(socket));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => void server.close());
	return `postgres://course@127.0.0.1:${(server.address() as AddressInfo).port}/course`;
}
