import { expect, test } from 'vitest';
import { tidyEmail, tidyName } from './accounts.ts';

test.each([
	['anna@example.nl', 'anna@example.nl'],
	['  Anna@Example.NL ', 'anna@example.nl'],
	['a.b+course@sub.example.co', 'a.b+course@sub.example.co'],
	["o'brien@example.ie", "o'brien@example.ie"],
	['x_1-2@a-b.nl', 'x_1-2@a-b.nl']
])('%j is the address %j', (typed, expected) => expect(tidyEmail(typed)).toBe(expected));

test.each([
	'',
	'anna',
	'anna@',
	'@example.nl',
	'anna@localhost',
	'anna@@example.nl',
	'anna@example',
	'anna@example.',
	'anna@.nl',
	'an na@example.nl',
	'anna@exam ple.nl',
	'anna@example.nl\nBcc: all@example.nl',
	'anna@example.nl\r\nSubject: x',
	'anna@example.nl\0',
	'"anna"@example.nl',
	'anna@example.nl, b@example.nl',
	'anna@example.nl;b@example.nl',
	'<anna@example.nl>',
	'Anna <anna@example.nl>',
	'аnna@example.nl',
	'anna@exámple.nl',
	'anna＠example.nl',
	`${'a'.repeat(65)}@example.nl`,
	`anna@${'a.'.repeat(130)}nl`
])('%j is no address', (typed) => expect(tidyEmail(typed)).toBeUndefined());

test.each([
	['Anna', 'Anna'],
	['  Anna   de\tVries ', 'Anna de Vries'],
	['Anna\nde Vries', 'Anna de Vries'],
	["Chloë d'Argent-Öz", "Chloë d'Argent-Öz"],
	['e\u0301', '\u00e9'],
	['王小明', '王小明'],
	['a'.repeat(80), 'a'.repeat(80)]
])('%j is the name %j', (typed, expected) => expect(tidyName(typed)).toBe(expected));

test.each(['', '   ', '\t\n', 'a'.repeat(81), 'Anna\0', 'Anna\u0007', '\ud800'])(
	'%j is no name',
	(typed) => expect(tidyName(typed)).toBeUndefined()
);
