import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

// PostgreSQL's own programs: pg_dump and pg_restore make and read dumps better than anything of ours would.

/** Folders in which a program of PostgreSQL may be, the newest version first; the one that was named before all others. */
export function folders(): string[] {
	const debian = '/usr/lib/postgresql';
	const versions = existsSync(debian) ? readdirSync(debian) : [];
	return [
		...(process.env.POSTGRES_BIN ? [process.env.POSTGRES_BIN] : []),
		...versions
			.filter((version) => Number(version) >= 15)
			.sort((a, b) => Number(b) - Number(a))
			.map((version) => join(debian, version, 'bin')),
		...(process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== ''),
		'/opt/homebrew/opt/postgresql@17/bin',
		'/usr/local/pgsql/bin'
	];
}

/**
 * A program that is at least as new as the server.
 *
 * @param server the major version of the server
 * @throws with what to install
 */
export function findTool(name: 'pg_dump' | 'pg_restore', server: number): string {
	const found = folders()
		.map((folder) => join(folder, name))
		.filter((path) => existsSync(path));
	const fits = found.find((path) => versionOf(path) >= server);
	if (fits) return fits;
	const why =
		found.length > 0 ? `the ${name} that is here is older than the server` : `${name} is not here`;
	throw new Error(
		`${why}: install the programs of PostgreSQL ${server} or newer (on Debian: apt-get install postgresql-client), ` +
			'or set POSTGRES_BIN to the folder they are in.'
	);
}

function versionOf(path: string): number {
	const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
	return Number(/(\d+)(\.\d+)?/.exec(stdout ?? '')?.[1] ?? 0);
}

/** How these programs are told where the server is. Not as an argument: everybody on the machine can read those. */
export function environmentOf(url: string): Record<string, string | undefined> {
	const { hostname, port, username, password, pathname, searchParams } = new URL(url);
	const plain = (text: string) => (text === '' ? undefined : decodeURIComponent(text));
	const host = searchParams.get('host') ?? plain(hostname.replace(/^\[(.*)\]$/, '$1'));
	return {
		...process.env,
		PGHOST: host,
		PGPORT: plain(port),
		PGUSER: plain(username),
		PGPASSWORD: plain(password) ?? process.env.PGPASSWORD,
		PGDATABASE: plain(pathname.slice(1)),
		...(searchParams.has('sslmode') && { PGSSLMODE: searchParams.get('sslmode')! })
	};
}
