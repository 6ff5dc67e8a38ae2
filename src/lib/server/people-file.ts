import Papa from 'papaparse';
import { isLanguage, type Language } from '#lib/course/language.ts';
import type { Invited, ImportFault } from '#lib/learning/invitation.ts';
import { tidyEmail, tidyName } from './accounts.ts';

/** The largest file, in bytes, and the most people in it. */
export const LARGEST_FILE = 1_000_000;
export const MOST_PEOPLE = 5_000;

export type Read =
	| { kind: 'people'; people: Invited[]; faults: ImportFault[] }
	| { kind: 'empty' | 'too-many' | 'no-address-column' };

/** What columns may be called, in lower case. */
const names = {
	email: [
		'e-mail',
		'email',
		'e-mailadres',
		'emailadres',
		'mail',
		'adres',
		'email address',
		'address'
	],
	name: ['naam', 'name', 'volledige naam', 'full name'],
	language: ['taal', 'language']
};
const languages: Record<string, Language> = {
	...{ nl: 'nl', nederlands: 'nl', dutch: 'nl' },
	...{ en: 'en', engels: 'en', english: 'en' }
};

/**
 * A list of people as a spreadsheet or a person writes it: commas, semicolons or tabs; UTF-8 or UTF-16 with or without
 * its mark, or the Windows encoding; with a heading, or without one when the first row has an address.
 */
export function readPeople(bytes: Uint8Array): Read {
	// Excel may say in a line of its own what it separates with.
	const text = decode(bytes).replace(/^sep=.\r?\n/i, '');
	const { data } = Papa.parse<string[]>(text, { delimiter: separatorOf(text) });
	const rows = data.map((cells, index) => ({
		row: index + 1,
		cells: cells.map((cell) => cell.trim())
	}));
	const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
	const [first] = filled;
	if (!first) return { kind: 'empty' };
	const heading = headingOf(first.cells);
	const columns = heading ?? guessed(first.cells);
	if (!columns) return { kind: 'no-address-column' };
	const people = heading ? filled.slice(1) : filled;
	if (people.length === 0) return { kind: 'empty' };
	if (people.length > MOST_PEOPLE) return { kind: 'too-many' };
	return { kind: 'people', ...check(people, columns) };
}

/** Addresses as somebody types them: one a line, or `Name <address>`, also after each other with commas. */
export function readTyped(text: string): Read {
	const lines = text.split(/[\n,;]/).map((line) => line.trim());
	const filled = lines.map((line, index) => ({ row: index + 1, line })).filter(({ line }) => line);
	if (filled.length === 0) return { kind: 'empty' };
	if (filled.length > MOST_PEOPLE) return { kind: 'too-many' };
	const rows = filled.map(({ row, line }) => {
		const [, name = '', email = line] = /^(.*)<([^<>]*)>$/.exec(line) ?? [];
		return { row, cells: [email.trim(), name.trim().replace(/^"(.*)"$/, '$1')] };
	});
	return { kind: 'people', ...check(rows, { email: 0, name: 1, language: -1 }) };
}

/** What the first row separates with; the library's own guess stumbles over an empty last row. */
function separatorOf(text: string): string {
	const first = /^\s*?([^\s].*)$/m.exec(text)?.[1]?.replace(/"[^"]*"/g, '') ?? '';
	const times = (separator: string) => first.split(separator).length;
	return [',', ';', '\t'].reduce((so, each) => (times(each) > times(so) ? each : so));
}

/** What Windows has where Latin-1 has nothing. By hand: some versions of Node read windows-1252 as Latin-1. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const western = (bytes: Uint8Array) =>
	Buffer.from(bytes)
		.toString('latin1')
		.replace(/[\u0080-\u009f]/g, (sign) => windows[sign.charCodeAt(0) - 0x80] ?? sign);

function decode(bytes: Uint8Array): string {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return western(bytes);
	}
}

type Columns = { email: number; name: number; language: number };

function headingOf(cells: string[]): Columns | undefined {
	const at = (known: string[]) => cells.findIndex((cell) => known.includes(cell.toLowerCase()));
	const columns = { email: at(names.email), name: at(names.name), language: at(names.language) };
	return columns.email === -1 ? undefined : columns;
}

/** Without a heading: the first column with an address in it, and beside it the first other one for the name. */
function guessed(cells: string[]): Columns | undefined {
	const email = cells.findIndex((cell) => tidyEmail(cell) !== undefined);
	if (email === -1) return undefined;
	return { email, name: cells.findIndex((_, index) => index !== email), language: -1 };
}

function check(rows: { row: number; cells: string[] }[], columns: Columns) {
	const people: Invited[] = [];
	const faults: ImportFault[] = [];
	const rowOf = new Map<string, number>();
	for (const { row, cells } of rows) {
		const at = (column: keyof Columns) => cells[columns[column]] ?? '';
		const fault = (column: keyof Columns, problem: ImportFault['problem'], other?: number) =>
			faults.push({
				...{ row, column, problem, value: at(column).slice(0, 100) },
				...(other !== undefined && { other })
			});
		const email = tidyEmail(at('email'));
		const name = at('name') === '' ? null : tidyName(at('name'));
		const said = at('language').toLowerCase();
		const language = said === '' ? null : languages[said];
		if (at('email') === '') fault('email', 'no-address');
		else if (!email) fault('email', 'bad-address');
		if (name === undefined) fault('name', 'bad-name');
		if (language === undefined || (language !== null && !isLanguage(language)))
			fault('language', 'bad-language');
		if (!email || name === undefined || language === undefined) continue;
		const before = rowOf.get(email);
		if (before !== undefined) fault('email', 'twice', before);
		else {
			rowOf.set(email, row);
			people.push({ row, email, name, language });
		}
	}
	return { people, faults };
}
