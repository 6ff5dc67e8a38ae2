/** Dutch words that begin with an apostrophe: 't, 'n, 's avonds, 'k, 'm. */
const clipped = /^(t|n|s|k|m|r)(?=[\s.,;:!?)]|$)/i;

/**
 * Straight quotes, which are easy to write, as the real ones, which are pleasant to read.
 *
 * @param before the character before the text; empty at the start of a paragraph
 */
export function curly(text: string, before = ''): string {
	let previous = before;
	let result = '';
	for (let i = 0; i < text.length; i++) {
		const character = text[i]!;
		const opens = previous === '' || /[\s([{–—/“‘]/.test(previous);
		if (character === '"') result += opens ? '“' : '”';
		else if (character === "'") result += opens && !clipped.test(text.slice(i + 1)) ? '‘' : '’';
		else result += character;
		previous = character === '"' || character === "'" ? result.at(-1)! : character;
	}
	return result;
}

const inline = /^<\/?(em|strong|a|b|span|s|code)\b/;

/** The same for finished HTML: tags stay as they are, and inline ones do not interrupt a sentence. */
export function curlyHtml(html: string): string {
	let before = '';
	return html
		.split(/(<[^>]*>)/)
		.map((part) => {
			if (part.startsWith('<')) {
				if (!inline.test(part)) before = '';
				return part;
			}
			const text = curly(part.replaceAll('&quot;', '"'), before);
			before = text.at(-1) ?? before;
			return text;
		})
		.join('');
}
