import type { Place } from './place.ts';
import type { Goal } from './goals.ts';
import { fetched } from './answering.ts';
import { get } from './connection.ts';
import { startBareServer } from './limits.ts';
import { closedLoop, median, type Work } from './load.ts';
import { cpuOf, interleaved, measure, middle, slowness, type Measured } from './measure.ts';
import type { Rhythm } from './answers.ts';
import { cookieOf, type Seeded } from './seed.ts';

/** The lesson of its module that is most like the others; the one without an account has about as much on it. */
const lesson = '/nl/lesson/a1';
const withoutDatabase = '/nl/try';

/** A page of 8 KiB that is always the same, from the bare server. */
export const plainPage =
	(origin: string): Work =>
	async (connection) =>
		void (await fetched(connection, get(origin, '/bare')));

/** Pages of a lesson, beside a page of the same framework without a database; public pages beside node:http. */
export async function measurePages(
	place: Place,
	seeded: Seeded,
	app: { origin: string; pid: number },
	{ repeats, seconds }: Rhythm
): Promise<{ goals: Goal[]; rounds: Record<string, Measured[]> }> {
	const bareServer = await startBareServer(place.url);
	const page =
		(origin: string, path: string, signedIn = false): Work =>
		async (connection, index) => {
			const cookie = signedIn ? cookieOf(seeded.learners[index]!) : '';
			await fetched(connection, get(origin, path, cookie));
		};
	const load = (origin: string, pid: number, path: string, signedIn = false) => {
		const work = page(origin, path, signedIn);
		return () => measure(place, pid, () => closedLoop(origin, work, { connections: 16, seconds }));
	};
	await closedLoop(app.origin, page(app.origin, lesson, true), { connections: 16, seconds: 3 });
	const rounds = await interleaved(repeats, {
		lesson: load(app.origin, app.pid, lesson, true),
		'without database': load(app.origin, app.pid, withoutDatabase),
		public: load(app.origin, app.pid, '/nl/glossary'),
		bare: load(bareServer.origin, bareServer.pid, '/bare')
	});
	bareServer.stop();
	const own = middle(rounds.lesson);
	const open = middle(rounds.public);
	const slow = slowness(middle(rounds.bare));
	const ratio = (one: Measured[], other: Measured[]) =>
		median(one.map((round, index) => round.perSecond / other[index]!.perSecond));
	return {
		rounds,
		goals: [
			{ what: 'lesson page: CPU-s of the app, 1,000 pages', figure: own.cpuApp, unit: 's' },
			{ what: 'lesson page: CPU-s of PostgreSQL', figure: own.cpuPostgres, unit: 's' },
			{ what: 'a processor second is slower than the reference by', figure: slow, unit: '×' },
			{
				...{ what: 'lesson page: CPU-s, 1,000 pages, at the pace of the reference', unit: 's' },
				...{ figure: cpuOf(own) / slow, atMost: 1.6 }
			},
			{ what: 'lesson pages a second', figure: own.perSecond, unit: '/s' },
			{
				what: 'lesson page: SQL statements',
				figure: Math.round(own.statements * 100) / 100,
				unit: '',
				atMost: 2
			},
			{
				...{ what: 'lesson pages ÷ the same page without a database', unit: '×', atLeast: 0.4 },
				figure: ratio(rounds.lesson, rounds['without database'])
			},
			{ what: 'lesson page p50, 16 connections', figure: own.p50, unit: 'ms' },
			{ what: 'lesson page p99, 16 connections', figure: own.p99, unit: 'ms' },
			{ what: 'public page: CPU-s, 1,000 pages', figure: open.cpuApp, unit: 's' },
			{
				...{ what: 'public pages ÷ node:http', unit: '×', atLeast: 0.8 },
				figure: ratio(rounds.public, rounds.bare)
			}
		]
	};
}
