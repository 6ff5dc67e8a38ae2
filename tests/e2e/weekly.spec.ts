import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startServer, type RunningServer } from '../support/server.ts';
import { plantWeekly, type WeeklyLinks } from '../support/weekly-mail.ts';
import { answer, itemOn } from './answering.ts';
import { violations } from './axe.ts';
import { as, expect, test } from './fixtures.ts';

let server: RunningServer;
const links: Record<string, WeeklyLinks> = {};

test.beforeAll(async ({ browser }) => {
	test.setTimeout(400_000);
	const first = await startServer({ env: { DEMO: '1' } });
	const names = ['amina', 'henry'];
	const people: { email: string; item: string }[] = [];
	for (const who of names) {
		const page = await as(browser, first.origin, who);
		await page.goto(`${first.origin}/nl/review`);
		people.push({ email: `${who}@verdewold.example`, item: (await itemOn(page)).id });
		await page.context().close();
	}
	await first.stop();
	const planted = await plantWeekly(join(first.dataDir, 'database'), people);
	for (const [index, who] of names.entries()) links[who] = planted[index]!;
	server = await startServer({ dataDir: first.dataDir });
});
test.afterAll(() => server.stop());

async function looksRight(page: Page) {
	await page.setViewportSize({ width: 320, height: 800 });
	expect(await violations(page)).toEqual([]);
	const wide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
	expect(await page.evaluate(wide)).toBe(0);
}

for (const scripts of [true, false])
	test(`the question from the mail is answered by whoever opens it, once, ${scripts ? 'with' : 'without'} scripts`, async ({
		browser
	}) => {
		const who = scripts ? 'amina' : 'henry';
		const options = { javaScriptEnabled: scripts };
		// Somebody else is signed in on the one device, and nobody on the other.
		const page = scripts
			? await as(browser, server.origin, 'bas', options)
			: await (await browser.newContext(options)).newPage();
		const path = `/weekly/${links[who]!.question}`;
		const opened = await page.goto(`${server.origin}/nl${path}`);
		expect(opened!.headers()).toMatchObject({
			'x-robots-tag': 'noindex, nofollow',
			'referrer-policy': 'same-origin',
			'cache-control': 'no-store'
		});
		if (scripts) await looksRight(page);
		await page.getByRole('button', { name: 'Controleer' }).click();
		await expect(page.getByText('Leeg is niet fout en kost niets.')).toBeVisible();
		await page.getByRole('link', { name: 'English' }).click();
		await expect(page.getByRole('heading', { name: 'The question from your email' })).toBeVisible();
		await page.goto(`${server.origin}/nl${path}`);
		const item = await itemOn(page);
		await page.getByRole('radio', { name: 'zeker', exact: true }).check();
		await answer(page, item, false);
		await expect(page.locator('.verdict')).toContainText('Nog niet');
		if (scripts) await expect(page.locator('.verdict .head')).toBeFocused();
		if (scripts) await looksRight(page);
		await page.reload();
		await expect(page.locator('.verdict')).toContainText('Nog niet');
		await expect(page.getByRole('button', { name: 'Controleer' })).toHaveCount(0);
		await expect(page.getByText(new RegExp(who, 'i'))).toHaveCount(0);
		if (!scripts) {
			await page.goto(`${server.origin}/nl/course`);
			await expect(page).toHaveURL(/sign-in/);
		}
		await page.context().close();
		const own = await as(browser, server.origin, who);
		await own.goto(`${server.origin}/nl/review`);
		await expect(own.locator('form input[name=item]')).not.toHaveValue(item.id);
		await own.context().close();
	});

for (const scripts of [true, false])
	test(`the mail stops by a button behind its link, and is on again from the account page, ${scripts ? 'with' : 'without'} scripts`, async ({
		browser
	}) => {
		const who = scripts ? 'amina' : 'henry';
		const page = await as(browser, server.origin, who, { javaScriptEnabled: scripts });
		const account = `${server.origin}/nl/account`;
		await page.goto(`${server.origin}/nl/weekly/stop/${links[who]!.stop}`);
		if (scripts) await looksRight(page);
		await page.goto(account);
		await expect(page.getByText('De mail staat aan.')).toBeVisible();
		await page.goBack();
		await page.getByRole('button', { name: 'Zet de mail uit' }).click();
		await expect(page.getByText('De mail met een vraag per week staat uit.')).toBeVisible();
		if (scripts) await looksRight(page);
		await page.goto(`${server.origin}/nl/review`);
		await page.getByRole('link', { name: 'Stel het in bij je account' }).click();
		await expect(page.getByText('De mail staat uit.')).toBeVisible();
		await page.getByRole('button', { name: 'Zet de mail aan' }).click();
		await expect(page.getByText('De mail staat aan.')).toBeVisible();
		await page.goto(account);
		await expect(page.getByText('De mail staat aan.')).toBeVisible();
		await page.context().close();
	});
