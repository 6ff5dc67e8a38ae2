import { readSheet } from 'read-excel-file/node';
import { startServer, type RunningServer } from '../support/server.ts';
import { violations } from './axe.ts';
import { as, expect, test } from './fixtures.ts';

// People leave here: other tests have a server of their own.
let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer({ env: { DEMO: '1' } });
});
test.afterAll(() => server.stop());

const cohort = 'Communicatie, najaar';

for (const scripts of [true, false])
	test(`a manager reminds somebody, gives them time and filters the list, ${scripts ? 'with' : 'without'} scripts`, async ({
		browser,
		app: _app
	}) => {
		const who = scripts ? 'Dirk Hoekstra' : 'Chloe Bennett';
		const page = await as(browser, server.origin, 'hanneke', { javaScriptEnabled: scripts });
		await page.goto(`${server.origin}/nl/manage`);
		await page.getByRole('link', { name: cohort }).click();
		await expect(page.getByRole('heading', { name: 'Wie heeft me nodig?' })).toBeVisible();
		// Of five people together; in the second of these tests one may have left.
		if (scripts)
			await expect(page.getByRole('heading', { name: 'Waar de groep is' })).toBeVisible();
		if (scripts) expect(await violations(page)).toEqual([]);

		// A part of the bar opens its list, and the file is that list.
		await page.getByRole('link', { name: /^\d+ niet begonnen$/ }).click();
		await expect(page.getByText('niet begonnen: ')).toBeVisible();
		const people = page.getByRole('region', { name: /^Mensen/ });
		await expect(people.getByRole('row').filter({ hasText: 'Esra Demir' })).toBeVisible();
		await expect(people.getByText(who)).toHaveCount(0);
		const href = await page.getByRole('link', { name: 'Download als CSV' }).getAttribute('href');
		const csv = await (await page.request.get(`${server.origin}${href}`)).text();
		expect(csv).toContain('Esra Demir');
		expect(csv).not.toContain(who);
		await page.getByRole('link', { name: 'Iedereen' }).click();
		await expect(people.getByText(who)).toBeVisible();

		// Looked for, put in order, remembered: the list, and its file, are then like that by themselves.
		await page.getByLabel('Naam', { exact: true }).fill('ESRA');
		await page.getByRole('button', { name: 'Toon', exact: true }).click();
		await expect(people.getByRole('row')).toHaveCount(2);
		await page.getByLabel('Naam', { exact: true }).fill('esra d');
		await page.getByLabel('Volgorde').selectOption('lessons');
		await page.getByRole('button', { name: 'Toon en onthoud' }).click();
		await expect(page.getByText('Onthouden.')).toBeVisible();
		await page.goto(page.url().split('?')[0]!);
		await expect(page.getByLabel('Naam', { exact: true })).toHaveValue('esra d');
		await expect(people.getByRole('row')).toHaveCount(2);
		const workbook = page.getByRole('link', { name: 'Download voor Excel' });
		const bytes = await page.request.get(`${server.origin}${await workbook.getAttribute('href')}`);
		const [, ...listed] = await readSheet(await bytes.body());
		expect(listed.map(([name]) => name)).toEqual(['Esra Demir']);
		await page.getByLabel('Naam', { exact: true }).fill('');
		await page.getByLabel('Volgorde').selectOption('name');
		await page.getByRole('button', { name: 'Toon en onthoud' }).click();
		await expect(people.getByRole('row').filter({ hasText: who })).toBeVisible();

		await people.getByRole('link', { name: who }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(who);
		if (scripts) expect(await violations(page)).toEqual([]);
		await page.getByRole('button', { name: 'Stuur een herinnering' }).click();
		await expect(page.getByText('De herinnering is onderweg.')).toBeVisible();
		await expect(page.getByText('Deze week is er al een herinnering gestuurd.')).toBeVisible();
		await expect
			.poll(() => server.mails().join())
			.toContain(`${who.split(' ')[0]!.toLowerCase()}@`);

		const time = page.getByRole('region', { name: 'Geef meer tijd' });
		await page.getByLabel('Nieuwe laatste dag').fill('2020-01-01');
		await time.getByLabel('Reden', { exact: true }).fill('op reis');
		await page.getByRole('button', { name: 'Bewaar' }).click();
		await expect(page.getByText('Kies een dag na de laatste dag van de groep')).toBeVisible();
		await expect(time.getByLabel('Reden', { exact: true })).toHaveValue('op reis');
		await page.getByLabel('Nieuwe laatste dag').fill('2099-12-31');
		await page.getByRole('button', { name: 'Bewaar' }).click();
		await expect(page.getByText('De nieuwe laatste dag is bewaard.')).toBeVisible();
		await page.context().close();

		// The learner reads the same line and the reason, turns reminders off, and leaves.
		const own = await as(browser, server.origin, who.split(' ')[0]!.toLowerCase(), {
			javaScriptEnabled: scripts
		});
		await own.goto(`${server.origin}/nl/manager-view`);
		await expect(
			own.getByText(/^Je laatste dag is 31 december 2099\. Reden: op reis/)
		).toBeVisible();
		if (scripts) expect(await violations(own)).toEqual([]);
		await own.goto(`${server.origin}/nl/account`);
		await own.locator('#nudges').getByRole('button', { name: 'Zet uit' }).click();
		await expect(own.locator('#nudges').getByText('Staat uit.')).toBeVisible();
		await own.goto(`${server.origin}/nl/account/data`);
		await expect(
			own.getByRole('row').filter({ hasText: 'liet een herinnering sturen' })
		).toBeVisible();
		await own.goto(`${server.origin}/nl/manager-view`);
		await own.getByText('Stap uit deze groep').first().click();
		await own.getByRole('button', { name: 'Stap uit deze groep' }).click();
		await expect(own.getByText('Je doet niet meer mee met die groep.')).toBeVisible();
		await own.context().close();

		const after = await as(browser, server.origin, 'hanneke', { javaScriptEnabled: scripts });
		await after.goto(`${server.origin}/en/manage`);
		await after.getByRole('link', { name: cohort }).click();
		await expect(after.locator('main')).not.toContainText(who);
		await after.context().close();
	});

test('a group in which each has a pace of their own', async ({ browser, app: _app }) => {
	const page = await as(browser, server.origin, 'joris', { javaScriptEnabled: false });
	await page.goto(`${server.origin}/en/manage/new`);
	await page.getByLabel('Name').fill('At our own pace');
	await page.getByLabel('Lessons per week').fill('many');
	await page.getByRole('button', { name: 'Make cohort' }).click();
	await expect(page.getByText('Enter a number from 1 to 10.')).toBeVisible();
	await expect(page.getByLabel('Name')).toHaveValue('At our own pace');
	await page.getByLabel('Lessons per week').fill('2');
	await page.getByRole('button', { name: 'Make cohort' }).click();
	await expect(page.getByText('each at their own pace: 2 lessons a week')).toBeVisible();
	await page.getByRole('link', { name: 'Invite' }).click();
	await page.getByRole('button', { name: 'Make a link' }).click();
	const link = await page.getByLabel('Link', { exact: true }).inputValue();
	await page.context().close();

	// Told before joining, and the last day follows from joining.
	const own = await as(browser, server.origin, 'bas');
	await own.goto(link);
	await expect(own.getByText('each at their own pace: 2 lessons a week')).toBeVisible();
	expect(await violations(own)).toEqual([]);
	await own.getByRole('button', { name: 'Join' }).click();
	await own.goto(`${server.origin}/en/manager-view`);
	const row = own
		.getByRole('region', { name: /At our own pace/ })
		.getByRole('row')
		.last();
	await expect(row).toContainText('last day: ');
	await own.context().close();
});

test('an administrator reads what was done', async ({ browser, app: _app }) => {
	const page = await as(browser, server.origin, 'farida');
	await page.goto(`${server.origin}/en/admin`);
	await page.getByRole('link', { name: 'What was done' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('What was done');
	expect(await violations(page)).toEqual([]);
	await page.context().close();
});
