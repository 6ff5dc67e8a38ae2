import { care } from '../../src/lib/i18n/care.ts';
import { cohortSettings } from '../../src/lib/i18n/cohort-settings.ts';
import { joining } from '../../src/lib/i18n/joining.ts';
import { manage } from '../../src/lib/i18n/manage.ts';
import { castPassword } from '../../src/lib/server/demo/cast.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { as, expect, linkTo, running, test } from './fixtures.ts';
import { enter, tabTo, typeIn } from './keyboard.ts';

// A manager and a learner without a mouse, on a narrow screen. Groups change here: other tests have a server of their own.
let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer({ env: { DEMO: '1' } });
});
test.afterAll(() => server.stop());

const narrow = { viewport: { width: 320, height: 640 } };

test('a manager makes a group, invites, reminds, gives time and takes the list along, by keyboard alone', async ({
	browser,
	app: _app
}) => {
	const { origin } = server;
	const words = { ...joining.nl, care: care.nl.person, manage: manage.nl };
	const page = await as(browser, origin, 'hanneke', narrow);
	const link = (name: string | RegExp) => page.getByRole('link', { name, exact: true }).first();
	const button = (name: string) => page.getByRole('button', { name, exact: true });

	await page.goto(`${origin}/nl/manage/new`);
	await running(page);
	await typeIn(page, page.getByLabel(words.manage.form.name), 'Zonder muis');
	await tabTo(page, page.getByLabel(cohortSettings.nl.sees.options.status));
	await page.keyboard.press('ArrowDown');
	await expect(page.getByLabel(cohortSettings.nl.sees.options.bands)).toBeChecked();
	await enter(page, button(words.manage.form.submit));
	await expect(page.getByRole('heading', { name: 'Zonder muis', level: 1 })).toBeVisible();
	const cohort = page.url();

	await enter(page, link(words.title));
	await typeIn(page, page.getByLabel(words.list.addresses), 'bas@verdewold.example');
	await enter(page, button(words.list.look));
	await expect(page.getByText(words.preview.counts.new(1))).toBeVisible();
	await enter(page, button(words.preview.send));
	await expect(page.getByText(words.preview.done)).toBeVisible();

	const learner = await as(browser, origin, 'bas', narrow);
	await learner.goto(await linkTo(server, 'bas@verdewold.example'));
	await enter(learner, learner.getByRole('button', { name: words.manage.join.submit }));
	await expect(learner).toHaveURL(/course/);
	await learner.context().close();

	await page.goto(cohort);
	await running(page);
	await enter(page, link(/^Bas/));
	await enter(page, button(words.care.nudge));
	await expect(page.getByText(words.care.sent)).toBeVisible();
	const time = page.getByRole('region', { name: words.care.time });
	// Day and month alike: which comes first is up to the browser.
	await tabTo(page, time.getByLabel(words.care.endsOn));
	await page.keyboard.type('07072099');
	await expect(time.getByLabel(words.care.endsOn)).toHaveValue('2099-07-07');
	await typeIn(page, time.getByLabel(words.care.reason), 'verlof');
	await enter(page, button(words.care.save));
	await expect(page.getByText(words.care.kept)).toBeVisible();

	await page.goto(cohort);
	await running(page);
	const download = page.waitForEvent('download');
	await enter(page, link(words.manage.xlsx));
	expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
	const width = await page.evaluate(() => document.scrollingElement!.scrollWidth);
	expect(width).toBeLessThanOrEqual(320);
	await page.context().close();
});

test('a learner reads their row, says no to reminders, takes everything along and goes, by keyboard alone, in English', async ({
	browser,
	app: _app
}) => {
	const { origin } = server;
	const page = await as(browser, origin, 'femke', narrow);
	await page.goto(`${origin}/en/manager-view`);
	await expect(page.getByRole('row', { name: /Femke/ })).toBeVisible();
	await page.goto(`${origin}/en/account`);
	await running(page);
	const reminders = page.locator('#nudges');
	await enter(page, reminders.getByRole('button'));
	await expect(reminders.getByText(care.en.own.nudges.off)).toBeVisible();

	await page.goto(`${origin}/en/account/data`);
	await running(page);
	const take = page.getByRole('region', { name: 'Take everything along' });
	await typeIn(page, take.getByLabel('Your password'), castPassword);
	const download = page.waitForEvent('download');
	await enter(page, take.getByRole('button'));
	expect((await download).suggestedFilename()).toMatch(/\.zip$/);

	const erase = page.getByRole('region', { name: 'Erase my account' });
	await typeIn(page, erase.getByLabel('Your password'), castPassword);
	await tabTo(page, erase.getByRole('checkbox'));
	await page.keyboard.press('Space');
	await enter(page, erase.getByRole('button'));
	await expect(page.getByText('Your account is erased.')).toBeVisible();
	await page.context().close();
});
