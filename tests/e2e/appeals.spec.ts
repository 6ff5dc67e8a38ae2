import { violations } from './axe.ts';
import { as, expect, test } from './fixtures.ts';

for (const scripts of [true, false])
	test(`a wrong number is appealed, granted and counts, ${scripts ? 'with' : 'without'} scripts`, async ({
		browser,
		app
	}) => {
		const options = { javaScriptEnabled: scripts };
		const reason = `Het essay zegt het zelf (${scripts ? 'met' : 'zonder'} scripts).`;
		const page = await as(browser, app.origin, scripts ? 'bas' : 'dirk', options);
		const judge = await as(browser, app.origin, 'farida', options);
		const fits = async (of: typeof page) => {
			if (!scripts) return;
			expect(await violations(of)).toEqual([]);
			await of.setViewportSize({ width: 320, height: 640 });
			expect(await of.evaluate(() => document.scrollingElement!.scrollWidth)).toBe(320);
			await of.setViewportSize({ width: 1280, height: 900 });
		};

		await page.goto(`${app.origin}/nl/lesson/b10`);
		if (scripts) await page.getByRole('button', { name: 'Lees nu al verder' }).click();
		const question = page.locator('#item-q-b10-04');
		await question.getByRole('textbox').fill('987654');
		await question.getByRole('button', { name: 'Controleer' }).click();
		await expect(question.getByText('Nog niet')).toBeVisible();
		await question.getByRole('link', { name: 'Mijn antwoord hoort goed te zijn' }).click();

		const why = page.getByLabel('Waarom hoort dit goed te zijn?');
		await why.fill(' ');
		await page.getByRole('button', { name: 'Vraag om het na te kijken' }).click();
		await expect(page.getByText('Schrijf in een paar woorden waarom.')).toBeVisible();
		await fits(page);
		await why.fill(reason);
		await page.getByRole('button', { name: 'Vraag om het na te kijken' }).click();
		await expect(page.getByText('Nog niet besloten.')).toBeVisible();
		await fits(page);

		await judge.goto(`${app.origin}/nl/admin`);
		await judge.getByRole('link', { name: 'Antwoorden om na te kijken: 1' }).click();
		await expect(judge.getByText(reason)).toBeVisible();
		await fits(judge);
		await judge.getByLabel('Antwoord aan de deelnemer').fill('Dat klopt.');
		await judge.getByRole('button', { name: 'Ken toe', exact: true }).click();
		await expect(judge.getByText('De deelnemer krijgt een mail.')).toBeVisible();
		await expect(judge.getByText('Er is niets na te kijken.')).toBeVisible();
		await fits(judge);

		await page.reload();
		await expect(page.getByText('Telt nu als goed.')).toBeVisible();
		await expect(page.getByText('Dat klopt.')).toBeVisible();
		await page.goto(`${app.origin}/nl/appeals`);
		await expect(page.getByText('Telt nu als goed')).toBeVisible();
		await fits(page);
		await page.getByRole('link', { name: 'Lees meer' }).click();
		await page.getByRole('link', { name: 'Terug naar de vraag' }).click();
		await expect(question.getByRole('heading', { name: 'Juist' })).toBeVisible();
		await expect(question.getByText('Later opnieuw nagekeken')).toBeVisible();
		for (const each of [page, judge]) await each.context().close();
	});
