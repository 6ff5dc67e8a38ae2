import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import { folders, imports, pure, syntax } from './eslint.rules.js';

const code = '**/*.{js,ts,svelte}';

export default defineConfig(
	{
		ignores: [
			'build/',
			'.svelte-kit/',
			'node_modules/',
			'data/',
			'static/',
			'test-results/',
			'coverage/'
		]
	},
	js.configs.recommended,
	ts.configs.recommended,
	svelte.configs.recommended,
	prettier,
	svelte.configs.prettier,
	{ languageOptions: { globals: { ...globals.browser, ...globals.node } } },
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] } }
	},
	{
		files: [code],
		rules: {
			// TypeScript knows better which names exist.
			'no-undef': 'off',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' }
			],
			eqeqeq: 'error',
			'svelte/no-at-html-tags': 'error',
			// The app is served from the root of its origin, so there is no base path to resolve.
			'svelte/no-navigation-without-resolve': 'off',
			// `live` becomes true in an effect, so that the page knows that scripts run: no value to derive it from.
			'svelte/prefer-writable-derived': 'off',
			'no-restricted-syntax': ['error', ...syntax],
			'@typescript-eslint/no-restricted-imports': ['error', imports()]
		}
	},
	{
		files: ['src/**/*.{ts,svelte}', 'scripts/**/*.ts', 'tests/**/*.ts'],
		// Declarations of what others export, and a file whose shape the test runner decides.
		ignores: ['**/*.d.ts', 'tests/support/global-setup.ts'],
		rules: {
			'no-restricted-exports': [
				'error',
				{
					restrictDefaultExports: {
						direct: true,
						named: true,
						defaultFrom: true,
						namedFrom: true,
						namespaceFrom: true
					}
				}
			]
		}
	},
	// A pattern that ends in /** would silently skip every file: always name the extensions.
	...folders.map(({ folder, rules }) => ({
		files: [`${folder}/**/*.{ts,svelte}`],
		ignores: ['**/*.test.ts'],
		rules: {
			'@typescript-eslint/no-restricted-imports': /** @type {['error', object]} */ ([
				'error',
				rules
			])
		}
	})),
	{
		files: ['src/lib/{course,learning,simulations}/**/*.{ts,svelte}'],
		ignores: ['**/*.test.ts'],
		rules: pure
	},
	{
		files: [
			'tests/{support,faults,bench,drills}/**/*.ts',
			'scripts/bench/**/*.ts',
			'src/lib/server/**/*.db.test.ts'
		],
		rules: { '@typescript-eslint/no-restricted-imports': ['error', imports('database')] }
	},
	{
		files: ['src/lib/server/auth/password.ts'],
		rules: { '@typescript-eslint/no-restricted-imports': ['error', imports('database', 'argon2')] }
	}
);
