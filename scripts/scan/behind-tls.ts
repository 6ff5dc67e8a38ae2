import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer as createHttp, request, type Server } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { join } from 'node:path';

/** A certificate for localhost that only this run believes. */
export function makeCertificate(folder: string): { key: string; certificate: string } {
	const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
	const args = [
		'req',
		'-x509',
		'-newkey',
		'rsa:2048',
		'-nodes',
		'-days',
		'2',
		'-subj',
		'/CN=localhost'
	];
	const { status } = spawnSync(
		'openssl',
		[...args, '-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', certificate],
		{ stdio: 'ignore' }
	);
	if (status !== 0) throw new Error('openssl made no certificate.');
	return { key, certificate };
}

/** What a proxy in front of the app does: TLS, and from http to https. */
export async function behindTls(
	inner: number,
	ports: { http: number; https: number },
	files: { key: string; certificate: string }
): Promise<() => void> {
	const secure = createHttps(
		{ key: readFileSync(files.key), cert: readFileSync(files.certificate) },
		(incoming, outgoing) => {
			const { method, url: path, headers } = incoming;
			const forwarded = request(
				{ host: '127.0.0.1', port: inner, method, path, headers },
				(answer) => {
					outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
					answer.pipe(outgoing);
				}
			);
			forwarded.on('error', () => outgoing.destroy());
			incoming.pipe(forwarded);
		}
	);
	const plain = createHttp((incoming, outgoing) => {
		const port = ports.https === 443 ? '' : `:${ports.https}`;
		outgoing.writeHead(301, { location: `https://localhost${port}${incoming.url}` }).end();
	});
	const listen = (server: Server, port: number) =>
		new Promise<void>((resolve, reject) =>
			server.once('error', reject).listen(port, '127.0.0.1', resolve)
		);
	await listen(secure as unknown as Server, ports.https);
	await listen(plain, ports.http);
	return () => {
		for (const server of [secure, plain]) {
			server.close();
			server.closeAllConnections();
		}
	};
}
