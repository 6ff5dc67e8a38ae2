import { spawnSync } from 'node:child_process';
import { findPooler, findProxy } from '../tests/support/several.ts';
import { findPostgres } from '../tests/support/postgres.ts';
import { buildIfNeeded } from './build/build.ts';
import { install } from './build/provide.ts';

// Several processes of the app behind HAProxy and PgBouncer, with the files of deploy/.

install([
	...(findPostgres() ? [] : ['postgresql']),
	...(findProxy() ? [] : ['haproxy']),
	...(findPooler() ? [] : ['pgbouncer'])
]);
const missing = [
	...(findPostgres() ? [] : ['PostgreSQL 15']),
	...(findProxy() ? [] : ['HAProxy']),
	...(findPooler() ? [] : ['PgBouncer'])
];
if (missing.length > 0) console.log(`Skipped: ${missing.join(' and ')} is not installed here.`);
else {
	await buildIfNeeded();
	const command = ['run', '--project', 'drills', 'tests/drills/several.test.ts'];
	const { status } = spawnSync('node_modules/.bin/vitest', command, { stdio: 'inherit' });
	process.exitCode = status ?? 1;
}
