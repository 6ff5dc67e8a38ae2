import { existsSync } from 'node:fs';
import { chromium, type LaunchOptions } from '@playwright/test';

/** A Chromium that is here: the one named by CHROMIUM, a system one, or Playwright's own. Undefined when there is none. */
export function findChromium(): string | undefined {
	const candidates = [
		process.env.CHROMIUM,
		'/usr/bin/chromium',
		'/usr/bin/chromium-browser',
		'/usr/bin/google-chrome',
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
		chromium.executablePath()
	];
	return candidates.find((path) => path !== undefined && existsSync(path));
}

/** How tests start the browser: without a sandbox (for root in a container) and without calls of its own. */
export function chromiumLaunch(): LaunchOptions {
	const executablePath = findChromium();
	return {
		...(executablePath && { executablePath }),
		args: [
			'--headless',
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync'
		]
	};
}
