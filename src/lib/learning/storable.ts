/** Text as a database can keep it: without NUL, and without half of a character, which cutting text off may leave. */
export function storable(text: string): string {
	return text.replaceAll('\0', '').toWellFormed();
}
