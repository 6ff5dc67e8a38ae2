import { violations } from './axe.ts';
import { part } from '../support/part.ts';
import { as, expect, test } from './fixtures.ts';

const pages: Record<string, string[]> = {
	'': [
		'',
		'sign-in',
		'sign-up',
		'forgot',
		'welcome/used-up',
		'weekly/used-up',
		'weekly/stop/used-up',
		'join/demo-communicatie',
		'glossary',
		'sources',
		'privacy',
		'try',
		'sign-in?next=/nl/lesson/b3',
		'nothing-here'
	],
	esra: ['course', 'notes', 'appeals', 'quiz/m1', 'manager-view', 'account', 'search?q=brug'],
	amina: [
		'course',
		'review',
		'learning',
		'quiz/final',
		'quiz/m1',
		'quiz/m1/1/1',
		'quiz/m1/1/8',
		'retention/30'
	],
	henry: [
		'course',
		'learning',
		'retention/30',
		'retention/90',
		'canvas',
		...['e2', 'e5', 'e7', 'whole'].map((id) => `canvas/${id}`),
		'canvas/e2/versions/e2_kringen'
	],
	gerrit: [
		'quiz/m1',
		'quiz/m1/1/3',
		'quiz/m1/1/4',
		'quiz/m1/1/5',
		'quiz/m1/1/6',
		'quiz/m1/1/7',
		'quiz/m1/1/8'
	],
	hanneke: [
		'manage',
		'manage/new',
		...['', '/canvas', '/settings', '/joining'].map((part) => `manage/:cohort${part}`)
	],
	farida: [
		'admin',
		'admin/appeals',
		'admin/content',
		'admin/content/Q-A1-01',
		'admin/regrades',
		'manage'
	]
};

for (const [who, paths] of Object.entries(pages))
	test(`axe finds nothing on the pages of ${who || 'a visitor'}, in light and Dutch, in dark and English, and nothing scrolls sideways at 320 px`, async ({
		browser,
		app
	}) => {
		test.setTimeout(400_000);
		const page = who
			? await as(browser, app.origin, who)
			: await (await browser.newContext()).newPage();
		await page.addInitScript(() => {
			document.addEventListener('securitypolicyviolation', (event) =>
				console.error(`CSP ${event.violatedDirective} ${event.blockedURI}`)
			);
		});
		const trouble: string[] = [];
		page.on('console', (message) => {
			if (message.type() === 'error' && !/status of 4(04|10)/.test(message.text()))
				trouble.push(message.text());
		});
		let cohort = '';
		if (who === 'hanneke') {
			await page.goto(`${app.origin}/nl/manage`);
			cohort = (await page.locator('main li a').first().getAttribute('href'))!.split('/').pop()!;
		}
		const found: string[] = [];
		for (const language of ['nl', 'en'])
			for (const path of part(paths, 4)) {
				const address = `/${language}/${path.replace(':cohort', cohort)}`;
				// Words do not change a contrast and colours no word: each page once in light and once in dark.
				await page.emulateMedia({
					colorScheme: language === 'nl' ? 'light' : 'dark',
					reducedMotion: 'reduce'
				});
				await page.setViewportSize({ width: 1280, height: 900 });
				await page.goto(app.origin + address);
				for (const fault of await violations(page)) found.push(`${address} ${fault}`);
				await page.setViewportSize({ width: 320, height: 640 });
				const width = await page.evaluate(() => document.scrollingElement!.scrollWidth);
				if (width > 320) found.push(`${address} is ${width} px wide at 320`);
				const lang = await page.locator('html').getAttribute('lang');
				if (lang !== language) found.push(`${address} says lang=${lang}`);
			}
		expect(found).toEqual([]);
		expect(trouble).toEqual([]);
		await page.context().close();
	});
