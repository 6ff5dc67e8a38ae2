import type { IncomingMessage } from 'node:http';

export type HostVerdict = { kind: 'ok' } | { kind: 'redirect'; to: string } | { kind: 'refuse' };

const loopback = ['localhost', '127.0.0.1', '[::1]'];

/** The host of the origin, and for an app on this machine also its other names. */
export function knownHosts(origin: string): { own: string; others: string[] } {
	const { host, hostname, port } = new URL(origin);
	const others = loopback.includes(hostname)
		? loopback.filter((name) => name !== hostname).map((name) => (port ? `${name}:${port}` : name))
		: [];
	return { own: host, others };
}

/**
 * Links in mails and the origin check rest on the host, so only our own is served. Another name of the same machine
 * is sent on; health checks may come under any name.
 */
export function hostVerdict(
	request: Pick<IncomingMessage, 'headers' | 'method' | 'url'> & Partial<IncomingMessage>,
	origin: string,
	hosts: { own: string; others: string[] }
): HostVerdict {
	// Of two hosts one part of the way might believe the first and another the second.
	if ((request.headersDistinct?.host?.length ?? 1) > 1) return { kind: 'refuse' };
	const host = request.headers.host ?? '';
	const path = request.url ?? '/';
	if (host === hosts.own || path === '/api/health' || path === '/api/ready') return { kind: 'ok' };
	const read = request.method === 'GET' || request.method === 'HEAD';
	if (hosts.others.includes(host) && read && path.startsWith('/') && !path.startsWith('//')) {
		return { kind: 'redirect', to: origin + path };
	}
	return { kind: 'refuse' };
}
