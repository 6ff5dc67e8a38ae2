import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freshNonce, keepPage } from './kept-page.ts';

const policy = (nonce: string) => ({
	'content-security-policy': `script-src 'nonce-${nonce}' 'strict-dynamic'`
});

test('a kept page unpacks to the page, with a nonce of this time wherever there was one', () => {
	fc.assert(
		fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (texts) => {
			const first = freshNonce();
			const kept = keepPage(policy(first), Buffer.from(texts.join(first)))!;
			const nonce = freshNonce();
			const page = texts.join(nonce);
			expect(gunzipSync(kept.gzipped(nonce)).toString()).toBe(page);
			expect(kept.plain(nonce).toString()).toBe(page);
			expect(kept.headers(nonce)).toEqual(policy(nonce));
		})
	);
});

test('a page without a nonce is not kept', () => {
	expect(keepPage({}, Buffer.from('<p>page</p>'))).toBeUndefined();
});

test('no two nonces are the same', () => {
	expect(new Set(Array.from({ length: 100 }, freshNonce)).size).toBe(100);
});
