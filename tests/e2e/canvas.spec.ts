import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { chromiumLaunch } from '../support/chromium.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { violations } from './axe.ts';
import { expect, running, signIn, test } from './fixtures.ts';

// A server of its own: the cast of the other files stays as it is.
let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer({ env: { DEMO: '1' } });
});
test.afterAll(async () => {
	await server.stop();
});

const at = (path: string) => `${server.origin}${path}`;
const core = '[name="e1_kernprobleem.0.text"]';
const fieldOf = (page: Page, id: string) => page.locator(`[data-field="${id}"]`);
const saved = (page: Page, id: string) =>
	expect(fieldOf(page, id).getByText(/Opgeslagen om|Saved at/)).toBeVisible();

/** What the server has of a field, cell by cell. */
async function cellsOf(page: Page, id: string): Promise<string[][]> {
	const response = await page.request.get(at('/nl/canvas/canvas.json'));
	const { exercises } = (await response.json()) as {
		exercises: { fields: { id: string; cells: string[][] }[] }[];
	};
	return exercises.flatMap(({ fields }) => fields).find((field) => field.id === id)!.cells;
}

/** Signs that people type and programs trip over. */
const awkward = 'Wie? “Zij” & <wij> — 100% \\n {{x}} 👩‍💻 ĳ é ';
const typedText = Array.from({ length: 12 }, (_, n) => `${n + 1}. ${awkward}`).join('\n');

test('begun on a phone, continued on a desk in the other language, by keyboard, without barriers', async ({
	browser,
	app: _app
}) => {
	const phone = await (
		await browser.newContext({ viewport: { width: 320, height: 640 } })
	).newPage();
	await signIn(phone, server.origin, 'bas');
	await phone.goto(at('/nl/canvas'));
	expect(await violations(phone)).toEqual([]);
	await phone.getByRole('link', { name: 'Eerst het waarom' }).click();
	await phone
		.getByRole('textbox', { name: 'Wat speelt er nu tussen mensen' })
		.fill('Buren vragen het elkaar.');
	await saved(phone, 'e1_situatie');
	await phone
		.getByLabel('Waaruit weet je dat? (bron, getal, gesprek) Regel 1')
		.fill('telefoonlijst');
	await phone
		.getByLabel('Waaruit weet je dat? (bron, getal, gesprek) Regel 2')
		.fill('zes gesprekken');
	await saved(phone, 'e1_bewijs');
	expect(await violations(phone)).toEqual([]);
	expect(await phone.evaluate(() => document.scrollingElement!.scrollWidth)).toBe(320);

	const desk = await (await browser.newContext({ colorScheme: 'dark' })).newPage();
	await signIn(desk, server.origin, 'bas');
	await desk.goto(at('/en/canvas/e1'));
	const situation = desk.getByRole('textbox', { name: 'What is going on between people' });
	await expect(situation).toHaveValue('Buren vragen het elkaar.');
	await situation.focus();
	await desk.keyboard.press('End');
	await desk.keyboard.type(' And us.');
	await saved(desk, 'e1_situatie');
	expect(await cellsOf(desk, 'e1_situatie')).toEqual([['Buren vragen het elkaar. And us.']]);
	expect(await cellsOf(desk, 'e1_bewijs')).toEqual([['telefoonlijst'], ['zes gesprekken']]);
	expect(await violations(desk)).toEqual([]);

	// The phone is looked at again: it shows what the desk wrote.
	await phone.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
	await expect(phone.getByRole('textbox', { name: 'Wat speelt er nu tussen mensen' })).toHaveValue(
		'Buren vragen het elkaar. And us.'
	);
	await phone.context().close();
	await desk.context().close();
});

test('two windows that change the same field keep both texts, and one is chosen', async ({
	browser,
	app: _app
}) => {
	const context = await browser.newContext();
	const one = await context.newPage();
	await signIn(one, server.origin, 'chloe');
	await one.goto(at('/nl/canvas/e1'));
	const two = await context.newPage();
	await two.goto(at('/nl/canvas/e1'));
	await two.locator('h1').waitFor();
	await one.locator(core).fill('Uit het eerste venster');
	await saved(one, 'e1_kernprobleem');
	await two.locator(core).fill('Uit het tweede venster');
	const field = fieldOf(two, 'e1_kernprobleem');
	await expect(field.getByText('Van dit veld zijn er twee versies')).toBeVisible();
	await expect(field.getByText('Uit het eerste venster')).toBeVisible();
	await expect(two.locator(core)).toHaveValue('Uit het tweede venster');
	expect(await violations(two)).toEqual([]);
	// It goes on being typed, and still nothing is lost.
	await two.locator(core).fill('Uit het tweede venster, en meer');
	await expect(field.getByText('Uit het tweede venster, en meer').first()).toBeVisible();
	expect(await cellsOf(two, 'e1_kernprobleem')).toEqual([['Uit het eerste venster']]);

	await field.getByRole('button', { name: 'Neem deze versie' }).click();
	await expect(field.getByText('Van dit veld zijn er twee versies')).toHaveCount(0);
	await expect(two.locator(core)).toHaveValue('Uit het tweede venster, en meer');
	expect(await cellsOf(two, 'e1_kernprobleem')).toEqual([['Uit het tweede venster, en meer']]);

	// The other one is among the earlier versions, and can come back.
	await field.getByRole('link', { name: 'Eerdere versies' }).click();
	const first = two.getByRole('listitem').filter({ hasText: 'Uit het eerste venster' }).last();
	expect(await violations(two)).toEqual([]);
	await first.getByRole('button', { name: 'Zet terug' }).click();
	await expect(two.locator(core)).toHaveValue('Uit het eerste venster');
	await context.close();
});

test('a connection that is cut while typing, and a lost acknowledgement, lose no character and make no second version', async ({
	browser,
	app: _app
}) => {
	const page = await (await browser.newContext()).newPage();
	await signIn(page, server.origin, 'dirk');
	await page.goto(at('/nl/canvas/e1'));
	const area = page.locator('[name="e1_situatie.0.text"]');
	const half = typedText.slice(0, 150);
	await area.pressSequentially(half, { delay: 1 });
	// The answer to this save never arrives.
	let lost = 0;
	await page.route('**/canvas/e1?/save', async (route) => {
		if (lost++ > 0) return route.fallback();
		await route.fetch();
		await route.abort();
	});
	await expect.poll(() => lost, { timeout: 10_000 }).toBeGreaterThan(0);
	await page.context().setOffline(true);
	await area.pressSequentially(typedText.slice(150), { delay: 1 });
	await expect(fieldOf(page, 'e1_situatie').getByText('Op dit apparaat bewaard.')).toBeVisible();
	await page.context().setOffline(false);
	await saved(page, 'e1_situatie');
	expect(await cellsOf(page, 'e1_situatie')).toEqual([[typedText]]);
	await expect(fieldOf(page, 'e1_situatie').getByText('twee versies')).toHaveCount(0);
	await page.reload();
	await expect(area).toHaveValue(typedText);
	await page.context().close();
});

test('a browser that is killed without a connection has lost nothing when it is back', async ({
	app: _app
}) => {
	const profile = mkdtempSync(join(tmpdir(), 'canvas-profile-'));
	const launch = () => chromium.launchPersistentContext(profile, chromiumLaunch());
	const before = await launch();
	const page = before.pages()[0]!;
	await signIn(page, server.origin, 'esra');
	await page.goto(at('/nl/canvas/e1'));
	await running(page);
	await before.setOffline(true);
	await page.locator('[name="e1_situatie.0.text"]').pressSequentially(typedText, { delay: 1 });
	await page.locator(core).pressSequentially('Kern', { delay: 1 });
	for (const id of ['e1_situatie', 'e1_kernprobleem'])
		await expect(fieldOf(page, id).getByText('Op dit apparaat bewaard.')).toBeVisible();
	const cdp = await before.browser()!.newBrowserCDPSession();
	const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
	const gone = new Promise((resolve) => before.once('close', resolve));
	process.kill(processInfo.find(({ type }) => type === 'browser')!.id, 'SIGKILL');
	await gone;

	const after = await launch();
	const again = after.pages()[0]!;
	await again.goto(at('/nl/canvas/e1'));
	// The browser may not have written its newest cookies down; the drafts it has.
	if (again.url().includes('/sign-in')) {
		await signIn(again, server.origin, 'esra');
		await again.goto(at('/nl/canvas/e1'));
	}
	await expect(again.locator('[name="e1_situatie.0.text"]')).toHaveValue(typedText);
	await expect(again.locator(core)).toHaveValue('Kern');
	expect(await cellsOf(again, 'e1_situatie')).toEqual([[typedText]]);
	expect(await cellsOf(again, 'e1_kernprobleem')).toEqual([['Kern']]);
	await after.close();
	rmSync(profile, { recursive: true, force: true });
});

test('without scripts: filled in, in conflict, settled, printed and taken along', async ({
	browser,
	app: _app
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await signIn(page, server.origin, 'gerrit');
	await page.goto(at('/nl/canvas/e1'));
	const stale = await context.newPage();
	await stale.goto(at('/nl/canvas/e1'));
	await page.locator('[name="e1_situatie.0.text"]').fill(typedText);
	await page.locator(core).fill('Eén');
	await page.locator('[name="e1_bewijs.2.text"]').fill('derde regel');
	await page.getByRole('button', { name: 'Sla op' }).click();
	await expect(page.getByText('Alles is opgeslagen.')).toBeVisible();
	await expect(page.locator('[name="e1_situatie.0.text"]')).toHaveValue(typedText);
	expect(await cellsOf(page, 'e1_situatie')).toEqual([[typedText]]);
	expect(await cellsOf(page, 'e1_bewijs')).toEqual([[''], [''], ['derde regel']]);

	await stale.locator(core).fill('Twee');
	await stale.getByRole('button', { name: 'Sla op' }).click();
	const field = fieldOf(stale, 'e1_kernprobleem');
	await expect(field.getByText('Van dit veld zijn er twee versies')).toBeVisible();
	await expect(field.getByRole('paragraph').filter({ hasText: /^Twee$/ })).toBeVisible();
	// What was not touched in the older window is not another version.
	await expect(stale.getByText('Van dit veld zijn er twee versies')).toHaveCount(1);
	await field.getByRole('button', { name: 'Neem deze versie' }).click();
	expect(await cellsOf(stale, 'e1_kernprobleem')).toEqual([['Twee']]);

	await page.goto(at('/nl/canvas/whole'));
	await expect(page.getByText('Twee', { exact: true })).toBeVisible();
	const docx = await page.request.get(at('/nl/canvas/canvas.docx'));
	expect(docx.headers()['content-type']).toContain('wordprocessingml');
	expect((await docx.body()).subarray(0, 2).toString()).toBe('PK');
	await page.goto(at('/nl/canvas/e1/versions/e1_kernprobleem'));
	await page.getByRole('button', { name: 'Zet terug' }).last().click();
	expect(await cellsOf(page, 'e1_kernprobleem')).toEqual([['Eén']]);
	await context.close();
});

for (const scripts of [true, false])
	test(`judged, shared, answered and taken back, ${scripts ? 'with' : 'without'} scripts`, async ({
		browser,
		app: _app
	}) => {
		const options = { javaScriptEnabled: scripts };
		const learner = await (await browser.newContext(options)).newPage();
		const who = scripts ? 'henry' : 'femke';
		await signIn(learner, server.origin, who);
		await learner.goto(at('/nl/canvas/e4'));
		const share = learner.getByRole('button', { name: 'Deel met mijn manager' });
		await expect(share).toHaveCount(0);
		const judge = learner.getByRole('button', { name: 'Bewaar mijn oordeel' });
		await learner
			.getByRole('radio', { name: /^2 Op weg/ })
			.first()
			.check();
		await judge.click();
		await expect(learner.getByText('Kies bij elke rij een niveau.')).toBeVisible();
		await expect(learner.getByRole('radio', { name: /^2 Op weg/ }).first()).toBeChecked();
		for (const level of await learner.getByRole('radio', { name: /^2 Op weg/ }).all())
			await level.check();
		await judge.click();
		await expect(learner.getByText('Je oordeel is bewaard.')).toBeVisible();
		await share.click();
		await expect(learner.getByText('Gedeeld sinds')).toBeVisible();
		if (scripts) expect(await violations(learner)).toEqual([]);
		await learner.goto(at('/nl/manager-view'));
		await expect(learner.getByRole('link', { name: /^De ruil, met / })).toBeVisible();

		const manager = await (await browser.newContext(options)).newPage();
		await signIn(manager, server.origin, 'joris', 'en');
		await manager.goto(at('/en/manage'));
		await manager.locator('main a[href*="/manage/"]:not([href$="/new"])').first().click();
		await manager.getByRole('link', { name: 'Shared exercises' }).click();
		if (scripts) expect(await violations(manager)).toEqual([]);
		await manager
			.getByRole('listitem')
			.filter({ hasText: scripts ? 'Henry Okafor' : 'Femke Postma' })
			.getByRole('link')
			.click();
		await expect(manager.getByRole('heading', { level: 1, name: 'The exchange' })).toBeVisible();
		const there = manager.url();
		const answer = manager.getByRole('button', { name: 'Send your answer' });
		await manager.getByLabel('What would you like to say about it?').fill('Mooi & <helder>.');
		await manager
			.getByRole('radio', { name: /^4 Strong/ })
			.first()
			.check();
		await answer.click();
		await expect(manager.getByText('Write down what you will make possible.')).toBeVisible();
		await expect(manager.getByLabel('What would you like to say about it?')).toHaveValue(
			'Mooi & <helder>.'
		);
		await manager.getByLabel('What will you make possible?').fill('Two hours a week.');
		await answer.click();
		await expect(manager.getByText('Your answer stands with the exercise.')).toBeVisible();
		if (scripts) expect(await violations(manager)).toEqual([]);

		await learner.goto(at('/nl/canvas/e4'));
		await expect(learner.getByText('Mooi & <helder>.')).toBeVisible();
		await expect(learner.getByText('Two hours a week.')).toBeVisible();
		await expect(learner.getByText('Praat er tien minuten over.')).toBeVisible();
		await learner.getByRole('button', { name: 'Stop met delen' }).click();
		await expect(learner.getByText('Niet gedeeld.')).toBeVisible();
		expect((await manager.goto(there))!.status()).toBe(404);
		await learner.context().close();
		await manager.context().close();
	});
