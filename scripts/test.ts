import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { buildIfNeeded } from './build/build.ts';
import { provide } from './build/provide.ts';

// Everything that must hold, in one run: content, types, lint, unit and database tests, the built app, the browser.
// Ends with one line: N passed, N failed, N skipped. With REQUIRE_ALL=1 a missing browser or PostgreSQL is a failure.

type Counts = { passed: number; failed: number; skipped: number };
const total: Counts = { passed: 0, failed: 0, skipped: 0 };
const requireAll = process.env.REQUIRE_ALL === '1';

function add(counts: Counts): void {
	total.passed += counts.passed;
	total.failed += counts.failed;
	total.skipped += counts.skipped;
}

/** Runs a command with its output on the screen. */
function run(command: string[]): Promise<number> {
	return new Promise((resolve) => {
		const [program = '', ...args] = command;
		const child = spawn(program, args, { stdio: 'inherit', env: process.env });
		child.on('exit', (code) => resolve(code ?? 1));
	});
}

async function timed<T>(title: string, work: () => Promise<T>): Promise<T> {
	console.log(`\n── ${title}`);
	const began = Date.now();
	try {
		return await work();
	} finally {
		console.log(`── ${title}: ${Math.round((Date.now() - began) / 1000)} s`);
	}
}

/** Runs a command and keeps what it says, so that two at once do not talk through each other. */
function runQuietly(command: string[]): Promise<{ code: number; said: string }> {
	return new Promise((resolve) => {
		const [program = '', ...args] = command;
		const child = spawn(program, args, { env: process.env });
		let said = '';
		for (const stream of [child.stdout, child.stderr])
			stream.setEncoding('utf8').on('data', (text: string) => (said += text));
		child.on('error', (error) => resolve({ code: 1, said: String(error) }));
		child.on('close', (code) => resolve({ code: code ?? 1, said }));
	});
}

/** A command that passes or fails as a whole counts as one test. */
async function whole(title: string, ...command: string[]): Promise<void> {
	const began = Date.now();
	const { code, said } = await runQuietly(command);
	console.log(`\n── ${title}: ${Math.round((Date.now() - began) / 1000)} s\n${said.trimEnd()}`);
	add({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 });
}

/** A runner that writes its counts to a file; without that file, or with a bad end and no failure in it, one failure. */
async function runner(
	title: string,
	command: string[],
	file: string,
	read: (json: never) => Counts,
	{ quietly = false } = {}
): Promise<void> {
	rmSync(file, { force: true });
	const code = await timed(title, async () => {
		if (!quietly) return run(command);
		const { code, said } = await runQuietly(command);
		console.log(`\n── ${title}\n${said.trimEnd()}`);
		return code;
	});
	let counts: Counts = { passed: 0, failed: 0, skipped: 0 };
	try {
		counts = read(JSON.parse(readFileSync(file, 'utf8')) as never);
	} catch {
		console.error(`${title} wrote no result.`);
	}
	if (counts.passed + counts.failed === 0 || (code !== 0 && counts.failed === 0))
		counts.failed += 1;
	add(counts);
}

function missing(what: string): void {
	console.log(
		requireAll
			? `${what} is missing, and REQUIRE_ALL is set.`
			: `${what} is missing: its tests are skipped.`
	);
	add(requireAll ? { passed: 0, failed: 1, skipped: 0 } : { passed: 0, failed: 0, skipped: 1 });
}

mkdirSync('test-results', { recursive: true });
const { chromium, postgres, java, pdf } = await timed('Looking for what tests need', provide);
if (!postgres) missing('PostgreSQL');
if (!java) missing('Java');
if (!pdf) missing('poppler-utils or qpdf');

const bin = (name: string) => `node_modules/.bin/${name}`;

type Vitest = {
	numPassedTests: number;
	numFailedTests: number;
	numPendingTests: number;
	numTodoTests: number;
	numFailedTestSuites: number;
};
/** @param projects those of vitest.config.ts */
function vitest(title: string, name: string, projects: string[], quietly = false): Promise<void> {
	const file = `test-results/${name}.json`;
	return runner(
		title,
		[
			bin('vitest'),
			'run',
			...projects.map((project) => `--project=${project}`),
			'--reporter=default',
			'--reporter=json',
			`--outputFile.json=${file}`
		],
		file,
		(json: Vitest) => ({
			passed: json.numPassedTests,
			// A file that does not load holds no failed test; it fails all the same.
			failed: Math.max(json.numFailedTests, json.numFailedTestSuites > 0 ? 1 : 0),
			skipped: json.numPendingTests + json.numTodoTests
		}),
		{ quietly }
	);
}

type Playwright = {
	stats: { expected: number; unexpected: number; flaky: number; skipped: number };
};
const playwright = () =>
	runner(
		'Browser tests',
		[bin('playwright'), 'test'],
		'test-results/playwright.json',
		({ stats }: Playwright) => ({
			passed: stats.expected,
			failed: stats.unexpected + stats.flaky,
			skipped: stats.skipped
		})
	);

await whole('Types: prepare', bin('svelte-kit'), 'sync');
// Two at a time: none of these writes what another reads.
await Promise.all([
	(async () => {
		await whole('Lint', bin('eslint'), '.', '--max-warnings', '0');
		await whole('Types', bin('svelte-check'), '--threshold', 'warning');
		await whole('Formatting', bin('prettier'), '--check', '--log-level', 'warn', '.');
	})(),
	(async () => {
		await timed('Build', buildIfNeeded);
		await whole('Content', bin('tsx'), 'scripts/content-check.ts');
	})()
]);
// Faults and restarts are mostly waiting: the others have the machine in the meantime.
await Promise.all([
	vitest('Tests of the built app', 'vitest-app', ['app'], true),
	(async () => {
		await vitest('Unit and database tests', 'vitest', ['unit', 'embedded', 'postgres']);
		if (chromium) await playwright();
		else missing('Chromium');
	})()
]);

console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
