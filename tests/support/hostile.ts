import { randomUUID } from 'node:crypto';

/** Ids as people type them into an address, already encoded. */
export const ids = [
	'0',
	'-1',
	'1e3',
	'0x10',
	'NaN',
	'9007199254740993',
	'9'.repeat(400),
	'1;drop%20table%20account',
	'%27%20or%201%3D1--',
	'%2e%2e%2f',
	'..%2f..%2fetc%2fpasswd',
	'%00',
	'a%00b',
	'%0d%0aset-cookie:x=y',
	'%F0%9F%90%A7',
	'%ED%A0%80',
	'%E0%A4%A',
	'%',
	'%zz',
	'__proto__',
	'constructor',
	'toString',
	'[object%20Object]',
	'%3Cscript%3E',
	'a'.repeat(8000),
	'%2500',
	'%E2%80%AE',
	randomUUID(),
	randomUUID().toUpperCase()
];

/** Texts as people put them into fields. */
export const texts: Record<string, string> = {
	nothing: '',
	'a NUL': 'a\0b',
	'only a NUL': '\0',
	'a lone surrogate': '\ud800',
	'ten thousand letters': 'a'.repeat(10_000),
	'fifty thousand emoji bytes': '🐧'.repeat(4_000),
	zalgo: `e${'\u0301'.repeat(3_000)}`,
	'a line in a header': 'x\r\nBcc: evil@evil.test',
	script: '</script><script>alert(1)</script>',
	formula: '=HYPERLINK("http://evil.test","x")',
	template: '${7*7}{{7*7}}',
	prototype: '__proto__',
	number: '1e308',
	'a negative number': '-1',
	sql: "'); drop table account; --",
	'an object': '{"$gt":""}'
};

type Field = [name: string, value: string];

/** Forms with fields that are missing, doubled, huge or odd, and bodies that are no forms: a content type and a body each. */
export function oddForms(fields: Field[]): [type: string, body: string][] {
	const encoded = (list: Field[]) => new URLSearchParams(list).toString();
	const typed = ['', '=', '&&&', '%', 'a=%zz', '__proto__=1&constructor=2', 'x=1&'.repeat(5_000)];
	const changed = fields.flatMap(([name]) => [
		...Object.values(texts).map((text) =>
			encoded(fields.map((field) => (field[0] === name ? [name, text] : field)))
		),
		encoded(fields.filter(([each]) => each !== name)),
		encoded([...fields, ...fields, [name, 'again']]),
		`${name}[]=a&${name}[$gt]=`
	]);
	const part = (name: string, rest: string, body: string) =>
		`--b\r\ncontent-disposition: form-data; name="${name}"${rest}\r\n\r\n${body}\r\n`;
	const files = fields.map(([name]) => part(name, '; filename="../../x"', 'file')).join('');
	const parts = [
		`${files}--b--\r\n`,
		'--b',
		'--b\r\n\r\n',
		`${part('x', '', '1').repeat(900)}--b--\r\n`
	];
	const types = [
		'multipart/form-data',
		'application/json',
		'text/plain',
		'application/x-www-form-urlencoded; charset=utf-16',
		'x',
		''
	];
	return [
		...[...typed, ...changed].map((body): Field => ['application/x-www-form-urlencoded', body]),
		...parts.map((body): Field => ['multipart/form-data; boundary=b', body]),
		...types.map((type): Field => [type, '{"email":["a"]}'])
	];
}
