const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** The words of finished HTML, without its tags, its margin notes, explained terms and drawings. */
export function textOf(html: string): string {
	return html
		.replace(/<svg.*?<\/svg>/gs, ' ')
		.replace(/<span class="evidence">.*?<\/span>/gs, ' ')
		.replace(/<div class="term-card".*?<\/div>/gs, ' ')
		.replace(/<[^>]*>/g, (tag) => (/^<\/?(em|strong|a|b|span|button)\b/.test(tag) ? '' : ' '))
		.replace(/&(amp|lt|gt|quot);/g, (entity) => entities[entity] ?? entity)
		.replace(/\s+/g, ' ')
		.trim();
}

/** The paragraphs and list items of finished HTML, each as its words. */
export function passagesOf(html: string): string[] {
	const running = html
		.replace(/<div class="term-card".*?<\/div>/gs, '')
		.replace(/<figure.*?<\/figure>/gs, '')
		.replace(/<p class="label">.*?<\/p>/gs, '');
	return [...running.matchAll(/<(p|li)\b[^>]*>(.*?)<\/\1>/gs)]
		.map((match) => textOf(match[2]!))
		.filter((text) => text.length > 0);
}

/** Lower case without accents: "Tönnies" is found by "tonnies". */
export function fold(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{Mark}/gu, '')
		.toLowerCase();
}

/** How much text stands around the first hit. */
const AROUND = 90;

/**
 * The piece of a text around the first of some words, cut at spaces, with every hit marked.
 *
 * @param terms folded words, or beginnings of words
 */
export function excerpt(text: string, terms: string[]): { text: string; hit: boolean }[] {
	const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
		at: match.index,
		end: match.index + match[0].length,
		hit: terms.some((term) => fold(match[0]).startsWith(term))
	}));
	const first = words.find((word) => word.hit)?.at ?? 0;
	const from = first <= AROUND ? 0 : text.indexOf(' ', first - AROUND) + 1;
	const to =
		first + AROUND * 2 >= text.length ? text.length : text.lastIndexOf(' ', first + AROUND * 2);
	const parts: { text: string; hit: boolean }[] = [];
	let done = from;
	for (const { at, end, hit } of words) {
		if (!hit || at < from || end > to) continue;
		parts.push(
			{ text: text.slice(done, at), hit: false },
			{ text: text.slice(at, end), hit: true }
		);
		done = end;
	}
	parts.push({ text: text.slice(done, to), hit: false });
	if (from > 0) parts.unshift({ text: '… ', hit: false });
	if (to < text.length) parts.push({ text: ' …', hit: false });
	return parts.filter((part) => part.text !== '');
}
