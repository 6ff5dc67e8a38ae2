import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { buildIfNeeded } from '../build/build.ts';
import { measureAnswers } from './answers.ts';
import { printGoals, type Goal } from './goals.ts';
import { measureGroups } from './groups.ts';
import { preparePgbench } from './limits.ts';
import { measurePages } from './pages.ts';
import { openPlace } from './place.ts';
import { memory } from './processes.ts';
import { seed } from './seed.ts';

// npm run bench: what the app costs, beside what the machine can do at most, in one run. docs/PERFORMANCE.md says what the
// figures mean. Prints tables and writes test-results/bench.json.

const { values } = parseArgs({
	options: {
		/** Which parts, with commas; all of them when it is not there. */
		only: { type: 'string', default: 'answers,pages,groups' },
		repeats: { type: 'string', default: '3' },
		seconds: { type: 'string', default: '5' },
		learners: { type: 'string', default: '1000' },
		answers: { type: 'string', default: '100' },
		/** Writes a profile of the app to this folder. */
		profile: { type: 'string' }
	}
});
const parts = values.only.split(',');
const rhythm = { repeats: Number(values.repeats), seconds: Number(values.seconds) };

await buildIfNeeded();
const place = await openPlace();
try {
	const results: Record<string, { goals: Goal[] }> = {};
	const node = values.profile ? ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] : undefined;
	const began = performance.now();
	const server = await place.startApp(node && { node });
	results.start = {
		goals: [
			{
				what: 'start until ready, empty database',
				figure: performance.now() - began,
				unit: 'ms',
				atMost: 2000
			}
		]
	};
	const app = { origin: server.origin, pid: server.process.pid! };
	const size = { size: Number(values.learners), answers: Number(values.answers) };
	const sizes = parts.includes('groups') ? [100, 10_000] : [];
	const seeded = await seed(place.sql, { ...size, sizes });
	const [stored] =
		await place.sql`select pg_total_relation_size('response')::float8 / count(*) as bytes from response`;
	results.stored = {
		goals: [
			{
				what: 'stored bytes an answer, with indexes',
				figure: stored!.bytes as number,
				unit: 'bytes',
				atMost: 130
			}
		]
	};
	if (parts.includes('answers')) {
		const pgbench = await preparePgbench(place.sql, place.url);
		results.answers = await measureAnswers(place, seeded, app, pgbench, rhythm);
	}
	if (parts.includes('pages')) results.pages = await measurePages(place, seeded, app, rhythm);
	if (parts.includes('groups')) results.groups = await measureGroups(place, seeded, app, 5);
	results.memory = {
		goals: [
			{
				what: 'memory of the app after the load (PSS)',
				figure: memory(app.pid),
				unit: 'MB',
				atMost: 120
			}
		]
	};
	for (const [title, { goals }] of Object.entries(results)) printGoals(title, goals);
	mkdirSync('test-results', { recursive: true });
	const machine = { node: process.version, cores: cpus().length, processor: cpus()[0]?.model };
	writeFileSync(
		'test-results/bench.json',
		`${JSON.stringify({ machine, values, results }, null, '\t')}\n`
	);
} finally {
	await place.remove();
}
