import type { Place } from './place.ts';
import type { Goal } from './goals.ts';
import { answering, bare, bringsTheNext, inBrowser } from './answering.ts';
import { startBareServer, type Pgbench } from './limits.ts';
import { closedLoop, median, openLoop } from './load.ts';
import { cpuOf, interleaved, measure, middle, slowness, type Measured } from './measure.ts';
import { plainPage } from './pages.ts';
import type { Seeded } from './seed.ts';

export type Rhythm = { repeats: number; seconds: number };

/** An answer: the form, and what shows the next question, beside pgbench and beside node:http with our own SQL. */
export async function measureAnswers(
	place: Place,
	seeded: Seeded,
	app: { origin: string; pid: number },
	pgbench: Pgbench,
	{ repeats, seconds }: Rhythm
): Promise<{ goals: Goal[]; rounds: Record<string, Measured[]> }> {
	const bareServer = await startBareServer(place.url);
	await bringsTheNext(app.origin, seeded.attempts.pop()!);
	const ours = answering(app.origin, seeded.attempts, inBrowser);
	const limit = answering(bareServer.origin, seeded.attempts, bare);
	const loop = { connections: 16, seconds };
	await closedLoop(app.origin, ours.work, { connections: 16, seconds: 3 });
	const transactions: Record<'two statements' | 'one statement', number[]> = {
		'two statements': [],
		'one statement': []
	};
	const rounds = await interleaved(repeats, {
		ours: () => measure(place, app.pid, () => closedLoop(app.origin, ours.work, loop)),
		bare: async () => {
			for (const form of ['two statements', 'one statement'] as const)
				transactions[form].push(await pgbench.run(form, seconds));
			return measure(place, bareServer.pid, () => closedLoop(bareServer.origin, limit.work, loop));
		},
		yardstick: () =>
			measure(place, bareServer.pid, () =>
				closedLoop(bareServer.origin, plainPage(bareServer.origin), { connections: 16, seconds: 1 })
			),
		'200 a second': () =>
			measure(place, app.pid, () =>
				openLoop(app.origin, ours.work, { connections: 64, seconds, perSecond: 200 })
			)
	});
	bareServer.stop();
	const own = middle(rounds.ours);
	const least = middle(rounds.bare);
	const slow = slowness(middle(rounds.yardstick));
	const ratio = (values: number[]) =>
		median(rounds.ours.map((round, index) => round.perSecond / values[index]!));
	const lost = 1 + ours.acknowledged() + limit.acknowledged() - (await kept(place));
	return {
		rounds,
		goals: [
			{ what: 'answer: CPU-s of the app, 1,000 answers', figure: own.cpuApp, unit: 's' },
			{ what: 'answer: CPU-s of PostgreSQL, 1,000 answers', figure: own.cpuPostgres, unit: 's' },
			{ what: 'a processor second is slower than the reference by', figure: slow, unit: '×' },
			{
				...{ what: 'answer: CPU-s, 1,000 answers, at the pace of the reference', unit: 's' },
				...{ figure: cpuOf(own) / slow, atMost: 1.3 }
			},
			{ what: 'answers a second, 16 connections', figure: own.perSecond, unit: '/s' },
			{
				...{ what: 'answers ÷ pgbench in one statement', unit: '×', atLeast: 0.15 },
				figure: ratio(transactions['one statement'])
			},
			{
				...{ what: 'answers ÷ pgbench in two statements', unit: '×' },
				figure: ratio(transactions['two statements'])
			},
			{
				...{ what: 'answers ÷ node:http with our own SQL', unit: '×', atLeast: 0.5 },
				figure: ratio(rounds.bare.map((round) => round.perSecond))
			},
			{
				...{ what: 'the same as CPU-s: node:http ÷ ours', unit: '×' },
				figure: cpuOf(least) / cpuOf(own)
			},
			{ what: 'SQL statements an answer', figure: own.statements, unit: '', atMost: 3 },
			{ what: 'transactions an answer, reading ones too', figure: own.transactions, unit: '' },
			{ what: 'WAL an answer', figure: own.walBytes, unit: 'bytes', atMost: 600 },
			{
				...{ what: 'requests told to come back later', unit: '', atMost: 0 },
				figure: ours.refused()
			},
			{
				...{ what: 'answer p99 at 200 a second', unit: 'ms', atMost: 50 },
				figure: middle(rounds['200 a second']).p99
			},
			{
				what: 'answer p50 at 200 a second',
				figure: middle(rounds['200 a second']).p50,
				unit: 'ms'
			},
			{ what: 'acknowledged answers that are not in the table', figure: lost, unit: '', atMost: 0 }
		]
	};
}

/** Answers to open attempts: none of them was there before. */
async function kept({ sql }: Place): Promise<number> {
	const [row] = await sql`select count(*)::int as count from response where attempt_id is not null`;
	return row!.count as number;
}
