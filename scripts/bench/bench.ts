import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { buildIfNeeded } from '../build/build.ts';
import { printGoals } from './goals.ts';
import { measurePoint, parts, type Part, type Results } from './point.ts';
import { points, printSlopes } from './scale.ts';

// npm run bench: what the app costs, beside what the machine can do at most, in one run. docs/PERFORMANCE.md says what the
// figures mean. Prints tables and writes test-results/bench.json.

const { values } = parseArgs({
	options: {
		/** Which parts, with commas: answers, pages, groups, browser, start. */
		only: { type: 'string', default: parts.join(',') },
		repeats: { type: 'string', default: '3' },
		seconds: { type: 'string', default: '5' },
		learners: { type: 'string', default: '1000' },
		answers: { type: 'string', default: '100' },
		/** Writes a profile of the app to this folder. */
		profile: { type: 'string' },
		/** The same on databases that are ten times larger each time, and how costs grow; --points says how many. */
		scale: { type: 'boolean', default: false },
		points: { type: 'string', default: '2' }
	}
});
const chosen = values.only
	.split(',')
	.filter((each): each is Part => parts.some((part) => part === each));
const common = {
	answers: Number(values.answers),
	rhythm: { repeats: Number(values.repeats), seconds: Number(values.seconds) },
	...(values.profile && { node: ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] })
};

await buildIfNeeded();
const results: Record<string, Results> = {};
if (values.scale) {
	for (const { name, ...sizes } of points.slice(0, Number(values.points))) {
		const measured = (['answers', 'pages', 'groups'] as const).filter((each) =>
			chosen.includes(each)
		);
		results[name] = await measurePoint({ ...common, ...sizes, parts: [...measured] });
		show(name, results[name]);
	}
	printSlopes(results);
} else {
	const sizes = { learners: Number(values.learners), cohorts: [100, 10_000] };
	results.now = await measurePoint({ ...common, ...sizes, parts: chosen });
	show('', results.now);
}
mkdirSync('test-results', { recursive: true });
const machine = { node: process.version, cores: cpus().length, processor: cpus()[0]?.model };
const file = values.scale ? 'test-results/bench-scale.json' : 'test-results/bench.json';
writeFileSync(file, `${JSON.stringify({ machine, values, results }, null, '\t')}\n`);
console.log(`\nAll rounds: ${file}`);

function show(name: string, measured: Results): void {
	for (const [part, { goals }] of Object.entries(measured))
		printGoals(`${name} ${part}`.trim(), goals);
}
