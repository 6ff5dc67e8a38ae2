import { answer, itemOn } from './answering.ts';
import { as, expect, running, test } from './fixtures.ts';

test('the next question of an attempt is there without another request, and Back, reload and another device show what is kept', async ({
	browser,
	app
}) => {
	const page = await as(browser, app.origin, 'dirk');
	await page.goto(`${app.origin}/nl/quiz/m2`);
	await page.getByRole('button', { name: /poging/ }).click();
	await page.waitForURL(/quiz\/m2\/\d+\/1$/);
	await running(page);
	const base = page.url().replace(/\/1$/, '');
	const asked: string[] = [];
	// The browser asks for the mark of the tab whenever it likes.
	page.on('request', (request) => {
		if (!request.url().endsWith('/mark.svg')) asked.push(`${request.method()} ${request.url()}`);
	});
	const next = page.getByRole('link', { name: 'Volgende vraag' });
	const heading = page.getByRole('heading', { level: 1 });
	const first = await itemOn(page);
	await answer(page, first, true);
	await next.click();
	await expect(heading).toBeFocused();
	await expect(heading).toContainText('Vraag 2 van');
	await expect(page).toHaveTitle(/^Vraag 2 van/);
	expect(page.url()).toBe(`${base}/2`);
	const second = await itemOn(page);
	expect(second.id).not.toBe(first.id);

	// Somebody who sends nothing is told so, here and only here.
	await page.getByRole('button', { name: 'Controleer' }).click();
	await expect(page.locator(`#item-${second.id.toLowerCase()}-problem`)).toBeFocused();
	await page.goBack();
	await expect(heading).toContainText('Vraag 1 van');
	await expect(page.locator('.problem')).toBeHidden();
	await page.goForward();
	await answer(page, second, true);
	// An answer, an empty one, and an answer.
	expect(asked).toEqual([1, 2, 2].map((question) => `POST ${base}/${question}`));

	await next.click();
	await expect(heading).toContainText('Vraag 3 van');
	await page.goBack();
	await expect(heading).toContainText('Vraag 2 van');
	await expect(next).toBeVisible();
	await page.reload();
	await expect(heading).toContainText('Vraag 2 van');
	await expect(next).toBeVisible();

	// Another device was first with the question that came along.
	await page.goto(`${base}/3`);
	await answer(page, await itemOn(page), true);
	await next.click();
	await expect(heading).toContainText('Vraag 4 van');
	const other = await as(browser, app.origin, 'dirk');
	await other.goto(`${base}/4`);
	await answer(other, await itemOn(other), true);
	await answer(page, await itemOn(page), false);
	await expect(page.getByText('Deze vraag was al beantwoord')).toBeVisible();
	await expect(page.locator('.verdict')).toContainText('Juist');
	await other.context().close();

	// Elsewhere and back: the question of the address, asked for anew.
	await next.click();
	await expect(heading).toContainText('Vraag 5 van');
	await page.getByRole('link', { name: 'Cursus' }).click();
	await page.waitForURL(/\/course$/);
	await page.goBack();
	await expect(heading).toContainText('Vraag 5 van');
	expect(page.url()).toBe(`${base}/5`);
	await page.context().close();
});
