import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { castPassword } from '../../src/lib/server/demo/cast.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { violations } from './axe.ts';
import { as, expect, signIn, test } from './fixtures.ts';

// People leave here: other tests have a server of their own.
let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer({ env: { DEMO: '1' } });
});
test.afterAll(() => server.stop());

for (const [scripts, who, name] of [
	[true, 'gerrit', 'Gerrit'],
	[false, 'femke', 'Femke']
] as const)
	test(`seen, taken along and erased by oneself, ${scripts ? 'with' : 'without'} scripts`, async ({
		browser,
		app: _app
	}) => {
		const page = await as(browser, server.origin, who, { javaScriptEnabled: scripts });
		await page.goto(`${server.origin}/nl/privacy`);
		await page.getByRole('link', { name: 'Bekijk, bewaar of wis je eigen gegevens' }).click();
		await expect(page.getByRole('heading', { name: 'Mijn gegevens', level: 1 })).toBeVisible();
		await expect(page.getByRole('row', { name: /^Naam en e-mailadres 1 regel/ })).toBeVisible();
		if (scripts) expect(await violations(page)).toEqual([]);

		const take = page.getByRole('region', { name: 'Neem alles mee' });
		await take.getByLabel('Je wachtwoord').fill('niet dit wachtwoord');
		await take.getByRole('button').click();
		await expect(take.getByText('Dit wachtwoord klopt niet.')).toBeVisible();
		await take.getByLabel('Je wachtwoord').fill(castPassword);
		const download = page.waitForEvent('download');
		await take.getByRole('button').click();
		const files = unzipSync(readFileSync(await (await download).path()));
		expect(strFromU8(files['data.json']!)).toContain(`${who}@verdewold.example`);
		expect(strFromU8(files['lees-mij.txt']!)).toContain(`Van ${name}`);

		const erase = page.getByRole('region', { name: 'Wis mijn account' });
		await erase.getByLabel('Je wachtwoord').fill(castPassword);
		await erase.getByRole('button').click();
		await expect(erase.getByText('Zet een vinkje')).toBeVisible();
		if (scripts) expect(await violations(page)).toEqual([]);
		await erase.getByLabel('Je wachtwoord').fill(castPassword);
		await erase.getByLabel('Ik weet dat dit niet ongedaan te maken is').check();
		await erase.getByRole('button').click();
		await expect(page.getByText('Je account is gewist.')).toBeVisible();
		await page.goto(`${server.origin}/nl/course`);
		await expect(page).toHaveURL(/sign-in/);
		await page.locator('[name=email]').fill(`${who}@verdewold.example`);
		await page.locator('[name=password]').fill(castPassword);
		await page.locator('main form button').click();
		await expect(
			page.getByText('Deze combinatie van adres en wachtwoord klopt niet.')
		).toBeVisible();

		// The manager's list is without them at the next look.
		await signIn(page, server.origin, 'joris');
		await page.goto(`${server.origin}/nl/manage`);
		await page.locator('main a[href*="/manage/"]').last().click();
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(page.locator('main')).not.toContainText(name);
		await page.context().close();
	});

test('the last administrator stays, in words, in English', async ({ browser, app: _app }) => {
	const page = await as(browser, server.origin, 'farida');
	await page.goto(`${server.origin}/en/account/data`);
	const erase = page.getByRole('region', { name: 'Erase my account' });
	await erase.getByLabel('Your password').fill(castPassword);
	await erase.getByLabel('I know that this cannot be undone').check();
	await erase.getByRole('button').click();
	await expect(erase.getByText('You are the last administrator.')).toBeVisible();
	await page.context().close();
});
