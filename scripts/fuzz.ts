import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { buildIfNeeded } from './build/build.ts';

// Requests by chance to every endpoint of the built app: npm run fuzz -- --per-endpoint 20000 --seed 7

const { values } = parseArgs({
	options: {
		'per-endpoint': { type: 'string', default: '1000' },
		seed: { type: 'string', default: String(Date.now() % 1_000_000) },
		only: { type: 'string', default: '' }
	}
});
await buildIfNeeded();
const env = {
	...process.env,
	FUZZ_PER_ENDPOINT: values['per-endpoint'],
	FUZZ_SEED: values.seed,
	FUZZ_ONLY: values.only
};
const args = ['run', '--project', 'drills', 'tests/drills/fuzz.test.ts'];
spawn('node_modules/.bin/vitest', args, { stdio: 'inherit', env }).on('exit', (code) => {
	process.exitCode = code ?? 1;
});
