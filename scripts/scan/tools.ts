import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a scanner said that somebody has to look at. */
export type Outcome = { tool: string; summary: string; findings: string[] };

/** Scanners of others live in a folder of their own and never become packages of the project. */
const folder = join(tmpdir(), 'course-scanners');
const pinned = {
	csp_evaluator: '1.1.8',
	'@mdn/mdn-http-observatory': '1.4.8',
	lighthouse: '12.8.2'
};

/** The folder with the scanners from npm, of exactly these versions; fetched when they are not there yet. */
export function npmTools(): string {
	const wanted = Object.entries(pinned).map(([name, version]) => `${name}@${version}`);
	const there = Object.keys(pinned).every((name) => existsSync(join(folder, 'node_modules', name)));
	if (there) return folder;
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
	console.log(`Fetching ${wanted.join(', ')} …`);
	const args = [
		'install',
		'--ignore-scripts',
		'--no-audit',
		'--no-fund',
		'--save-exact',
		...wanted
	];
	const { status } = spawnSync('npm', args, {
		cwd: folder,
		stdio: ['ignore', 'ignore', 'inherit']
	});
	if (status !== 0) throw new Error('The scanners could not be fetched.');
	return folder;
}

/** Whether a program of Debian's is there; as root it is installed when it is not. */
export function debianTool(name: string): boolean {
	const there = () => spawnSync('which', [name], { stdio: 'ignore' }).status === 0;
	if (there()) return true;
	if (process.getuid?.() !== 0) return false;
	spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], {
		stdio: 'ignore',
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
	});
	return there();
}

/** Runs a program for so many seconds at most. Resolves to what it said, and whether it came to its end. */
export function run(
	program: string,
	args: string[],
	{ seconds, env = {}, cwd }: { seconds: number; env?: Record<string, string>; cwd?: string }
): Promise<{ said: string; ended: boolean }> {
	return new Promise((resolve) => {
		const child = spawn(program, args, {
			stdio: ['ignore', 'pipe', 'pipe'],
			env: { ...process.env, ...env },
			...(cwd !== undefined && { cwd })
		});
		let said = '';
		let ended = true;
		for (const stream of [child.stdout, child.stderr])
			stream.on('data', (data: Buffer) => (said += data.toString()));
		const limit = setTimeout(() => {
			ended = false;
			child.kill('SIGKILL');
		}, seconds * 1000);
		child.on('close', () => {
			clearTimeout(limit);
			resolve({ said, ended });
		});
	});
}
