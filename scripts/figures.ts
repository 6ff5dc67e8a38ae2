import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import * as v from 'valibot';
import { parse } from 'yaml';
import { figureFile, figureSvg, labelFaults } from '../src/lib/course/figure.ts';
import { languages } from '../src/lib/course/language.ts';
import { chromiumLaunch } from '../tests/support/chromium.ts';

// Pictures of the figures, to look at while drawing: wide and at 320 px, light and dark, both languages.
// Usage: npx tsx scripts/figures.ts FOLDER [part of an id]

const [folder = 'test-results/figures', part = ''] = process.argv.slice(2);
const source = 'src/content/figures';
mkdirSync(folder, { recursive: true });

const browser = await chromium.launch(chromiumLaunch());
for (const name of readdirSync(source).filter((each) => each.includes(part))) {
	const id = name.replace('.yaml', '');
	const figure = v.parse(figureFile, parse(readFileSync(join(source, name), 'utf8')));
	for (const fault of labelFaults(figure)) console.error(`${id}: ${fault}`);
	for (const language of languages)
		for (const [width, scheme] of [
			[680, language === 'nl' ? 'light' : 'dark'],
			[320, language === 'nl' ? 'dark' : 'light']
		] as const) {
			const page = await browser.newPage({ viewport: { width, height: 200 }, colorScheme: scheme });
			const file = resolve(folder, 'page.html');
			const css = readFileSync('src/app.css', 'utf8').replaceAll(
				'./lib/fonts/',
				`file://${resolve('src/lib/fonts')}/`
			);
			writeFileSync(
				file,
				`<!doctype html><meta charset="utf-8"><style>${css}</style><div style="padding:20px"><figure class="figure">${figureSvg(id, figure, language)}</figure></div>`
			);
			await page.goto(`file://${file}`);
			await page.screenshot({
				path: join(folder, `${id}.${language}.${width}.png`),
				fullPage: true
			});
			await page.close();
		}
	console.log(id);
}
await browser.close();
