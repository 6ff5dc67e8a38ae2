import type { Locator, Page } from '@playwright/test';
import type { Item } from '../../src/lib/course/item.ts';
import type { Given } from '../../src/lib/learning/grade.ts';
import { rightAnswer } from '../../src/lib/learning/sample-answers.ts';
import { answer, itemOn } from './answering.ts';
import { violations } from './axe.ts';
import { as, expect, test } from './fixtures.ts';
import { tabTo } from './keyboard.ts';

/** Chooses in a group of radio buttons: Tab stops at one of them, arrows go on. */
async function choose(page: Page, group: Locator, value: string): Promise<void> {
	const values = await group.evaluateAll((all) =>
		all.map((each) => (each as HTMLInputElement).value)
	);
	await tabTo(page, group.first());
	await page.keyboard.press('Space');
	for (let n = 0; n < values.indexOf(value); n++) await page.keyboard.press('ArrowDown');
	await expect(group.nth(values.indexOf(value))).toBeChecked();
}

/** Chooses in a list with the arrow keys. */
async function pick(page: Page, list: Locator, value: string): Promise<void> {
	await tabTo(page, list);
	const values = await list
		.locator('option')
		.evaluateAll((all) => all.map((each) => (each as HTMLOptionElement).value));
	for (let n = 0; n < values.indexOf(value); n++) await page.keyboard.press('ArrowDown');
	await expect(list).toHaveValue(value);
}

async function fillByKeyboard(page: Page, form: Locator, given: Given, item: Item): Promise<void> {
	if (item.type === 'multiple') {
		const boxes = form.locator('[name=option]');
		for (let n = 0; n < (await boxes.count()); n++) {
			if (!given.chosen?.includes((await boxes.nth(n).getAttribute('value')) ?? '')) continue;
			await tabTo(page, boxes.nth(n));
			await page.keyboard.press('Space');
		}
		return;
	}
	for (const id of given.chosen ?? [])
		await choose(
			page,
			form.locator(id === 'true' || id === 'false' ? '[name=claim]' : '[name=option]'),
			id
		);
	if (item.type === 'categorise') {
		// In the order in which the rows stand on the page: Tab only goes forward.
		const names = await form
			.locator('input[type=radio][name^="row:"]')
			.evaluateAll((all) => [...new Set(all.map((each) => (each as HTMLInputElement).name))]);
		for (const name of names)
			await choose(page, form.locator(`[name="${name}"]`), given.placed?.[name.slice(4)] ?? '');
		return;
	}
	const lists = form.locator('select');
	for (let n = 0; n < (await lists.count()); n++) {
		const row = (await lists.nth(n).getAttribute('name'))?.split(':')[1] ?? '';
		const place = String((given.order ?? []).indexOf(row) + 1);
		await pick(page, lists.nth(n), given.placed?.[row] ?? place);
	}
	for (const [blank, text] of Object.entries(given.written ?? {})) {
		await tabTo(page, form.locator(blank === 'value' ? '[name=value]' : `[name="blank:${blank}"]`));
		await page.keyboard.type(text);
	}
}

test('every kind of question by keyboard alone, without barriers, at 320 px', async ({
	browser,
	app
}) => {
	test.setTimeout(400_000);
	const page = await as(browser, app.origin, 'esra', { viewport: { width: 320, height: 640 } });
	const seen = new Set<string>();
	for (const quiz of ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7']) {
		await page.goto(`${app.origin}/nl/quiz/${quiz}`);
		await page.getByRole('button', { name: 'Begin poging 1' }).click();
		await page.getByRole('heading', { name: /^Vraag 1 van/ }).waitFor();
		const questions = await page.locator('.dots li').count();
		for (let number = 1; number <= questions; number++) {
			await page.goto(`${app.origin}/nl/quiz/${quiz}/1/${number}`);
			const item = await itemOn(page);
			if (seen.has(item.type)) continue;
			seen.add(item.type);
			const form = page.locator(`#item-${item.id.toLowerCase()} form`);
			expect(await violations(page), `${item.type} open`).toEqual([]);
			// What a screen reader is told: a region named after the question, and a name for everything in it.
			const region = page.locator(`#item-${item.id.toLowerCase()}`);
			await expect(region).toHaveRole('region');
			await expect(region).toHaveAccessibleName(/\S{3}/);
			for (const control of await form.locator('input:not([type=hidden]), select, textarea').all())
				await expect(control, item.id).toHaveAccessibleName(/\S/);
			for (const group of await form.getByRole('group').all())
				await expect(group, item.id).toHaveAccessibleName(/\S/);
			await fillByKeyboard(page, form, rightAnswer(item), item);
			await tabTo(page, form.getByRole('button', { name: 'Controleer' }));
			await page.keyboard.press('Enter');
			const verdict = page.locator(`#item-${item.id.toLowerCase()}-verdict`);
			await expect(verdict).toBeFocused();
			await expect(verdict, item.id).toContainText('Juist');
			expect(await violations(page), `${item.type} answered`).toEqual([]);
			const width = await page.evaluate(() => document.scrollingElement!.scrollWidth);
			expect(width, item.type).toBeLessThanOrEqual(320);
		}
	}
	expect([...seen].sort()).toEqual([
		'categorise',
		'cloze',
		'matching',
		'multiple',
		'numeric',
		'ordering',
		'point',
		'scenario',
		'short',
		'single',
		'true-false'
	]);
	await page.context().close();
});

test('a question that was missed comes back at the end of the lesson', async ({ browser, app }) => {
	const page = await as(browser, app.origin, 'dirk', { javaScriptEnabled: false });
	await page.goto(`${app.origin}/en/lesson/a5`);
	const predictions = page.locator('.predict form');
	while ((await predictions.count()) > 0) {
		await predictions.first().locator('input[type=radio]').first().check();
		await predictions.first().getByRole('button').click();
	}
	const first = await itemOn(page);
	await answer(page, first, false);
	await expect(page.getByRole('link', { name: /^Read again/ })).toBeVisible();
	while ((await page.locator('form input[name=item]').count()) > 0)
		await answer(page, await itemOn(page), true);
	const missed = page.getByRole('navigation', { name: 'Try again?' });
	await expect(missed.getByRole('link')).toHaveCount(1);
	await missed.getByRole('link').click();
	await answer(page, first, true);
	await expect(missed).toBeHidden();
	await page.context().close();
});
