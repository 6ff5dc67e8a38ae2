import { answer, itemOn, submit } from './answering.ts';
import { as, expect, test } from './fixtures.ts';

for (const scripts of [true, false])
	test(`what was answered before comes back, one question after another, ${scripts ? 'with' : 'without'} scripts`, async ({
		browser,
		app
	}) => {
		const who = scripts ? 'amina' : 'henry';
		const page = await as(browser, app.origin, who, { javaScriptEnabled: scripts });
		await page.goto(`${app.origin}/nl/review`);
		await expect(page.getByText('Nog 10 vragen voor vandaag')).toBeVisible();
		await page.getByRole('button', { name: 'Controleer' }).click();
		await expect(page.getByText('Leeg is niet fout en kost niets.')).toBeVisible();
		const first = await itemOn(page);
		await page.getByRole('radio', { name: 'zeker', exact: true }).check();
		await answer(page, first, false);
		await expect(page.locator('.verdict')).toContainText('Nog niet');
		await expect(page.getByRole('link', { name: /^Lees terug/ })).toBeVisible();
		await page.getByRole('link', { name: 'Volgende vraag' }).click();
		await expect(page.locator('form input[name=item]')).not.toHaveValue(first.id);
		const second = await itemOn(page);
		await answer(page, second, true);
		await expect(page.locator('.verdict')).toContainText('Juist');
		// The first answer in a lesson was before anybody asked how sure they were.
		await page.goto(`${app.origin}/en/learning`);
		await expect(page.getByRole('heading', { name: 'What I know' })).toBeVisible();
		await page.context().close();
	});

test('how sure somebody was before the check comes back as their own calibration', async ({
	browser,
	app
}) => {
	const page = await as(browser, app.origin, 'bas');
	await page.goto(`${app.origin}/nl/lesson/a4`);
	const item = await itemOn(page);
	const form = page.locator(`#item-${item.id.toLowerCase()} form`);
	await form.getByRole('radio', { name: 'gok', exact: true }).check();
	await answer(page, item, true);
	await page.goto(`${app.origin}/nl/learning`);
	await expect(page.getByRole('row', { name: /^gok 1 1 100%/ })).toBeVisible();
	await page.context().close();
});

test('the final test asks 21 questions from the whole course, other ones each time', async ({
	browser,
	app
}) => {
	const page = await as(browser, app.origin, 'femke');
	await page.goto(`${app.origin}/nl/quiz/final`);
	await expect(
		page.getByText('21 vragen uit de hele cursus, bij elke poging andere, 3 pogingen')
	).toBeVisible();
	await page.getByRole('button', { name: 'Begin poging 1' }).click();
	const modules = new Set<string>();
	for (let n = 1; n <= 21; n++) {
		await page.locator('form input[name=item]').waitFor({ state: 'attached' });
		const item = await itemOn(page);
		modules.add(item.lesson);
		await submit(page, item, n > 3);
		// Nothing is said of it before the last answer, and the answer itself stays to be read.
		if (n < 21) {
			await expect(page.getByText('Je antwoord is opgeslagen.')).toBeVisible();
			await expect(page.locator('.verdict')).toHaveCount(0);
			await expect(page.getByRole('group', { name: 'Jouw antwoord' })).toBeVisible();
			expect(await page.content()).not.toContain('explanation:');
		}
		const next = page.getByRole('link', { name: /^(Volgende vraag|Bekijk je resultaat)$/ });
		const before = page.url();
		await next.click();
		await page.waitForURL((url) => url.href !== before);
	}
	await expect(page.getByText('✓ Geslaagd.')).toBeVisible();
	expect(modules.size).toBeGreaterThan(12);
	await page.getByRole('link', { name: 'Lees de antwoorden terug' }).click();
	await expect(page.locator('.verdict')).toBeVisible();
	await page.goto(`${app.origin}/en/quiz/final/1/2`);
	await expect(page.locator('.verdict')).toBeVisible();
	await page.context().close();
});
