import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { chromiumLaunch } from '../support/chromium.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { checksOf, itemOf, submit } from './answering.ts';
import { expect, running, signIn, test } from './fixtures.ts';

// A server of its own: the cast of the other files stays as it is.
let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer({ env: { DEMO: '1' } });
});
test.afterAll(async () => {
	await server.stop();
});

const waits = 'Op dit apparaat bewaard. Wordt verstuurd zodra er weer verbinding is.';

/** A lesson with everything in it open, and the code that keeps answers on the device. */
async function lesson(context: BrowserContext, id: string, language = 'nl'): Promise<Page> {
	const page = await context.newPage();
	await page.goto(`${server.origin}/${language}/lesson/${id}`);
	const on = page.getByRole('button', { name: /^(Lees nu al verder|Read on now)$/ });
	await running(page);
	if (await on.isVisible()) await on.click();
	return page;
}

async function keep(page: Page, item: string, right = true): Promise<void> {
	const form = await submit(page, itemOf(item), right);
	await expect(form.getByText(waits)).toBeVisible();
}

/** The kept answers that reach the server from now on, with the id of their item, in order. */
function listen(context: BrowserContext): { item: string; answerId: string }[] {
	const sent: { item: string; answerId: string }[] = [];
	context.on('response', (response) => {
		const request = response.request();
		if (!request.headers()['x-kept-by'] || !request.url().includes('/lesson/')) return;
		const fields = new URLSearchParams(request.postData() ?? '');
		sent.push({ item: fields.get('item') ?? '', answerId: fields.get('answerId') ?? '' });
	});
	return sent;
}

/** As if the server were away for answers alone. */
async function block(context: BrowserContext): Promise<void> {
	await context.route('**/lesson/*?/check', (route) => route.fulfill({ status: 503, body: '…' }));
}

/** How many answers are on the device, whoever they belong to. */
const onDevice = (page: Page) =>
	page.evaluate(
		() =>
			new Promise<number>((resolve) => {
				const request = indexedDB.open('kept-answers');
				request.onsuccess = () => {
					const db = request.result;
					if (!db.objectStoreNames.contains('answers')) return resolve(0);
					const count = db.transaction('answers').objectStore('answers').count();
					count.onsuccess = () => {
						db.close();
						resolve(count.result);
					};
				};
			})
	);

test('25 answers without a connection survive kill -9 of the browser and arrive in order, each once', async () => {
	test.setTimeout(400_000);
	const lessons = ['a2', 'a4', 'a5', 'b1', 'b4', 'b5', 'b14', 'b15', 'c1', 'c2', 'c3', 'c4'];
	const items = lessons.flatMap((id) => checksOf(id));
	expect(items).toHaveLength(25);
	const profile = mkdtempSync(join(tmpdir(), 'course-profile-'));
	const launch = () => chromium.launchPersistentContext(profile, chromiumLaunch());

	const before = await launch();
	await signIn(before.pages()[0]!, server.origin, 'esra');
	const tabs: Page[] = [];
	for (const id of lessons) tabs.push(await lesson(before, id));
	await before.setOffline(true);
	for (const [index, id] of lessons.entries()) {
		// A browser hardly draws a tab that is not in front.
		await tabs[index]!.bringToFront();
		for (const item of checksOf(id)) await keep(tabs[index]!, item);
	}
	for (const tab of [tabs[0]!, tabs.at(-1)!])
		await expect(tab.getByText('25 antwoorden wachten op dit apparaat.')).toBeVisible();
	const browser = await before.browser()!.newBrowserCDPSession();
	const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
	const gone = new Promise((resolve) => before.once('close', resolve));
	process.kill(processInfo.find(({ type }) => type === 'browser')!.id, 'SIGKILL');
	await gone;

	const after = await launch();
	const sent = listen(after);
	const page = after.pages()[0]!;
	await page.goto(`${server.origin}/nl/course`);
	// The browser may not have written its newest cookies down; the answers it has.
	if (page.url().includes('/sign-in')) await signIn(page, server.origin, 'esra');
	await expect.poll(() => sent.length, { timeout: 30_000 }).toBe(25);
	await expect(page.getByText('op dit apparaat')).toBeHidden();
	expect(sent.map(({ item }) => item)).toEqual(items);
	expect(new Set(sent.map(({ answerId }) => answerId)).size).toBe(25);
	expect(await onDevice(page)).toBe(0);
	for (const id of lessons) {
		const checked = await lesson(after, id);
		await expect(checked.locator('.verdict')).toHaveCount(checksOf(id).length);
		await checked.close();
	}
	expect(sent).toHaveLength(25);
	await after.close();
	rmSync(profile, { recursive: true, force: true });
});

test('two tabs that are online again at the same moment send nothing twice, and both show what became of it', async ({
	browser
}) => {
	const context = await browser.newContext();
	await signIn(await context.newPage(), server.origin, 'bas');
	const tabs = [await lesson(context, 'a4'), await lesson(context, 'a5')];
	await context.setOffline(true);
	const [a4 = [], a5 = []] = ['a4', 'a5'].map(checksOf);
	await keep(tabs[0]!, a4[0]!);
	await keep(tabs[1]!, a5[0]!);
	await keep(tabs[0]!, a4[1]!);
	const sent = listen(context);
	await context.setOffline(false);
	for (const tab of tabs) {
		await expect(tab.locator('.verdict').first()).toBeVisible();
		await expect(tab.getByText('op dit apparaat')).toBeHidden();
	}
	expect(sent.map(({ item }) => item)).toEqual([a4[0], a5[0], a4[1]]);
	expect(new Set(sent.map(({ answerId }) => answerId)).size).toBe(3);
	await context.close();
});

test('signing out with answers that wait asks first, by keyboard, and then leaves nothing behind', async ({
	browser
}) => {
	const context = await browser.newContext();
	await signIn(await context.newPage(), server.origin, 'dirk');
	const page = await lesson(context, 'a2');
	const [one, two] = checksOf('a2');
	await block(context);
	await keep(page, one!);
	await keep(page, two!);
	const signOut = page.getByRole('button', { name: 'Uitloggen', exact: true });
	await signOut.focus();
	await page.keyboard.press('Enter');
	const dialog = page.getByRole('dialog');
	await expect(dialog).toContainText(
		'Er staan nog 2 antwoorden op dit apparaat die niet verstuurd zijn. Log je nu uit, dan worden ze gewist.'
	);
	await expect(dialog.getByRole('button', { name: 'Eerst versturen' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(dialog.getByText('Dat lukt nog niet: er is geen verbinding.')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	expect(await onDevice(page)).toBe(2);

	// Without any connection there is no signing out, so nothing may be erased either.
	await context.setOffline(true);
	await signOut.click();
	await dialog.getByRole('button', { name: 'Toch uitloggen' }).click();
	await expect(dialog.getByText('Dat lukt nog niet: er is geen verbinding.')).toBeVisible();
	expect(await onDevice(page)).toBe(2);
	await context.setOffline(false);
	await dialog.getByRole('button', { name: 'Toch uitloggen' }).click();
	await page.waitForURL(`${server.origin}/nl`);
	expect(await onDevice(page)).toBe(0);

	await context.unroute('**/lesson/*?/check');
	await signIn(page, server.origin, 'dirk');
	const again = await lesson(context, 'a2');
	await expect(again.locator('.verdict')).toHaveCount(0);
	await block(context);
	await keep(again, one!);
	await again.getByRole('button', { name: 'Uitloggen', exact: true }).click();
	const sendFirst = again.getByRole('button', { name: 'Eerst versturen' });
	await expect(sendFirst).toBeVisible();
	await context.unroute('**/lesson/*?/check');
	await sendFirst.click();
	await again.waitForURL(`${server.origin}/nl`);
	await signIn(again, server.origin, 'dirk');
	const last = await lesson(context, 'a2');
	await expect(last.locator('.verdict')).toHaveCount(1);
	await context.close();
});

test('somebody else on the same device sees and sends nothing, and leaves it for whoever it belongs to', async ({
	browser
}) => {
	const context = await browser.newContext();
	const page = await context.newPage();
	await signIn(page, server.origin, 'femke');
	const tab = await lesson(context, 'b1');
	await block(context);
	await keep(tab, checksOf('b1')[0]!);
	await context.clearCookies();
	await context.unroute('**/lesson/*?/check');
	await signIn(page, server.origin, 'gerrit');
	// The tab that is still open sends it in the name of who gave it, and that is refused.
	await tab.bringToFront();
	await expect(tab.getByText('Je bent niet meer ingelogd. Log in, dan wordt het')).toBeVisible({
		timeout: 30_000
	});
	await tab.close();
	const sent = listen(context);
	const other = await lesson(context, 'b1');
	await expect(other.getByText('op dit apparaat')).toBeHidden();
	await expect(other.locator('.verdict')).toHaveCount(0);
	await other.getByRole('button', { name: 'Uitloggen', exact: true }).click();
	await other.waitForURL(`${server.origin}/nl`);
	expect(sent).toEqual([]);

	await signIn(other, server.origin, 'femke');
	await expect.poll(() => sent.length).toBe(1);
	const mine = await lesson(context, 'b1');
	await expect(mine.locator('.verdict')).toHaveCount(1);
	await context.close();
});

test('in English: an answer that is changed takes the place of the older one', async ({
	browser
}) => {
	const context = await browser.newContext();
	await signIn(await context.newPage(), server.origin, 'bas', 'en');
	const page = await lesson(context, 'b2', 'en');
	const item = itemOf(checksOf('b2')[0]!);
	const section = page.locator(`#item-${item.id.toLowerCase()}`);
	await block(context);
	const form = await submit(page, item, false);
	await expect(
		form.getByText('Kept on this device. It will be sent as soon as there is a connection again.')
	).toBeVisible();
	await submit(page, item, true);
	await expect(page.getByText('1 answer is waiting on this device.')).toBeVisible();
	await page.getByRole('button', { name: 'Send now' }).click();
	await expect(page.getByText('That does not work yet: there is no connection.')).toBeVisible();
	// The rest it does by itself.
	await context.unroute('**/lesson/*?/check');
	await expect(section.locator('.verdict')).toContainText('Right', { timeout: 30_000 });
	await expect(page.getByText('on this device')).toBeHidden();
	await context.close();
});

test('an answer that another device was first with is refused in words, and what counts is shown', async ({
	browser
}) => {
	const contexts = [await browser.newContext(), await browser.newContext()];
	for (const context of contexts) await signIn(await context.newPage(), server.origin, 'bas', 'en');
	const [phone, laptop] = [
		await lesson(contexts[0]!, 'b3', 'en'),
		await lesson(contexts[1]!, 'b3', 'en')
	];
	const item = itemOf(checksOf('b3')[0]!);
	await block(contexts[0]!);
	await submit(phone, item, false);
	await expect(phone.getByText('1 answer is waiting on this device.')).toBeVisible();
	await submit(laptop, item, true);
	await expect(laptop.locator('.verdict')).toContainText('Right');
	await contexts[0]!.unroute('**/lesson/*?/check');
	await expect(
		phone.getByText('One answer was not taken over: this question had been answered already')
	).toBeVisible({ timeout: 30_000 });
	await expect(phone.locator('.verdict')).toContainText('Right');
	await phone.getByRole('button', { name: 'Understood' }).click();
	await expect(phone.getByText('not taken over')).toBeHidden();
	for (const context of contexts) await context.close();
});
