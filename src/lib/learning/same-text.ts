/** Reduces a typed answer to what matters: no case, accents, kinds of quotes, doubled spaces or final punctuation. */
export function reduceText(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{Mark}/gu, '')
		.replace(/[\u2018\u2019\u201b\u2032`]/g, "'")
		.replace(/[\u201c\u201d\u201e\u2033]/g, '"')
		.toLowerCase()
		.replace(/\s+/g, ' ')
		.replace(/[.,;:!?]+$/, '')
		.trim();
}

export function sameText(one: string, other: string): boolean {
	return reduceText(one) === reduceText(other);
}
