import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { MOST_PEOPLE, readPeople, readTyped } from './people-file.ts';
import { domainsIn, fitsDomains } from './mail-domains.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const people = (given: ReturnType<typeof readPeople>) => {
	if (given.kind !== 'people') throw new Error(given.kind);
	return given;
};
/** As a program writes it: text to bytes in one of the encodings that spreadsheets use. */
const encodings: Record<string, (text: string) => Uint8Array> = {
	'UTF-8': bytes,
	'UTF-8 with its mark': (text) => bytes(`\ufeff${text}`),
	'UTF-16': (text) => Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le')),
	'UTF-16 the other way round': (text) =>
		Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le').swap16()),
	'Latin-1': (text) => Uint8Array.from(Buffer.from(text, 'latin1'))
};

const anyName = fc.constantFrom(
	'Zoë Çelik',
	'José',
	"D'Arcy; jr.",
	'Jan, "de Lange"',
	'Anna',
	'=1+1'
);
const anyPerson = fc.record({
	name: fc.option(anyName),
	language: fc.constantFrom('nl' as const, 'en' as const, null)
});

describe('a list of people', () => {
	it('is read as it was written, whatever the separator, the encoding and the order of the columns', () => {
		const check = fc.property(
			fc.array(anyPerson, { minLength: 1, maxLength: 30 }),
			fc.constantFrom(',', ';', '\t'),
			fc.constantFrom(...Object.keys(encodings)),
			fc.shuffledSubarray(['e-mail', 'Naam', 'Taal', 'Afdeling'], { minLength: 4 }),
			fc.constantFrom('\n', '\r\n'),
			(given, delimiter, encoding, columns, newline) => {
				const all = given.map((each, n) => ({ ...each, email: `person${n}@test.example` }));
				const cell = (each: (typeof all)[number], column: string) =>
					({ 'e-mail': each.email, Naam: each.name ?? '', Taal: each.language ?? '' })[column] ??
					'x';
				const rows = [columns, ...all.map((each) => columns.map((column) => cell(each, column)))];
				const text = Papa.unparse(rows, { delimiter, newline });
				const read = people(readPeople(encodings[encoding]!(text)));
				expect(read.faults).toEqual([]);
				expect(read.people).toEqual(
					all.map(({ email, name, language }, n) => ({ row: n + 2, email, name, language }))
				);
			}
		);
		fc.assert(check, { numRuns: 1000 });
	});

	it('drops no row: each is somebody to invite, or a fault', () => {
		const cell = fc.constantFrom(
			'',
			'a@test.example',
			'b@test.example',
			'no address',
			'x'.repeat(90)
		);
		fc.assert(
			fc.property(
				fc.array(fc.tuple(cell, cell, fc.constantFrom('', 'nl', 'EN', 'fr')), { maxLength: 20 }),
				(rows) => {
					const filled = rows
						.map((row, n) => ({ row, n }))
						.filter(({ row }) => row.some((each) => each));
					fc.pre(filled.length > 0);
					const text = Papa.unparse([['email', 'name', 'language'], ...rows], { newline: '\n' });
					const read = people(readPeople(bytes(text)));
					const said = new Set([...read.people, ...read.faults].map(({ row }) => row));
					expect([...said].sort((a, b) => a - b)).toEqual(filled.map(({ n }) => n + 2));
				}
			),
			{ numRuns: 1000 }
		);
	});

	it('needs no heading when the first row has an address', () => {
		const read = people(readPeople(bytes('Zoë;zoe@test.example\nBas;BAS@test.example\n')));
		expect(read.people.map(({ row, email, name }) => [row, email, name])).toEqual([
			[1, 'zoe@test.example', 'Zoë'],
			[2, 'bas@test.example', 'Bas']
		]);
	});

	it('is read with the quotation marks that Windows has where Latin-1 has nothing', () => {
		const given = Buffer.from('email;naam\r\na@test.example;Jan D\x92Arcy \x80\r\n', 'latin1');
		expect(people(readPeople(given)).people[0]!.name).toBe('Jan D’Arcy €');
	});

	it('may say in its first line what it separates with, as Excel does', () => {
		const read = people(readPeople(bytes('sep=;\r\ne-mail;naam\r\na@test.example;A\r\n')));
		expect(read.people).toHaveLength(1);
	});

	it('says of each fault where it is and which other row it is about', () => {
		const text =
			'email,name,language\n,x,nl\nno,y,nl\na@test.example,,fr\nb@test.example,,\nB@test.example,,\n';
		expect(
			people(readPeople(bytes(text))).faults.map(({ row, column, problem, other }) => [
				...[row, column, problem],
				...(other === undefined ? [] : [other])
			])
		).toEqual([
			[2, 'email', 'no-address'],
			[3, 'email', 'bad-address'],
			[4, 'language', 'bad-language'],
			[6, 'email', 'twice', 5]
		]);
	});

	it.each([
		['', 'empty'],
		['\n\n;;\n', 'empty'],
		['email\n', 'empty'],
		['naam;afdeling\nJan;Zwolle\n', 'no-address-column'],
		[`email\n${'a@test.example\n'.repeat(MOST_PEOPLE + 1)}`, 'too-many']
	])('is refused as a whole when there is nothing to work with', (text, kind) => {
		expect(readPeople(bytes(text)).kind).toBe(kind);
	});

	it('never stumbles, whatever bytes it is', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 300 }), (given) => {
				expect(readPeople(given).kind).toBeTruthy();
			}),
			{ numRuns: 2000 }
		);
	});
});

describe('addresses that somebody typed', () => {
	it('stand one a line or after each other, with or without a name', () => {
		const read = people(
			readTyped('a@test.example\n\n"Jan Jansen" <JAN@test.example>, x@test.example; nobody')
		);
		expect(read.people.map(({ email, name }) => [email, name])).toEqual([
			['a@test.example', null],
			['jan@test.example', 'Jan Jansen'],
			['x@test.example', null]
		]);
		expect(read.faults.map(({ row, problem }) => [row, problem])).toEqual([[5, 'bad-address']]);
		expect(readTyped(' \n , ').kind).toBe('empty');
	});
});

describe('domains of addresses', () => {
	it.each([
		['', []],
		['@Verdewold.example, test.example;test.example', ['verdewold.example', 'test.example']],
		['bücher.example', ['xn--bcher-kva.example']],
		['no domain', undefined],
		['-', undefined],
		['a.example '.repeat(21), undefined]
	])('%j are %j', (text, domains) => {
		expect(domainsIn(text)).toEqual(domains);
	});

	it('are those after the last @, whole', () => {
		const domains = ['test.example'];
		expect(fitsDomains('a@test.example', domains)).toBe(true);
		expect(fitsDomains('a@x.test.example', domains)).toBe(false);
		expect(fitsDomains('a@test.example.org', domains)).toBe(false);
		expect(fitsDomains('a@anything.example', [])).toBe(true);
	});
});
