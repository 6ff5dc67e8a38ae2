import { generateSync } from 'otplib';
import { secondStep } from '../../src/lib/i18n/second-step.ts';
import { manage } from '../../src/lib/i18n/manage.ts';
import { castPassword } from '../../src/lib/server/demo/cast.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { violations } from './axe.ts';
import { as, expect, signIn, test } from './fixtures.ts';

// People get a second step here: other tests have a server of their own.
let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer({ env: { DEMO: '1', SECOND_STEP: 'required' } });
});
test.afterAll(() => server.stop());

/** The code of the next time step: one that was not used yet, and is taken all the same. */
const codeOf = (secret: string, later = 0) =>
	generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + later });

for (const [who, language, scripts] of [
	['hanneke', 'nl', true],
	['joris', 'en', false]
] as const)
	test(`a manager sets up a second step and signs in with it, ${language}, ${scripts ? 'with' : 'without'} scripts`, async ({
		browser,
		app: _app
	}) => {
		const words = secondStep[language];
		const { origin } = server;
		const page = await as(browser, origin, who, { javaScriptEnabled: scripts });
		const clean = async () => scripts && expect(await violations(page)).toEqual([]);
		const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

		// What is for managers waits until it is set up; what is for everybody does not.
		await page.goto(`${origin}/${language}/manage`);
		await expect(page.getByText(words.required)).toBeVisible();
		expect((await page.goto(`${origin}/${language}/course`))!.status()).toBe(200);
		await page.goto(`${origin}/${language}/manage`);
		await press(words.begin);
		await expect(page.getByRole('img', { name: words.qr })).toBeVisible();
		await clean();
		const secret = (await page.locator('code.secret').innerText()).trim();
		await page.getByRole('textbox', { name: words.ask.code }).fill('000000');
		await press(words.turnOn);
		await expect(page.getByText(words.ask.wrong)).toBeVisible();
		const used = codeOf(secret);
		await page.getByRole('textbox', { name: words.ask.code }).fill(used);
		await press(words.turnOn);
		await expect(page.getByText(words.codesText)).toBeVisible();
		await clean();
		const codes = await page.locator('.codes code').allInnerTexts();
		expect(new Set(codes).size).toBe(10);
		await page.getByRole('link', { name: words.kept }).click();
		await expect(page).toHaveURL(`${origin}/${language}/manage`);
		await expect(page.getByRole('heading', { name: manage[language].cohorts })).toBeVisible();

		// Elsewhere the password alone opens nothing, and a code works once.
		const other = await (await browser.newContext({ javaScriptEnabled: scripts })).newPage();
		await signIn(other, origin, who, language);
		await expect(other).toHaveURL(/second-step/);
		for (const path of ['course', 'manage', 'account'])
			await other
				.goto(`${origin}/${language}/${path}`)
				.then(() => expect(other).toHaveURL(/second-step/));
		const file = await other.request.get(`${origin}/${language}/notes/notes.md`);
		expect(file.status()).toBe(401);
		const code = other.getByRole('textbox', { name: words.ask.code });
		const goOn = () => other.getByRole('button', { name: words.ask.submit }).click();
		// The very code of before: a busy machine may be in the next half minute by now.
		await code.fill(used);
		await goOn();
		await expect(other.getByText(words.ask.wrong)).toBeVisible();
		if (scripts) expect(await violations(other)).toEqual([]);
		await code.fill(codeOf(secret, 30));
		await goOn();
		await expect(other).not.toHaveURL(/second-step/);
		await other.goto(`${origin}/${language}/manage`);
		await expect(other.getByRole('heading', { name: manage[language].cohorts })).toBeVisible();
		await other.context().close();

		// A recovery code, once.
		for (const [typed, works] of [
			[codes[0]!.toUpperCase(), true],
			[codes[0]!, false]
		] as const) {
			const third = await (await browser.newContext({ javaScriptEnabled: scripts })).newPage();
			await signIn(third, origin, who, language);
			await third.getByRole('textbox', { name: words.ask.code }).fill(typed);
			await third.getByRole('button', { name: words.ask.submit }).click();
			if (works) await expect(third).not.toHaveURL(/second-step/);
			else await expect(third.getByText(words.ask.wrong)).toBeVisible();
			await third.context().close();
		}
		await page.goto(`${origin}/${language}/account/second-step`);
		await expect(page.getByText(words.left(9))).toBeVisible();
		await expect(page.getByRole('button', { name: words.turnOff })).toHaveCount(0);
		await clean();

		// Who one is, once more.
		await page.goto(`${origin}/${language}/confirm?next=/${language}/manage`);
		await clean();
		await page.locator('[name=password]').fill('niet het wachtwoord');
		await press(words.confirm.submit);
		await expect(page.getByText(words.confirm.wrong)).toBeVisible();
		await page.locator('[name=password]').fill(castPassword);
		await page.locator('[name=code]').fill(codes[0]!);
		await press(words.confirm.submit);
		await expect(page.getByText(words.ask.wrong)).toBeVisible();
		await page.locator('[name=password]').fill(castPassword);
		await page.locator('[name=code]').fill(codes[1]!);
		await press(words.confirm.submit);
		await expect(page).toHaveURL(new RegExp(`/${language}/manage$`));
		await page.context().close();
	});

test('an administrator takes away the second step of a learner who lost it', async ({
	browser,
	app: _app
}) => {
	const { origin } = server;
	const setUp = async (who: string) => {
		const page = await as(browser, origin, who);
		await page.goto(`${origin}/nl/account/second-step`);
		await page.getByRole('button', { name: secondStep.nl.begin }).click();
		const secret = (await page.locator('code.secret').innerText()).trim();
		await page.getByRole('textbox', { name: secondStep.nl.ask.code }).fill(codeOf(secret));
		await page.getByRole('button', { name: secondStep.nl.turnOn }).click();
		await expect(page.getByText(secondStep.nl.codesText)).toBeVisible();
		return page;
	};
	const learner = await setUp('esra');
	const admin = await setUp('farida');
	await admin.goto(`${origin}/nl/admin`);
	await admin.getByRole('button', { name: secondStep.nl.resetOf('Esra Demir') }).click();
	await expect(admin.getByText(secondStep.nl.wasReset('Esra Demir'))).toBeVisible();
	await learner.goto(`${origin}/nl/course`);
	await expect(learner).toHaveURL(/sign-in/);
	await signIn(learner, origin, 'esra');
	await expect(learner).toHaveURL(/course/);
	// What somebody chose, they can turn off.
	await admin.context().close();
	await learner.context().close();
});
