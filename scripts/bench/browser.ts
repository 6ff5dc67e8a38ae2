import { chromium, type Browser, type BrowserContext } from '@playwright/test';
import { chromiumLaunch } from '../../tests/support/chromium.ts';
import type { Goal } from './goals.ts';
import { median } from './load.ts';
import { cookieOf, type Seeded } from './seed.ts';

/** What one visit brought over the line, and how it felt. */
type Visit = {
	requests: number;
	kB: number;
	fontsKB: number;
	scriptsKB: number;
	lcp: number;
	tbt: number;
	cls: number;
};

/** A phone on a slow 4G line: 150 ms there and back, 1.6 Mbit/s, and a processor four times slower. */
const slow = {
	network: { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 96_000 },
	processor: 4
};

/** Pages as a browser sees them: for the first time, once more, and for the first time on a slow line and processor. */
export async function measureBrowser(
	{ attempts, manager, cohorts }: Seeded,
	origin: string,
	repeats: number
): Promise<{ goals: Goal[]; visits: Record<string, Visit> }> {
	const { account, quiz, number } = attempts[0]!;
	const pages = {
		lesson: { path: '/nl/lesson/a1', cookie: cookieOf(account) },
		quiz: { path: `/nl/quiz/${quiz}/${number}/1`, cookie: cookieOf(account) },
		map: { path: '/nl/course', cookie: cookieOf(account) },
		dashboard: { path: `/nl/manage/${cohorts[0]!.id}`, cookie: manager.cookie }
	};
	const browser = await chromium.launch(chromiumLaunch());
	const goals: Goal[] = [];
	const visits: Record<string, Visit> = {};
	for (const [name, { path, cookie }] of Object.entries(pages)) {
		const seen: Record<'cold' | 'warm' | 'slow', Visit[]> = { cold: [], warm: [], slow: [] };
		for (let round = 0; round < repeats; round++) {
			const context = await signedIn(browser, origin, cookie);
			seen.cold.push(await visit(context, origin + path));
			seen.warm.push(await visit(context, origin + path));
			await context.close();
			const phone = await signedIn(browser, origin, cookie);
			seen.slow.push(await visit(phone, origin + path, true));
			await phone.close();
		}
		const cold = middle(seen.cold);
		const warm = middle(seen.warm);
		const phone = middle(seen.slow);
		Object.assign(visits, {
			[`${name}, cold`]: cold,
			[`${name}, warm`]: warm,
			[`${name}, slow`]: phone
		});
		goals.push(
			{
				what: `${name}, cold: scripts, compressed`,
				figure: cold.scriptsKB,
				unit: 'kB',
				atMost: 50
			},
			{
				what: `${name}, cold: all without fonts`,
				figure: cold.kB - cold.fontsKB,
				unit: 'kB',
				atMost: 80
			},
			{ what: `${name}, cold: all with fonts`, figure: cold.kB, unit: 'kB', atMost: 130 },
			{ what: `${name}, cold: requests`, figure: cold.requests, unit: '', atMost: 12 },
			{ what: `${name}, slow 4G and processor: LCP`, figure: phone.lcp, unit: 'ms', atMost: 900 },
			{ what: `${name}, slow 4G and processor: TBT`, figure: phone.tbt, unit: 'ms', atMost: 50 },
			{ what: `${name}, slow 4G and processor: CLS`, figure: phone.cls, unit: '', atMost: 0 },
			{ what: `${name}, warm: all`, figure: warm.kB, unit: 'kB', atMost: 8 },
			{ what: `${name}, warm: LCP`, figure: warm.lcp, unit: 'ms', atMost: 100 }
		);
	}
	await browser.close();
	return { goals, visits };
}

async function signedIn(browser: Browser, origin: string, cookie: string): Promise<BrowserContext> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
	const [name = '', value = ''] = cookie.split('=');
	await context.addCookies([{ name, value, url: origin }]);
	return context;
}

async function visit(context: BrowserContext, url: string, onPhone = false): Promise<Visit> {
	const page = await context.newPage();
	const line = await context.newCDPSession(page);
	await line.send('Network.enable');
	if (onPhone) {
		await line.send('Network.emulateNetworkConditions', slow.network);
		await line.send('Emulation.setCPUThrottlingRate', { rate: slow.processor });
	}
	const types = new Map<string, string>();
	const bytes: Record<string, number> = {};
	let requests = 0;
	const fromCache = new Set<string>();
	line.on('Network.requestServedFromCache', ({ requestId }) => fromCache.add(requestId));
	line.on('Network.responseReceived', ({ requestId, type, response }) => {
		types.set(requestId, type);
		if (response.fromDiskCache) fromCache.add(requestId);
	});
	line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		if (fromCache.has(requestId) || !types.has(requestId)) return;
		requests += 1;
		const type = types.get(requestId)!;
		bytes[type] = (bytes[type] ?? 0) + encodedDataLength;
	});
	// The compiler of this script names functions by a helper that no page has.
	await page.addInitScript(`var __name = (made) => made; (${watch})()`);
	await page.goto(url, { waitUntil: 'networkidle' });
	await page.waitForTimeout(300);
	const felt = await page.evaluate(() => (window as unknown as { felt: Felt }).felt);
	await page.close();
	if (felt.lcp === 0) throw new Error(`No largest paint was seen of ${url}: nothing was measured`);
	const kB = (of: number | undefined) => (of ?? 0) / 1000;
	return {
		requests,
		kB: kB(Object.values(bytes).reduce((sum, each) => sum + each, 0)),
		fontsKB: kB(bytes.Font),
		scriptsKB: kB(bytes.Script),
		...felt
	};
}

type Felt = Pick<Visit, 'lcp' | 'tbt' | 'cls'>;

/** Runs in the page, before anything of it. */
function watch(): void {
	const felt: Felt = { lcp: 0, tbt: 0, cls: 0 };
	Object.assign(window, { felt });
	const observe = (type: string, note: (entry: PerformanceEntry) => void) =>
		new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
			type,
			buffered: true
		});
	observe('largest-contentful-paint', ({ startTime }) => (felt.lcp = startTime));
	observe('longtask', ({ duration }) => (felt.tbt += Math.max(0, duration - 50)));
	observe('layout-shift', (entry) => {
		const { value, hadRecentInput } = entry as PerformanceEntry & {
			value: number;
			hadRecentInput: boolean;
		};
		if (!hadRecentInput) felt.cls += value;
	});
}

function middle(visits: Visit[]): Visit {
	const names = Object.keys(visits[0]!) as (keyof Visit)[];
	return Object.fromEntries(
		names.map((name) => [name, median(visits.map((each) => each[name]))])
	) as Visit;
}
