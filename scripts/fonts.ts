import { readFileSync, writeFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import subset from 'subset-font';

// Makes the fonts in src/lib/fonts from the npm packages: Latin, one weight axis, 53 kB for the two that every page needs;
// and those of documents, in which people write whatever their names and words need: every script that the faces have.
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

const scripts = ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese'];
type Source = { from: string; to: string; script: string };
const variable = (to: string, face: string) => (script: string) => ({
	...{ to, script },
	from: `${packages}/${face}/files/${face}-${script}-wght-normal`
});
const noto = (to: string, face: string) => (script: string) => ({
	...{ to, script },
	from: `node_modules/@fontsource/noto-${face}/files/noto-${face}-${script}-400-normal`
});
/** Arrows, operators, boxes and ticks. */
const signs = /[\u2190-\u23ff\u2460-\u24ff\u2500-\u27bf\u2900-\u297f\u2b00-\u2bff]/u;

for (const source of scripts.map(variable('literata', 'literata')))
	for (const weight of [400, 600]) await forPaper(source, weight);
for (const source of scripts.slice(0, 2).map(variable('atkinson', 'atkinson-hyperlegible-next')))
	for (const weight of [400, 700]) await forPaper(source, weight);
await forPaper(noto('math', 'sans-math')('latin'), 400, signs);
await forPaper(noto('symbols', 'sans-symbols-2')('symbols'), 400, signs);
// What people type to show what they feel.
for (let part = 0; part <= 10; part++) await forPaper(noto('emoji', 'emoji')(String(part)), 400);

/** Cuts a font for documents: one weight, and of its signs those that are asked for. */
async function forPaper(
	{ from, to, script }: Source,
	weight: number,
	wanted = /./su
): Promise<void> {
	const font = readFileSync(`${from}.woff2`);
	const { characterSet } = create(font) as Font;
	const own = characterSet
		.filter((point) => point >= 0x20)
		.map((point) => String.fromCodePoint(point))
		.filter((sign) => wanted.test(sign));
	const small = await subset(font, own.join(''), {
		targetFormat: 'truetype',
		...(from.includes('-wght-') && { variationAxes: { wght: weight } })
	});
	const name = `${to}-${weight}-${script}`;
	writeFileSync(`src/lib/fonts/paper/${name}.ttf`, small);
	console.log(`paper/${name}.ttf ${small.length} bytes`);
}
