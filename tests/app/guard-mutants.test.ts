import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shuffle } from '#lib/learning/shuffle.ts';
import { accessMatrix } from '../support/access-matrix.ts';
import { guards, type Guard } from '../support/guards.ts';
import { mutantOf, timesIn } from '../support/mutant.ts';
import { routesOf, type Route } from '../support/routes.ts';
import { startServer } from '../support/server.ts';
import { enter, type World } from '../support/world.ts';

// A matrix that is green proves little until it has been seen red: each guard is taken out of the built server in turn.

const folder = mkdtempSync(join(tmpdir(), 'course-guards-'));
const cast = join(folder, 'cast');
let routes: Route[];
let world: World;

beforeAll(async () => {
	routes = await routesOf();
	const server = await startServer({ dataDir: cast, env: { DEMO: '1' } });
	world = await enter(server.origin);
	await server.stop();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Two at a time, for two cores: each is a server with a database of its own. */
const turns: Promise<unknown>[] = [Promise.resolve(), Promise.resolve()];
let next = 0;
function inTurn<T>(work: () => Promise<T>): Promise<T> {
	const turn = next++ % turns.length;
	const run = turns[turn]!.then(work, work);
	turns[turn] = run.catch(() => {});
	return run;
}

/** What is wrong with a build, until the first thing that is. */
async function firstWrong(
	{ near, effects }: Pick<Guard, 'near' | 'effects'>,
	build: string,
	dataDir: string
): Promise<string | undefined> {
	cpSync(cast, dataDir, { recursive: true });
	const server = await startServer({ build, dataDir });
	try {
		const ordered = [...routes].sort((a, b) => Number(b.id === near) - Number(a.id === near));
		const options = { untilFirst: true, ...(effects && { part: 'effects' as const }) };
		const { wrong } = await accessMatrix(server.origin, ordered, world, options);
		return wrong[0] && `${wrong[0].name}: ${wrong[0].got}`;
	} finally {
		await server.kill();
		rmSync(dataDir, { recursive: true, force: true });
	}
}

/** In a run of everything a few, others each time; `npm run check:guards` tries them all. */
const A_FEW = 6;
const seed = Number(process.env.GUARDS_SEED ?? Date.now() % 1_000_000);
const tried = process.env.ALL_GUARDS === '1' ? guards : shuffle(guards, seed).slice(0, A_FEW);
console.log(`${tried.length} of ${guards.length} guards, GUARDS_SEED=${seed}`);

describe('the access matrix notices when a guard is gone', () => {
	test('and finds nothing wrong with a copy in which nothing is', async () => {
		const same = 'if (allowed === "not-there") return closedPage(404, locals.language);';
		const mutant = mutantOf('build', { find: same, put: same });
		try {
			expect(await firstWrong({}, mutant.build, join(folder, 'same'))).toBeUndefined();
		} finally {
			mutant.remove();
		}
	});

	test('and every guard is in the build, once', () => {
		const times = timesIn(
			'build',
			guards.map(({ find }) => find)
		);
		const wrong = guards.filter((_, index) => times[index] !== 1).map(({ name }) => name);
		expect(wrong).toEqual([]);
	});

	test.concurrent.each(tried)('$name', { timeout: 600_000 }, async (guard) => {
		const wrong = await inTurn(async () => {
			const mutant = mutantOf('build', guard);
			try {
				return await firstWrong(
					guard,
					mutant.build,
					join(folder, `mutant-${guards.indexOf(guard)}`)
				);
			} finally {
				mutant.remove();
			}
		});
		expect(wrong, 'a wrong cell').toBeDefined();
	});
});
