/** A cell a spreadsheet would run as a formula, or read as something else, when it starts with one of these. */
const formula = /^[\s\0]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/**
 * RFC 4180 with a byte order mark, so that spreadsheets read it as UTF-8. Texts that would start a formula get a
 * leading apostrophe; numbers stay numbers.
 */
export function csv(rows: (string | number)[][]): string {
	const lines = rows.map((row) => row.map(cell).join(','));
	return '\ufeff' + lines.map((line) => line + '\r\n').join('');
}

function cell(value: string | number): string {
	if (typeof value === 'number') return String(value);
	const safe = formula.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
