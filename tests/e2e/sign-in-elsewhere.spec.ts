import type { Browser, Page } from '@playwright/test';
import { elsewhere } from '../../src/lib/i18n/elsewhere.ts';
import { manage } from '../../src/lib/i18n/manage.ts';
import { secondStep } from '../../src/lib/i18n/second-step.ts';
import { castPassword, cohorts } from '../../src/lib/server/demo/cast.ts';
import { startProvider, type TestProvider } from '../support/oidc.ts';
import { freePort } from '../support/postgres.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { violations } from './axe.ts';
import { expect, signIn, test } from './fixtures.ts';

const name = 'Gemeente Voorbeeld';
const at = (who: string) => ({ email: `${who}@verdewold.example`, email_verified: true });

// A server of its own, that has such a way in, and a real provider beside it.
let server: RunningServer;
let there: TestProvider;
let env: Record<string, string>;
test.beforeAll(async () => {
	test.setTimeout(600_000);
	const port = await freePort();
	there = await startProvider([`http://localhost:${port}/sign-in/elsewhere`], {
		'new-nl': { ...at('noor.nl'), name: 'Noor Nieuw', groups: ['marketing'] },
		'new-en': { ...at('noor.en'), name: 'Noor New', groups: ['marketing'] },
		hanneke: at('hanneke'),
		joris: at('joris')
	});
	const rule = `groups=marketing:${cohorts.communication.code}`;
	env = { ...there.env, SECOND_STEP: 'required', OIDC_COHORTS: rule };
	server = await startServer({ port, env: { ...env, DEMO: '1' } });
});
test.afterAll(async () => {
	await server.stop();
	await there.stop();
});

/** Says who one is at the provider, and comes back. */
async function sayThere(page: Page, who: string): Promise<void> {
	await expect(page).toHaveURL(new RegExp(`^${there.issuer}/interaction/`));
	await page.locator('[name=login]').fill(who);
	await page.getByRole('button', { name: 'Sign in' }).click();
	await page.waitForURL((url) => url.origin === server.origin);
}

async function newPage(browser: Browser, scripts: boolean): Promise<Page> {
	return (await browser.newContext({ javaScriptEnabled: scripts })).newPage();
}

for (const [language, scripts, manager] of [
	['nl', true, 'hanneke'],
	['en', false, 'joris']
] as const) {
	const words = elsewhere[language];
	const how = `${language}, ${scripts ? 'with' : 'without'} scripts`;
	const clean = async (page: Page) => scripts && expect(await violations(page)).toEqual([]);

	test(`somebody new comes in and joins by the rule for them, ${how}`, async ({
		browser,
		app: _app
	}) => {
		const page = await newPage(browser, scripts);
		const way = page.getByRole('link', { name: words.via(name) });
		// From the page of a join link, as somebody who got it in a mail.
		const join = `${server.origin}/${language}/join/${cohorts.communication.code}`;
		await page.goto(join);
		await expect(way).toBeVisible();
		await clean(page);
		await page.goto(`${server.origin}/${language}/sign-in`);
		await clean(page);
		await way.click();
		await sayThere(page, `new-${language}`);
		// What a manager sees stands there before the button.
		await expect(page).toHaveURL(join);
		await expect(page.getByText(manage[language].join.seesText)).toBeVisible();
		await page.getByRole('button', { name: manage[language].join.submit }).click();
		await expect(page).toHaveURL(`${server.origin}/${language}/course`);

		await page.goto(`${server.origin}/${language}/account`);
		await expect(page.getByText(words.own.needsPassword)).toBeVisible();
		await expect(page.getByRole('button', { name: words.own.unlink })).toHaveCount(0);
		await clean(page);
		// Without a password they prove at the provider that it is them, once more.
		await page.goto(`${server.origin}/${language}/confirm?next=/${language}/account/data`);
		await expect(page.locator('[name=password]')).toHaveCount(0);
		await clean(page);
		await page.getByRole('link', { name: words.confirm(name) }).click();
		await sayThere(page, `new-${language}`);
		await expect(page).toHaveURL(`${server.origin}/${language}/account/data`);
		await expect(page.locator('[name=password]')).toHaveCount(0);
		await clean(page);
		await page.context().close();
	});

	test(`a manager links an account and still needs a second step, unless it was done there, ${how}`, async ({
		browser,
		app: _app
	}) => {
		const page = await newPage(browser, scripts);
		await page.goto(`${server.origin}/${language}/sign-in`);
		await page.getByRole('link', { name: words.via(name) }).click();
		await sayThere(page, manager);
		await expect(page.getByRole('heading', { name: words.prove.title })).toBeVisible();
		await clean(page);
		const press = () => page.getByRole('button', { name: words.prove.submit }).click();
		await page.locator('[name=password]').fill('niet het wachtwoord');
		await press();
		await expect(page.getByText(secondStep[language].confirm.wrong)).toBeVisible();
		await clean(page);
		await page.locator('[name=password]').fill(castPassword);
		await press();
		await expect(page.getByText(secondStep[language].required)).toBeVisible();

		there.people[manager]!.amr = ['pwd', 'mfa'];
		const other = await newPage(browser, scripts);
		await other.goto(`${server.origin}/${language}/sign-in`);
		await other.getByRole('link', { name: words.via(name) }).click();
		await sayThere(other, manager);
		await expect(other).toHaveURL(`${server.origin}/${language}/manage`);
		await expect(other.getByRole('heading', { name: manage[language].cohorts })).toBeVisible();

		await other.goto(`${server.origin}/${language}/account`);
		await clean(other);
		const unlink = () => other.getByRole('button', { name: words.own.unlink }).click();
		await unlink();
		// The provider did not say when they typed a password there: they type it here.
		await other.locator('[name=password]').fill(castPassword);
		await other.getByRole('button', { name: secondStep[language].confirm.submit }).click();
		await unlink();
		await expect(other.getByText(words.own.unlinked)).toBeVisible();
		await clean(other);
		await other.context().close();
		await page.context().close();
	});
}

test('what is in the way is said in words, and a password still opens', async ({
	browser,
	app: _app
}) => {
	const page = await newPage(browser, true);
	const { origin } = server;
	await page.goto(`${origin}/nl/sign-in?next=/nl/review`);
	await page.getByRole('link', { name: elsewhere.nl.via(name) }).click();
	await page.getByRole('button', { name: 'Cancel' }).click();
	await expect(page.getByRole('alert')).toHaveText(elsewhere.nl.troubles.refused(name));
	expect(await violations(page)).toEqual([]);

	// The course starts while the provider is away, and says so when somebody needs it.
	await server.stop();
	await there.stop();
	server = await startServer({ port: Number(new URL(origin).port), dataDir: server.dataDir, env });
	for (const language of ['nl', 'en'] as const) {
		await page.goto(`${origin}/${language}/sign-in`);
		await page.getByRole('link', { name: elsewhere[language].via(name) }).click();
		const said = elsewhere[language].troubles.unreachable(name);
		await expect(page.getByRole('alert')).toHaveText(said);
		expect(await violations(page)).toEqual([]);
	}
	await signIn(page, origin, 'bas', 'en');
	await expect(page).toHaveURL(`${origin}/en/course`);
	await page.context().close();
});
