import {
	test as base,
	expect,
	type Browser,
	type BrowserContext,
	type Page
} from '@playwright/test';
import { simpleParser } from 'mailparser';
import { castPassword } from '../../src/lib/server/demo/cast.ts';
import { findPostgres, startCluster } from '../support/postgres.ts';
import { startServer, type RunningServer } from '../support/server.ts';

export type Kind = 'embedded' | 'postgres';
export { expect };

type Worker = { app: RunningServer; kind: Kind };

/** A running app with the demo cast, one per worker; `kind` says on which database. */
export const test = base.extend<{ guard: void }, Worker>({
	kind: ['embedded', { option: true, scope: 'worker' }],
	app: [
		async ({ kind }, use) => {
			const cluster = kind === 'postgres' && findPostgres() ? await startCluster() : undefined;
			const databaseUrl = cluster && (await cluster.create('course'));
			const app = await startServer({ ...(databaseUrl && { databaseUrl }), env: { DEMO: '1' } });
			await use(app);
			await app.stop();
			await cluster?.remove();
		},
		{ scope: 'worker', timeout: 240_000 }
	],
	// Whatever a test looks at: nothing leaves the origin, no script stumbles, and nothing is tried that the policy forbids.
	guard: [
		async ({ context, browser, app }, use) => {
			const trouble: string[] = [];
			watch(context, app.origin, trouble);
			// Tests make windows of their own too: for other people, phones, browsers without scripts.
			const newContext = browser.newContext.bind(browser);
			browser.newContext = async (...given) => {
				const made = await newContext(...given);
				watchScripts(made, trouble);
				return made;
			};
			await use();
			browser.newContext = newContext;
			expect(trouble).toEqual([]);
		},
		{ auto: true }
	]
});

/** Notes console errors, page errors and what the content security policy forbids. */
function watchScripts(context: BrowserContext, trouble: string[]): void {
	void context.addInitScript(() =>
		document.addEventListener('securitypolicyviolation', (violation) =>
			console.error(
				`forbidden by ${violation.effectiveDirective}: ${violation.blockedURI} ${violation.sample}`
			)
		)
	);
	context.on('console', (message) => {
		// A refused form answers 4xx on purpose, and the browser calls that an error.
		const expected = /the server responded with a status of (4\d\d|503)|net::ERR_/;
		if (message.type() === 'error' && !expected.test(message.text())) trouble.push(message.text());
	});
	context.on('weberror', (error) => trouble.push(error.error().message));
}

/** Notes all that, and requests to elsewhere. */
export function watch(context: BrowserContext, origin: string, trouble: string[]): void {
	watchScripts(context, trouble);
	context.on('request', (request) => {
		if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
			trouble.push(request.url());
	});
}

export async function signIn(
	page: Page,
	origin: string,
	who: string,
	language = 'nl'
): Promise<void> {
	await page.goto(`${origin}/${language}/sign-in`);
	await page.locator('[name=email]').fill(`${who}@verdewold.example`);
	await page.locator('[name=password]').fill(castPassword);
	await page.locator('main form button').click();
	await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
}

/** Waits until the scripts of a page run: from then on it has the framework's announcer of pages. */
export async function running(page: Page): Promise<void> {
	await expect(page.locator('#svelte-announcer')).toBeAttached();
}

/** A context of its own in which somebody of the cast is signed in. */
export async function as(
	browser: Browser,
	origin: string,
	who: string,
	options = {}
): Promise<Page> {
	const page = await (await browser.newContext(options)).newPage();
	await signIn(page, origin, who);
	return page;
}

/** The newest link in the mails to an address; waits until it is there. */
export async function linkTo(app: RunningServer, email: string): Promise<string> {
	for (let tries = 0; tries < 100; tries++) {
		for (const mail of app.mails()) {
			const parsed = await simpleParser(mail);
			const to = [parsed.to].flat()[0]?.text;
			const link = /https?:\/\/\S+/.exec(parsed.text ?? '')?.[0];
			if (to === email && link) return link;
		}
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error(`no mail to ${email}`);
}
