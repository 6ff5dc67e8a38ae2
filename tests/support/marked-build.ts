import { execFileSync } from 'node:child_process';
import {
	cpSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse as parseYaml, stringify } from 'yaml';
import { parse } from '#lib/course/parse.ts';
import type { Course } from '#lib/course/course.ts';
import { digest } from '../../scripts/build/content.ts';

export type MarkedBuild = {
	/** To start with `startServer`. */
	build: string;
	course: Course;
	/** Every marker that was planted. */
	planted: Set<string>;
	/** The planted markers in a text, also where a number is written with a point or comma for the thousands. */
	markersIn: (text: string) => string[];
	remove: () => void;
};

/** Words and numbers that stand nowhere else. */
const pattern = /km\d{4}q|73\d{5}(?!\d)/g;

/** The app, built from a copy of the source; the copy goes when it cannot be built. */
export function markedBuild(): MarkedBuild {
	const folder = mkdtempSync(join(tmpdir(), 'course-marked-'));
	const remove = () => rmSync(folder, { recursive: true, force: true });
	try {
		return { ...buildIn(folder), remove };
	} catch (error) {
		remove();
		throw error;
	}
}

/** The app, built from a copy of the source in which every key and every feedback carries a marker. */
function buildIn(folder: string): Omit<MarkedBuild, 'remove'> {
	for (const name of [
		'src',
		'static',
		'scripts',
		'drizzle',
		'package.json',
		'tsconfig.json',
		'svelte.config.js',
		'vite.config.ts',
		'vite.server.config.ts'
	])
		cpSync(name, join(folder, name), { recursive: true });
	// The build plugin of the content asks for nothing else of the tests.
	symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));

	const content = join(folder, 'src/content');
	const planted = new Set<string>();
	const word = () => {
		const marker = `km${String(planted.size + 1).padStart(4, '0')}q`;
		planted.add(marker);
		return marker;
	};
	const number = () => {
		const marker = String(7_300_000 + planted.size + 1);
		planted.add(marker);
		return Number(marker);
	};
	const files = readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((path) =>
		/\.(md|yaml)$/.test(path)
	);
	for (const path of files.filter(
		(each) => each.endsWith('items.yaml') || each === 'misconceptions.yaml'
	)) {
		const file = join(content, path);
		const marked = mark(parseYaml(readFileSync(file, 'utf8')) as Json, '', word, number);
		writeFileSync(file, stringify(marked));
	}
	const { course, faults } = parse(
		files.map((path) => ({ path, text: readFileSync(join(content, path), 'utf8') })),
		digest
	);
	if (!course)
		throw new Error(`The marked content has faults: ${JSON.stringify(faults.slice(0, 5))}`);

	const vite = resolve('node_modules/vite/bin/vite.js');
	for (const config of ['vite.config.ts', 'vite.server.config.ts'])
		execFileSync(process.execPath, [vite, 'build', '-c', config], { cwd: folder, stdio: 'pipe' });
	return {
		build: join(folder, 'build'),
		course,
		planted,
		markersIn(text) {
			const plain = text.replace(/(\d)[.,\u00a0\u202f](?=\d{3})/g, '$1');
			return [...new Set(plain.match(pattern) ?? [])]
				.filter((marker) => planted.has(marker))
				.sort();
		}
	};
}

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** Fields whose texts nobody may see before they answered. */
const secret = ['feedback', 'feedback_correct', 'feedback_wrong', 'refutation'];

/** Plants a marker in every secret text, before every list of accepted words, and as every number that is an answer. */
function mark(value: Json, field: string, word: () => string, number: () => number): Json {
	if (Array.isArray(value)) return value.map((each) => mark(each, field, word, number));
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, each]): [string, Json] => {
			if (secret.includes(name)) {
				const texts = each as { nl: string; en: string };
				return [name, { nl: `${word()} ${texts.nl}`, en: `${word()} ${texts.en}` }];
			}
			if (name === 'accepted') {
				const words = each as { nl: string[]; en: string[] };
				return [name, { nl: [word(), ...words.nl], en: [word(), ...words.en] }];
			}
			if (field === 'answer' && name === 'value') return [name, number()];
			return [name, mark(each, name, word, number)];
		})
	);
}
