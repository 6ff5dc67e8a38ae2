import type { BadgeKey } from './keys.ts';

/** Who gives the credentials: this installation, named after its address (did:web). */
export type Issuer = { origin: string; keys: BadgeKey[] };

/** `https://course.example.org:8443` is `did:web:course.example.org%3A8443`. Source: W3C CCG, did:web method. */
export const didOf = (origin: string) => `did:web:${encodeURIComponent(new URL(origin).host)}`;

/** The full name of a key: verifiers do not know a name without the part before the #. */
export const methodOf = (did: string, key: BadgeKey) => `${did}#${key.publicKeyMultibase}`;

/** What stands at /.well-known/did.json: the public halves of all keys. */
export function didDocument({ origin, keys }: Issuer) {
	const did = didOf(origin);
	return {
		'@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
		id: did,
		verificationMethod: keys.map((key) => ({
			id: methodOf(did, key),
			type: 'Multikey',
			controller: did,
			publicKeyMultibase: key.publicKeyMultibase
		})),
		assertionMethod: keys.map((key) => methodOf(did, key))
	};
}
