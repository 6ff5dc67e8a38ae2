import * as v from 'valibot';
import type { Language } from './language.ts';
import { text } from './parse-items.ts';

/** A drawing as it is written: one SVG, its words in both languages beside it. */
export const figureFile = v.strictObject({
	title: text,
	description: text,
	labels: v.record(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/)), text),
	svg: v.pipe(
		v.string(),
		v.trim(),
		// At most 480 wide: then text of 20 units is still readable on the narrowest phone.
		v.regex(
			/^<svg viewBox="0 0 (480|4[0-7]\d|[1-3]\d\d) \d+">/,
			'must begin with <svg viewBox="0 0 WIDTH HEIGHT">, at most 480 wide'
		),
		v.endsWith('</svg>'),
		v.check(
			(svg) =>
				!/<(script|style|image|foreignObject|a)\b|\son\w+=|style=|href=|#[0-9a-f]{3,8}\b/i.test(
					svg
				),
			'only shapes and text, coloured by the classes of app.css'
		)
	)
});
export type Figure = v.InferOutput<typeof figureFile>;

const escape = (words: string) =>
	words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The drawing in one language, with a title and description that screen readers read instead of it. */
export function figureSvg(id: string, figure: Figure, language: Language): string {
	const names = `<title id="${id}-t">${escape(figure.title[language])}</title><desc id="${id}-d">${escape(figure.description[language])}</desc>`;
	return figure.svg
		.replace('<svg ', `<svg role="img" aria-labelledby="${id}-t ${id}-d" `)
		.replace('>', `>${names}`)
		.replace(/\{([a-z][a-z0-9-]*)\}/g, (_, label: string) =>
			escape(figure.labels[label]?.[language] ?? '')
		)
		.replace(/\n\s*/g, '');
}

/** Labels that the drawing names and the file does not have, or the other way round. */
export function labelFaults(figure: Figure): string[] {
	const used = new Set(
		[...figure.svg.matchAll(/\{([a-z][a-z0-9-]*)\}/g)].map((match) => match[1]!)
	);
	const missing = [...used].filter((label) => !(label in figure.labels));
	const unused = Object.keys(figure.labels).filter((label) => !used.has(label));
	return [
		...missing.map((label) => `no label '${label}'`),
		...unused.map((label) => `label '${label}' is not used`)
	];
}
