import * as oidc from 'openid-client';
import { withDeadline } from '../deadline.ts';
import type { Setting } from './setting.ts';

// The one place that speaks OpenID Connect, by `openid-client`.

/** What the provider said about somebody, after everything about it was checked. */
export type Told = {
	issuer: string;
	subject: string;
	/** Everything it said: what is signed first, then what it adds when asked. */
	claims: Record<string, unknown>;
	/** An address, and whether the provider says that it checked it. */
	address?: { email: string; verified: boolean };
	/** When they typed their password there; absent when the provider does not say. */
	authenticatedAt?: Date;
	/** Whether they used more than one means there (RFC 8176). */
	secondFactor: boolean;
};

/** Why nobody came in: the provider does not answer, said no, or said something that is not right. */
export type Fault = 'unreachable' | 'refused' | 'not-right';
export type Answer = { kind: 'told'; told: Told } | { kind: 'fault'; fault: Fault; cause: unknown };

/** Secrets of one try: the provider must give each of them back, or prove that it knows it. */
export type Checks = { state: string; nonce: string; verifier: string };

export type Provider = ReturnType<typeof providerOf>;

/** The provider may take so long in all: less than a request may. */
const PATIENCE_SECONDS = 5;
/** And so long to say where its doors are: when it does not, there is time left to go on with what it said before. */
const ASKING_SECONDS = 3;
/** So long what it says about itself is believed. After that it is asked again; while it is away, the old holds. */
const FRESH_MS = 60 * 60_000;

/** @param callback our own address to which it sends people back */
export function providerOf(setting: Setting, callback: string) {
	const issuer = new URL(setting.issuer);
	let known: { config: oidc.Configuration; at: number } | undefined;
	let asking: Promise<oidc.Configuration> | undefined;

	async function ask(): Promise<oidc.Configuration> {
		const config = await oidc.discovery(
			issuer,
			setting.clientId,
			undefined,
			clientSecret(setting.clientSecret),
			{
				timeout: ASKING_SECONDS,
				// A signature is looked at also when it came over a connection that proves who sent it.
				execute: [
					oidc.enableNonRepudiationChecks,
					...(issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [])
				]
			}
		);
		// Letter by letter: identities are kept under it. A provider for many organisations names none of them here.
		const { issuer: named } = config.serverMetadata();
		if (named !== setting.issuer)
			throw new Error(`OIDC_ISSUER is not as the provider writes it: ${named}`);
		known = { config, at: performance.now() };
		return config;
	}

	/** Of many who ask at once, one asks the provider. */
	async function configuration(): Promise<oidc.Configuration> {
		if (known && performance.now() - known.at < FRESH_MS) return known.config;
		asking ??= ask().finally(() => (asking = undefined));
		try {
			return await asking;
		} catch (error) {
			if (!known) throw error;
			return known.config;
		}
	}

	const within = <T>(work: () => Promise<T>) => withDeadline(PATIENCE_SECONDS * 1000, work);

	return {
		/**
		 * Where somebody goes to say who they are.
		 *
		 * @param once whether they must do so again, though they did before
		 */
		async address(
			{ state, nonce, verifier }: Checks,
			language: string,
			once: boolean
		): Promise<{ kind: 'go'; to: string } | Exclude<Answer, { kind: 'told' }>> {
			try {
				const config = await within(configuration);
				const to = oidc.buildAuthorizationUrl(config, {
					redirect_uri: callback,
					scope: 'openid email profile',
					...{ state, nonce, ui_locales: language },
					code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
					code_challenge_method: 'S256',
					...(once && { prompt: 'login', max_age: '0' })
				});
				return { kind: 'go', to: to.href };
			} catch (cause) {
				return { kind: 'fault', fault: faultOf(cause), cause };
			}
		},

		/** Reads what somebody came back with. Issuer, audience, nonce, signature and times are checked. */
		async read(search: string, checks: Checks): Promise<Answer> {
			try {
				return { kind: 'told', told: await within(() => told(search, checks)) };
			} catch (cause) {
				return { kind: 'fault', fault: faultOf(cause), cause };
			}
		}
	};

	async function told(search: string, { state, nonce, verifier }: Checks): Promise<Told> {
		const config = await configuration();
		const answer = await oidc.authorizationCodeGrant(config, new URL(search, callback), {
			...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier },
			idTokenExpected: true
		});
		const signed = answer.claims();
		const metadata = config.serverMetadata();
		if (signed?.iss !== setting.issuer)
			throw new Error('another issuer than the one that was asked');
		// The standard's limit; a sign that cannot be kept is in no name that a provider gives.
		if (signed.sub.length > 255 || /\p{Cc}/u.test(signed.sub)) throw new Error('not a subject');
		const more = metadata.userinfo_endpoint
			? await oidc.fetchUserInfo(config, answer.access_token, signed.sub)
			: {};
		return {
			...{ issuer: signed.iss, subject: signed.sub, claims: { ...more, ...signed } },
			...addressIn(setting.verifiedClaim, signed, more),
			...(signed.auth_time !== undefined && {
				authenticatedAt: new Date(signed.auth_time * 1000)
			}),
			// Only what is signed.
			secondFactor: Array.isArray(signed.amr) && signed.amr.includes('mfa')
		};
	}
}

/** An address and the word about it come from one and the same place; one that was checked goes first. */
function addressIn(
	verifiedClaim: string,
	...places: Record<string, unknown>[]
): Pick<Told, 'address'> {
	const addresses = places.flatMap((claims) => {
		const { email } = claims;
		if (typeof email !== 'string') return [];
		const said = Object.hasOwn(claims, verifiedClaim) ? claims[verifiedClaim] : undefined;
		return [{ email, verified: said === true || said === 'true' || said === 1 || said === '1' }];
	});
	const address = addresses.find(({ verified }) => verified) ?? addresses[0];
	return address ? { address } : {};
}

/** In the way that the provider names first: not every provider takes both. */
function clientSecret(secret: string): oidc.ClientAuth {
	const ways: Record<string, oidc.ClientAuth> = {
		client_secret_basic: oidc.ClientSecretBasic(secret),
		client_secret_post: oidc.ClientSecretPost(secret)
	};
	return (server, ...rest) => {
		const named = server.token_endpoint_auth_methods_supported?.find((way) =>
			Object.hasOwn(ways, way)
		);
		return ways[named ?? 'client_secret_basic']!(server, ...rest);
	};
}

/** Every error that is about the answer itself; what remains is that there was none. */
function faultOf(error: unknown): Fault {
	if (error instanceof oidc.AuthorizationResponseError)
		return /^(server_error|temporarily_unavailable)$/.test(error.error) ? 'unreachable' : 'refused';
	if (error instanceof oidc.ResponseBodyError)
		return error.status >= 500 ? 'unreachable' : 'not-right';
	const { code } = error as { code?: unknown };
	if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT' || code === 'DEADLINE')
		return 'unreachable';
	// What cannot be fetched at all; a server that is ill answers with something that is no answer.
	if (error instanceof TypeError || code === 'OAUTH_RESPONSE_IS_NOT_CONFORM') return 'unreachable';
	return 'not-right';
}
