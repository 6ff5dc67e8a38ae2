import { readFileSync } from 'node:fs';
import { unbake } from '../../src/lib/server/badges/png.ts';
import { findPdfTools, readPdf } from '../support/pdf.ts';
import { violations } from './axe.ts';
import { as, expect, test } from './fixtures.ts';

for (const scripts of [true, false])
	test(`made, taken along, checked by a stranger, ${scripts ? 'with' : 'without'} scripts`, async ({
		browser,
		app
	}) => {
		// Each has finished the course; one of them has a certificate by the second run.
		const page = await as(browser, app.origin, 'amina', { javaScriptEnabled: scripts });
		await page.goto(`${app.origin}/nl/course`);
		await page.getByRole('link', { name: 'Je certificaat' }).click();
		const make = page.getByRole('button', { name: 'Maak mijn certificaat' });
		await expect(page.getByRole('heading', { name: 'Je certificaat', level: 1 })).toBeVisible();
		if (await make.isVisible()) {
			await expect(page.getByText('Op het certificaat staat: Amina Yıldız.')).toBeVisible();
			if (scripts) expect(await violations(page)).toEqual([]);
			await make.click();
		}
		const day = (await page.getByRole('heading', { name: /^Behaald op/ }).textContent())!;
		const code = (await page.locator('strong.code').textContent())!;
		expect(code).toMatch(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/);
		if (scripts) expect(await violations(page)).toEqual([]);

		// What is taken along says the same.
		const fetched = async (name: string) => {
			const download = page.waitForEvent('download');
			await page.getByRole('link', { name }).click();
			return readFileSync(await (await download).path());
		};
		if (findPdfTools()) {
			const { info, text } = readPdf(await fetched('Certificaat (PDF)'));
			expect(info).toMatchObject({ Tagged: 'yes', Pages: '2' });
			for (const each of ['Amina Yıldız', code, day.replace('Behaald ', '')])
				expect(text).toContain(each);
		}
		const json = JSON.parse((await fetched('Badge (JSON)')).toString()) as Record<string, unknown>;
		expect(json.id).toBe(`${app.origin}/nl/bewijs/${code}`);
		const inPicture = JSON.parse(unbake(await fetched('Badge (PNG)'))!) as Record<string, unknown>;
		expect(inPicture).toEqual(json);
		const linkedIn = await page.getByRole('link', { name: 'Zet op LinkedIn' }).getAttribute('href');
		expect(new URL(linkedIn!).searchParams.get('certUrl')).toBe(`${app.origin}/nl/bewijs/${code}`);

		// A stranger types the code over, in English, and sees no name.
		const context = await browser.newContext({ javaScriptEnabled: scripts });
		const stranger = await context.newPage();
		await stranger.goto(`${app.origin}/en/bewijs`);
		await stranger.getByLabel('Code of the certificate').fill('QQQQQ-QQQQQ');
		await stranger.getByRole('button', { name: 'Check' }).click();
		await expect(
			stranger.getByText('There is no certificate with code “QQQQQ-QQQQQ”')
		).toBeVisible();
		if (scripts) expect(await violations(stranger)).toEqual([]);
		const field = stranger.getByLabel('Code of the certificate');
		await expect(field).toHaveValue('QQQQQ-QQQQQ');
		await field.fill(code.toLowerCase().replace('-', ' '));
		await stranger.getByRole('button', { name: 'Check' }).click();
		await expect(stranger.getByRole('heading', { name: 'This certificate is real' })).toBeVisible();
		await expect(stranger.getByText('Somebody has completed the course')).toBeVisible();
		await expect(stranger.locator('body')).not.toContainText('Amina');
		if (scripts) expect(await violations(stranger)).toEqual([]);

		// The owner shows their name; the stranger sees it at the next look. And not any more when it is taken back.
		for (const shown of [true, false]) {
			await page.getByLabel('Mijn naam staat op die pagina').setChecked(shown);
			await page.getByLabel('Het certificaat blijft staan, zonder naam').check();
			await page.getByRole('button', { name: 'Bewaar keuze' }).click();
			await expect(page.getByText('Je keuze is bewaard.')).toBeVisible();
			await stranger.reload();
			await expect(stranger.getByText('Amina Yıldız has completed the course')).toHaveCount(
				shown ? 1 : 0
			);
		}
		await context.close();
		await page.context().close();
	});

test('somebody who is not there yet reads what is missing', async ({ browser, app }) => {
	const page = await as(browser, app.origin, 'bas');
	await page.goto(`${app.origin}/en/certificate`);
	await expect(page.getByRole('heading', { name: 'You are not there yet' })).toBeVisible();
	await expect(page.getByText(/^Done: \d+ of 25 lessons and \d+ of 8 quizzes\./)).toBeVisible();
	await expect(page.getByRole('button', { name: 'Make my certificate' })).toHaveCount(0);
	expect(await violations(page)).toEqual([]);
	await page.context().close();
});
