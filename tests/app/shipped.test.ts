import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { parseAst } from 'vite';
import { describe, expect, test } from 'vitest';

// What is shipped is build/, drizzle/ and the production packages: nothing that only building needs.

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
	dependencies: Record<string, string>;
};
const served = readdirSync('build', { recursive: true, encoding: 'utf8' }).filter(
	(name) => name.endsWith('.js') && !name.startsWith('client')
);

/** The packages that a module imports by name, at once or later. */
function importedBy(code: string): string[] {
	const found: string[] = [];
	const walk = (node: unknown): void => {
		if (node === null || typeof node !== 'object') return;
		const { type, source } = node as { type?: string; source?: { value?: unknown } };
		if (/^(Import|Export)/.test(type ?? '') && typeof source?.value === 'string')
			found.push(source.value);
		Object.values(node).forEach(walk);
	};
	walk(parseAst(code));
	return found
		.filter((name) => !/^[./]/.test(name) && !isBuiltin(name))
		.map((name) => /^(@[^/]+\/)?[^/]+/.exec(name)![0]);
}

describe('the built server', () => {
	test('imports production packages only', () => {
		const imported = new Set(
			served.flatMap((name) => importedBy(readFileSync(join('build', name), 'utf8')))
		);
		// The framework looks whether it is there, and goes on without.
		imported.delete('@opentelemetry/api');
		expect(imported.size).toBeGreaterThan(10);
		expect([...imported].filter((name) => !(name in dependencies))).toEqual([]);
	});

	test('holds no tests, no demo of the tools that built it, and no sources of it for browsers', () => {
		const client = readdirSync('build/client', { recursive: true, encoding: 'utf8' });
		const odd = [...served, ...client].filter((name) =>
			/\.(test|spec)\.|\.ts$|\.svelte$|vitest|playwright/.test(name)
		);
		expect(odd).toEqual([]);
		expect(client.filter((name) => name.endsWith('.map'))).toEqual([]);
	});
});
