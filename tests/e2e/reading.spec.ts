import { brotliCompressSync } from 'node:zlib';
import { answer, itemOn } from './answering.ts';
import { as, expect, linkTo, test } from './fixtures.ts';

test('a term explains itself by pointer and by keyboard, and leads to the glossary', async ({
	browser,
	app
}) => {
	const page = await as(browser, app.origin, 'amina');
	await page.goto(`${app.origin}/nl/lesson/b2`);
	const term = page.locator('button.term').first();
	const card = page.locator(`#${await term.getAttribute('popovertarget')}`);
	await expect(card).toBeHidden();
	await term.click();
	await expect(card).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(card).toBeHidden();
	await expect(term).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(card).toBeVisible();
	await card.getByRole('link').click();
	await page.waitForURL(/glossary#/);
	const entry = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
	await entry.getByRole('link', { name: /B2/ }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Van dorp naar netwerk');
	await page.context().close();
});

test('sections wait for an answer, are never locked, and nothing is lost when they open', async ({
	browser,
	app
}) => {
	const page = await as(browser, app.origin, 'dirk');
	await page.goto(`${app.origin}/nl/lesson/b1`);
	const steps = page.locator('[data-step]');
	const last = steps.last();
	await expect(last).toBeHidden();
	await page.getByRole('button', { name: 'Lees nu al verder' }).click();
	await expect(last).toBeVisible();
	// Leading somewhere opens it as well.
	await page.goto(`${app.origin}/nl/lesson/b1#${await last.getAttribute('id')}`);
	await page.reload();
	await expect(last).toBeVisible();
	await page.context().close();
});

test('words that are selected can be marked, noted, changed and removed; paragraphs without selecting', async ({
	browser,
	app
}) => {
	const page = await as(browser, app.origin, 'chloe');
	await page.goto(`${app.origin}/nl/lesson/a1`);
	await page.waitForTimeout(1000);
	const words = await page.evaluate(() => {
		const paragraph = document.querySelector('#step-2 .prose p')!;
		const text = paragraph.firstChild as Text;
		const range = document.createRange();
		range.setStart(text, 0);
		range.setEnd(text, 24);
		getSelection()!.removeAllRanges();
		getSelection()!.addRange(range);
		return range.toString().trim();
	});
	await page.getByRole('button', { name: 'Vraag' }).click();
	await page.locator('#annotations > summary').click();
	await expect(page.locator('#annotations blockquote')).toHaveText(words);
	await expect.poll(() => page.evaluate(() => [...CSS.highlights.keys()].join())).toBe('question');
	await page.locator('#annotations li textarea').fill('Klopt dit bij ons?');
	await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
	await expect(page.locator('#annotations').getByText('Opgeslagen.')).toBeVisible();
	await page.reload();
	await page.locator('#annotations > summary').click();
	await expect(page.locator('#annotations li textarea')).toHaveValue('Klopt dit bij ons?');

	// In the other language the words are another text: the note stays, and says where it stands.
	await page.goto(`${app.origin}/en/lesson/a1`);
	await page.locator('#annotations > summary').click();
	await expect(page.getByText('In the Dutch text')).toBeVisible();
	await page.getByLabel('Paragraph').selectOption({ index: 2 });
	await page.getByRole('button', { name: 'Mark this paragraph' }).click();
	await expect(page.locator('#annotations blockquote')).toHaveCount(2);

	await page.goto(`${app.origin}/nl/notes`);
	await expect(page.getByText('Klopt dit bij ons?')).toBeVisible();
	const file = await page.request.get(`${app.origin}/nl/notes/notes.md`);
	expect(await file.text()).toContain(`> ${words}`);
	await page.goto(`${app.origin}/nl/lesson/a1`);
	await page.locator('#annotations > summary').click();
	await page.getByRole('button', { name: 'Verwijder' }).first().click();
	await expect(page.locator('#annotations blockquote')).toHaveCount(1);
	await page.context().close();
});

test('without scripts a paragraph can be marked and the mark removed', async ({ browser, app }) => {
	const page = await as(browser, app.origin, 'dirk', { javaScriptEnabled: false });
	await page.goto(`${app.origin}/nl/lesson/a2`);
	await page.locator('#annotations > summary').click();
	await page.locator('#body-fresh').fill('voor het overleg');
	await page.getByRole('button', { name: 'Markeer deze alinea' }).click();
	await page.locator('#annotations > summary').click();
	await expect(page.locator('#annotations li textarea')).toHaveValue('voor het overleg');
	await page.getByRole('button', { name: 'Verwijder' }).click();
	await expect(page.locator('#annotations blockquote')).toHaveCount(0);
	await page.context().close();
});

for (const scripts of [true, false])
	test(`what is answered without an account goes along when signing up, on another device, ${scripts ? 'with' : 'without'} scripts`, async ({
		browser,
		app
	}) => {
		const page = await (await browser.newContext({ javaScriptEnabled: scripts })).newPage();
		await page.goto(`${app.origin}/nl/lesson/a1`);
		await expect(page.getByRole('heading', { name: 'Bij het begin beginnen' })).toBeVisible();
		await page.getByRole('link', { name: 'Probeer de eerste les zonder account' }).click();
		await page.getByRole('radio', { name: '99', exact: true }).check();
		await page.getByRole('button', { name: 'Leg mijn voorspelling vast' }).click();
		await expect(page.getByText(/^Bewaard in deze browser\. Je voorspelling/)).toBeVisible();
		await answer(page, await itemOn(page), true);
		await expect(page.locator('.verdict')).toContainText('Bewaard in deze browser.');
		await page.getByLabel('Jouw notitie').fill('iets met community');
		await page.getByRole('button', { name: 'Bewaar notitie' }).click();
		await expect(page.getByText(/Bewaard in deze browser om/)).toBeVisible();
		await page.reload();
		await expect(page.getByLabel('Jouw notitie')).toHaveValue('iets met community');

		await page.getByRole('link', { name: 'Meld je aan en ga verder' }).click();
		const email = `proef-${scripts}@verdewold.example`;
		await page.getByLabel('Naam').fill('Pim Proef');
		await page.getByLabel('E-mailadres').fill(email);
		await page.getByRole('button', { name: 'Stuur me de link' }).click();
		await expect(page.getByText(`We hebben een mail gestuurd naar ${email}`)).toBeVisible();
		const phone = await (await browser.newContext({ javaScriptEnabled: scripts })).newPage();
		await phone.goto(await linkTo(app, email));
		await phone.getByLabel('Wachtwoord', { exact: true }).fill('zeven paarse potloden');
		await phone.getByRole('button', { name: 'Maak mijn account' }).click();
		await phone.waitForURL(/\/nl\/course$/);
		await phone.goto(`${app.origin}/nl/lesson/a1`);
		await expect(phone.getByText('Deze les is gedaan.')).toBeVisible();
		await expect(phone.getByText('Je voorspelde: 99')).toBeVisible();
		await expect(phone.getByLabel('Jouw notitie')).toHaveValue('iets met community');
		for (const each of [page, phone]) await each.context().close();
	});

test('a lesson carries at most 50 kB of JavaScript beside what its simulation needs', async ({
	browser,
	app
}) => {
	const page = await as(browser, app.origin, 'femke');
	await page.goto('about:blank');
	const scripts: Promise<number>[] = [];
	page.on('response', (response) => {
		if (response.url().endsWith('.js'))
			scripts.push(response.body().then((body) => brotliCompressSync(body).length));
	});
	await page.goto(`${app.origin}/nl/lesson/b1`);
	await page.waitForLoadState('networkidle');
	const sizes = await Promise.all(scripts);
	expect(sizes.length).toBeGreaterThan(3);
	expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(50_000);
	await page.context().close();
});
