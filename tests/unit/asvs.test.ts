import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { levels } from '../support/asvs-levels.ts';

// docs/asvs.yaml says how each requirement of a standard of others is met; this says whether that is so.

type Entry = {
	level: number;
	about: string;
	test?: [file: string, name: string];
	document?: [file: string, heading: string];
	'not-applicable'?: string;
	open?: string;
	absent?: string;
};
const kinds = ['test', 'document', 'not-applicable', 'open'] as const;

const entries = Object.entries(
	parse(readFileSync('docs/asvs.yaml', 'utf8')) as Record<string, Entry>
);
const wanted = [...levels].filter(([, level]) => level < 3);
const kindOf = (entry: Entry) => kinds.find((kind) => entry[kind] !== undefined)!;

/** Our own code, without its tests and without what is made of lists. */
const code = readdirSync('src', { recursive: true, encoding: 'utf8' })
	.filter((name) => /\.(ts|svelte|js)$/.test(name) && !/\.test\.ts$|common-passwords/.test(name))
	.map((name) => readFileSync(join('src', name), 'utf8'))
	.join('\n');

const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

test('the standard has as many requirements of each level as it says', () => {
	const count = (level: number) => [...levels.values()].filter((each) => each === level).length;
	expect([levels.size, count(1), count(2), count(3)]).toEqual([345, 70, 183, 92]);
});

describe('every requirement of level 1 and 2', () => {
	test('has a line with its level, and nothing else has', () => {
		expect(entries.map(([id, { level }]) => [id, level])).toEqual(wanted);
	});

	test('is met in one way, or has one reason why not', () => {
		const wrong = entries.filter(([, entry]) => {
			const said = kinds.filter((kind) => entry[kind] !== undefined);
			return said.length !== 1 || !entry.about || String(entry[said[0]!]).length < 10;
		});
		expect(wrong).toEqual([]);
	});

	test('that a test proves names a test that there is', () => {
		const wrong = entries.filter(
			([, entry]) => entry.test && !read(entry.test[0]).includes(entry.test[1])
		);
		expect(wrong).toEqual([]);
	});

	test('that a document answers names a heading that there is', () => {
		const wrong = entries.filter(
			([, entry]) =>
				entry.document &&
				!read(entry.document[0])
					.match(/^#+ .*$/gm)
					?.includes(`## ${entry.document[1]}`)
		);
		expect(wrong).toEqual([]);
	});

	test('that is about something we do not have: the code has nothing like it', () => {
		const wrong = entries.filter(([, { absent }]) => absent && new RegExp(absent, 'i').test(code));
		expect(wrong).toEqual([]);
	});

	test('is counted', () => {
		for (const level of [1, 2]) {
			const own = entries.filter(([, entry]) => entry.level === level).map(([, entry]) => entry);
			const count = (kind: (typeof kinds)[number]) =>
				own.filter((entry) => kindOf(entry) === kind).length;
			const [tests, documents, not, open] = kinds.map(count) as [number, number, number, number];
			console.log(
				`ASVS 5.0 level ${level}: ${own.length}, of which ${own.length - not} apply; ` +
					`${tests} by a test, ${documents} in a document, ${open} open`
			);
			expect(tests + documents + not + open).toBe(own.length);
		}
		const open = entries.filter(([, entry]) => entry.open);
		console.log(open.map(([id, entry]) => `open ${id} ${entry.about}: ${entry.open}`).join('\n'));
		// All that applies of level 1; what is left of level 2 may only become less.
		expect(open.filter(([, { level }]) => level === 1)).toEqual([]);
		expect(open.length).toBeLessThanOrEqual(9);
	});
});
