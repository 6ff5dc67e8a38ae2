import { violations } from './axe.ts';
import { as, expect, test } from './fixtures.ts';

for (const [language, title, council, dpia, download] of [
	[
		'nl',
		'Privacynotities',
		'Notitie voor de ondernemingsraad',
		'Bouwsteen voor een DPIA',
		'Download als Markdown'
	],
	[
		'en',
		'Privacy notes',
		'Note for the works council',
		'Building block for a DPIA',
		'Download as Markdown'
	]
] as const)
	test(`an administrator reads, prints and downloads the privacy notes, ${language}`, async ({
		browser,
		app
	}) => {
		const page = await as(browser, app.origin, 'farida');
		await page.goto(`${app.origin}/${language}/admin`);
		await page.getByRole('link', { name: title }).click();
		expect(await violations(page)).toEqual([]);
		for (const [index, heading] of [council, dpia].entries()) {
			await page.goto(`${app.origin}/${language}/admin/privacy`);
			await page
				.getByRole('link', { name: language === 'nl' ? 'Lees en druk af' : 'Read and print' })
				.nth(index)
				.click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
			expect(await violations(page)).toEqual([]);
			const saved = page.waitForEvent('download');
			await page.getByRole('link', { name: download }).click();
			expect((await saved).suggestedFilename()).toMatch(
				new RegExp(`^(works-council|dpia)-${language}\\.md$`)
			);

			// On paper: the document alone, and nothing beside the sheet.
			await page.emulateMedia({ media: 'print' });
			await page.setViewportSize({ width: 794, height: 1123 });
			await expect(page.getByRole('banner')).toBeHidden();
			await expect(page.getByRole('navigation').first()).toBeHidden();
			await expect(page.getByRole('button')).toHaveCount(0);
			for (const table of await page.getByRole('table').all())
				expect(await table.evaluate((each) => each.scrollWidth - each.clientWidth)).toBeLessThan(2);
			expect(
				await page.evaluate(
					() => document.documentElement.scrollWidth - document.documentElement.clientWidth
				)
			).toBeLessThanOrEqual(0);
			await page.emulateMedia({ media: 'screen' });
			await page.setViewportSize({ width: 320, height: 800 });
			expect(
				await page.evaluate(
					() => document.documentElement.scrollWidth - document.documentElement.clientWidth
				)
			).toBeLessThanOrEqual(0);
			await page.setViewportSize({ width: 1280, height: 800 });
		}
		await page.context().close();
	});
