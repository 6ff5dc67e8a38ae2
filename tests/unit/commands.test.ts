import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('other programs are started with a list of arguments, never through a shell', () => {
	const starting = ['src', 'scripts']
		.flatMap((folder) =>
			readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
		)
		.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
		.map((name) => [name, readFileSync(name, 'utf8')] as const)
		.filter(([, text]) => text.includes('child_process'));
	expect(starting.length).toBeGreaterThan(2);
	const imported = starting.flatMap(([, text]) =>
		[...text.matchAll(/import \{([^}]*)\} from 'node:child_process'/g)].flatMap(([, names]) =>
			names!.split(',').map((each) => each.replace(/\btype\b/, '').trim())
		)
	);
	// `exec` and `execSync` hand a line to a shell.
	const takingLists = ['ChildProcess', 'execFile', 'fork', 'spawn', 'spawnSync'];
	expect(imported.filter((each) => !takingLists.includes(each))).toEqual([]);
	const otherwise = /\bshell\s*:|require\(|import\(\s*['"](node:)?child_process/;
	expect(starting.filter(([, text]) => otherwise.test(text)).map(([name]) => name)).toEqual([]);
});
