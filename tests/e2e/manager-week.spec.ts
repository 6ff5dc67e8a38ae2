import { care } from '../../src/lib/i18n/care.ts';
import { cohortSettings } from '../../src/lib/i18n/cohort-settings.ts';
import { joining } from '../../src/lib/i18n/joining.ts';
import { manage } from '../../src/lib/i18n/manage.ts';
import { overrides } from '../../src/lib/i18n/overrides.ts';
import { findPostgres, startCluster } from '../support/postgres.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { violations } from './axe.ts';
import { as, expect, linkTo, test } from './fixtures.ts';

// A week of a manager, from making a group to putting it away: once in each language, on each database, with and without scripts.
const weeks = [
	{ language: 'nl', kind: 'embedded', scripts: true },
	{ language: 'en', kind: 'postgres', scripts: false }
] as const;

for (const { language, kind, scripts } of weeks)
	test(`a manager's week, ${language}, ${kind}, ${scripts ? 'with' : 'without'} scripts`, async ({
		browser
	}) => {
		test.setTimeout(600_000);
		const cluster = kind === 'postgres' && findPostgres() ? await startCluster() : undefined;
		const databaseUrl = cluster && (await cluster.create('course'));
		const server: RunningServer = await startServer({
			...(databaseUrl && { databaseUrl }),
			env: { DEMO: '1' }
		});
		const { origin } = server;
		const words = {
			...{ manage: manage[language], care: care[language] },
			...{ joining: joining[language], settings: cohortSettings[language] }
		};
		const options = { javaScriptEnabled: scripts };
		const page = await as(browser, origin, 'hanneke', options);
		const clean = async () => scripts && expect(await violations(page)).toEqual([]);
		const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

		await test.step('makes a group in which managers see bands', async () => {
			await page.goto(`${origin}/${language}/manage/new`);
			await page.getByLabel(words.manage.form.name).fill('Week');
			await page.getByLabel(words.settings.sees.options.bands).check();
			await press(words.manage.form.submit);
			await expect(page.getByRole('heading', { name: 'Week', level: 1 })).toBeVisible();
		});
		const cohort = page.url();

		await test.step('invites people with a file from a spreadsheet, after mending it', async () => {
			await page.getByRole('link', { name: words.joining.title, exact: true }).click();
			const file = async (text: string) => {
				const buffer = Buffer.from(text, 'latin1');
				const files = { name: 'mensen.csv', mimeType: 'text/csv', buffer };
				await page.getByLabel(words.joining.list.file).setInputFiles(files);
				await press(words.joining.list.look);
			};
			const head = 'Naam;E-mail;Taal\r\n';
			const good = `Bas;bas@verdewold.example;${language}\r\nZoë Çelik;zoe@verdewold.example;en\r\n`;
			await file(`${head}${good}Jan;geen adres;nl\r\n`);
			const said = words.joining.list.fault({
				...{ row: 4, column: 'email', problem: 'bad-address', value: '' }
			});
			const faults = page.getByRole('region', { name: words.joining.list.what });
			await expect(faults.getByRole('row').filter({ hasText: said })).toContainText('geen adres');
			await clean();
			await file(head + good);
			await expect(page.getByText(words.joining.preview.counts.new(2))).toBeVisible();
			await expect(page.getByText('Zoë Çelik')).toBeVisible();
			await clean();
			await press(words.joining.preview.send);
			await expect(page.getByText(words.joining.preview.done)).toBeVisible();
			await page.getByRole('link', { name: words.joining.preview.back }).click();
			const withdraw = words.joining.open.withdrawOf('zoe@verdewold.example');
			await page.getByRole('button', { name: withdraw }).click();
			await expect(page.getByText('zoe@verdewold.example')).toHaveCount(0);
			await expect(page.getByText('bas@verdewold.example')).toBeVisible();
		});

		const learner = await as(browser, origin, 'bas', options);
		await test.step('whoever is invited reads what will be seen, and joins', async () => {
			// The letter is in the language of his account.
			const letter = await linkTo(server, 'bas@verdewold.example');
			const link = letter.replace('/nl/', `/${language}/`);
			const other = await as(browser, origin, 'chloe', options);
			await other.goto(link);
			await expect(other.getByText(words.joining.join['not-yours'])).toBeVisible();
			await other.context().close();
			await learner.goto(link);
			await expect(learner.getByText(words.settings.bands.learner)).toBeVisible();
			await learner.getByRole('button', { name: words.manage.join.submit }).click();
			await expect(learner).toHaveURL(/course/);
		});

		await test.step('moves a date, reminds somebody and gives them time', async () => {
			await page.goto(cohort);
			await page.getByRole('link', { name: words.settings.title, exact: true }).click();
			await page.getByLabel(words.manage.form.endsOn).fill('2000-01-01');
			await page.getByRole('button', { name: words.settings.save }).first().click();
			await expect(page.getByText(words.manage.problems.endsOn)).toBeVisible();
			await page.getByLabel(words.manage.form.endsOn).fill('2099-06-30');
			await page.getByRole('button', { name: words.settings.save }).first().click();
			await expect(page.getByText(words.settings.kept.plan)).toBeVisible();
			await clean();
			await page.goto(cohort);
			await page.getByRole('link', { name: /^Bas/ }).first().click();
			await press(words.care.person.nudge);
			await expect(page.getByText(words.care.person.sent)).toBeVisible();
			await page.getByLabel(words.care.person.endsOn).fill('2099-07-01');
			const time = page.getByRole('region', { name: words.care.person.time });
			await time.getByLabel(words.care.person.reason).fill('verlof');
			await press(words.care.person.save);
			await expect(page.getByText(words.care.person.kept)).toBeVisible();
		});

		await test.step('gives one more try and an exemption, with a reason that is read by whom it is about', async () => {
			const words = overrides[language];
			await page.getByText(words.title, { exact: true }).click();
			for (const form of ['try', 'exempt'] as const) {
				const own = page.locator(`form#${form}`);
				await own.getByRole('button').click();
				await expect(own.getByText(words.problems['no-unit'])).toBeVisible();
				await own.getByRole('combobox').selectOption('quiz:m1');
				await own.getByRole('button').click();
				await expect(own.getByText(words.problems['no-reason'])).toBeVisible();
				await expect(own.getByRole('combobox')).toHaveValue('quiz:m1');
				await own.getByLabel(words.reason).fill('nieuwe baan');
				await own.getByRole('button').click();
				await expect(page.getByText(words.kept)).toBeVisible();
				await page.getByText(words.title, { exact: true }).click();
			}
			await expect(page.getByText(words.given)).toBeVisible();
			await expect(page.getByText('nieuwe baan')).toHaveCount(0);
			await clean();
			await learner.goto(`${origin}/${language}/manager-view`);
			await expect(learner.getByText(words.own.reason('nieuwe baan'))).toHaveCount(2);
		});

		await test.step('asks for a mail a week', async () => {
			await page.goto(`${origin}/${language}/manage`);
			const mail = page.getByRole('region', { name: words.care.digest.title });
			await mail.getByRole('button').click();
			await expect(mail.getByText(words.care.own.nudges.on)).toBeVisible();
			await page.reload();
			await expect(mail.getByText(words.care.own.nudges.on)).toBeVisible();
			await clean();
		});

		await test.step('both read the same row, and so does the file', async () => {
			await page.goto(cohort);
			const cells = async (of: typeof page) =>
				(await of.getByRole('region', { name: /Week$/ }).getByRole('row').nth(1).allInnerTexts())
					.join(' ')
					.replace(/\s+/g, ' ');
			await learner.goto(`${origin}/${language}/manager-view`);
			expect(await cells(learner)).toBe(await cells(page));
			expect(await cells(page)).toContain(words.settings.bands.none);
			const href = await page.getByRole('link', { name: words.manage.csv }).getAttribute('href');
			const csv = await (await page.request.get(`${origin}${href}`)).text();
			expect(csv).toContain('Bas de Groot,');
			expect(csv).toContain('2099-07-01');
		});

		await test.step('sees less when a manager says so, more only when members agree', async () => {
			await page.goto(`${cohort}/settings`);
			await page.getByLabel(words.settings.sees.options.status).check();
			await page.locator('section[aria-labelledby=sees] button').click();
			await expect(page.getByText(words.settings.kept.sees)).toBeVisible();
			await page.getByLabel(words.settings.sees.options.bands).check();
			await page.locator('section[aria-labelledby=sees] button').click();
			await expect(page.getByText(words.settings.kept.asked)).toBeVisible();
			await clean();
			await page.goto(cohort);
			await expect(page.getByText(words.settings.bands.none)).toHaveCount(0);
			await learner.goto(`${origin}/${language}/manager-view`);
			await learner.getByRole('button', { name: words.settings.asked.yes }).click();
			await expect(learner.getByText(words.settings.bands.none)).toBeVisible();
			await page.reload();
			await expect(page.getByText(words.settings.bands.none)).toBeVisible();
		});

		await test.step('shares the group, and whoever is removed sees nothing at the next look', async () => {
			const other = await as(browser, origin, 'joris', options);
			await page.goto(`${cohort}/settings`);
			const email = page.getByLabel(words.settings.managers.email);
			await email.fill('esra@verdewold.example');
			await press(words.settings.managers.add);
			await expect(page.getByText(words.settings.managers.unknown)).toBeVisible();
			await expect(email).toHaveValue('esra@verdewold.example');
			await email.fill('joris@verdewold.example');
			await press(words.settings.managers.add);
			await expect(page.getByText(words.settings.kept.managers)).toBeVisible();
			expect((await other.goto(cohort))!.status()).toBe(200);
			await page.getByRole('button', { name: /Joris/ }).click();
			await expect(page.getByRole('button', { name: /Joris/ })).toHaveCount(0);
			expect((await other.goto(cohort))!.status()).toBe(404);
			await other.context().close();
		});

		await test.step('moves somebody, who is told, and puts the group away', async () => {
			await page.goto(cohort);
			await page.getByRole('link', { name: /^Bas/ }).first().click();
			await page.getByText(words.settings.move.title).click();
			await press(words.settings.move.button);
			await expect(page.getByText(words.settings.move.problem)).toBeVisible();
			await page.goto(`${cohort}/settings`);
			await press(words.settings.archive.button);
			await expect(page.getByText(words.settings.kept.archived)).toBeVisible();
			await page.goto(`${origin}/${language}/manage`);
			await page.getByText(words.settings.archive.list).click();
			await expect(page.getByRole('link', { name: 'Week' })).toBeVisible();
			await learner.goto(`${origin}/${language}/manager-view`);
			await expect(learner.getByText(words.settings.archived)).toBeVisible();
		});

		await page.context().close();
		await learner.context().close();
		await server.stop();
		await cluster?.remove();
	});
