import type { BrowserContextOptions, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { part } from '../support/part.ts';
import { answer, itemOn, required } from './answering.ts';
import { as, expect, linkTo, test, type Kind } from './fixtures.ts';

const { lessons, quizzes } = required;
const units = lessons + quizzes;

/**
 * The main job, from the manager's first click to the CSV: a new learner takes module m1 in Dutch, switches to English
 * half-way, loses nothing, and passes the quiz on the second attempt, on another device.
 */
export function mainPath(kind: Kind): void {
	// Each database with scripts on one day and without them on another.
	for (const scripts of part([true, false], 1))
		mainPathOf(kind, kind === 'embedded' ? scripts : !scripts);
}

function mainPathOf(kind: Kind, scripts: boolean): void {
	const options: BrowserContextOptions = { javaScriptEnabled: scripts, acceptDownloads: true };
	const name = `Noor ${kind === 'embedded' ? 'Jansen' : 'Peters'}${scripts ? '' : ' zonder scripts'}`;
	const email = `noor-${kind}-${scripts}@verdewold.example`;

	test(`module m1 from invitation to CSV, ${kind}, ${scripts ? 'with' : 'without'} scripts`, async ({
		browser,
		app
	}) => {
		test.setTimeout(400_000);
		const { origin } = app;
		const manager = await as(browser, origin, 'hanneke', options);
		let cohortPage = '';
		const join = await test.step('the manager makes a cohort and a link', async () => {
			await manager.goto(`${origin}/nl/manage/new`);
			await manager.getByLabel('Naam').fill(`Cohort van ${name}`);
			await manager.getByRole('button', { name: 'Maak cohort' }).click();
			await expect(manager.getByText('Er doet nog niemand mee.')).toBeVisible();
			cohortPage = manager.url();
			await manager.getByRole('link', { name: 'Uitnodigen' }).click();
			await manager.getByRole('button', { name: 'Maak een link' }).click();
			return manager.getByLabel('Link', { exact: true }).inputValue();
		});

		const page = await (await browser.newContext(options)).newPage();
		await test.step('the learner sees what the manager will see, signs up and joins', async () => {
			await page.goto(join);
			await expect(
				page.getByRole('row', {
					name: `Jij 0 van ${lessons} 0 van ${quizzes} niet begonnen`
				})
			).toBeVisible();
			await page.getByRole('main').getByRole('link', { name: 'Aanmelden' }).click();
			await page.getByLabel('Naam').fill(name);
			await page.getByLabel('E-mailadres').fill(email);
			await page.getByRole('button', { name: 'Stuur me de link' }).click();
			await expect(page.getByText(`We hebben een mail gestuurd naar ${email}`)).toBeVisible();
			await page.goto(await linkTo(app, email));
			await page.getByLabel('Wachtwoord', { exact: true }).fill('kort');
			await page.getByRole('button', { name: 'Maak mijn account' }).click();
			await expect(page.getByText('Dit wachtwoord is te kort')).toBeVisible();
			await page.getByLabel('Wachtwoord', { exact: true }).fill('zeven paarse potloden');
			await page.getByRole('button', { name: 'Maak mijn account' }).click();
			await page.getByRole('button', { name: 'Doe mee' }).click();
			await expect(page.getByText(`0 van ${units} onderdelen gedaan (0%)`)).toBeVisible();
		});

		await test.step('lesson A1 in Dutch', async () => {
			await page.getByRole('link', { name: /Begin met A1/ }).click();
			await predict(page, '1');
			if (scripts) {
				await page.getByRole('button', { name: 'één persoon anders' }).click();
				await page.getByRole('button', { name: 'Eén stap verder' }).click();
				await expect(
					page.getByText('Ronde 1: 1 van de 100 doen mee. Niemand komt nog in beweging.')
				).toBeVisible();
			} else await expect(page.getByText(/Ronde 100: 100 van de 100/)).toBeVisible();
			const item = await itemOn(page);
			await page.getByRole('button', { name: 'Controleer' }).click();
			await expect(page.getByText('Leeg is niet fout en kost niets.')).toBeVisible();
			await answer(page, item, false);
			await expect(page.locator('.verdict')).toContainText('Nog niet');
			await expect(page.locator('.verdict')).toContainText('Opgeslagen.');
			await expect(page.getByText('Deze les is gedaan.')).toBeVisible();
			await page.getByRole('link', { name: 'Probeer opnieuw' }).click();
			await answer(page, item, true);
			await expect(page.locator('.verdict')).toContainText('Juist');
			await page.getByLabel('Jouw notitie').fill('Doe iets met community\nen wel "nu"');
			await page.getByRole('button', { name: 'Bewaar notitie' }).click();
			await expect(page.getByText(/Opgeslagen om \d/)).toBeVisible();
		});

		await test.step('half-way A2 the language changes, and nothing is lost', async () => {
			await page.getByRole('link', { name: 'Naar les A2' }).click();
			await page.waitForURL(/lesson\/a2/);
			await answer(page, await itemOn(page), true);
			await page.getByRole('link', { name: 'This page in English' }).click();
			await expect(page.locator('html')).toHaveAttribute('lang', 'en');
			await expect(page.locator('.verdict')).toContainText('Right');
			await answer(page, await itemOn(page), true);
			await expect(page.getByText('This lesson is done.')).toBeVisible();
			await page.goto(`${origin}/en/lesson/a1`);
			await expect(page.getByLabel('Your note')).toHaveValue('Doe iets met community\nen wel "nu"');
			await expect(page.getByText('You predicted: 1')).toBeVisible();
		});

		await test.step('lesson A3 in English', async () => {
			await page.goto(`${origin}/en/lesson/a3`);
			// What follows the prediction is folded where there are scripts, and open where there are none.
			const follows = page.getByText('Commit your prediction first');
			if (scripts) await expect(follows).toBeHidden();
			else await expect(follows).toBeVisible();
			await predict(page, undefined);
			await expect(page.getByRole('img', { name: /Counts visible/ })).toBeVisible();
			await answer(page, await itemOn(page), true);
			await expect(page.getByText('This lesson is done.')).toBeVisible();
		});

		await test.step('the first attempt at the quiz fails', async () => {
			await page.goto(`${origin}/en/quiz/m1`);
			await expect(
				page.getByText('8 questions, 2 attempts; your best attempt counts and 70% is a pass.')
			).toBeVisible();
			await page.getByRole('button', { name: 'Begin attempt 1' }).click();
			await takeQuiz(page, () => false);
			await expect(page.getByText('Not passed yet')).toBeVisible();
			await expect(page.getByText('Attempt 1: 0%')).toBeVisible();
		});

		await test.step('the second passes, on another device half-way', async () => {
			await page.getByRole('button', { name: 'Begin attempt 2' }).click();
			await takeQuiz(page, () => true, 3);
			const device = await (
				await browser.newContext({ ...options, storageState: await page.context().storageState() })
			).newPage();
			await device.goto(`${origin}/nl/quiz/m1`);
			await expect(device.getByText('bezig, 3 van 8 beantwoord')).toBeVisible();
			await device.getByRole('button', { name: 'Ga verder met poging 2' }).click();
			await takeQuiz(device, () => true);
			await expect(device.getByText('✓ Geslaagd.')).toBeVisible();
			await expect(device.getByText('Poging 2: 100%')).toBeVisible();
			await device.context().close();
		});

		const cells = new RegExp(`3 van ${lessons} 1 van ${quizzes} op schema`);
		const percent = Math.floor(400 / units);
		await test.step('learner, manager and CSV say the same', async () => {
			await page.goto(`${origin}/nl/course`);
			await expect(page.getByText(`4 van ${units} onderdelen gedaan (${percent}%)`)).toBeVisible();
			await page.goto(`${origin}/nl/manager-view`);
			await expect(page.getByRole('row', { name: cells })).toContainText(name);
			await manager.goto(cohortPage);
			await expect(manager.getByRole('row', { name: cells })).toContainText(name);
			const downloading = manager.waitForEvent('download');
			await manager.getByRole('link', { name: 'Download als CSV' }).click();
			const csv = readFileSync(await (await downloading).path(), 'utf8');
			expect(csv).toMatch(new RegExp(`^${name},3,${lessons},1,${quizzes},op schema,,,\\r$`, 'm'));
		});
		await page.context().close();
		await manager.context().close();
	});
}

async function predict(page: Page, label: string | undefined): Promise<void> {
	const form = page.locator('.predict form');
	const choice = label
		? form.getByRole('radio', { name: label, exact: true })
		: form.getByRole('radio').first();
	await choice.check();
	await form.getByRole('button').click();
	// The panel says it once more when its run is there.
	await expect(page.getByText(/^(Je voorspelde|You predicted)/).first()).toBeVisible();
}

/** Answers the questions of the open attempt, all or the first few, each with its verdict read. */
async function takeQuiz(page: Page, right: (index: number) => boolean, most = 8): Promise<void> {
	for (let index = 0; index < most; index++) {
		await page.locator('form input[name=item]').waitFor({ state: 'attached' });
		await answer(page, await itemOn(page), right(index));
		const next = page.getByRole('link', { name: /^(Volgende vraag|Next question)$/ });
		if (index === most - 1 && most < 8) return;
		if ((await next.count()) === 0) break;
		const before = page.url();
		await next.click();
		await page.waitForURL((url) => url.href !== before);
	}
	await page.getByRole('link', { name: /^(Bekijk je resultaat|See your result)$/ }).click();
	await page.waitForURL(/quiz\/m1$/);
}
