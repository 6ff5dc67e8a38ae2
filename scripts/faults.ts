import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { buildIfNeeded } from './build/build.ts';

// Proves that what the screen calls saved is in the database once, whatever dies next: docs/FAULTS.md.
// npm run faults [-- F1 F4 --seed 7 --full]: these faults or all of them, one after the other, each with its figures.

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { seed: { type: 'string' }, full: { type: 'boolean', default: false } }
});

await buildIfNeeded();
const child = spawn(
	'node_modules/.bin/vitest',
	['run', '--project=app', 'tests/faults/faults.test.ts', '--disable-console-intercept'],
	{
		stdio: 'inherit',
		env: {
			...process.env,
			FAULTS: positionals.join(' ') || 'all',
			...(values.seed !== undefined && { FAULT_SEED: values.seed }),
			...(values.full && { FAULT_SIZE: 'full' })
		}
	}
);
child.on('exit', (code) => (process.exitCode = code ?? 1));
