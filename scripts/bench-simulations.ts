// How quickly simulations answer in a browser, as it is here and with the processor slowed down four times to stand in for a phone.
// Prints, for each simulation: one drag of its first slider (120 moves in two seconds), the longest frame meanwhile and how
// many frames took more than 50 ms; and for S2 how long C and L of a thousand people take, without slowing down.

import { chromium, type Page } from '@playwright/test';
import { panels } from '../src/lib/simulations/panels/all.ts';
import { castPassword } from '../src/lib/server/demo/cast.ts';
import { chromiumLaunch } from '../tests/support/chromium.ts';
import { startServer } from '../tests/support/server.ts';

const lessons: Record<string, string> = {
	...{ S1: 'b10', S2: 'b3', S3: 'b10', S4: 'b12', S5: 'b8', S6: 'a3', S7: 'b11', S8: 'b13' },
	W1: 'b2'
};
/** The heaviest settings a learner can drag in. */
const heaviest: Record<string, string> = {
	S1: 'S1.people=200',
	S2: 'S2.people=1000&S2.neighbours=10',
	S3: 'S3.people=400&S3.neighbours=8&S3.moved=0.2&S3.threshold=2',
	S4: 'S4.rounds=30',
	S5: 'S5.GRIM=1&S5.TF2T=1',
	S6: 'S6.visitors=5000',
	S7: 'S7.rival=yes',
	S8: 'S8.mode=grow&S8.members=10000&S8.links=5',
	W1: 'W1.members=24'
};

const app = await startServer({ env: { DEMO: '1' } });
const browser = await chromium.launch(chromiumLaunch());
const page = await browser.newPage();
await page.goto(`${app.origin}/en/sign-in`);
await page.locator('[name=email]').fill('amina@verdewold.example');
await page.locator('[name=password]').fill(castPassword);
await page.locator('main form button').click();
await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
const cdp = await page.context().newCDPSession(page);

/** Moves the first slider to and fro, once per frame; gives the time each frame took, in milliseconds. */
const drag = (on: Page, id: string) =>
	on.evaluate(async (simulation) => {
		const slider = document.querySelector<HTMLInputElement>(
			`[data-simulation="${simulation}"] input[type=range]`
		)!;
		const [min, max] = [Number(slider.min), Number(slider.max)];
		const frames: number[] = [];
		let before = performance.now();
		for (let move = 0; move < 120; move++) {
			slider.valueAsNumber = min + (max - min) * (0.5 + 0.5 * Math.sin(move / 10));
			slider.dispatchEvent(new Event('input', { bubbles: true }));
			await new Promise(requestAnimationFrame);
			const now = performance.now();
			frames.push(now - before);
			before = now;
		}
		return frames.sort((a, b) => a - b);
	}, id);

const rows = [];
for (const id of Object.keys(panels)) {
	await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
	await page.goto(`${app.origin}/en/lesson/${lessons[id]}?${heaviest[id]}`);
	await page.locator(`[data-simulation="${id}"] .live button`).first().waitFor();
	await page.waitForTimeout(1500);
	for (const rate of [1, 4]) {
		await cdp.send('Emulation.setCPUThrottlingRate', { rate });
		const frames = await drag(page, id);
		rows.push({
			simulation: id,
			slowed: `×${rate}`,
			'median frame (ms)': Math.round(frames[60]!),
			'longest frame (ms)': Math.round(frames.at(-1)!),
			'frames over 50 ms': frames.filter((each) => each > 50).length
		});
	}
}
await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
console.table(rows);

await page.goto(`${app.origin}/en/lesson/b3`);
const preset = page.getByRole('button', { name: '1,000 people, 10 neighbours, 1% moved' });
await preset.waitFor();
await page.waitForTimeout(1500);
const times: number[] = [];
for (let n = 0; n < 9; n++) {
	await page.getByRole('button', { name: 'Settings to begin with' }).first().click();
	await page.waitForTimeout(600);
	times.push(
		await preset.evaluate(async (button) => {
			const frame = button.closest('[data-simulation]')!.querySelector('.frame')!;
			const began = performance.now();
			(button as HTMLButtonElement).click();
			while (!frame.textContent?.startsWith('1000 people'))
				await new Promise((go) => setTimeout(go));
			while (button.closest('[data-simulation]')!.querySelector('progress'))
				await new Promise((go) => setTimeout(go));
			return performance.now() - began;
		})
	);
}
times.sort((a, b) => a - b);
console.log(
	`S2, n = 1000, k = 10, p = 0.01: network, C, L, the curve of seven points and drawing in ${Math.round(times[4]!)} ms (median of nine; slowest ${Math.round(times[8]!)})`
);
await browser.close();
await app.stop();
