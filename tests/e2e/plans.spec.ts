import type { Page } from '@playwright/test';
import { startServer, type RunningServer } from '../support/server.ts';
import { violations } from './axe.ts';
import { as, expect, running, test } from './fixtures.ts';

// A server of its own: the cast of the other files stays as it is.
let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer({ env: { DEMO: '1' } });
});
test.afterAll(async () => {
	await server.stop();
});

const at = (path: string) => `${server.origin}${path}`;
const narrow = { viewport: { width: 320, height: 640 }, colorScheme: 'dark' as const };
const fits = async (page: Page) =>
	expect(await page.evaluate(() => document.scrollingElement!.scrollWidth)).toBe(320);
const plan = /^If it is Monday, I ask one member/;

test('what became of a plan is said, refused in words, gone back to, changed and taken along', async ({
	browser,
	app: _app
}) => {
	// Somebody in the demo wrote a plan long enough ago. What waits is said in both languages, without barriers.
	const look = await as(browser, server.origin, 'henry', narrow);
	for (const language of ['nl', 'en']) {
		await look.goto(at(`/${language}/canvas/follow-up`));
		await expect(look.getByRole('heading', { name: plan })).toBeVisible();
		expect(await violations(look)).toEqual([]);
		await fits(look);
	}
	await look.getByLabel('What made the difference?').fill('x'.repeat(401));
	await look.getByLabel('Partly').check();
	await look.getByRole('button', { name: 'Save' }).click();
	await expect(look.getByText('This is longer than 400 characters.')).toBeVisible();
	await expect(look.getByLabel('What made the difference?')).toHaveValue('x'.repeat(401));
	await expect(look.getByLabel('Partly')).toBeChecked();
	expect(await violations(look)).toEqual([]);

	const plain = await as(browser, server.origin, 'henry', { javaScriptEnabled: false });
	await plain.goto(at('/nl/canvas'));
	await plain.getByRole('link', { name: '1 als-danplan: hoe ging het?' }).click();
	await plain.getByRole('button', { name: 'Bewaar' }).click();
	await expect(
		plain
			.getByRole('group', { name: 'Heb je het gedaan?' })
			.getByText('Kies of je het gedaan hebt.')
	).toBeVisible();
	await plain.getByLabel('Nee, niet gedaan').check();
	await plain.getByLabel('Wat maakte het verschil?').fill('Geen vaste dag');
	await plain.getByRole('button', { name: 'Bewaar' }).click();
	await expect(plain.getByText('Je antwoord is bewaard.')).toBeVisible();
	await expect(plain.getByText('Herschrijf het kleiner.')).toBeVisible();
	await plain.goto(at('/nl/canvas'));
	await expect(plain.getByRole('link', { name: /hoe ging het/ })).toHaveCount(0);

	// Said again, with scripts and in the other language; what was said last counts.
	await look.goto(at('/en/canvas/follow-up'));
	await expect(look.getByText(/^No, not done \(/)).toBeVisible();
	await look.getByText('Change your answer').click();
	await look.getByLabel('Yes, done').check();
	expect(await violations(look)).toEqual([]);
	await look.getByRole('button', { name: 'Save' }).click();
	await expect(look.getByText(/^Yes, done \(/)).toBeVisible();
	await expect(look.getByText('Geen vaste dag').first()).toBeVisible();
	const file = await (await look.request.get(at('/en/canvas/canvas.md'))).text();
	expect(file).toContain('**Done?:** Yes, done');
	expect(file).toContain('Geen vaste dag');
	for (const page of [look, plain]) await page.context().close();
});

test('a form that is sent a second time with another answer says so, and keeps what was typed', async ({
	browser,
	app: _app
}) => {
	const page = await as(browser, server.origin, 'henry');
	await page.goto(at('/nl/canvas/follow-up'));
	await page.getByText('Verander je antwoord').click();
	const id = await page.locator('[name=id]').inputValue();
	const answerWith = async (label: string) => {
		await page.locator('[name=id]').evaluate((input: HTMLInputElement, was) => {
			input.value = was;
		}, id);
		await page.getByLabel(label).check();
		await page.getByRole('button', { name: 'Bewaar' }).click();
	};
	await answerWith('Deels');
	await expect(page.getByText(/^Deels \(/)).toBeVisible();
	await page.getByText('Verander je antwoord').click();
	await answerWith('Ja, gedaan');
	await expect(
		page.getByText('Dit formulier was al verstuurd, met een ander antwoord.')
	).toBeVisible();
	await expect(page.getByLabel('Ja, gedaan')).toBeChecked();
	expect(await violations(page)).toEqual([]);
	await page.getByRole('button', { name: 'Bewaar' }).click();
	await expect(page.getByText(/^Ja, gedaan \(/)).toBeVisible();
	await page.context().close();
});

for (const scripts of [true, false])
	test(`two versions are made one by hand, ${scripts ? 'with' : 'without'} scripts`, async ({
		browser,
		app: _app
	}) => {
		// A list that is full on both sides: one after the other has no room.
		const [who, list] = scripts ? ['chloe', 'e1_bewijs'] : ['dirk', 'e1_bewijs'];
		const one = await as(browser, server.origin, who, {
			...(scripts && narrow),
			javaScriptEnabled: scripts
		});
		const two = await one.context().newPage();
		const cell = (row: number) => `[name="${list}.${row}.text"]`;
		for (const page of [one, two]) {
			await page.goto(at('/nl/canvas/e1'));
			if (scripts) await running(page);
		}
		for (const [page, word] of [
			[one, 'eerste'],
			[two, 'tweede']
		] as const) {
			for (let row = 0; row < 5; row++) {
				await page.locator(cell(row)).fill(`${word} ${row + 1}`);
				if (scripts) await page.locator(cell(row)).press('Tab');
			}
			await page.getByRole('button', { name: 'Sla op' }).click();
			if (page === one)
				await expect(page.getByText(/Opgeslagen om|Alles is opgeslagen/).first()).toBeVisible();
		}
		const field = two.locator(`[data-field="${list}"]`);
		await expect(field.getByText('Van dit veld zijn er twee versies')).toBeVisible();
		await expect(field.getByRole('button', { name: 'Zet ze achter elkaar' })).toHaveCount(0);
		await field.getByRole('link', { name: 'Voeg ze zelf samen' }).click();

		const merge = two.getByRole('region', { name: 'Voeg ze samen' });
		for (const text of ['eerste 5', 'tweede 5'])
			await expect(merge.getByText(text, { exact: true }).first()).toBeVisible();
		await expect(two.locator(cell(0))).toHaveValue('eerste 1');
		if (scripts) {
			expect(await violations(two)).toEqual([]);
			await fits(two);
		}
		// Far too much is refused in words, and stays.
		await two.locator(cell(4)).fill('x'.repeat(4001));
		await two.getByRole('button', { name: 'Bewaar als één versie' }).click();
		await expect(two.getByText('Dit kan zo niet worden opgeslagen.')).toBeVisible();
		await expect(two.locator(cell(4))).toHaveValue('x'.repeat(4001));
		if (scripts) expect(await violations(two)).toEqual([]);
		await two.locator(cell(4)).fill('eerste 5 en tweede 5');
		await two.getByRole('button', { name: 'Bewaar als één versie' }).click();

		await expect(two.locator('h1')).toHaveText('Eerst het waarom');
		await expect(two.locator(cell(4))).toHaveValue('eerste 5 en tweede 5');
		await expect(two.getByText('Van dit veld zijn er twee versies')).toHaveCount(0);
		await field.getByRole('link', { name: 'Eerdere versies' }).click();
		await expect(two.getByText('tweede 5', { exact: true })).toBeVisible();
		await expect(merge).toHaveCount(0);
		await one.context().close();
	});

for (const scripts of [true, false])
	test(`an exercise says whether it is ready to discuss, ${scripts ? 'with' : 'without'} scripts`, async ({
		browser,
		app: _app
	}) => {
		const page = await as(browser, server.origin, scripts ? 'bas' : 'esra', {
			...(scripts && narrow),
			javaScriptEnabled: scripts
		});
		const judge = async (levels: number[]) => {
			for (const [row, name] of ['diagnosis', 'peoples-why', 'evidence'].entries())
				await page.locator(`[name="level:${name}"][value="${levels[row]}"]`).check();
			await page.getByRole('button', { name: /^(Bewaar mijn|Keep my)/ }).click();
		};
		await page.goto(at('/nl/canvas/e1'));
		await expect(page.locator('[data-ready]')).toHaveCount(0);
		await judge([1, 2, 3]);
		await expect(page.getByText('Deze oefening is nog niet klaar om te bespreken.')).toBeVisible();
		await expect(page.getByText('Nog op ‘beginnend’: Diagnose.')).toBeVisible();
		if (scripts) expect(await violations(page)).toEqual([]);
		await page.goto(at('/nl/canvas'));
		const whole = page.getByRole('region', { name: 'Nog niet klaar om te bespreken' });
		await expect(whole.getByRole('link', { name: 'Eerst het waarom: Diagnose' })).toBeVisible();
		await expect(whole.getByRole('link', { name: 'De sociale kaart' })).toBeVisible();
		await whole.getByText('Rijen op ‘op weg’').click();
		await expect(whole.getByRole('link', { name: /^Eerst het waarom: Waarom/ })).toBeVisible();
		if (scripts) {
			expect(await violations(page)).toEqual([]);
			await fits(page);
		}
		await page.goto(at('/en/canvas/e1'));
		await judge([2, 3, 3]);
		await expect(page.getByText('This exercise is ready to discuss.')).toBeVisible();
		if (scripts) expect(await violations(page)).toEqual([]);
		await page.context().close();
	});
