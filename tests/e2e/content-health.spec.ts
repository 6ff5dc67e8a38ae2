import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { contentHealth } from '../../src/lib/i18n/content-health.ts';
import { itemFigures } from '../../src/lib/i18n/item-figures.ts';
import { itemFlags } from '../../src/lib/i18n/item-flags.ts';
import { itemPage } from '../../src/lib/i18n/item-page.ts';
import { connect } from '../../src/lib/server/db/connect.ts';
import { realCourse } from '../support/real-course.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { tellTakers, type Told } from '../support/told-takers.ts';
import { violations } from './axe.ts';
import { as, expect, test } from './fixtures.ts';

// An app of its own: the cast is too small to say anything of questions.
let server: RunningServer;
let told: Told;
/** Sixty who were told, and four of the cast who finished an attempt at the first quiz. */
const PEOPLE = 64;

test.beforeAll(async () => {
	const first = await startServer({ env: { DEMO: '1' } });
	await first.stop();
	const { dataDir } = first;
	const now = () => new Date();
	const connection = await connect({ databaseUrl: undefined, dataDir, now });
	told = await tellTakers(connection.db, realCourse, now());
	await connection.close();
	server = await startServer({ dataDir, env: { DEMO: '1' } });
});
test.afterAll(() => server.stop());

for (const language of ['nl', 'en'] as const)
	for (const scripts of [true, false])
		test(`an administrator finds the questions that need a second look, ${language}, ${scripts ? 'with' : 'without'} scripts`, async ({
			browser,
			app: _app
		}) => {
			const words = contentHealth[language];
			const flags = itemFlags[language];
			const page = await as(browser, server.origin, 'farida', {
				javaScriptEnabled: scripts,
				colorScheme: language === 'nl' ? 'light' : 'dark'
			});
			const sound = async () => {
				if (scripts) expect(await violations(page)).toEqual([]);
				await page.setViewportSize({ width: 320, height: 700 });
				if (scripts)
					expect(await page.evaluate(() => document.scrollingElement!.scrollWidth)).toBe(320);
				await page.setViewportSize({ width: 1280, height: 900 });
			};
			await page.goto(`${server.origin}/${language}/admin`);
			await page.getByRole('link', { name: words.title }).click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.title);
			const flagged = page.getByRole('region', { name: words.flagged });
			const lineOf = (id: string) =>
				flagged.getByRole('row').filter({ has: page.getByRole('link', { name: id, exact: true }) });
			await expect(lineOf(told.misread.id)).toContainText(flags['strong-pick'].name);
			await expect(lineOf(told.mistranslated.id)).toContainText(flags['language-gap'].name);
			const first = page.getByRole('region', { name: words.quizzes }).getByRole('row').nth(1);
			await expect(first).toContainText(String(PEOPLE));
			await expect(first).toContainText(/0[.,]\d\d \(/);
			await page.locator('summary').first().click();
			await sound();

			// The meaning of a figure, where it stands, with or without scripts.
			const { name, text } = itemFigures[language].reliability;
			await expect(page.getByText(text)).toBeHidden();
			await page.getByRole('button', { name, exact: true }).press('Enter');
			await expect(page.getByText(text)).toBeVisible();
			await page.keyboard.press('Escape');
			await expect(page.getByText(text)).toBeHidden();

			await lineOf(told.mistranslated.id).getByRole('link').click();
			const item = itemPage[language];
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(
				item.title(told.mistranslated.id)
			);
			await expect(page.getByText(flags['language-gap'].act)).toBeVisible();
			await expect(page.getByText(item.harder.en)).toBeVisible();
			await expect(page.getByRole('heading', { name: item.options })).toBeVisible();
			await sound();
			await page.context().close();
		});

test('the file holds the lines of the screen, in the same order, with nothing that the screen hides', async ({
	browser,
	app: _app
}) => {
	const page = await as(browser, server.origin, 'farida');
	await page.goto(`${server.origin}/en/admin/content`);
	const saved = page.waitForEvent('download');
	await page.getByRole('link', { name: contentHealth.en.csv }).click();
	const file = readFileSync(await (await saved).path(), 'utf8');
	const { data } = Papa.parse<Record<string, string>>(file.replace(/^\ufeff/, '').trim(), {
		header: true
	});
	for (const summary of await page.locator('summary').all()) await summary.click();
	const lines = page.locator('details .scroll tbody tr');
	expect(await lines.count()).toBe(data.length);
	for (const [index, line] of (await lines.all()).entries()) {
		const row = data[index]!;
		await expect(line.getByRole('link')).toHaveText(row.Number!);
		const shown = (await line.locator('td').nth(1).innerText()).trim();
		expect(row.People).toBe(shown);
		if (shown === itemFigures.en.tooFew) expect(row['How easy (%)']).toBe('');
		else
			await expect(line.locator('td').nth(2)).toHaveText(
				`${row['How easy (%)']}% (${row['How easy (%) from']}% to ${row['How easy (%) to']}%)`
			);
	}
	expect(data.some((row) => row.People === String(PEOPLE))).toBe(true);
	await page.context().close();
});

test('before there is anything to say, the page and every question say so', async ({
	browser,
	app
}) => {
	const page = await as(browser, app.origin, 'farida');
	await page.goto(`${app.origin}/nl/admin/content`);
	await expect(page.getByText(contentHealth.nl.noFlags)).toBeVisible();
	await expect(page.getByText('Van nog geen enkele vraag zijn er genoeg')).toBeVisible();
	await page.goto(`${app.origin}/nl/admin/content/Q-A1-01`);
	await expect(page.getByText(itemPage.nl.tooFew)).toBeVisible();
	expect((await page.goto(`${app.origin}/nl/admin/content/Q-Z9-99`))!.status()).toBe(404);
	await page.context().close();
});
