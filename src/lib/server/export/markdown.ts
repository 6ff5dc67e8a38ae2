/**
 * Markdown in which what somebody typed stays plain text: every sign that means something is escaped, every end of a line
 * is a hard one, and spaces that Markdown would swallow are written as entities.
 */
export function plain(text: string): string {
	return text
		.replace(/[\\`*_{}[\]()#+\-.!|<>&~=:"'^$]/g, '\\$&')
		.split('\n')
		.map((line) =>
			line.replace(/^[ \t]+|[ \t]+$/g, (space) =>
				[...space].map((sign) => `&#${sign.codePointAt(0)};`).join('')
			)
		)
		.join('\\\n');
}
