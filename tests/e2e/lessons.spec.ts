import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { lessonIds } from './answering.ts';
import { violations } from './axe.ts';
import { part } from '../support/part.ts';
import { as, expect, test, watch } from './fixtures.ts';

const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

const lessons = part(lessonIds, 6);

// Lessons in both languages: once as somebody who is new to it, once as somebody who has answered everything.
for (const [who, language] of [
	['esra', 'nl'],
	['amina', 'en']
] as const)
	test(`lessons of ${who} in ${language}: axe in light and dark, nothing sideways at 320 px`, async ({
		browser,
		app
	}) => {
		test.setTimeout(600_000);
		const page = await as(browser, app.origin, who, { reducedMotion: 'reduce' });
		const trouble: string[] = [];
		watch(page.context(), app.origin, trouble);
		for (const id of lessons) {
			const here = `/${language}/lesson/${id}`;
			await page.setViewportSize({ width: 1280, height: 900 });
			await page.emulateMedia({ colorScheme: 'light' });
			await page.goto(app.origin + here);
			expect(page.url()).toContain(here);
			await expect(page.locator('html')).toHaveAttribute('lang', language);
			trouble.push(...(await violations(page)).map((fault) => `${here} ${fault}`));
			// Of axe's rules only contrast depends on the scheme.
			await page.emulateMedia({ colorScheme: 'dark' });
			const dark = await violations(page, { rules: ['color-contrast'] });
			trouble.push(...dark.map((fault) => `${here} dark ${fault}`));
			await page.setViewportSize({ width: 320, height: 640 });
			const width = await page.evaluate(() => document.scrollingElement!.scrollWidth);
			if (width > 320) trouble.push(`${here} is ${width} px wide at 320`);
		}
		expect(trouble).toEqual([]);
		await page.context().close();
	});

test('the Nu HTML checker has no error on lessons', async ({ browser, app }) => {
	test.setTimeout(400_000);
	const folder = mkdtempSync(join(tmpdir(), 'markup-'));
	try {
		let pages = 0;
		for (const who of ['esra', 'amina']) {
			const page = await as(browser, app.origin, who);
			for (const language of ['nl', 'en'])
				for (const id of lessons) {
					const response = await page.request.get(`${app.origin}/${language}/lesson/${id}`);
					expect(response.status()).toBe(200);
					writeFileSync(join(folder, `${who}-${language}-${id}.html`), await response.text());
					pages += 1;
				}
			await page.context().close();
		}
		expect(pages).toBe(lessons.length * 4);
		const checked = spawnSync('java', ['-jar', jar, '--errors-only', '--format', 'gnu', folder], {
			encoding: 'utf8',
			timeout: 400_000
		});
		expect(checked.stderr.split('\n').filter(Boolean).slice(0, 40)).toEqual([]);
		expect(checked.status).toBe(0);
	} finally {
		rmSync(folder, { recursive: true });
	}
});
