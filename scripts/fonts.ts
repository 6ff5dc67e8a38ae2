import { readFileSync, writeFileSync } from 'node:fs';
import subset from 'subset-font';

// Makes the fonts in src/lib/fonts from the npm packages: Latin, one weight axis, 53 kB for the two that every page needs.
// Run by hand when a package or the list of characters changes; the result is in the repository.

const packages = 'node_modules/@fontsource-variable';
const range = (from: number, to: number) =>
	Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');
const characters = range(0x20, 0x7e) + range(0xa0, 0xff) + 'ŒœıĲĳŠšŽž–—‘’‚“”„…•‹›€−×→←↑↓✓✗≤≥≈Σσμτ';

const fonts = [
	['literata/files/literata-latin-wght-normal', 'literata', { min: 400, max: 700 }],
	['literata/files/literata-latin-wght-italic', 'literata-italic', { min: 400, max: 400 }],
	[
		'atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal',
		'atkinson',
		{ min: 400, max: 700 }
	]
] as const;

for (const [from, to, wght] of fonts) {
	const font = readFileSync(`${packages}/${from}.woff2`);
	const small = await subset(font, characters, {
		targetFormat: 'woff2',
		variationAxes: { wght: wght.min === wght.max ? wght.min : wght }
	});
	writeFileSync(`src/lib/fonts/${to}.woff2`, small);
	console.log(`${to}.woff2 ${small.length} bytes`);
}
