import { request } from 'node:http';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { findPostgres, startCluster } from '../support/postgres.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { lost, stored } from './checkers.ts';
import { ITEM, read, type Sent } from './client.ts';
import { inDatabase, prepare, type Someone } from './setting.ts';
import { temporaryFolder } from './raw-start.ts';

/** An answer whose last byte is sent only when told: its request has begun, and waits. */
function slowAnswer({ origin }: RunningServer, who: Someone, number: number) {
	const one: Sent = {
		learner: who.id,
		answerId: randomUUID(),
		try: number,
		option: 'b',
		acknowledged: false
	};
	const body = new URLSearchParams({
		item: ITEM,
		answerId: one.answerId,
		try: String(number),
		option: 'b'
	}).toString();
	const headers = {
		accept: 'application/json',
		'x-sveltekit-action': 'true',
		'content-type': 'application/x-www-form-urlencoded',
		'content-length': Buffer.byteLength(body),
		origin,
		cookie: who.cookie
	};
	const sending = request(`${origin}/nl/lesson/a1?/check`, {
		method: 'POST',
		headers,
		agent: false
	});
	const reply = new Promise<string>((resolve) => {
		sending.on('error', (error) => resolve(error.message));
		sending.on('response', (response) => {
			let text = '';
			response.on('data', (data: Buffer) => (text += data.toString()));
			response.on('end', () => {
				one.acknowledged =
					response.statusCode === 200 && (JSON.parse(text) as { type: string }).type === 'success';
				resolve(one.acknowledged ? 'saved' : `${response.statusCode} ${text}`);
			});
		});
	});
	sending.write(body.slice(0, -1));
	return { one, reply, finish: () => sending.end(body.slice(-1)) };
}

test.each(['embedded', ...(findPostgres() ? ['PostgreSQL'] : [])])(
	'SIGTERM lets requests that began finish, closes the database last and ends with 0 (%s)',
	async (kind) => {
		const cluster = kind === 'embedded' ? undefined : await startCluster();
		if (cluster) onTestFinished(() => cluster.remove());
		const place = {
			dataDir: temporaryFolder(),
			...(cluster && { databaseUrl: await cluster.create('course') })
		};
		const { learners } = await prepare(place, 8);
		const sent: Sent[] = [];
		for (let round = 1; round <= 3; round++) {
			const server = await startServer(place);
			onTestFinished(() => void server.process.kill('SIGKILL'));
			for (const who of learners) await read(server.origin, who, '/nl/lesson/a1');
			const answers = learners.map((who) => slowAnswer(server, who, round));
			sent.push(...answers.map((each) => each.one));
			await pause(300);
			const began = performance.now();
			const stopped = server.stop();
			await pause(400);
			const late = await fetch(`${server.origin}/api/health`).then(
				(response) => response.status,
				() => 'refused'
			);
			expect(late).toBe('refused');
			for (const answer of answers) {
				await pause(50);
				answer.finish();
			}
			expect(await Promise.all(answers.map((each) => each.reply))).toEqual(Array(8).fill('saved'));
			expect(await stopped).toBe(0);
			expect(performance.now() - began).toBeLessThan(10_000);
		}
		const kept = await inDatabase(place, stored);
		expect(kept).toHaveLength(24);
		expect(lost(sent, kept)).toEqual([]);
	}
);

test('SIGTERM while a client holds a request open for ever ends the process all the same', async () => {
	const place = { dataDir: temporaryFolder() };
	const { learners } = await prepare(place, 1);
	const server = await startServer(place);
	onTestFinished(() => void server.process.kill('SIGKILL'));
	const stuck = slowAnswer(server, learners[0]!, 1);
	await pause(300);
	const began = performance.now();
	expect(await server.stop()).toBe(0);
	expect(performance.now() - began).toBeLessThan(10_000);
	expect(await stuck.reply).not.toBe('saved');
	// And nothing of it keeps the next start away.
	const next = await startServer(place);
	expect(await next.stop()).toBe(0);
});
