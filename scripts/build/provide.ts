import { spawnSync } from 'node:child_process';
import { findChromium } from '../../tests/support/chromium.ts';
import { findPdfTools } from '../../tests/support/pdf.ts';
import { findPostgres } from '../../tests/support/postgres.ts';

const findJava = () =>
	spawnSync('java', ['-version'], { stdio: 'ignore' }).status === 0 ? 'java' : undefined;

type Provided = Record<'chromium' | 'postgres' | 'java' | 'pdf', boolean>;

/**
 * Finds a Chromium, PostgreSQL server binaries, a Java to run the HTML checker and readers of PDF; on Debian, as root,
 * installs what is missing.
 */
export async function provide(): Promise<Provided> {
	const wanted = [
		...(findChromium() ? [] : ['chromium']),
		...(findPostgres() ? [] : ['postgresql']),
		...(findJava() ? [] : ['default-jre-headless']),
		...(findPdfTools() ? [] : ['poppler-utils', 'qpdf'])
	];
	install(wanted);
	const found = {
		Chromium: findChromium(),
		PostgreSQL: findPostgres(),
		Java: findJava(),
		'PDF readers': findPdfTools()
	};
	for (const [name, where] of Object.entries(found)) console.log(`${name}: ${where ?? 'none'}`);
	return {
		chromium: !!found.Chromium,
		postgres: !!found.PostgreSQL,
		java: !!found.Java,
		pdf: !!found['PDF readers']
	};
}

/** From Debian's packages, as root; elsewhere nothing happens. */
export function install(packages: string[]): void {
	if (packages.length === 0 || !mayInstall()) return;
	console.log(`Installing ${packages.join(' and ')} from Debian's packages …`);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
	spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
		stdio: ['ignore', 'ignore', 'inherit'],
		env
	});
}

function mayInstall(): boolean {
	if (process.getuid?.() !== 0) return false;
	return spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
}
