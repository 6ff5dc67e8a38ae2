import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayDone } from '../support/day-done.ts';
import { digestEmbedded } from '../support/database-digest.ts';
import { endpointsOf, peopleOf, questions, type Endpoint } from '../support/fuzz.ts';
import { ask, type Question } from '../support/http.ts';
import { routesOf } from '../support/routes.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { dataOf, enter, type World } from '../support/world.ts';

// Every endpoint, by everybody, with requests by chance. A run of its own, as many as asked for:
// `npm run fuzz -- --per-endpoint 20000 --seed 7`.

const each = Number(process.env.FUZZ_PER_ENDPOINT ?? 10);
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000);
const only = process.env.FUZZ_ONLY ?? '';
/** Files that are drawn take a hundred times as long as a page. */
const drawn = /\.(pdf|docx|png|zip|xlsx)$/;
const AT_ONCE = 8;
const forever = { timeout: Math.max(600_000, each * 60_000) };

const dataDir = mkdtempSync(join(tmpdir(), 'course-fuzz-'));
let server: RunningServer;
let endpoints: Endpoint[];
let world: World;

const start = async (env: Record<string, string> = {}) => {
	server = await startServer({ dataDir, env: { TRUST_PROXY: '1', ...env } });
};
const digest = () => digestEmbedded(join(dataDir, 'database'));

beforeAll(async () => {
	endpoints = endpointsOf(await routesOf()).filter(({ name }) => name.includes(only));
	await start({ DEMO: '1' });
	world = await enter(server.origin);
	await server.stop();
	await dayDone({ databaseUrl: undefined, dataDir });
});
afterAll(async () => {
	await server.stop();
	rmSync(dataDir, { recursive: true, force: true });
});

const isStack = /\n\s+at .+:\d+:\d+|node_modules|drizzle|PGlite|postgres/i;

/** What is wrong with an answer; nothing when it is one. */
async function faultOf(question: Question, times: number[]): Promise<string | undefined> {
	const began = performance.now();
	const answer = await ask(server.origin, question).catch((error: Error) => error);
	times.push(performance.now() - began);
	const asked = () =>
		`${question.method} ${question.path} ${String(question.body ?? '')}`.slice(0, 400);
	if (answer instanceof Error) {
		// What cannot be said in HTTP never left this side; what is too large is not read to its end.
		const large = Buffer.byteLength(question.body ?? '') > 65_536;
		const expected = large ? /ECONNRESET|EPIPE|hang up/ : /invalid|unescaped/i;
		return expected.test(answer.message) ? undefined : `${answer.message}: ${asked()}`;
	}
	// 503 says that the place is full for a moment: too many passwords at once.
	const full = answer.status === 503 && answer.headers['retry-after'] !== undefined;
	const type = answer.headers['content-type'] ?? '';
	const stack = answer.status >= 400 && /html|json|plain/.test(type) && isStack.test(answer.text);
	return (answer.status >= 500 && !full) || stack ? `${answer.status}: ${asked()}` : undefined;
}

/** So many of them, made as they are asked for: twenty thousand at once are a lot to remember. */
function* some<T>(made: fc.Arbitrary<T>, most: number): Generator<T, void> {
	const BLOCK = 500;
	for (let begin = 0; begin < most; begin += BLOCK)
		yield* fc.sample(made, { numRuns: Math.min(BLOCK, most - begin), seed: seed + begin });
}

/** Asks every endpoint so many questions by the people that are let in, or by those that are not. */
async function askAll(side: 'in' | 'out', most: number) {
	const wrong: string[] = [];
	const times: number[] = [];
	for (const endpoint of endpoints) {
		const who = peopleOf(endpoint)[side];
		if (who.length === 0) continue;
		const few = side === 'in' && drawn.test(endpoint.route.id);
		const left = some(
			questions(endpoint, who, world, server.origin),
			Math.max(2, few ? Math.ceil(most / 20) : most)
		);
		const work = async () => {
			// One source for all of them: who takes from it closes it for nobody.
			for (let next = left.next(); !next.done; next = left.next()) {
				const question = next.value;
				const fault = await faultOf(question, times);
				if (fault !== undefined) wrong.push(`${endpoint.name} → ${fault}`);
			}
		};
		await Promise.all(Array.from({ length: AT_ONCE }, work));
		if (wrong.length > 20) break;
	}
	times.sort((a, b) => a - b);
	const at = (part: number) => Math.round(times[Math.floor((times.length - 1) * part)] ?? 0);
	console.log(
		`${times.length} requests to ${endpoints.length} endpoints, ${side === 'in' ? 'let in' : 'refused'}, seed ${seed}: ` +
			`median ${at(0.5)} ms, 99 % ${at(0.99)} ms, longest ${at(1)} ms`
	);
	return { wrong, asked: times.length };
}

test('whatever is sent by who may not, nothing stumbles and no row changes', forever, async () => {
	const before = await digest();
	await start();
	const { wrong, asked } = await askAll('out', Math.ceil(each / 2));
	await server.stop();
	expect(wrong).toEqual([]);
	expect(asked).toBeGreaterThan(each);
	expect(await digest()).toEqual(before);
});

test(
	'whatever is sent by who may, nothing stumbles, and nobody becomes somebody else',
	forever,
	async () => {
		await start();
		const people = async () =>
			(
				(await dataOf(server.origin, '/nl/admin', world.cookies.administrator)).people as Record<
					string,
					unknown
				>[]
			)
				.map(({ id, email, role }) => `${String(id)} ${String(email)} ${String(role)}`)
				.sort();
		const before = await people();
		const { wrong, asked } = await askAll('in', Math.floor(each / 2));
		expect(wrong).toEqual([]);
		expect(asked).toBeGreaterThan(each);
		expect(await people()).toEqual(before);
		expect(
			server
				.output()
				.split('\n')
				.filter((line) => line.includes('"event":"error"'))
		).toEqual([]);
	}
);
