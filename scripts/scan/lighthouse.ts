import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumLaunch, findChromium } from '../../tests/support/chromium.ts';
import { npmTools, run, type Outcome } from './tools.ts';

type Report = {
	categories: Record<string, { score: number | null }>;
	audits: Record<string, { score: number | null; title: string; displayValue?: string }>;
};

const ASKED = 98;
const categories = ['performance', 'accessibility', 'best-practices'];

/** Lighthouse over these pages, as on a phone with a slow line, which it simulates; the middle of three visits each. */
export async function lighthouse(
	origin: string,
	pages: [path: string, cookie: string][]
): Promise<Outcome> {
	const tool = 'Lighthouse';
	const chromium = findChromium();
	if (!chromium) return { tool, summary: 'was not run', findings: ['Chromium is not there'] };
	const program = join(npmTools(), 'node_modules/.bin/lighthouse');
	const folder = mkdtempSync(join(tmpdir(), 'course-lighthouse-'));
	const said: string[] = [];
	const findings: string[] = [];
	for (const [index, [path, cookie]] of pages.entries()) {
		const reports: Report[] = [];
		for (let visit = 0; visit < 3; visit++) {
			const file = join(folder, `${index}-${visit}.json`);
			const args = [
				origin + path,
				'--quiet',
				'--output=json',
				`--output-path=${file}`,
				`--only-categories=${categories.join(',')}`,
				`--chrome-flags=${chromiumLaunch().args!.join(' ')}`
			];
			if (cookie) args.push(`--extra-headers=${JSON.stringify({ cookie })}`);
			const { said: why } = await run(program, args, {
				seconds: 120,
				env: { CHROME_PATH: chromium }
			});
			if (existsSync(file)) reports.push(JSON.parse(readFileSync(file, 'utf8')) as Report);
			else findings.push(`${path}: no report: ${why.slice(-300)}`);
		}
		for (const category of categories) {
			const scores = reports
				.map((each) => Math.round((each.categories[category]?.score ?? 0) * 100))
				.sort((a, b) => a - b);
			const score = scores[Math.floor(scores.length / 2)] ?? 0;
			said.push(`${path} ${category} ${score}`);
			if (score < ASKED) findings.push(`${path}: ${category} ${score}`);
		}
		const last = reports.at(-1);
		for (const { score, title, displayValue = '' } of Object.values(last?.audits ?? {}))
			if (score !== null && score < 0.9) said.push(`  ${title} ${displayValue}`.trimEnd());
	}
	return { tool, summary: `\n  ${said.join('\n  ')}`, findings };
}
