import { connect } from 'node:net';

export type Reply = { status: number; bytes: number; body: Buffer };

/** One connection that is kept open, with one request under way at a time, as a browser's would be. */
export type Connection = { send(request: Buffer): Promise<Reply>; close(): void };

/**
 * A client that costs little: on a small machine whatever measures takes from what is measured. Understands replies
 * with a length and replies in chunks, which is all that the app and the bare servers send.
 */
export function openConnection(origin: string): Promise<Connection> {
	const { hostname, port } = new URL(origin);
	return new Promise((opened, failed) => {
		const socket = connect(Number(port), hostname === 'localhost' ? '127.0.0.1' : hostname);
		socket.setNoDelay(true);
		let received: Buffer[] = [];
		let waiting: { resolve(reply: Reply): void; reject(error: Error): void } | undefined;
		const fail = (error: Error) => {
			failed(error);
			waiting?.reject(error);
			waiting = undefined;
		};
		socket.on('error', fail);
		socket.on('close', () => fail(new Error('the server closed the connection')));
		socket.on('data', (part) => {
			received.push(part);
			const all = received.length === 1 ? part : Buffer.concat(received);
			received = [all];
			const reply = complete(all);
			if (!reply) return;
			received = [];
			const { resolve } = waiting!;
			waiting = undefined;
			resolve(reply);
		});
		socket.on('connect', () =>
			opened({
				send: (request) =>
					new Promise((resolve, reject) => {
						waiting = { resolve, reject };
						socket.write(request);
					}),
				close: () => socket.destroy()
			})
		);
	});
}

const END_OF_HEAD = Buffer.from('\r\n\r\n');
const LAST_CHUNK = Buffer.from('0\r\n\r\n');

/** The reply, once all of it is here. */
function complete(all: Buffer): Reply | undefined {
	const end = all.indexOf(END_OF_HEAD);
	if (end === -1) return undefined;
	const head = all.toString('latin1', 0, end);
	const status = Number(head.slice(9, 12));
	const body = all.subarray(end + 4);
	const reply = { status, bytes: all.length, body };
	const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
	if (length !== undefined) return body.length >= Number(length) ? reply : undefined;
	if (!/\r\ntransfer-encoding: chunked/i.test(head)) return reply;
	return body.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK) ? reply : undefined;
}

const usual =
	'user-agent: bench\r\naccept-encoding: gzip, deflate, br\r\naccept-language: nl\r\nconnection: keep-alive\r\n';

/** A page or file as a browser asks for it. */
export function get(origin: string, path: string, cookie = '', accept = 'text/html'): Buffer {
	const { host } = new URL(origin);
	const own = cookie && `cookie: ${cookie}\r\n`;
	return Buffer.from(
		`GET ${path} HTTP/1.1\r\nhost: ${host}\r\naccept: ${accept}\r\n${usual}${own}\r\n`
	);
}

/** A form as the page's own script sends it. */
export function post(origin: string, path: string, cookie: string, form: URLSearchParams): Buffer {
	const body = form.toString();
	return Buffer.from(
		`POST ${path} HTTP/1.1\r\nhost: ${new URL(origin).host}\r\norigin: ${origin}\r\naccept: application/json\r\n${usual}` +
			`x-sveltekit-action: true\r\ncookie: ${cookie}\r\ncontent-type: application/x-www-form-urlencoded\r\n` +
			`content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
	);
}
