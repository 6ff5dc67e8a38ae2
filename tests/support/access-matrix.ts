import { cellsOf, type Cell } from './access-cells.ts';
import type { Check } from './access-check.ts';
import { effectCells } from './access-effects.ts';
import { isolationCells } from './access-isolation.ts';
import { originCells } from './access-origin.ts';
import { ask, type Answer } from './http.ts';
import { part } from './part.ts';
import { readData } from './page-data.ts';
import type { Route } from './routes.ts';
import { dataOf, type World } from './world.ts';

export type Wrong = { name: string; expected: string; got: string };
export type Outcome = { cells: number; wrong: Wrong[] };

type Options = {
	/** Stop at the first wrong cell: enough to know that a mutant is noticed. */
	untilFirst?: boolean;
	/** Only what must change nothing, only what comes after it, or only what changes who somebody is. */
	part?: 'refused' | 'rest' | 'effects';
	/** At most so many refusals: others each day. */
	refusals?: number;
};

/** Words that stand on pages that are not for everybody; no refusal may hold one of them. */
const inside = [
	'Communicatie, najaar',
	'Klantenservice Zwolle',
	'Yıldız',
	'Okafor',
	'paarse pinguïns'
];

/** Asks a running server every question of the matrix. */
export async function accessMatrix(
	origin: string,
	routes: Route[],
	world: World,
	options: Options = {}
): Promise<Outcome> {
	const outcome: Outcome = { cells: 0, wrong: [] };
	const over = () => options.untilFirst === true && outcome.wrong.length > 0;
	const all = routes.flatMap((route) => [
		...cellsOf(route, world, origin),
		...originCells(route, world, origin)
	]);
	const of = (phase: Cell['phase']) => all.filter((cell) => cell.phase === phase);
	const count = (wrong: Wrong | undefined) => {
		outcome.cells += 1;
		if (wrong) outcome.wrong.push(wrong);
	};
	const askAll = async (cells: Cell[], atOnce: number) => {
		const left = cells.values();
		const work = async () => {
			for (const cell of left) {
				if (over()) return;
				count(await judge(origin, cell, world));
			}
		};
		await Promise.all(Array.from({ length: atOnce }, work));
	};
	const checkAll = async (checks: Check[]) => {
		for (const check of checks) {
			if (over()) return;
			const got = await check.run(origin).catch((error: Error) => error.message);
			count(
				got === undefined ? undefined : { name: check.name, expected: 'as the name says', got }
			);
		}
	};

	if (options.part === undefined || options.part === 'refused') {
		await checkAll(isolationCells(world));
		const before = await shown(origin, world);
		await askAll(part(of('refused'), options.refusals ?? Infinity), 6);
		if (!over()) {
			const same = before === (await shown(origin, world).catch(() => ''));
			count(
				same
					? undefined
					: {
							name: 'after all refusals',
							expected: 'every page as before',
							got: 'something changed'
						}
			);
		}
	}
	if (options.part === undefined || options.part === 'rest') {
		await askAll(of('read'), 6);
		await askAll(of('act'), 1);
	}
	if (options.part !== 'refused') await checkAll(effectCells(world));
	return outcome;
}

async function judge(origin: string, cell: Cell, world: World): Promise<Wrong | undefined> {
	const cookie = cell.who === 'anonymous' ? undefined : world.cookies[cell.who];
	const headers = { ...cell.question.headers, ...(cookie && { cookie }) };
	const answer = await ask(origin, { ...cell.question, headers });
	const { status, location } = read(answer, cell.kind);
	const leak =
		cell.phase === 'refused' ? inside.find((word) => answer.text.includes(word)) : undefined;
	const lost = cell.expected.to !== undefined && !location?.startsWith(cell.expected.to);
	if (status === cell.expected.status && leak === undefined && !lost) return undefined;
	const got = [
		String(status),
		...(leak ? [`with “${leak}”`] : []),
		...(lost ? [`to ${location}`] : [])
	].join(' ');
	return { name: `${cell.who}: ${cell.name}`, expected: String(cell.expected.status), got };
}

/** What became of a request. Scripts get 200 and the real status inside; a refusal by the guard is a page for them too. */
function read(
	{ status, headers, text }: Answer,
	kind: Cell['kind']
): { status: number; location?: string } {
	const inside = status === 200 && headers['content-type']?.includes('application/json');
	if (inside && kind === 'data') return readData(text);
	if (inside && kind === 'action')
		return { status: (JSON.parse(text) as { status: number }).status };
	return { status, ...(headers.location !== undefined && { location: headers.location }) };
}

/** Everything the cast can see that a refused request might have changed. */
async function shown(origin: string, world: World): Promise<string> {
	const pages: [string, string][] = [
		['/nl/manage', world.cookies.manager],
		['/nl/manage', world.cookies.otherManager],
		[`/nl/manage/${world.cohorts.communication}`, world.cookies.manager],
		[`/nl/manage/${world.cohorts.service}`, world.cookies.otherManager],
		['/nl/admin', world.cookies.administrator],
		['/nl/admin/appeals', world.cookies.administrator],
		['/nl/appeals', world.cookies.otherLearner],
		['/nl/account', world.cookies.learner],
		['/nl/course', world.cookies.learner],
		['/nl/lesson/a1', world.cookies.learner],
		['/nl/quiz/m1', world.cookies.learner],
		['/nl/quiz/m1', world.cookies.otherLearner]
	];
	/** What moves with the clock alone is left out: of a group over time, its last moment and what the plan asks then. */
	const still = (name: string, value: unknown) => {
		if (['now', 'answerId', 'freshId'].includes(name)) return undefined;
		if (name !== 'overTime' || !Array.isArray(value)) return value;
		return value.map(({ done }: { done: number }) => done);
	};
	const seen = [];
	for (const [path, cookie] of pages)
		seen.push(JSON.stringify(await dataOf(origin, path, cookie), still));
	return seen.join('\n');
}
