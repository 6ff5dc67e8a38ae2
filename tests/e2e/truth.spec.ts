import type { Page } from '@playwright/test';
import { joining } from '#lib/i18n/joining.ts';
import { answer, itemOn } from './answering.ts';
import { as, expect, running, signIn, test } from './fixtures.ts';

test('without a connection and without room on the device the page says that nothing is saved, keeps the choice, and saves it once afterwards', async ({
	browser,
	app
}) => {
	const page = await as(browser, app.origin, 'bas');
	// As in a private window of some browsers: nothing can be kept here.
	await page.addInitScript(() => {
		IDBFactory.prototype.open = () => {
			throw new DOMException('refused', 'SecurityError');
		};
	});
	await page.goto(`${app.origin}/nl/lesson/a3`);
	await page.getByRole('button', { name: 'Lees nu al verder' }).click();
	await running(page);
	const item = await itemOn(page);
	const form = page.locator(`#item-${item.id.toLowerCase()} form`);
	await form.locator('[name=option]').first().check();
	await page.context().setOffline(true);
	await form.getByRole('button', { name: 'Controleer' }).click();
	await expect(form.getByText(/^Nog niet opgeslagen/)).toBeVisible();
	await expect(form.locator('[name=option]').first()).toBeChecked();
	await page.context().setOffline(false);
	await form.getByRole('button', { name: 'Probeer opnieuw' }).click();
	await expect(page.locator('.verdict')).toContainText('Opgeslagen.');
	await page.reload();
	await expect(page.locator('.verdict')).toContainText('Opgeslagen.');
	await page.context().close();
});

test('a device that is later with a question sees the answer that was kept', async ({
	browser,
	app
}) => {
	const first = await as(browser, app.origin, 'gerrit');
	const second = await as(browser, app.origin, 'gerrit');
	for (const device of [first, second]) await device.goto(`${app.origin}/nl/quiz/m1/1/4`);
	const item = await itemOn(first);
	await answer(first, item, true);
	await answer(second, item, false);
	await expect(second.getByText('Deze vraag was al beantwoord')).toBeVisible();
	await expect(second.locator('.verdict')).toContainText('Juist');
	for (const device of [first, second]) await device.context().close();
});

test('a note that two devices change shows both texts and overwrites neither', async ({
	browser,
	app
}) => {
	const one = await as(browser, app.origin, 'dirk');
	const other = await as(browser, app.origin, 'dirk');
	for (const device of [one, other]) {
		await device.goto(`${app.origin}/nl/lesson/a1`);
		await device.getByRole('button', { name: 'Lees nu al verder' }).click();
	}
	await one.getByLabel('Jouw notitie').last().fill('van de telefoon');
	await one.getByRole('button', { name: 'Bewaar notitie' }).click();
	await expect(one.getByText(/Opgeslagen om/)).toBeVisible();
	await other.getByLabel('Jouw notitie').last().fill('van de laptop');
	await other.getByRole('button', { name: 'Bewaar notitie' }).click();
	await expect(
		other.getByText('Deze notitie is intussen op een ander apparaat veranderd.')
	).toBeVisible();
	await expect(other.locator('blockquote')).toHaveText('van de telefoon');
	await expect(other.getByLabel('Jouw notitie').last()).toHaveValue('van de laptop');
	await other.getByRole('button', { name: 'Bewaar wat ik hier typte' }).click();
	await expect(other.getByText(/Opgeslagen om/)).toBeVisible();
	for (const device of [one, other]) await device.context().close();
});

/** Opens a page whose scripts come only after something was typed. */
async function typedBefore(page: Page, url: string, type: () => Promise<void>): Promise<void> {
	let release = () => {};
	const held = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/*.js', async (route) => {
		await held;
		await route.continue();
	});
	await page.goto(url, { waitUntil: 'commit' });
	await type();
	release();
	await running(page);
	await page.unroute('**/*.js');
}

test('what was typed and chosen before the scripts arrived stays', async ({ browser, app }) => {
	const page = await (await browser.newContext()).newPage();
	const email = page.getByLabel('E-mailadres');
	await typedBefore(page, `${app.origin}/nl/sign-in`, () => email.fill('bas@verdewold.example'));
	await expect(email).toHaveValue('bas@verdewold.example');
	const code = page.getByLabel('Code van het certificaat');
	await typedBefore(page, `${app.origin}/nl/bewijs`, () => code.fill('QQQQQ-QQQQQ'));
	await expect(code).toHaveValue('QQQQQ-QQQQQ');
	await signIn(page, app.origin, 'bas');
	const note = page.getByLabel('Jouw notitie').last();
	await typedBefore(page, `${app.origin}/nl/lesson/a3`, () => note.fill('nog voor de scripts'));
	await expect(note).toHaveValue('nog voor de scripts');
	await expect(page.locator('#note_a3-left')).toHaveText('Nog 181 tekens');
	await page.context().close();
	const manager = await as(browser, app.origin, 'hanneke');
	await manager.goto(`${app.origin}/nl/manage`);
	await manager.locator('main a[href*="/manage/"]').first().click();
	await manager.getByRole('link', { name: joining.nl.title, exact: true }).click();
	const addresses = manager.getByLabel(joining.nl.list.addresses);
	await expect(addresses).toBeVisible();
	await typedBefore(manager, manager.url(), () => addresses.fill('zoe@verdewold.example'));
	await expect(addresses).toHaveValue('zoe@verdewold.example');
	await manager.context().close();
});

test('after signing out the Back button shows nothing private, and an open tab leads to signing in', async ({
	browser,
	app
}) => {
	const page = await as(browser, app.origin, 'henry');
	const tab = await page.context().newPage();
	await tab.goto(`${app.origin}/nl/lesson/a1`);
	await page.goto(`${app.origin}/nl/manager-view`);
	await page.getByRole('button', { name: 'Uitloggen' }).click();
	await page.waitForURL(`${app.origin}/nl`);
	await page.goBack();
	await expect(page.getByText('Henry Okafor')).toBeHidden();
	await tab.getByRole('link', { name: 'Cursus' }).click();
	await expect(tab.getByRole('heading', { name: 'Inloggen' })).toBeVisible();
	await page.context().close();
});

test('by keyboard alone: sign in, predict, play, answer, and the focus goes to what was said', async ({
	browser,
	app
}) => {
	const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
	await signIn(page, app.origin, 'esra');
	await page.goto(`${app.origin}/nl/lesson/a1`);
	await running(page);
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'Naar de inhoud' })).toBeFocused();
	await page.locator('.predict input[type=radio]').first().focus();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page.locator('#p-a1-1-after')).toBeFocused();
	await page.getByRole('button', { name: 'Speel af' }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByText('Ronde 100: 100 van de 100 doen mee.')).toBeVisible();
	await page.locator('#item-q-a1-03 button').focus();
	await page.keyboard.press('Enter');
	await expect(page.locator('#item-q-a1-03-problem')).toBeFocused();
	await page.locator('#item-q-a1-03 input[type=radio]').first().focus();
	await page.keyboard.press('Space');
	await page.keyboard.press('Enter');
	await expect(page.locator('#item-q-a1-03-verdict')).toBeFocused();
	await page.context().close();
});
