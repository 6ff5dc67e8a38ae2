import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NotABackup, pack, PIECE, unpack } from './archive.ts';

const key = randomBytes(32);
async function* of(...parts: Buffer[]): AsyncGenerator<Buffer> {
	for (const part of parts) yield part;
}

async function all(source: AsyncIterable<Buffer>): Promise<Buffer[]> {
	const parts: Buffer[] = [];
	for await (const part of source) parts.push(part);
	return parts;
}

const packed = async (first: Buffer, rest: Buffer[], withKey?: Buffer) =>
	Buffer.concat(await all(pack(first, of(...rest), withKey)));
const opened = (file: Buffer, withKey?: Buffer) => all(unpack(of(file), withKey));

test.each([
	['with a key', key],
	['without a key', undefined]
])('what goes in comes out, however it is cut, %s', async (_, withKey) => {
	await fc.assert(
		fc.asyncProperty(
			fc.uint8Array({ maxLength: 300 }),
			fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 5 }),
			fc.integer({ min: 1, max: 50 }),
			async (first, rest, step) => {
				const file = await packed(
					Buffer.from(first),
					rest.map((each) => Buffer.from(each)),
					withKey
				);
				const slices = Array.from({ length: Math.ceil(file.length / step) }, (_, index) =>
					file.subarray(index * step, (index + 1) * step)
				);
				const [head, ...body] = await all(unpack(of(...slices), withKey));
				expect(head).toEqual(Buffer.from(first));
				expect(Buffer.concat(body)).toEqual(Buffer.concat(rest));
			}
		),
		{ numRuns: 60 }
	);
	const large = randomBytes(2 * PIECE + 17);
	const [, ...body] = await opened(await packed(Buffer.from('m'), [large], withKey), withKey);
	expect(body.map((each) => each.length)).toEqual([PIECE, PIECE, 17]);
	expect(Buffer.concat(body).equals(large)).toBe(true);
});

test.each([
	['with a key', key],
	['without a key', undefined]
])('one byte changed, cut off, added or repeated anywhere is found, %s', async (_, withKey) => {
	const file = await packed(Buffer.from('manifest'), [randomBytes(400)], withKey);
	for (let at = 0; at < file.length; at++) {
		const changed = Buffer.from(file);
		changed[at]! ^= 1;
		await expect(opened(changed, withKey), `byte ${at}`).rejects.toThrow(NotABackup);
		await expect(opened(file.subarray(0, at), withKey), `cut at ${at}`).rejects.toThrow(NotABackup);
	}
	await expect(opened(Buffer.concat([file, file]), withKey)).rejects.toThrow(NotABackup);
});

test('another key, and no key, open nothing and say why', async () => {
	const file = await packed(Buffer.from('manifest'), [], key);
	await expect(opened(file, randomBytes(32))).rejects.toThrow('key does not fit');
	await expect(opened(file)).rejects.toThrow('BACKUP_KEY_FILE');
	await expect(opened(await packed(Buffer.from('manifest'), []), key)).rejects.toThrow(
		'not encrypted'
	);
	await expect(opened(Buffer.from('something else'))).rejects.toThrow('no backup');
	expect(file.includes(Buffer.from('manifest'))).toBe(false);
});
