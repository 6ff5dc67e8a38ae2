import { defineConfig } from 'vitest/config';
import { content } from './scripts/build/content.ts';
import { findPostgres } from './tests/support/postgres.ts';

const plugins = [content()];
/** Files share a process: none of them leaves anything behind in a module, and loading all of it again for each costs a third. */
const together = { environment: 'node' as const, isolate: false };
const database = (name: 'embedded' | 'postgres') => ({
	plugins,
	test: {
		...together,
		name,
		include: ['src/**/*.db.test.ts'],
		// How the app connects to PostgreSQL is a question for PostgreSQL alone.
		exclude: name === 'embedded' ? ['src/lib/server/db/connect.db.test.ts'] : [],
		globalSetup: ['tests/support/global-setup.ts'],
		env: { TEST_DATABASE: name },
		testTimeout: 120_000,
		hookTimeout: 60_000,
		expect: { requireAssertions: true }
	}
});

/** Runs of their own that measure: npm run bench:cohort. */
const bench = (name: 'embedded' | 'postgres') => {
	const { plugins, test } = database(name);
	return {
		plugins,
		test: { ...test, name: `bench-${name}`, include: ['tests/bench/**/*.bench.ts'] }
	};
};

// unit: pure code. embedded and postgres: the same files on either database. app: the built app in its own process.
export default defineConfig({
	test: {
		projects: [
			{
				plugins,
				test: {
					...together,
					name: 'unit',
					include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'tests/unit/**/*.test.ts'],
					exclude: ['src/**/*.db.test.ts'],
					expect: { requireAssertions: true },
					testTimeout: 180_000
				}
			},
			database('embedded'),
			...(findPostgres() ? [database('postgres'), bench('postgres')] : []),
			bench('embedded'),
			{
				// A run of its own: npm run check:documents.
				plugins,
				test: {
					environment: 'node',
					name: 'documents',
					include: ['tests/documents/**/*.test.ts'],
					testTimeout: 240_000,
					expect: { requireAssertions: true }
				}
			},
			{
				// Runs of their own: npm run drill:pitr, npm run check:several.
				plugins,
				test: {
					environment: 'node',
					name: 'drills',
					include: ['tests/drills/**/*.test.ts'],
					fileParallelism: false,
					testTimeout: 480_000,
					hookTimeout: 120_000,
					expect: { requireAssertions: true }
				}
			},
			{
				plugins,
				test: {
					environment: 'node',
					name: 'app',
					include: ['tests/app/**/*.test.ts', 'tests/faults/**/*.test.ts'],
					fileParallelism: false,
					testTimeout: 600_000,
					hookTimeout: 400_000,
					expect: { requireAssertions: true }
				}
			}
		]
	}
});
