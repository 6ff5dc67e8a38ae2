import { spawn } from 'node:child_process';
import { buildIfNeeded } from './build/build.ts';

// Builds when something changed and starts the server. `--demo` also loads the demo cast.

await buildIfNeeded();
const demo = process.argv.includes('--demo');
const server = spawn(process.execPath, ['build/server.js'], {
	stdio: 'inherit',
	env: {
		...process.env,
		...(demo && {
			DEMO: '1',
			DATA_DIR: process.env.DATA_DIR ?? 'data/demo',
			SECOND_STEP: process.env.SECOND_STEP ?? 'optional',
			LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn'
		})
	}
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => {
	process.exitCode = code ?? 1;
});
