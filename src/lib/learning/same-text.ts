/** Reduces a typed answer to what matters: no case, accents, kinds of quotes, doubled spaces, quotes around it or final punctuation. */
export function reduceText(text: string): string {
	// Quotes before normalising, which takes some of them apart, and after it, which makes others out of rarer signs.
	return (
		plainQuotes(plainQuotes(text).normalize('NFKD'))
			.replace(/\p{Mark}/gu, '')
			.toLowerCase()
			.replace(/\s+/g, ' ')
			.trim()
			// Somebody who quotes the word, or ends it as a sentence, knows the word.
			.replace(/^["' ]+/, '')
			.replace(/["' .,;:!?]+$/, '')
	);
}

function plainQuotes(text: string): string {
	return text.replace(/[\u2018-\u201b\u2032\u00b4`]/g, "'").replace(/[\u201c-\u201f\u2033]/g, '"');
}

export function sameText(one: string, other: string): boolean {
	return reduceText(one) === reduceText(other);
}
