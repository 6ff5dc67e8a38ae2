import cluster from 'node:cluster';
import { readEnv } from '../lib/server/env.ts';
import { serve } from './serve.ts';
import { keepWorkers } from './workers.ts';

// One process, or with WORKERS above 1 as many as that, and one that watches over them.

const env = (() => {
	try {
		return readEnv(process.env);
	} catch (error) {
		console.error((error as Error).message);
		process.exit(1);
	}
})();

if (env.WORKERS > 1 && cluster.isPrimary) await keepWorkers(env);
else await serve(env);
