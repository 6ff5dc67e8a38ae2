import { crc32 } from 'node:zlib';

// A PNG is a signature and chunks: length, type, data, check. Source: W3C PNG, third edition; Open Badges 3.0, baking.

const SIGNATURE = 8;
const KEYWORD = 'openbadgecredential';

function chunk(type: string, data: Buffer): Buffer {
	const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const whole = Buffer.alloc(named.length + 8);
	whole.writeUInt32BE(data.length, 0);
	named.copy(whole, 4);
	whole.writeUInt32BE(crc32(named), named.length + 4);
	return whole;
}

/** Puts a credential into a picture: an iTXt chunk before the last one. Whoever opens the picture sees the same picture. */
export function bake(png: Buffer, credential: string): Buffer {
	// Keyword, then: not compressed, no language, no translated keyword.
	const head = Buffer.from(`${KEYWORD}\0\0\0\0\0`, 'latin1');
	const text = chunk('iTXt', Buffer.concat([head, Buffer.from(credential, 'utf8')]));
	const end = png.length - 12;
	return Buffer.concat([png.subarray(0, end), text, png.subarray(end)]);
}

/** The credential in a picture; undefined when there is none. */
export function unbake(png: Buffer): string | undefined {
	for (let at = SIGNATURE; at + 12 <= png.length; at += png.readUInt32BE(at) + 12) {
		const length = png.readUInt32BE(at);
		const type = png.toString('latin1', at + 4, at + 8);
		const data = png.subarray(at + 8, at + 8 + length);
		if (type === 'iTXt' && data.toString('latin1', 0, KEYWORD.length) === KEYWORD)
			return data.toString('utf8', KEYWORD.length + 5);
	}
	return undefined;
}
