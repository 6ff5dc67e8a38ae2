import { spawnSync } from 'node:child_process';
import { findChromium } from '../../tests/support/chromium.ts';
import { findPostgres } from '../../tests/support/postgres.ts';

/** Finds a Chromium and PostgreSQL server binaries; on Debian, as root, installs what is missing. */
export async function provide(): Promise<{ chromium: boolean; postgres: boolean }> {
	const wanted = [
		...(findChromium() ? [] : ['chromium']),
		...(findPostgres() ? [] : ['postgresql'])
	];
	if (wanted.length > 0 && mayInstall()) {
		console.log(`Installing ${wanted.join(' and ')} from Debian's packages …`);
		const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
		spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
		spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...wanted], {
			stdio: ['ignore', 'ignore', 'inherit'],
			env
		});
	}
	const found = { chromium: findChromium(), postgres: findPostgres() };
	console.log(`Chromium: ${found.chromium ?? 'none'}\nPostgreSQL: ${found.postgres ?? 'none'}`);
	return { chromium: found.chromium !== undefined, postgres: found.postgres !== undefined };
}

function mayInstall(): boolean {
	if (process.getuid?.() !== 0) return false;
	return spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
}
