import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const stamp = 'build/.stamp';
const inputs = [
	'src',
	'static',
	'scripts/build',
	'package-lock.json',
	'svelte.config.js',
	'vite.config.ts',
	'vite.server.config.ts'
];

/** Builds unless the build there is was made from exactly these files. */
export async function buildIfNeeded(): Promise<void> {
	const now = fingerprint();
	if (existsSync('build/server.js') && existsSync(stamp) && readFileSync(stamp, 'utf8') === now)
		return;
	console.log('Building the app; this takes about ten seconds …');
	await vite('vite.config.ts');
	await vite('vite.server.config.ts');
	writeFileSync(stamp, now);
}

function fingerprint(): string {
	const hash = createHash('sha256');
	for (const path of inputs.flatMap(filesIn)) hash.update(path).update(readFileSync(path));
	return hash.digest('hex');
}

function filesIn(path: string): string[] {
	if (!existsSync(path)) return [];
	if (statSync(path).isFile()) return [path];
	return readdirSync(path, { recursive: true, encoding: 'utf8' })
		.sort()
		.map((name) => join(path, name))
		.filter((name) => statSync(name).isFile());
}

/** Runs one Vite build; what it prints is shown only when it fails. */
function vite(config: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const child = spawn(
			process.execPath,
			['node_modules/vite/bin/vite.js', 'build', '-c', config],
			{
				stdio: ['ignore', 'pipe', 'pipe']
			}
		);
		let output = '';
		child.stdout.on('data', (data: Buffer) => (output += data.toString()));
		child.stderr.on('data', (data: Buffer) => (output += data.toString()));
		child.on('exit', (code) => {
			if (code === 0) return resolve();
			console.error(output);
			reject(new Error(`The build with ${config} failed.`));
		});
	});
}
