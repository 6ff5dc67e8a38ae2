import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from './tests/support/chromium.ts';

export default defineConfig({
	testDir: 'tests/e2e',
	timeout: 60_000,
	// Two cores: one browser and one server keep them busy.
	workers: 1,
	forbidOnly: Boolean(process.env.CI),
	reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
	use: { launchOptions: chromiumLaunch(), locale: 'nl-NL', trace: 'retain-on-failure' },
	expect: { timeout: 10_000 }
});
