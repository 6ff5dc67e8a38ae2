import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { chromiumLaunch } from '../tests/support/chromium.ts';
import { castPassword } from '../src/lib/server/demo/cast.ts';

// Pictures of the main pages of a running demo: desktop and phone, light and dark, both languages.
// Usage: npm run screenshots -- FOLDER [ORIGIN]

const folder = process.argv[2] ?? 'test-results/screenshots';
const origin = process.argv[3] ?? 'http://localhost:3000';
mkdirSync(folder, { recursive: true });

const pages: [name: string, path: string, who?: string][] = [
	['landing', ''],
	['sign-in', 'sign-in'],
	['sign-up', 'sign-up'],
	['join', 'join/demo-communicatie'],
	['glossary', 'glossary'],
	['sources', 'sources'],
	['missing', 'nothing-here'],
	['map', 'course', 'chloe'],
	['map-finished', 'course', 'amina'],
	['lesson-a1-new', 'lesson/a1', 'esra'],
	['lesson-a1-done', 'lesson/a1', 'amina'],
	['lesson-a2-done', 'lesson/a2', 'amina'],
	['lesson-a3-done', 'lesson/a3', 'amina'],
	['quiz-failed', 'quiz/m1', 'femke'],
	['quiz-passed', 'quiz/m1', 'amina'],
	['question-verdict', 'quiz/m1/1/8', 'femke'],
	['question-verdict-2', 'quiz/m1/1/5', 'femke'],
	['question-open', 'quiz/m1/1/5', 'gerrit'],
	['retention-open', 'retention/30', 'amina'],
	['retention-taken', 'retention/30', 'henry'],
	['manager-view', 'manager-view', 'bas'],
	['account', 'account', 'bas'],
	['manage', 'manage', 'hanneke'],
	['cohort', 'manage/:cohort', 'hanneke'],
	['cohort-new', 'manage/new', 'hanneke'],
	['cohort-settings', 'manage/:cohort/settings', 'hanneke'],
	['cohort-joining', 'manage/:cohort/joining', 'hanneke'],
	['cohort-canvas', 'manage/:cohort/canvas', 'hanneke'],
	['canvas', 'canvas', 'henry'],
	['canvas-exercise', 'canvas/e1', 'henry'],
	['second-step', 'account/second-step', 'hanneke'],
	['admin', 'admin', 'farida'],
	['content', 'admin/content', 'farida'],
	['content-item', 'admin/content/Q-A1-01', 'farida'],
	['privacy', 'privacy']
];
const only = process.argv[4];
const views = [
	{ name: 'desktop-light', width: 1280, height: 900, scheme: 'light', language: 'nl' },
	{ name: 'phone-dark', width: 375, height: 800, scheme: 'dark', language: 'en' },
	{ name: 'phone-light', width: 375, height: 800, scheme: 'light', language: 'nl' },
	{ name: 'desktop-dark', width: 1280, height: 900, scheme: 'dark', language: 'en' }
] as const;

const browser = await chromium.launch(chromiumLaunch());
for (const view of views) {
	const { width, height, scheme, language } = view;
	const states = new Map<string, Awaited<ReturnType<typeof signIn>>>();
	for (const [name, path, who] of pages) {
		if (only && !name.includes(only)) continue;
		if (who && !states.has(who)) states.set(who, await signIn(who));
		const context = await browser.newContext({
			viewport: { width, height },
			colorScheme: scheme,
			storageState: who ? states.get(who)! : { cookies: [], origins: [] }
		});
		const page = await context.newPage();
		let target = path;
		if (path.includes(':cohort')) {
			await page.goto(`${origin}/${language}/manage`);
			const href = await page.locator('main li a').first().getAttribute('href');
			target = path.replace(':cohort', href?.split('/').pop() ?? '');
		}
		await page.goto(`${origin}/${language}/${target}`);
		await page.evaluate(() => document.fonts.ready);
		await page.screenshot({ path: `${folder}/${name}.${view.name}.png`, fullPage: true });
		await context.close();
	}
}
await browser.close();

async function signIn(who: string) {
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.goto(`${origin}/nl/sign-in`);
	await page.fill('[name=email]', `${who}@verdewold.example`);
	await page.fill('[name=password]', castPassword);
	await page.click('main form button');
	await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
	const state = await context.storageState();
	await context.close();
	return state;
}
