import { PGlite } from '@electric-sql/pglite';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { castPassword, stories } from '#lib/server/demo/cast.ts';
import { freePort, startCluster } from '../support/postgres.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { nothingLost, nothingTwice, pointsAreRight, type Stored } from './checkers.ts';
import { answerUnderFire, clientsOf, type Client, type LoadReport } from './load.ts';

const ANSWERS = Number(process.env.FAULT_ANSWERS ?? 1500);
const KILLS = Number(process.env.FAULT_KILLS ?? 8);
const seed = Number(process.env.FAULT_SEED ?? 20261123);
const emails = stories.map(({ person }) => person.email);
const query = `select a.email, r.answer_id as "answerId", r.try, r.given, r.earned from response r
	join account a on a.id = r.account_id where r.item = 'Q-A1-03' and r.attempt_id is null`;

/** Tries under fire are counted from here, clear of the cast's own. */
const FIRST_TRY = 1000;

function print(title: string, report: LoadReport, kills: number): void {
	const gaps = [...report.gapsMs].sort((a, b) => a - b);
	const refused =
		[...report.refused].map(([status, count]) => `${status}×${count}`).join(' ') || 'none';
	console.log(
		`${title}: seed ${seed}, ${kills} kills, ${report.sent.filter((one) => one.acknowledged).length} of ${report.sent.length} acknowledged, ` +
			`${report.retries} retries, refusals ${refused}, first acknowledgement after trouble: median ${gaps[gaps.length >> 1] ?? 0} ms, longest ${gaps.at(-1) ?? 0} ms`
	);
}

/** What the person reads right after an acknowledgement has their answer in it (C4). */
async function seesOwnAnswer(client: Client): Promise<void> {
	// Connections that died are noticed when they are used: until all are, a reader may be told to try again.
	let response = await client.visitor.get('/nl/lesson/a1');
	for (let tries = 0; response.status === 503 && tries < 20; tries++)
		response = await client.visitor.get('/nl/lesson/a1');
	const page = await response.text();
	const last = client.sent.at(-1)!;
	expect(page).toContain(last.option === 'b' ? '✓</span> Juist' : '→</span> Nog niet');
}

/** The manager's page and the CSV say the same, and what follows from the rows (C3). */
async function managersAgree(origin: string): Promise<void> {
	const [manager] = await clientsOf(origin, ['hanneke@verdewold.example'], castPassword);
	const list = await (await manager!.visitor.get('/nl/manage')).text();
	const id = /manage\/([0-9a-f-]{36})/.exec(list)?.[1];
	const csv = await (await manager!.visitor.get(`/nl/manage/${id}/people.csv`)).text();
	const page = await (await manager!.visitor.get(`/nl/manage/${id}`)).text();
	for (const line of csv.trim().split('\r\n').slice(1)) {
		const [name = '', lessons, required] = line.split(',');
		const row = page.slice(page.indexOf(`<bdi>${name}</bdi></th>`));
		expect(/<td[^>]*>(\d+) van (\d+)<\/td>/.exec(row)?.slice(1, 3)).toEqual([lessons, required]);
	}
	// Everybody answered the check of A1 under fire: it completes the lesson of those who had predicted, and of nobody else.
	expect(csv).toMatch(/Dirk Hoekstra,1,3/);
	expect(csv).toMatch(/Esra Demir,0,3/);
}

async function underFire(
	server: RunningServer,
	strike: () => Promise<void>,
	everyMs: number
): Promise<{ report: LoadReport; clients: Client[]; kills: number }> {
	const clients = await clientsOf(server.origin, emails, castPassword);
	let kills = 0;
	let done = false;
	const fire = (async () => {
		// Enough to hit every moment of a request, and then some peace to finish in.
		while (kills < KILLS || (!done && kills < KILLS * 1.5)) {
			await new Promise((resolve) => setTimeout(resolve, everyMs));
			if (done && kills >= KILLS) break;
			await strike();
			kills += 1;
		}
	})();
	const report = await answerUnderFire(clients, ANSWERS, seed, FIRST_TRY);
	done = true;
	await fire;
	return { report, clients, kills };
}

test('kill -9 of the app on the embedded database loses nothing and counts nothing twice', async () => {
	const port = await freePort();
	let server = await startServer({ port, env: { DEMO: '1' } });
	const { dataDir } = server;
	const { report, clients, kills } = await underFire(
		server,
		async () => {
			await server.kill();
			server = await startServer({ port, dataDir });
		},
		900
	);
	print('embedded, app killed', report, kills);
	for (const client of clients) await seesOwnAnswer(client);
	await managersAgree(server.origin);
	await server.stop();
	const db = await PGlite.create(`${dataDir}/database`);
	const stored = (await db.query<Stored>(query)).rows.filter((row) => row.try > FIRST_TRY);
	await db.close();
	nothingLost(report.sent, stored);
	nothingTwice(report.sent, stored);
	pointsAreRight(stored);
	expect(kills).toBeGreaterThanOrEqual(KILLS);
});

test('kill -9 of PostgreSQL loses nothing and counts nothing twice, and the app says that it is waiting', async () => {
	const cluster = await startCluster();
	const databaseUrl = await cluster.create('course');
	const server = await startServer({ databaseUrl, env: { DEMO: '1' } });
	const statuses = new Set<string>();
	const { report, clients, kills } = await underFire(
		server,
		async () => {
			cluster.kill();
			await new Promise((resolve) => setTimeout(resolve, 300));
			const ready = await fetch(`${server.origin}/api/ready`);
			const health = await fetch(`${server.origin}/api/health`);
			const page = await fetch(`${server.origin}/nl/course`, {
				headers: { accept: 'text/html', cookie: 'session=anything' }
			});
			statuses.add(
				`ready ${ready.status}, health ${health.status}, page ${page.status} ${page.headers.get('retry-after')}`
			);
			await cluster.start();
		},
		1200
	);
	print('PostgreSQL killed', report, kills);
	expect([...statuses]).toEqual(['ready 503, health 200, page 503 5']);
	expect([...report.refused.keys()].filter((status) => status !== 503)).toEqual([]);
	for (const client of clients) await seesOwnAnswer(client);
	await managersAgree(server.origin);
	const sql = postgres(databaseUrl, { max: 1 });
	const stored = [...(await sql.unsafe<Stored[]>(query))].filter((row) => row.try > FIRST_TRY);
	await sql.end();
	await server.stop();
	await cluster.remove();
	nothingLost(report.sent, stored);
	nothingTwice(report.sent, stored);
	pointsAreRight(stored);
	expect(kills).toBeGreaterThanOrEqual(KILLS);
});
