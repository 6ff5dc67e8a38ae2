import { ESLint } from 'eslint';
import { describe, expect, it, test } from 'vitest';

const eslint = new ESLint();

/** The rules that a piece of code breaks, as if it stood in that file. */
async function broken(filePath: string, code: string): Promise<string[]> {
	const [result] = await eslint.lintText(code, { filePath });
	return result!.messages.map((message) => message.ruleId ?? message.message);
}
const importing = (from: string) => `import { it } from '${from}';\nexport const one = it;\n`;
const typing = (from: string) => `import type { It } from '${from}';\nexport type One = It;\n`;
const script = (code: string) => `<script lang="ts">\n${code}</script>\n\n<p>x</p>\n`;
const inFile = (path: string, code: string) =>
	broken(path, path.endsWith('.svelte') ? script(code.replaceAll('export ', '')) : code);

const table = '@typescript-eslint/no-restricted-imports';

describe('who may not import whom', () => {
	test.each([
		['src/lib/course/x.ts', '#lib/learning/grade.ts'],
		['src/lib/course/x.ts', '../learning/grade.ts'],
		['src/lib/course/x.ts', '$lib/learning/grade.ts'],
		['src/lib/course/deep/x.ts', '../../learning/grade.ts'],
		['src/lib/course/x.ts', '#lib/server/course.ts'],
		['src/lib/course/x.ts', '../simulations/worlds.ts'],
		['src/lib/course/x.ts', '../i18n/site.ts'],
		['src/lib/course/x.ts', 'node:fs'],
		['src/lib/course/x.ts', 'fs'],
		['src/lib/course/x.ts', 'virtual:course'],
		['src/lib/course/x.ts', 'lucia'],
		['src/lib/learning/x.ts', '#lib/simulations/worlds.ts'],
		['src/lib/learning/x.ts', '../server/answers.ts'],
		['src/lib/learning/x.ts', '#lib/i18n/quiz.ts'],
		['src/lib/learning/x.ts', '../components/item/Question.svelte'],
		['src/lib/learning/x.ts', 'valibot'],
		['src/lib/learning/x.ts', 'node:crypto'],
		['src/lib/simulations/x.ts', '#lib/course/course.ts'],
		['src/lib/simulations/x.ts', '../learning/random.ts'],
		['src/lib/simulations/x.ts', '../../lib/learning/random.ts'],
		['src/lib/simulations/x.ts', '#lib/simulations/../learning/random.ts'],
		['src/lib/simulations/x.ts', 'd3'],
		['src/lib/i18n/x.ts', '#lib/server/mail.ts'],
		['src/lib/i18n/x.ts', '../components/Mark.svelte'],
		['src/lib/components/X.svelte', '#lib/server/answers.ts'],
		['src/lib/components/x.svelte.ts', '#lib/server/answers.ts'],
		['src/lib/components/item/X.svelte', '../../server/answers.ts'],
		['src/lib/components/item/X.svelte', '../../../routes/+page.svelte'],
		['src/lib/components/X.svelte', 'drizzle-orm'],
		['src/lib/server/x.ts', '#lib/components/Mark.svelte'],
		['src/lib/server/export/x.ts', '../../components/Mark.svelte'],
		['src/lib/server/x.ts', '../../routes/+page.server.ts'],
		['src/lib/server/db/x.ts', '#lib/learning/grade.ts'],
		['src/lib/server/db/x.ts', '#lib/course/outline.ts'],
		['src/lib/server/db/x.ts', '../auth/session.ts'],
		['src/lib/server/db/x.ts', '../export/csv.ts'],
		['src/lib/server/db/x.ts', '#lib/server/answers.ts'],
		['src/routes/[lang=lang]/+page.server.ts', 'drizzle-orm'],
		['src/routes/[lang=lang]/+page.server.ts', 'drizzle-orm/pg-core'],
		['src/routes/[lang=lang]/+page.svelte', 'postgres'],
		['src/routes/[lang=lang]/+page.server.ts', '@electric-sql/pglite'],
		['src/hooks.server.ts', 'drizzle-orm'],
		['scripts/x.ts', 'drizzle-orm'],
		['src/lib/server/accounts.ts', '@node-rs/argon2'],
		['src/lib/server/db/accounts.ts', '@node-rs/argon2'],
		['src/routes/+page.server.ts', 'argon2'],
		['tests/support/x.ts', '@node-rs/argon2']
	])('%s may not import %s', async (path, from) => {
		expect(await inFile(path, importing(from))).toContain(table);
	});

	test.each([
		['src/lib/course/x.ts', './item.ts'],
		['src/lib/course/x.ts', 'valibot'],
		['src/lib/course/x.ts', 'yaml'],
		['src/lib/course/x.ts', '@markdoc/markdoc'],
		['src/lib/learning/x.ts', '#lib/course/item.ts'],
		['src/lib/learning/x.ts', './grade.ts'],
		['src/lib/learning/x.test.ts', 'fast-check'],
		['src/lib/simulations/x.ts', './worlds.ts'],
		['src/lib/components/lesson/X.svelte', '#lib/learning/grade.ts'],
		['src/lib/components/lesson/X.svelte', '#lib/simulations/worlds.ts'],
		['src/lib/components/lesson/X.svelte', '../simulations/Worlds.svelte'],
		['src/lib/components/lesson/X.svelte', '#lib/i18n/learn.ts'],
		['src/lib/components/lesson/X.svelte', '$app/forms'],
		['src/lib/server/x.ts', '#lib/learning/grade.ts'],
		['src/lib/server/x.ts', 'drizzle-orm'],
		['src/lib/server/x.ts', '../i18n/manage.ts'],
		['src/lib/server/db/x.ts', './schema.ts'],
		['src/lib/server/db/x.ts', 'drizzle-orm'],
		['src/lib/server/auth/password.ts', '@node-rs/argon2'],
		['src/routes/+page.server.ts', '#lib/server/answers.ts'],
		['src/routes/+page.svelte', '#lib/components/Mark.svelte']
	])('%s may import %s', async (path, from) => {
		expect(await inFile(path, importing(from))).not.toContain(table);
	});

	it('the database may know types of what it stores', async () => {
		expect(await inFile('src/lib/server/db/x.ts', typing('#lib/course/item.ts'))).toEqual([]);
		expect(await inFile('src/lib/server/db/x.ts', typing('#lib/learning/cohort.ts'))).toEqual([]);
		expect(await inFile('src/lib/server/db/x.ts', typing('../auth/session.ts'))).toContain(table);
	});

	it('handing on is importing too', async () => {
		const code = "export { grade } from '#lib/learning/grade.ts';\n";
		expect(await broken('src/lib/course/x.ts', code)).toContain(table);
	});
});

const pureFolders = ['src/lib/course', 'src/lib/learning', 'src/lib/simulations'];
describe.each(pureFolders)('%s is pure', (folder) => {
	test.each([
		['export const at = Date.now();', 'no-restricted-properties'],
		['export const roll = Math.random();', 'no-restricted-properties'],
		['export const { random } = Math;', 'no-restricted-properties'],
		['export const at = new Date();', 'no-restricted-syntax'],
		['export const at = Date();', 'no-restricted-syntax'],
		["export const more = import('./more.ts');", 'no-restricted-syntax'],
		["export const page = fetch('/');", 'no-restricted-globals'],
		['export const home = process.env.HOME;', 'no-restricted-globals'],
		['export const at = performance.now();', 'no-restricted-globals'],
		['export const id = crypto.randomUUID();', 'no-restricted-globals'],
		['export const at = globalThis.Date.now();', 'no-restricted-globals'],
		["export const seen = localStorage.getItem('x');", 'no-restricted-globals']
	])('%s', async (code, rule) => {
		expect(await broken(`${folder}/x.ts`, `${code}\n`)).toContain(rule);
	});

	it('a moment, a random source or a process that is given is fine', async () => {
		const code =
			'export const next = (now: Date, random: () => number, process: string) =>\n' +
			'\t`${process} ${new Date(now.getTime() + Math.floor(random() * 9)).toISOString()}`;\n';
		expect(await broken(`${folder}/x.ts`, code)).toEqual([]);
	});
});

describe('everywhere', () => {
	test.each([
		['src/lib/server/x.ts', 'export enum Colour { Red }', 'no-restricted-syntax'],
		['src/lib/learning/x.ts', 'export enum Colour { Red }', 'no-restricted-syntax'],
		['src/lib/learning/x.test.ts', 'export const enum Colour { Red }', 'no-restricted-syntax'],
		['src/lib/server/x.ts', 'export default function answer() {}', 'no-restricted-exports'],
		['src/lib/server/x.ts', 'const one = 1;\nexport { one as default };', 'no-restricted-exports'],
		['src/routes/+page.server.ts', 'export default {};', 'no-restricted-exports'],
		['scripts/x.ts', 'export default 1;', 'no-restricted-exports'],
		['src/lib/server/db/x.ts', "export const q = sql.raw('x');", 'no-restricted-syntax'],
		['tests/support/x.ts', "export const q = drizzle.sql.raw('x');", 'no-restricted-syntax'],
		['src/lib/server/db/x.ts', 'export const { raw } = sql;', 'no-restricted-syntax'],
		['src/lib/components/X.svelte', '<p>{@html "x"}</p>', 'svelte/no-at-html-tags'],
		['src/lib/components/X.svelte', '{#each [1] as one}{one}{/each}', 'svelte/require-each-key'],
		['src/lib/server/x.ts', 'export const one: any = 1;', '@typescript-eslint/no-explicit-any'],
		['src/lib/server/x.ts', 'export const same = 1 == 1;', 'eqeqeq'],
		['src/lib/server/x.ts', 'const unused = 1;', '@typescript-eslint/no-unused-vars']
	])('%s: %s', async (path, code, rule) => {
		expect(await broken(path, `${code}\n`)).toContain(rule);
	});

	test.each([
		['src/lib/server/db/x.ts', 'export const q = (sql: (t: unknown) => string) => sql`select 1`;'],
		['src/lib/server/x.ts', 'export const path = String.raw`a\\b`;'],
		['src/lib/server/x.ts', "export type Colour = 'red' | 'blue';"],
		['src/lib/server/x.ts', 'export const at = new Date();'],
		['vite.config.ts', 'export default {};'],
		['src/lib/components/X.svelte', '<p>{1 + 1}</p>']
	])('%s is fine with %s', async (path, code) => {
		expect(await broken(path, `${code}\n`)).toEqual([]);
	});
});
