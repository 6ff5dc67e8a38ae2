import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { debianTool, run, type Outcome } from './tools.ts';

type Report = {
	vulnerabilities: Record<
		string,
		{ level: number; method: string; path: string; info: string; parameter: string }[]
	>;
	infos: { crawled_pages_nbr?: number };
};

/** Those that need no other machine, and no list of other people's programs. */
const modules =
	'backup,blindsql,cookieflags,crlf,csp,exec,file,htaccess,http_headers,methods,permanentxss,redirect,shellshock,sql,xss';

/** Debian's wapiti writes addresses to leave out in a way that its own Python no longer reads: written here instead. */
const started = `import fnmatch, re
import wapitiCore.net.crawler as crawler
crawler.wildcard_translate = lambda pattern: re.compile(fnmatch.translate(pattern))
from wapitiCore.main.wapiti import wapiti_main
wapiti_main()`;

/** wapiti as one person, for so many seconds at most: it ends by itself and writes what it found until then. */
export async function wapiti(
	origin: string,
	who: string,
	cookie: string,
	seconds: number
): Promise<Outcome> {
	const tool = `wapiti, ${who}`;
	if (!debianTool('wapiti'))
		return { tool, summary: 'is not there', findings: ['wapiti is not there'] };
	const folder = mkdtempSync(join(tmpdir(), 'course-wapiti-'));
	const report = join(folder, 'report.json');
	const args = [
		'-u',
		`${origin}/nl`,
		'--scope',
		'domain',
		'-m',
		modules,
		'-d',
		'3',
		'--max-links-per-page',
		'25',
		'--max-files-per-dir',
		'12',
		'--max-scan-time',
		String(seconds),
		'--max-attack-time',
		'30',
		'--flush-session',
		'--store-session',
		folder,
		'--no-bugreport',
		'-v',
		'0',
		'-f',
		'json',
		'-o',
		report,
		'-x',
		`${origin}/nl/sign-out`,
		'-x',
		`${origin}/en/sign-out`,
		'-x',
		`${origin}/_app/*`,
		'-H',
		`Origin: ${origin}`
	];
	if (cookie) args.push('-H', `Cookie: ${cookie}`);
	const { said, ended } = await run('/usr/bin/python3', ['-c', started, ...args], {
		seconds: seconds * 2 + 60
	});
	if (!existsSync(report)) return { tool, summary: 'no report', findings: [said.slice(-600)] };
	const { vulnerabilities, infos } = JSON.parse(readFileSync(report, 'utf8')) as Report;
	const all = Object.entries(vulnerabilities).flatMap(([kind, list]) =>
		list.map((each) => ({ kind, ...each }))
	);
	const heavy = all.filter(({ level }) => level >= 2);
	return {
		tool,
		summary: `${infos.crawled_pages_nbr ?? '?'} pages, ${all.length} remarks, ${heavy.length} of medium weight or more${ended ? '' : '; cut off'}`,
		findings: heavy.map(({ kind, method, path, parameter, info }) =>
			`${kind}: ${method} ${path} ${parameter} ${info}`.slice(0, 300)
		)
	};
}
