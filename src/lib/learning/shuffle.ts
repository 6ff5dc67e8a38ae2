import { mulberry32 } from './random.ts';

/** FNV-1a over UTF-16 code units: a 32-bit number that is the same for the same text everywhere. */
export function seedOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) {
		hash ^= text.charCodeAt(i);
		hash = Math.imul(hash, 0x01000193);
	}
	return hash >>> 0;
}

/** Puts a list in an order that depends on the seed alone (Fisher–Yates over a mulberry32 sequence). */
export function shuffle<T>(list: readonly T[], seed: number): T[] {
	const random = mulberry32(seed);
	const result = [...list];
	for (let i = result.length - 1; i > 0; i--) {
		const j = Math.floor(random() * (i + 1));
		[result[i], result[j]] = [result[j]!, result[i]!];
	}
	return result;
}
