import {
	createCipheriv,
	createDecipheriv,
	createHash,
	hkdfSync,
	randomBytes,
	timingSafeEqual
} from 'node:crypto';

// A backup is one file: a head, then pieces that each carry a tag. With a key a piece is sealed (AES-256-GCM), without one
// its tag is a hash. Place and end are part of the tag: pieces that are missing, moved or cut off are found like changed ones.

const MAGIC = Buffer.from('BHBBACK1');
const SALT = 16;
const HEAD = MAGIC.length + 1 + SALT;
const TAG = 16;
const LAST = 0x80000000;
/** Bytes of a piece. */
export const PIECE = 1024 * 1024;
/** More than this no piece ever has; what claims more is no backup. */
const LARGEST = 64 * 1024 * 1024;

/** What is wrong with a file, for who runs the command. */
export class NotABackup extends Error {
	override name = 'NotABackup';
}

type Sealer = {
	seal(index: number, about: Buffer, piece: Buffer): { body: Buffer; tag: Buffer };
	open(index: number, about: Buffer, body: Buffer, tag: Buffer): Buffer | undefined;
};

function sealer(head: Buffer, key: Buffer | undefined): Sealer {
	if (key === undefined) {
		const tagOf = (index: number, about: Buffer, piece: Buffer) =>
			createHash('sha256')
				.update(head)
				.update(nonceOf(index))
				.update(about)
				.update(piece)
				.digest()
				.subarray(0, TAG);
		return {
			seal: (index, about, piece) => ({ body: piece, tag: tagOf(index, about, piece) }),
			open: (index, about, body, tag) =>
				timingSafeEqual(tagOf(index, about, body), tag) ? body : undefined
		};
	}
	// A key of its own for every file, so that counting makes a nonce that is never used twice.
	const own = Buffer.from(hkdfSync('sha256', key, head.subarray(-SALT), 'backup', 32));
	const about = (extra: Buffer) => Buffer.concat([head, extra]);
	return {
		seal(index, extra, piece) {
			const cipher = createCipheriv('aes-256-gcm', own, nonceOf(index)).setAAD(about(extra));
			const body = Buffer.concat([cipher.update(piece), cipher.final()]);
			return { body, tag: cipher.getAuthTag() };
		},
		open(index, extra, body, tag) {
			const decipher = createDecipheriv('aes-256-gcm', own, nonceOf(index), {
				authTagLength: TAG
			});
			decipher.setAAD(about(extra)).setAuthTag(tag);
			try {
				return Buffer.concat([decipher.update(body), decipher.final()]);
			} catch {
				return undefined;
			}
		}
	};
}

function nonceOf(index: number): Buffer {
	const nonce = Buffer.alloc(12);
	nonce.writeUIntBE(index, 6, 6);
	return nonce;
}

/** The bytes of a backup. The first piece is a piece of its own; what follows is cut as it comes. */
export async function* pack(
	first: Buffer,
	rest: AsyncIterable<Buffer>,
	key: Buffer | undefined
): AsyncGenerator<Buffer> {
	const kind = Buffer.from([key === undefined ? 0 : 1]);
	const head = Buffer.concat([MAGIC, kind, randomBytes(SALT)]);
	const { seal } = sealer(head, key);
	let index = 0;
	const wrap = (piece: Buffer, last: boolean) => {
		const about = Buffer.alloc(4);
		about.writeUInt32BE(((last ? LAST : 0) | piece.length) >>> 0);
		const { body, tag } = seal(index++, about, piece);
		return Buffer.concat([about, body, tag]);
	};
	yield head;
	let waiting = first;
	for await (const piece of cut(rest)) {
		yield wrap(waiting, false);
		waiting = piece;
	}
	yield wrap(waiting, true);
}

async function* cut(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
	let parts: Buffer[] = [];
	let size = 0;
	for await (const chunk of source) {
		for (let at = 0; at < chunk.length;) {
			const part = chunk.subarray(at, at + PIECE - size);
			parts.push(part);
			at += part.length;
			size += part.length;
			if (size < PIECE) continue;
			yield Buffer.concat(parts);
			parts = [];
			size = 0;
		}
	}
	if (size > 0) yield Buffer.concat(parts);
}

/**
 * The pieces of a backup, each after its tag was checked.
 *
 * @throws NotABackup at the first piece that is not as it was written, and at the end when the end is not there
 */
export async function* unpack(
	source: AsyncIterable<Buffer>,
	key: Buffer | undefined
): AsyncGenerator<Buffer> {
	const take = reader(source);
	const head = await take(HEAD);
	if (!head?.subarray(0, MAGIC.length).equals(MAGIC))
		throw new NotABackup('This is no backup of the course, or its first bytes are damaged.');
	const encrypted = head[MAGIC.length] === 1;
	if (encrypted && key === undefined)
		throw new NotABackup('This backup is encrypted: set BACKUP_KEY_FILE to the file with its key.');
	// Whoever can swap the file must not get around the key by leaving it out.
	if (!encrypted && key !== undefined)
		throw new NotABackup(
			'This backup is not encrypted, though BACKUP_KEY_FILE is set; leave that out to read it all the same.'
		);
	const { open } = sealer(head, key);
	for (let index = 0; ; index++) {
		const about = await take(4);
		if (!about) throw new NotABackup('The backup is cut off: its end is missing.');
		const word = about.readUInt32BE();
		const last = (word & LAST) !== 0;
		const size = (word & ~LAST) >>> 0;
		const body = size <= LARGEST ? await take(size) : undefined;
		const tag = body && (await take(TAG));
		if (!body || !tag) throw new NotABackup('The backup is cut off, or was changed.');
		const piece = open(index, about, body, tag);
		if (!piece)
			throw new NotABackup(
				index === 0 && encrypted
					? 'The key does not fit this backup, or the backup was changed.'
					: 'The backup was changed after it was made, or is damaged.'
			);
		yield piece;
		if (!last) continue;
		if (await take(1)) throw new NotABackup('Something was added to the end of the backup.');
		return;
	}
}

/** Reads so many bytes; undefined when there are fewer. */
function reader(source: AsyncIterable<Buffer>) {
	const chunks = source[Symbol.asyncIterator]();
	let held: Buffer = Buffer.alloc(0);
	return async function take(size: number): Promise<Buffer | undefined> {
		const parts: Buffer[] = [held];
		let have = held.length;
		while (have < size) {
			const { value, done } = await chunks.next();
			if (done) break;
			parts.push(value);
			have += value.length;
		}
		const all = parts.length === 1 ? held : Buffer.concat(parts);
		held = all.subarray(Math.min(size, all.length));
		return all.length < size ? undefined : all.subarray(0, size);
	};
}
