import { randomBytes } from 'node:crypto';
import { constants, crc32, deflateRawSync } from 'node:zlib';

/**
 * A page that is the same for everybody who is not signed in, ready to be sent: only its nonce is made each time. It is
 * compressed once, in pieces, and the nonce is put between them as it is: a deflate stream may hold blocks of both kinds.
 */
export type KeptPage = {
	/** Every header of the response, with the nonce of this time. */
	headers(nonce: string): Record<string, string>;
	plain(nonce: string): Buffer;
	gzipped(nonce: string): Buffer;
};

export const freshNonce = () => randomBytes(16).toString('base64');

const nonceIn = (policy: string) => /'nonce-([^']+)'/.exec(policy)?.[1];

/** @returns undefined when there is no nonce to put a fresh one for, or the page names it where it should not */
export function keepPage(headers: Record<string, string>, page: Buffer): KeptPage | undefined {
	const policy = headers['content-security-policy'] ?? '';
	const first = nonceIn(policy);
	if (first === undefined) return undefined;
	const pieces = page
		.toString('utf8')
		.split(first)
		.map((each) => Buffer.from(each));
	const deflated = pieces.map((each) =>
		deflateRawSync(each, { level: 9, finishFlush: constants.Z_SYNC_FLUSH })
	);
	return {
		headers: (nonce) => ({
			...headers,
			'content-security-policy': policy.replaceAll(first, nonce)
		}),
		plain: (nonce) => Buffer.concat(between(pieces, Buffer.from(nonce))),
		gzipped(nonce) {
			const all = between(pieces, Buffer.from(nonce));
			const end = Buffer.alloc(8);
			// Of nothing, zlib gives the sum it begins with.
			const some = all.filter((each) => each.length > 0);
			end.writeUInt32LE(some.reduce((sum, each) => crc32(each, sum), 0));
			end.writeUInt32LE(
				all.reduce((sum, each) => sum + each.length, 0),
				4
			);
			return Buffer.concat([head, ...between(deflated, stored(Buffer.from(nonce))), last, end]);
		}
	};
}

/** RFC 1952: deflate, no name, no time, Unix. */
const head = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
/** RFC 1951, 3.2.4: a last block, stored, of no length. */
const last = Buffer.from([1, 0, 0, 0xff, 0xff]);

/** The same, not the last, with these bytes. */
function stored(bytes: Buffer): Buffer {
	const block = Buffer.alloc(5);
	block.writeUInt16LE(bytes.length, 1);
	block.writeUInt16LE(~bytes.length & 0xffff, 3);
	return Buffer.concat([block, bytes]);
}

const between = (pieces: Buffer[], what: Buffer): Buffer[] =>
	pieces.flatMap((piece, index) => (index === 0 ? [piece] : [what, piece]));
