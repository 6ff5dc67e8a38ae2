import { answer, itemOf, lessonIds } from './answering.ts';
import { as, expect, test } from './fixtures.ts';

// The last file: after this nobody of the cast is new to the course any more.
test('without scripts the whole course can be read and every question in it answered', async ({
	browser,
	app
}) => {
	test.setTimeout(240_000);
	const page = await as(browser, app.origin, 'esra', { javaScriptEnabled: false });
	for (const id of lessonIds) {
		await page.goto(`${app.origin}/nl/lesson/${id}`);
		for (const step of await page.locator('[data-step]').all()) await expect(step).toBeVisible();
		for (;;) {
			const prediction = page.locator('.predict form').first();
			if ((await prediction.count()) === 0) break;
			await prediction.getByRole('radio').first().check();
			await prediction.getByRole('button').click();
		}
		for (;;) {
			const open = page.locator('form input[name=item]').first();
			if ((await open.count()) === 0) break;
			await answer(page, itemOf((await open.getAttribute('value'))!), true);
		}
		await expect(page.getByText('Deze les is gedaan.')).toBeVisible();
	}
	await page.goto(`${app.origin}/nl/manager-view`);
	await expect(page.getByRole('row', { name: /Esra/ })).toContainText(
		`${lessonIds.length} van ${lessonIds.length}`
	);
	await page.context().close();
});
