import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { csv } from './csv.ts';

/** RFC 4180, read letter by letter and written for this test only. */
function read(text: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	let cell = '';
	let quoted = false;
	for (let i = 0; i < text.length; i++) {
		const sign = text[i]!;
		if (quoted) {
			if (sign !== '"') cell += sign;
			else if (text[i + 1] === '"') cell += text[(i += 1)]!;
			else quoted = false;
		} else if (sign === '"') quoted = true;
		else if (sign === ',') {
			row.push(cell);
			cell = '';
		} else if (sign === '\r' && text[i + 1] === '\n') {
			rows.push([...row, cell]);
			row = [];
			cell = '';
			i += 1;
		} else if (sign === '\r' || sign === '\n') throw new Error(`a bare line end at ${i}`);
		else cell += sign;
	}
	if (quoted || cell !== '' || row.length > 0) throw new Error('the file does not end with a line');
	return rows;
}
const back = (rows: (string | number)[][]) => {
	const text = csv(rows);
	expect(text.startsWith('\ufeff')).toBe(true);
	return read(text.slice(1));
};

const awkward = fc.constantFrom(
	'"',
	',',
	';',
	'\r',
	'\n',
	'\r\n',
	'\t',
	'=',
	'+',
	'-',
	'@',
	' ',
	"'",
	'\0',
	'\ufeff',
	'＝',
	'é',
	'👩‍💻'
);
const text = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 20 }),
	fc
		.array(fc.oneof(awkward, fc.string({ maxLength: 3 })), { maxLength: 8 })
		.map((parts) => parts.join(''))
);
/** What a spreadsheet may take for a formula, told in another way than the code tells it. */
const runs = (cell: string) =>
	'=+-@＝＋－＠'.includes([...cell.replace(/^[\s\0]+/u, '')][0] ?? 'x');

test('10,000 texts come back as they were, or with one apostrophe in front where a formula would start', () => {
	const check = fc.property(text, (given) => {
		const [[cell = ''] = [], ...rest] = back([[given]]);
		expect(rest).toEqual([]);
		expect([given, `'${given}`]).toContain(cell);
		expect(runs(cell)).toBe(false);
		expect(/^[\t\r\n]/.test(cell)).toBe(false);
		if (/^[\p{L}\p{N}]/u.test(given)) expect(cell).toBe(given);
	});
	expect(() => fc.assert(check, { numRuns: 10_000 })).not.toThrow();
});

test('a table keeps its rows and columns, whatever stands in the cells', () => {
	const table = fc
		.integer({ min: 1, max: 5 })
		.chain((width) =>
			fc.array(fc.array(text, { minLength: width, maxLength: width }), { maxLength: 6 })
		);
	const check = fc.property(table, (rows) => {
		expect(back(rows).map((row) => row.length)).toEqual(rows.map((row) => row.length));
	});
	expect(() => fc.assert(check, { numRuns: 2000 })).not.toThrow();
});

describe('cells that would run', () => {
	test.each([
		'=1+1',
		'+31612345678',
		'-2+3',
		'@SUM(A1)',
		'\t=1',
		'\tx',
		'\r=1',
		'\rx',
		'\n=1',
		'\0=1',
		'\0 =1',
		'  =1',
		'\u00a0=1',
		'\ufeff=1',
		'＝1+1',
		'＋1',
		'－1',
		'＠A1',
		'=HYPERLINK("http://x","y")'
	])('%j starts with an apostrophe', (given) => expect(back([[given]])).toEqual([[`'${given}`]]));

	it('leaves ordinary texts alone', () => {
		for (const given of ['Anna', 'a=b', 'x-y', 'jan@example.nl', '', ' ', "'s Gravenhage", '100%'])
			expect(back([[given]])).toEqual([[given]]);
	});
});

test('numbers stay numbers, also below zero', () => {
	expect(csv([[12, -3, 0, 66.5]])).toBe('\ufeff12,-3,0,66.5\r\n');
});

test('a file begins with one byte order mark and every line ends with CRLF', () => {
	expect(
		csv([
			['a', 'b'],
			['c "d"', 'e,f']
		])
	).toBe('\ufeffa,b\r\n"c ""d""","e,f"\r\n');
	expect(csv([])).toBe('\ufeff');
});
