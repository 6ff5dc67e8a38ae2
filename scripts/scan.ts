import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { castPassword } from '../src/lib/server/demo/cast.ts';
import { cookieOf } from '../tests/support/http.ts';
import { freePort } from '../tests/support/postgres.ts';
import { startServer } from '../tests/support/server.ts';
import { dataOf } from '../tests/support/world.ts';
import { buildIfNeeded } from './build/build.ts';
import { behindTls, makeCertificate } from './scan/behind-tls.ts';
import { csp } from './scan/csp.ts';
import { lighthouse } from './scan/lighthouse.ts';
import { observatory, ports } from './scan/observatory.ts';
import { sqlmap, type Target } from './scan/sqlmap.ts';
import { npmTools, type Outcome } from './scan/tools.ts';
import { wapiti } from './scan/wapiti.ts';

// Scanners of others against the built app, on this machine only: npm run scan -- --only csp,observatory --seconds 120
// Ends with 1 when one of them found something of medium weight or more.

const { values } = parseArgs({
	options: {
		only: { type: 'string', default: 'csp,observatory,lighthouse,sqlmap,wapiti' },
		seconds: { type: 'string', default: '120' }
	}
});
const wanted = new Set(values.only.split(','));
const seconds = Number(values.seconds);
const folder = mkdtempSync(join(tmpdir(), 'course-scan-'));
const outcomes: Outcome[] = [];

async function plain(): Promise<void> {
	const server = await startServer({
		dataDir: join(folder, 'plain'),
		env: { DEMO: '1', LOG_LEVEL: 'info' }
	});
	try {
		const { origin } = server;
		const signIn = (name: string) => cookieOf(origin, `${name}@verdewold.example`, castPassword);
		const [learner, manager, administrator] = [
			await signIn('bas'),
			await signIn('hanneke'),
			await signIn('farida')
		];
		const { cohorts } = await dataOf(origin, '/nl/manage', manager);
		const cohort = `/nl/manage/${(cohorts as { id: string }[])[0]!.id}`;
		if (wanted.has('csp'))
			outcomes.push(
				await csp(origin, [
					['/nl', ''],
					['/en/sign-in', ''],
					['/nl/nothing', ''],
					['/mark.svg', ''],
					['/nl/lesson/a1', learner],
					[cohort, manager],
					['/nl/admin', administrator]
				])
			);
		if (wanted.has('lighthouse'))
			outcomes.push(
				await lighthouse(origin, [
					['/nl/lesson/a1', learner],
					['/nl/quiz/m1/1/4', await signIn('gerrit')],
					['/nl/course', learner],
					[cohort, manager]
				])
			);
		if (wanted.has('sqlmap')) {
			const targets: Target[] = [
				{ path: '/nl/search?q=tie*', cookie: learner },
				{ path: '/nl/sign-in?next=*', cookie: '' },
				{ path: '/nl/sign-in', body: 'email=bas*&password=x', cookie: '' },
				{ path: '/nl/forgot', body: 'email=bas*', cookie: '' },
				{ path: '/nl/sign-up', body: 'email=bas*&name=Bas*', cookie: '' },
				{ path: '/nl/join/demo*', cookie: '' },
				{ path: '/nl/welcome/abc*', cookie: '' },
				{ path: '/nl/bewijs/K7TQ*', cookie: '' },
				{ path: '/nl/lesson/a1*', cookie: learner },
				{ path: '/nl/quiz/m1/1*/1*', cookie: learner },
				{
					path: '/nl/lesson/a1?/check',
					body: 'item=Q-A1-03*&answerId=00000000-0000-4000-8000-000000000000*&option=a*&try=1*',
					cookie: learner
				},
				{ path: '/nl/account?/profile', body: 'name=Bas*&language=nl*', cookie: learner },
				{ path: `${cohort}*`, cookie: manager },
				{ path: `${cohort}?q=a*&sort=name*&state=x*&page=1*`, cookie: manager },
				{ path: '/nl/admin?/role', body: 'account=x*&role=learner*', cookie: administrator }
			];
			outcomes.push(await sqlmap(origin, targets, seconds));
		}
		if (wanted.has('wapiti'))
			for (const [who, cookie] of [
				['visitor', ''],
				['learner', learner],
				['manager', manager]
			] as const)
				outcomes.push(await wapiti(origin, who, cookie, seconds));
		const lines = server.output().split('\n');
		const requests = lines.filter((line) => line.includes('"event":"request"'));
		const errors = lines.filter((line) => line.includes('"event":"error"'));
		outcomes.push({
			tool: 'log of the app',
			summary: `${errors.length} errors in ${requests.length} requests while it was scanned`,
			findings: errors.slice(0, 5)
		});
	} finally {
		await server.stop();
	}
}

async function secure(): Promise<void> {
	const port = await freePort();
	const files = makeCertificate(folder);
	const env = { DEMO: '1', TRUST_PROXY: '1', ORIGIN: 'https://localhost' };
	const server = await startServer({ port, dataDir: join(folder, 'secure'), env });
	let close = () => {};
	try {
		close = await behindTls(port, ports, files);
		outcomes.push(await observatory(files.certificate));
	} catch (error) {
		// Only root may listen there.
		const { message } = error as Error;
		outcomes.push({ tool: 'HTTP Observatory', summary: 'was not run', findings: [message] });
	} finally {
		close();
		await server.stop();
	}
}

await buildIfNeeded();
// Before anything is started: fetching takes longer than a connection is kept open.
if (['csp', 'observatory', 'lighthouse'].some((name) => wanted.has(name))) npmTools();
if (['csp', 'lighthouse', 'sqlmap', 'wapiti'].some((name) => wanted.has(name))) await plain();
if (wanted.has('observatory')) await secure();
rmSync(folder, { recursive: true, force: true });
for (const { tool, summary, findings } of outcomes)
	console.log([`${tool}: ${summary}`, ...findings.map((finding) => `  ${finding}`)].join('\n'));
process.exitCode = outcomes.some(({ findings }) => findings.length > 0) ? 1 : 0;
