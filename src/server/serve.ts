import cluster from 'node:cluster';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import compression from 'compression';
import { closedPage } from '../lib/server/closed-page.ts';
import type { Env } from '../lib/server/env.ts';
import { hostVerdict, knownHosts } from './hosts.ts';
import { bodyRefusal, LARGEST } from './body-limit.ts';
import { sayCharset } from './charset.ts';
import { crowd } from './crowd.ts';
import { bareResponse, setHeaders } from './headers.ts';
import { pageKeeper } from './kept-pages.ts';

/** So long a worker waits for who keeps a connection: the answer to their next request says that it ends there. */
const FAREWELL_MS = 2_000;

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** The thin server around the SvelteKit handler: limits, known hosts, headers on every response, a graceful stop. */
export async function serve(env: Env): Promise<void> {
	process.env.ORIGIN = env.ORIGIN;
	process.env.BODY_SIZE_LIMIT ??= String(LARGEST);
	process.env.SHUTDOWN_TIMEOUT ??= '10';

	// Importing the handler opens and migrates the database (see src/hooks.server.ts).
	// It is made by another build, beside this one: named here so that no bundler looks for it among the sources.
	const beside = pathToFileURL(join(import.meta.dirname, 'handler.js')).href;
	const { handler } = (await import(/* @vite-ignore */ beside).catch((error: Error) => {
		console.error(whyNotStarted(error));
		process.exit(1);
	})) as { handler: Handler };

	const hosts = knownHosts(env.ORIGIN);
	// Pages are made per person, so they are compressed as they go out; files are compressed at build.
	const compress = compression();
	const pages = pageKeeper();
	const secure = env.ORIGIN.startsWith('https:');

	let stopping = false;
	const server = createServer(
		{
			headersTimeout: 10_000,
			requestTimeout: 30_000,
			// How often it is looked whether a request takes longer than that; usually twice a minute.
			connectionsCheckingInterval: 2_000,
			keepAliveTimeout: 10_000,
			maxHeaderSize: 16_384
		},
		(request, response) => {
			setHeaders(response, secure);
			sayCharset(response);
			// Whoever comes back does so over a new connection, to a process that stays.
			if (stopping) response.setHeader('connection', 'close');
			if (stopping && request.url === '/api/ready') {
				response
					.writeHead(503, { 'content-type': 'application/json' })
					.end('{"status":"stopping"}');
				return;
			}
			const verdict = hostVerdict(request, env.ORIGIN, hosts);
			if (verdict.kind === 'redirect') {
				response.writeHead(307, { location: verdict.to }).end();
				return;
			}
			if (verdict.kind === 'refuse') {
				response
					.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' })
					.end('Unknown host\n');
				return;
			}
			if (request.method === 'TRACE') {
				response
					.writeHead(405, { 'content-type': 'text/plain; charset=utf-8' })
					.end('Not allowed\n');
				return;
			}
			const refusal = bodyRefusal(request);
			if (refusal !== undefined) {
				response.writeHead(refusal, {
					'content-type': 'text/plain; charset=utf-8',
					connection: 'close'
				});
				response.end(refusal === 413 ? 'Too large\n' : 'Length required\n');
				return;
			}
			const page = pages.serve(request, response);
			if (page === 'sent') return;
			const handle = () =>
				handler(request, response, () => {
					response
						.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
						.end('Not found\n');
				});
			const begin = () => {
				if (page === 'not-kept') return void compress(request as never, response as never, handle);
				pages.keepFrom(request, response);
				handle();
			};
			if (!admits(request, response, begin)) void refuseForNow(request, response);
		}
	);
	const admits = crowd(server);

	server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
		if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
		const tooLong = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
		// A browser opens connections ahead. A status on one that was never used would be read as the answer to what it asks
		// next; of a connection that closed it knows that nothing was done, and it asks again over another.
		if (tooLong && (socket as Socket).bytesRead === 0) return void socket.destroy();
		const status = tooLong
			? '408 Request Timeout'
			: error.code === 'HPE_HEADER_OVERFLOW'
				? '431 Request Header Fields Too Large'
				: '400 Bad Request';
		socket.end(bareResponse(status, secure));
	});

	server.on('error', (error: NodeJS.ErrnoException) => {
		console.error(
			error.code === 'EADDRINUSE'
				? `Port ${env.PORT} is in use. Stop the other program or set PORT to another number.`
				: error.message
		);
		process.emit('sveltekit:shutdown' as 'SIGTERM', 'SIGTERM');
		setTimeout(() => process.exit(1), 3_000).unref();
		process.exitCode = 1;
	});

	server.listen(env.PORT, env.HOST, () => {
		console.log(`Ready on ${env.ORIGIN}`);
		process.send?.('ready');
	});

	/**
	 * First `/api/ready` says no for a while, so that a proxy sends new people elsewhere; then requests that began are finished;
	 * then the database closes; then the process ends by itself.
	 */
	function stop(reason: string) {
		if (stopping) return;
		stopping = true;
		const drain = env.DRAIN_SECONDS * 1000;
		// Whoever holds a request open for ever does not hold up the rest.
		setTimeout(() => server.closeAllConnections(), drain + 8_000).unref();
		setTimeout(() => process.exit(1), drain + 12_000).unref();
		const close = () => {
			// Unlike the server's own, this closes the door and hangs up on nobody: of a request that is on its way over a
			// connection that closes at that moment, nobody hears what became of it.
			NetServer.prototype.close.call(server, () =>
				process.emit('sveltekit:shutdown' as 'SIGTERM', reason as 'SIGTERM')
			);
			setTimeout(() => server.closeIdleConnections(), cluster.isWorker ? FAREWELL_MS : 0);
		};
		// What has arrived but was not read yet has begun too: a moment, and one more turn of the loop, to read it.
		setTimeout(() => setImmediate(close), drain + 100);
	}
	process.on('SIGTERM', () => stop('SIGTERM'));
	process.on('SIGINT', () => stop('SIGINT'));
}

/** Says "later", in the reader's language, without asking anything of anybody. */
async function refuseForNow(request: IncomingMessage, response: ServerResponse): Promise<void> {
	const page = closedPage(503, request.url?.startsWith('/en') ? 'en' : 'nl');
	response.writeHead(503, Object.fromEntries(page.headers)).end(await page.text());
}

/** What the person who starts the app can do something about is a sentence; anything else comes with its places in the code. */
function whyNotStarted(error: Error): string | Error {
	if (error.name === 'LockHeld') return error.message;
	const fromOutside =
		'syscall' in error ||
		'severity' in error ||
		('code' in error && error.code === 'CONNECT_TIMEOUT');
	return fromOutside
		? `The database could not be opened: ${error.message || String(error)}`
		: error;
}
