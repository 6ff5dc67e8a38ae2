import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { debianTool, run, type Outcome } from './tools.ts';

/** One address, or one form, of which sqlmap tries every place marked with a star. */
export type Target = { path: string; body?: string; cookie: string };

/** sqlmap over these places; each for so many seconds at most. */
export async function sqlmap(origin: string, targets: Target[], seconds: number): Promise<Outcome> {
	if (!debianTool('sqlmap'))
		return { tool: 'sqlmap', summary: 'is not there', findings: ['sqlmap is not there'] };
	const output = mkdtempSync(join(tmpdir(), 'course-sqlmap-'));
	const findings: string[] = [];
	let cut = 0;
	for (const { path, body, cookie } of targets) {
		const args = [
			'-u',
			`${origin}${path}`,
			'--batch',
			'--level',
			'3',
			'--risk',
			'2',
			'--threads',
			'4',
			'--technique',
			'BEUS',
			'--flush-session',
			'--disable-coloring',
			'--ignore-code',
			'400,401,404,429',
			'--output-dir',
			output,
			'--headers',
			`Origin: ${origin}\nAccept: text/html`
		];
		if (cookie) args.push('--cookie', cookie);
		if (body !== undefined) args.push('--data', body);
		// Only the places with a star: not the cookie, and not what a browser says of itself.
		args.push('--skip', 'cookie,user-agent,referer,host');
		const { said, ended } = await run('sqlmap', args, { seconds });
		if (!ended) cut += 1;
		if (/identified the following injection point|is vulnerable/.test(said))
			findings.push(`${path} ${body ?? ''}`);
		else if (!/all tested parameters do not appear to be injectable/.test(said) && ended)
			findings.push(
				`${path} ${body ?? ''}: not tried: ${/\[(?:CRITICAL|ERROR)\] (.{0,200})/.exec(said)?.[1] ?? said.slice(-200)}`
			);
	}
	return {
		tool: 'sqlmap',
		summary: `${targets.length} places, level 3, risk 2; ${cut} cut off after ${seconds} s`,
		findings
	};
}
