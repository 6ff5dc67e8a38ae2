import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from './tests/support/chromium.ts';

export default defineConfig({
	testDir: 'tests/e2e',
	// Ceilings, not measures: the other tests have the same two cores, and a machine may be slow for an hour.
	timeout: 300_000,
	// Two cores. Each worker has a server and a cast of its own; files run in order of name.
	workers: 2,
	forbidOnly: Boolean(process.env.CI),
	reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
	use: {
		launchOptions: chromiumLaunch(),
		locale: 'nl-NL',
		// A film of every test takes as much of the machine as the test. For one that fails: TRACE=on npx playwright test …
		trace: process.env.TRACE === 'on' ? 'on' : 'off'
	},
	expect: { timeout: 20_000 }
});
