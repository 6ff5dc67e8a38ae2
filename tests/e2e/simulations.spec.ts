import type { Locator, Page } from '@playwright/test';
import { build } from 'vite';
import { mulberry32 } from '../../src/lib/learning/random.ts';
import { panels } from '../../src/lib/simulations/panels/all.ts';
import { drive, initial, writeState, type Settings } from '../../src/lib/simulations/simulation.ts';
import { violations } from './axe.ts';
import { as, expect, test } from './fixtures.ts';
import { tabTo } from './keyboard.ts';

/** Where each simulation stands, and settings that meet its challenge, beside those to begin with. */
const challenges: Record<string, { lesson: string; meets: Settings; seed?: number }> = {
	S1: { lesson: 'b10', meets: { seeded: 3 } },
	S2: { lesson: 'b3', meets: { a1: 1, b1: 51, a2: 26, b2: 76, a3: 13, b3: 63 } },
	S3: { lesson: 'b10', meets: { moved: 0.05, neighbours: 8 } },
	S4: { lesson: 'b12', meets: { always: 1 } },
	S5: { lesson: 'b8', meets: { GRIM: 1, TF2T: 1 } },
	S6: { lesson: 'a3', meets: { influence: 0.6, spread: 1.5 }, seed: 1 },
	S8: { lesson: 'b13', meets: { skew: 1.44 } },
	W1: { lesson: 'b2', meets: { members: 6 } },
	S7: { lesson: 'b11', meets: { market: 2000, outside: 0.015, others: 0.33 } }
};

/** Sets what is asked with Tab, digits, Space and arrows alone, from the top of the simulation down. */
async function setByKeyboard(page: Page, id: string, panel: Locator, wanted: Settings) {
	await panel.locator('button').first().focus();
	for (const setting of panels[id]!.settings) {
		const value = wanted[setting.name];
		if (value === undefined) continue;
		const controls = panel.locator(`[name="${id}.${setting.name}"]`);
		if (setting.kind === 'number') {
			await tabTo(page, controls);
			await page.keyboard.press('ControlOrMeta+a');
			await page.keyboard.type(String(value));
			await page.keyboard.press('Tab');
			await expect(controls).toHaveValue(String(value));
		} else if (setting.kind === 'choice') {
			const checked = panel.locator(`[name="${id}.${setting.name}"]:checked`);
			await tabTo(page, checked);
			const steps =
				setting.values.indexOf(String(value)) - setting.values.indexOf(await checked.inputValue());
			for (let n = 0; n < Math.abs(steps); n++)
				await page.keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
			await expect(checked).toHaveValue(String(value));
		} else {
			for (const option of setting.values) {
				const box = panel.locator(`[name="${id}.${setting.name}"][value="${option}"]`);
				if ((await box.isChecked()) === String(value).split('.').includes(option)) continue;
				await tabTo(page, box);
				await page.keyboard.press('Space');
			}
		}
	}
}

/** The table behind the picture is what the model gives outside the browser, number by number. */
async function expectSameNumbers(panel: Locator, id: string, settings: Settings, seed: number) {
	const simulation = panels[id]!;
	const outcome = drive(simulation.run(settings, mulberry32(seed)));
	const format = new Intl.NumberFormat('en', { maximumFractionDigits: 4 });
	const rows = simulation.table(outcome, settings);
	const shown = await panel
		.locator('details')
		.first()
		.locator('tbody tr')
		.evaluateAll((all) =>
			all.map((row) => [...row.children].map((cell) => cell.textContent!.trim()))
		);
	// Cells that are words have a name in each language.
	const expected = rows.map((row, at) =>
		row.map((cell, column) =>
			typeof cell === 'number' ? format.format(cell) : shown[at]?.[column]
		)
	);
	expect(shown.length).toBeGreaterThan(0);
	expect(shown).toEqual(expected);
}

/** The models as one script for a browser, put together as the app's own build does it. */
async function modelsForBrowser(): Promise<string> {
	const folder = new URL('../../src/lib/', import.meta.url);
	const entry = `
		import { panels } from '${new URL('simulations/panels/all.ts', folder).pathname}';
		import { drive, initial } from '${new URL('simulations/simulation.ts', folder).pathname}';
		import { mulberry32 } from '${new URL('learning/random.ts', folder).pathname}';
		export const run = ${runEverything.toString()};
		export const everything = () => run(panels, drive, initial, mulberry32);`;
	const built = await build({
		configFile: false,
		logLevel: 'silent',
		plugins: [
			{
				name: 'entry',
				resolveId: (id) => (id === 'virtual:entry' ? id : undefined),
				load: (id) => (id === 'virtual:entry' ? entry : undefined)
			}
		],
		build: {
			write: false,
			minify: false,
			rolldownOptions: { input: 'virtual:entry', output: { format: 'iife', name: 'models' } },
			lib: { entry: 'virtual:entry', formats: ['iife'], name: 'models' }
		}
	});
	const [output] = [built].flat();
	if (!output || !('output' in output)) throw new Error('nothing was built');
	return output.output[0].code;
}

/** Every preset of every simulation with two seeds, each run written out to the last digit. */
function runEverything(
	all: typeof panels,
	work: typeof drive,
	first: typeof initial,
	random: typeof mulberry32
): Record<string, string> {
	const runs: Record<string, string> = {};
	for (const [id, simulation] of Object.entries(all))
		for (const preset of [undefined, ...Object.keys(simulation.presets)])
			for (const seed of [1, 20261123]) {
				const outcome = work(simulation.run(first(simulation, preset), random(seed)));
				runs[`${id} ${preset ?? 'initial'} ${seed}`] = JSON.stringify(outcome, (_, value) =>
					typeof value === 'bigint' ? `${value}` : (value as unknown)
				);
			}
	return runs;
}

test('the same seed gives the same run in Node and in a browser', async ({ page }) => {
	const here = runEverything(panels, drive, initial, mulberry32);
	const code = `${await modelsForBrowser()}; models.everything()`;
	const there = await page.evaluate<Record<string, string>>(code);
	const runs = Object.keys(here);
	expect(runs.length).toBeGreaterThan(50);
	expect(Object.keys(there)).toEqual(runs);
	expect(runs.filter((run) => there[run] !== here[run])).toEqual([]);
});

test('every simulation that can be played is played here', () => {
	expect(Object.keys(challenges).sort()).toEqual(Object.keys(panels).sort());
});

for (const [id, { lesson, meets, seed: other }] of Object.entries(challenges)) {
	test(`${id}: played by keyboard, its challenge met, kept over a reload and a change of language`, async ({
		browser,
		app
	}) => {
		const simulation = panels[id]!;
		const seed = other ?? simulation.seed ?? 1;
		const page = await as(browser, app.origin, 'amina', { reducedMotion: 'reduce' });
		await page.goto(`${app.origin}/nl/lesson/${lesson}`);
		const panel = page.locator(`[data-simulation="${id}"]`);
		await expect(panel.locator('button.live, .live button').first()).toBeVisible();
		await expect(panel.getByText('Gehaald.')).toHaveCount(0);

		await setByKeyboard(page, id, panel, meets);
		if (other !== undefined) {
			const field = panel.locator(`[name="${id}.seed"]`);
			await tabTo(page, field);
			await page.keyboard.press('ControlOrMeta+a');
			await page.keyboard.type(`${other}`);
			await page.keyboard.press('Tab');
			await expect(field).toHaveValue(`${other}`);
		}
		await expect(panel.getByText('Gehaald.')).toBeVisible();
		await expect(panel.getByRole('status')).toContainText('In deze run:');
		await expect(panel.getByText('Je run is opgeslagen')).toBeVisible();

		await page.reload();
		for (const [name, value] of Object.entries(meets)) {
			const control = panel.locator(`[name="${id}.${name}"]`);
			if ((await control.count()) === 1) await expect(control).toHaveValue(String(value));
		}
		await expect(panel.getByText('Gehaald.')).toBeVisible();

		// The same run in the other language, and exactly what the model gives outside the browser.
		await page.goto(`${app.origin}/en/lesson/${lesson}`);
		await expect(panel.getByText('Done.', { exact: false }).first()).toBeVisible();
		const settings = { ...initial(simulation), ...meets };
		await expectSameNumbers(panel, id, settings, seed);

		// Pinned and compared, and back at the beginning, it is another run; the challenge stays met.
		await panel.getByRole('button', { name: 'Pin this run and compare' }).press('Enter');
		await panel.getByRole('button', { name: 'Settings to begin with' }).press('Enter');
		await expect(panel.locator('figure')).toHaveCount(2);
		await expect(panel.getByText('Done.', { exact: false }).first()).toBeVisible();
		// Its beginning is looked at with the lesson.
		expect(await violations(page, { within: `[data-simulation="${id}"]` })).toEqual([]);
		await page.context().close();
	});

	test(`${id}: without scripts a link gives exactly its run, in stills and numbers`, async ({
		browser,
		app
	}) => {
		const simulation = panels[id]!;
		const settings = { ...initial(simulation), ...meets };
		const seed = simulation.seed === undefined ? 1 : 42;
		const page = await as(browser, app.origin, 'henry', { javaScriptEnabled: false });
		const address = writeState(simulation, { settings, seed, at: 0 });
		await page.goto(`${app.origin}/en/lesson/${lesson}?${address}`);
		const panel = page.locator(`[data-simulation="${id}"]`);
		await panel.locator('summary').first().click();
		await expectSameNumbers(panel, id, settings, seed);
		await expect(panel.getByText('In this run:')).toBeVisible();
		// Its styles come with the page too: without them every line of a chart is a black shape.
		await expect(panel.locator('.challenge')).toHaveCSS('border-left-style', 'solid');
		for (const line of await panel.locator('polyline').all())
			await expect(line).toHaveCSS('fill', 'none');
		const last = simulation.last(drive(simulation.run(settings, mulberry32(seed))));
		await expect(panel.locator('figure')).toHaveCount(Math.min(3, last + 1));
		await panel.getByRole('button', { name: 'Work it out' }).click();
		await expect(page).toHaveURL(new RegExp(`${id}\\.`));
		await page.context().close();
	});
}
