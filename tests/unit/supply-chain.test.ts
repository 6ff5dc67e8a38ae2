import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

// What other people wrote and we run: which versions, from where, and that none of them is known to be unsafe.

type Locked = {
	version: string;
	integrity?: string;
	resolved?: string;
	link?: boolean;
	dev?: boolean;
	hasInstallScript?: boolean;
};
type Minimum = {
	package: string;
	version: string;
	because: string[];
	accepted?: { versions: string[]; why: string };
};

const read = (path: string) => readFileSync(path, 'utf8');
const manifest = JSON.parse(read('package.json')) as Record<
	'dependencies' | 'devDependencies' | 'overrides',
	Record<string, string>
>;
const lock = JSON.parse(read('package-lock.json')) as {
	lockfileVersion: number;
	packages: Record<string, Locked>;
};
const floor = parse(read('docs/minimum-versions.yaml')) as {
	reviewed: string;
	minimum: Minimum[];
	'install-scripts': { package: string; why: string }[];
};

const packages = Object.entries(lock.packages)
	.filter(([path]) => path !== '')
	.map(([path, locked]) => ({ name: path.split('node_modules/').at(-1)!, ...locked }));
const label = ({ name, version }: { name: string; version: string }) => `${name}@${version}`;

/** Whether one version comes before another; what follows the three numbers makes it earlier than the numbers alone. */
function before(one: string, other: string): boolean {
	const numbers = (version: string) => version.split(/[-+]/)[0]!.split('.').map(Number);
	const [a, b] = [numbers(one), numbers(other)];
	const place = a.findIndex((number, index) => number !== b[index]);
	return place < 0 ? one.includes('-') && !other.includes('-') : a[place]! < b[place]!;
}

describe('which packages there are', () => {
	test('every version in package.json is one version', () => {
		const asked = [manifest.dependencies, manifest.devDependencies, manifest.overrides].flatMap(
			Object.entries
		) as [string, string][];
		const loose = asked.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
		expect(asked.length).toBeGreaterThan(50);
		expect(loose).toEqual([]);
	});

	test('every package in the lock has a SHA-512 sum and comes from the npm registry', () => {
		const wrong = packages.filter(
			({ version, integrity, resolved, link }) =>
				link === true ||
				!/^\d+\.\d+\.\d+/.test(version) ||
				!/^sha512-[\w+/]{86}==$/.test(integrity ?? '') ||
				// Where nothing is said, it is the registry that npm is set up with.
				!(resolved ?? 'https://registry.npmjs.org/').startsWith('https://registry.npmjs.org/')
		);
		expect(lock.lockfileVersion).toBe(3);
		expect(packages.length).toBeGreaterThan(500);
		expect(wrong.map(label)).toEqual([]);
		expect(read('.npmrc')).not.toMatch(/registry/);
	});

	test('few are asked for in production, and few come with them', () => {
		const direct = Object.keys(manifest.dependencies).length;
		const all = packages.filter(({ dev }) => dev !== true).length;
		console.log(`${direct} direct and ${all} total packages in production`);
		expect(direct).toBeLessThanOrEqual(20);
		expect(all).toBeLessThanOrEqual(120);
	});

	test('the list for who has to know what is in it names every package once', () => {
		const args = ['run', '--silent', 'sbom', '--', '--package-lock-only'];
		const said = execFileSync('npm', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
		const { bomFormat, components } = JSON.parse(said) as {
			bomFormat: string;
			components: { name: string; version: string; hashes?: unknown[] }[];
		};
		const named = new Set(components.map(label));
		expect(bomFormat).toBe('CycloneDX');
		expect(packages.map(label).filter((each) => !named.has(each))).toEqual([]);
	});
});

describe('what packages may do', () => {
	test('none runs a script while it is installed, and those that would like to are known', () => {
		const known = new Set(floor['install-scripts'].map((each) => each.package));
		const would = packages
			.filter(({ hasInstallScript }) => hasInstallScript)
			.map(({ name }) => name);
		expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
		expect([...new Set(would)].sort()).toEqual([...known].sort());
	});
});

describe('known faults', () => {
	test.each(floor.minimum)(
		'$package is $version or newer, or its reason is written down',
		({ package: name, version, because, accepted }) => {
			const old = packages.filter((each) => each.name === name && before(each.version, version));
			expect(because.length).toBeGreaterThan(0);
			expect([...new Set(old.map((each) => each.version))].sort()).toEqual(
				[...(accepted?.versions ?? [])].sort()
			);
		}
	);

	test('somebody looked at the list of faults lately', () => {
		const days = Math.floor((Date.now() - new Date(floor.reviewed).getTime()) / 86_400_000);
		if (days > 30) console.warn(`docs/minimum-versions.yaml was read ${days} days ago.`);
		expect(floor.reviewed).toMatch(/^20\d\d-\d\d-\d\d$/);
	});

	test('versions are compared as numbers', () => {
		expect(before('0.9.0', '0.10.0')).toBe(true);
		expect(before('10.0.0', '9.9.9')).toBe(false);
		expect(before('1.0.0', '1.0.0')).toBe(false);
		expect(before('1.0.0-beta.1', '1.0.0')).toBe(true);
	});
});
