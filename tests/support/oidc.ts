import { createSign, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** Somebody at the provider, by what it calls them. */
export type Somebody = {
	email?: string;
	email_verified?: boolean | string;
	name?: string;
	groups?: string[];
	/** How they prove there who they are. */
	amr?: string[];
};
type Claims = Record<string, unknown>;

export type TestProvider = Awaited<ReturnType<typeof startProvider>>;
export const clientId = 'course';
export const clientSecret = 'a secret of the course & nobody else';

/**
 * A real provider (`oidc-provider`) on this machine, with a page on which people type what they are called.
 *
 * @param people may be changed while it runs
 */
export async function startProvider(callbacks: string[], people: Record<string, Somebody>) {
	const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
	const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
	/** What makes this provider a bad one. */
	const bad: { claims?: (claims: Claims) => Claims; key?: boolean; late?: number } = {};
	const asked: Record<string, string>[] = [];
	const server = createServer((request, response) => void answer(request, response));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const provider = new Provider(issuer, {
		clients: [
			{
				client_id: clientId,
				client_secret: clientSecret,
				redirect_uris: callbacks,
				grant_types: ['authorization_code'],
				response_types: ['code']
			}
		],
		jwks: { keys: [{ ...key.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] },
		cookies: { keys: [randomUUID()] },
		claims: {
			openid: ['sub', 'amr'],
			email: ['email', 'email_verified'],
			profile: ['name', 'groups']
		},
		pkce: { required: () => true },
		features: { devInteractions: { enabled: false } },
		interactions: { url: (_, { uid }) => `/interaction/${uid}` },
		ttl: { Session: 3600, Interaction: 600, Grant: 3600, AccessToken: 600, IdToken: 600 },
		findAccount: (_, id) => ({
			accountId: id,
			claims: () => {
				const { amr: _amr, ...said } = people[id] ?? {};
				return { sub: id, ...said };
			}
		}),
		async loadExistingGrant({ oidc }) {
			const grant = new oidc.provider.Grant({
				clientId: oidc.client!.clientId,
				accountId: oidc.session!.accountId!
			});
			grant.addOIDCScope('openid email profile');
			await grant.save();
			return grant;
		}
	});
	const handle = provider.callback();

	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const path = request.url ?? '';
		if (bad.late) await new Promise((resolve) => setTimeout(resolve, bad.late));
		if (path.startsWith('/auth?'))
			asked.push(Object.fromEntries(new URL(path, issuer).searchParams));
		if (path.startsWith('/interaction/')) return interact(request, response);
		if (path === '/token' && (bad.claims || bad.key)) spoil(response);
		await handle(request, response);
	}

	async function interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
		if (request.method === 'GET') {
			response.setHeader('content-type', 'text/html; charset=utf-8');
			response.end(
				`<!doctype html><html lang="en"><title>Sign in</title><h1>The other sign-in</h1><form method="post"><label>Who <input name="login"></label><button>Sign in</button><button name="cancel" value="1">Cancel</button></form></html>`
			);
			return;
		}
		let body = '';
		for await (const part of request) body += String(part);
		const form = new URLSearchParams(body);
		const login = form.get('login') ?? '';
		await provider.interactionFinished(
			request,
			response,
			form.has('cancel')
				? { error: 'access_denied', error_description: 'changed their mind' }
				: { login: { accountId: login, amr: people[login]?.amr ?? ['pwd'] } },
			{ mergeWithLastSubmission: false }
		);
	}

	/** Writes the ID token anew: with other claims, or with a key that is not the provider's. */
	function spoil(response: ServerResponse): void {
		const end = response.end.bind(response) as (text: string) => ServerResponse;
		response.end = ((text: Buffer | string) => {
			const said = JSON.parse(String(text)) as { id_token?: string };
			if (said.id_token) {
				const claims = JSON.parse(
					Buffer.from(said.id_token.split('.')[1]!, 'base64url').toString()
				) as Claims;
				said.id_token = signed(bad.claims?.(claims) ?? claims, bad.key ? other : key);
			}
			const whole = JSON.stringify(said);
			response.setHeader('content-length', Buffer.byteLength(whole));
			return end(whole);
		}) as never;
	}

	return {
		issuer,
		people,
		bad,
		/** What it was asked, since the last time. */
		asked: () => asked.splice(0),
		env: {
			OIDC_ISSUER: issuer,
			OIDC_CLIENT_ID: clientId,
			OIDC_CLIENT_SECRET: clientSecret,
			OIDC_NAME: 'Gemeente Voorbeeld',
			OIDC_DOMAINS: 'verdewold.example'
		},
		async stop() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		}
	};
}

function signed(claims: Claims, key: KeyObject): string {
	const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
	const text = `${part({ alg: 'RS256', typ: 'JWT', kid: 'one' })}.${part(claims)}`;
	return `${text}.${createSign('RSA-SHA256').update(text).sign(key, 'base64url')}`;
}

/** A browser of somebody who is known at the provider from the first time on. */
export function atProvider(issuer: string) {
	const jar = new Map<string, string>();
	async function send(address: string, body?: URLSearchParams): Promise<Response> {
		const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
		const response = await fetch(new URL(address, issuer), {
			...(body && { method: 'POST', body }),
			headers: { cookie },
			redirect: 'manual'
		});
		for (const line of response.headers.getSetCookie()) {
			const [pair = ''] = line.split(';');
			const at = pair.indexOf('=');
			if (pair.slice(at + 1) === '') jar.delete(pair.slice(0, at));
			else jar.set(pair.slice(0, at), pair.slice(at + 1));
		}
		return response;
	}
	/**
	 * Goes there and says who they are, if they are asked.
	 *
	 * @param login what they are called there; nobody when they change their mind
	 * @returns the address with which they are sent back, and whether they were asked
	 */
	return async function go(to: string, login: string | null) {
		let response = await send(to);
		let wasAsked = false;
		for (let steps = 0; steps < 10; steps++) {
			const next = response.headers.get('location');
			if (next && new URL(next, issuer).origin !== issuer) return { back: next, wasAsked };
			if (next && !next.includes('/interaction/')) response = await send(next);
			else if (next) {
				wasAsked = true;
				await send(next);
				const form = new URLSearchParams(login === null ? { cancel: '1' } : { login });
				response = await send(next, form);
			} else throw new Error(`${response.status} of the provider: ${await response.text()}`);
		}
		throw new Error('the provider sends people round in circles');
	};
}
