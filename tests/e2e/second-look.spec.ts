import type { Page } from '@playwright/test';
import { violations } from './axe.ts';
import { as, expect, test } from './fixtures.ts';

const rows = ['diagnosis', 'peoples-why', 'evidence'];
async function judge(page: Page, level: number, evidence: string) {
	for (const row of rows) {
		await page.locator(`[name="level:${row}"][value="${level}"]`).check();
		await page.locator(`[name="evidence:${row}"]`).fill(evidence);
	}
}

for (const scripts of [true, false])
	test(`a colleague looks at an exercise and neither reads who the other is, ${scripts ? 'with' : 'without'} scripts`, async ({
		browser,
		app
	}) => {
		const options = { javaScriptEnabled: scripts };
		const writer = await as(browser, app.origin, 'chloe', options);
		await writer.goto(`${app.origin}/nl/canvas/e1`);
		await writer.locator('[name="e1_opdracht.0.text"]').fill('Zorg dat mensen elkaar vinden.');
		await writer.getByRole('button', { name: 'Sla op' }).click();
		await expect(writer.getByText(/Opgeslagen om|Alles is opgeslagen/).first()).toBeVisible();
		await judge(writer, 2, 'omdat het er staat');
		await writer.getByRole('button', { name: 'Bewaar mijn oordeel' }).click();
		await expect(writer.getByText('Je oordeel is bewaard.')).toBeVisible();
		await writer.getByRole('button', { name: /^Vraag (twee collega’s|het opnieuw)/ }).click();
		await expect(writer.getByText(/^Gevraagd aan /)).toBeVisible();
		if (scripts) expect(await violations(writer)).toEqual([]);

		const reader = await as(browser, app.origin, 'esra', options);
		await reader.goto(`${app.origin}/en/canvas`);
		await reader.getByRole('link', { name: /^Looking along/ }).click();
		if (scripts) expect(await violations(reader)).toEqual([]);
		await reader.getByRole('button', { name: 'Look along' }).click();
		await expect(reader.getByRole('heading', { level: 1 })).toHaveText('First the why');
		await expect(reader.getByText('Zorg dat mensen elkaar vinden.')).toBeVisible();
		await expect(reader.locator('main')).not.toContainText('Chloe');
		// Half of it is refused in words, and stays.
		await reader.locator('[name="level:evidence"][value="3"]').check();
		await reader.locator('[name=suggestion]').fill('Zeg wie die mensen zijn.');
		await reader.getByRole('button', { name: 'Send your answer' }).click();
		await expect(reader.getByText('Choose a level in every row.')).toBeVisible();
		await expect(reader.locator('[name=suggestion]')).toHaveValue('Zeg wie die mensen zijn.');
		await expect(reader.locator('[name="level:evidence"][value="3"]')).toBeChecked();
		if (scripts) expect(await violations(reader)).toEqual([]);
		await judge(reader, 3, 'goed gezien');
		await reader.getByRole('button', { name: 'Send your answer' }).click();
		await expect(reader.getByText(/^Your answer was sent on/)).toBeVisible();

		await writer.goto(`${app.origin}/nl/canvas/e1`);
		const look = writer.getByRole('region', { name: 'Een tweede blik' });
		await expect(look.getByRole('heading', { name: 'Collega 1' })).toBeVisible();
		await expect(look.getByText('Zeg wie die mensen zijn.').first()).toBeVisible();
		await expect(look).not.toContainText('Esra');
		if (scripts) expect(await violations(writer)).toEqual([]);

		// Withdrawn: gone at the next look of the colleague, and what they said stays.
		await look.getByRole('button', { name: 'Trek de vraag in' }).click();
		await expect(writer.getByText('De vraag is ingetrokken.')).toBeVisible();
		await expect(look.getByText('Zeg wie die mensen zijn.').first()).toBeVisible();
		expect((await reader.reload())!.status()).toBe(404);
		for (const page of [writer, reader]) await page.context().close();
	});

test('what both windows wrote is put one after the other', async ({ browser, app }) => {
	const one = await as(browser, app.origin, 'dirk', { javaScriptEnabled: false });
	const two = await one.context().newPage();
	const field = '[name="e1_kernprobleem.0.text"]';
	for (const page of [one, two]) await page.goto(`${app.origin}/nl/canvas/e1`);
	for (const [page, text] of [
		[one, 'Van het eerste venster.'],
		[two, 'Van het tweede venster.']
	] as const) {
		await page.locator(field).fill(text);
		await page.getByRole('button', { name: 'Sla op' }).click();
	}
	await two.getByRole('button', { name: 'Zet ze achter elkaar' }).click();
	await expect(two.locator(field)).toHaveValue('Van het eerste venster.\nVan het tweede venster.');
	await expect(two.getByText('Van dit veld zijn er twee versies')).toHaveCount(0);
	await one.context().close();
});

test('a plan is written down, and its question has a day', async ({ browser, app }) => {
	const page = await as(browser, app.origin, 'dirk');
	await page.goto(`${app.origin}/en/canvas/plans`);
	await page.locator('[name="plans_alsdan.0.if"]').fill('If it is Monday');
	await page.locator('[name="plans_alsdan.0.then"]').fill('I call a member');
	await expect(page.getByText(/^Saved at/)).toBeVisible();
	await page.goto(`${app.origin}/en/canvas/follow-up`);
	await expect(
		page.getByRole('heading', { name: 'If it is Monday, I call a member' })
	).toBeVisible();
	await expect(page.getByText(/^We ask about it on \d+ \w+ 20\d\d\.$/)).toBeVisible();
	expect(await violations(page)).toEqual([]);
	await page.context().close();

	// In the demo somebody wrote one long enough ago.
	const due = await as(browser, app.origin, 'henry', { javaScriptEnabled: false });
	await due.goto(`${app.origin}/nl/course`);
	await due.getByRole('link', { name: '1 als-danplan: hoe ging het?' }).click();
	await due.getByLabel('Wat maakte het verschil?').fill('Een vaste dag');
	await due.getByRole('button', { name: 'Bewaar' }).click();
	await expect(due.getByText('Kies of je het gedaan hebt.')).toBeVisible();
	await expect(due.getByLabel('Wat maakte het verschil?')).toHaveValue('Een vaste dag');
	await due.getByLabel('Nee, niet gedaan').check();
	await due.getByRole('button', { name: 'Bewaar' }).click();
	await expect(due.getByText('Je antwoord is bewaard.')).toBeVisible();
	await expect(due.getByText(/^Nee, niet gedaan \(/)).toBeVisible();
	await expect(due.getByText('Herschrijf het kleiner.')).toBeVisible();
	await due.context().close();
});
