import { generateSync } from 'otplib';
import { expect, onTestFinished, test } from 'vitest';
import { hashPassword } from '#lib/server/auth/password.ts';
import { keepSecretKey } from '#lib/server/auth/seal.ts';
import * as secondStep from '#lib/server/auth/second-step.ts';
import { byId, setDigest, setPasswordHash } from '#lib/server/db/accounts.ts';
import { connect, type Database } from '#lib/server/db/connect.ts';
import { outbox, session } from '#lib/server/db/schema.ts';
import { sendDigests } from '#lib/server/digest.ts';
import { refreshDue } from '#lib/server/insights.ts';
import { postAll } from '#lib/server/mail.ts';
import { doubled, everyPageAgrees, lost, stored, truthOf } from '../faults/checkers.ts';
import { answerOn, ask as read, nothingSeen, type Seen } from '../faults/client.ts';
import { temporaryFolder } from '../faults/raw-start.ts';
import { prepareIn, type Setting } from '../faults/setting.ts';
import { ask } from '../support/http.ts';
import { mailServer } from '../support/mail-server.ts';
import { freePort, startCluster } from '../support/postgres.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { startPooler, startProxy } from '../support/several.ts';

// Three processes on one PostgreSQL, behind HAProxy and through PgBouncer in transaction mode, set up by the files of deploy/.

const PASSWORD = 'vier schapen in de mist';
const LEARNERS = 8;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function until(what: string, holds: () => boolean | Promise<boolean>, seconds = 90) {
	const deadline = Date.now() + seconds * 1000;
	while (!(await holds())) {
		if (Date.now() > deadline) throw new Error(`never came true: ${what}`);
		await pause(100);
	}
}

/** Somebody who talks to one process or another, under the name that people type. */
function browser(origin: string) {
	let cookie = '';
	const { host } = new URL(origin);
	return async (port: number, path: string, fields?: Record<string, string>) => {
		const headers: Record<string, string> = { host, origin, accept: 'text/html', cookie };
		if (fields) headers['content-type'] = 'application/x-www-form-urlencoded';
		const answer = await ask(`http://localhost:${port}`, {
			...{ path, headers, method: fields ? 'POST' : 'GET' },
			...(fields && { body: new URLSearchParams(fields).toString() })
		});
		for (const line of answer.cookies) cookie = line.split(';')[0]!;
		return answer;
	};
}

test('three processes behind a proxy and a pool are one course', async () => {
	const cluster = await startCluster();
	onTestFinished(() => cluster.remove());
	const pooler = await startPooler(await cluster.create('course'));
	const mails = await mailServer();
	onTestFinished(() => mails.close());
	const dataDir = temporaryFolder();
	const ports = [await freePort(), await freePort(), await freePort()];
	const { origin, said: proxySaid } = await startProxy(ports);
	const env = {
		...{ ORIGIN: origin, TRUST_PROXY: '1', DRAIN_SECONDS: '3', DATABASE_PREPARE: 'off' },
		...{ SMTP_URL: mails.url, MAIL_FROM: 'course@course.test' }
	};
	const start = (index: number) =>
		startServer({ databaseUrl: pooler.url, dataDir, port: ports[index]!, env });
	// All at once on an empty database: one migrates, the others wait, through the pool.
	const servers: RunningServer[] = await Promise.all(ports.map((_, index) => start(index)));
	onTestFinished(() => servers.forEach(({ process }) => process.kill('SIGKILL')));
	const connection = () =>
		connect({ databaseUrl: pooler.url, dataDir, now: () => new Date(), prepare: false });
	const own = await connection();
	onTestFinished(() => own.close());
	const { db } = own;
	const setting = await prepareIn(db, LEARNERS);
	const hash = await hashPassword(PASSWORD);
	for (const { id } of [setting.manager, ...setting.learners]) await setPasswordHash(db, id, hash);
	await until(
		'the proxy sends people on',
		async () => (await read(`${origin}/nl`, {}))?.status === 200
	);

	await throttles(origin, ports);
	await sessions({ db, origin, ports, setting, keyFile: `${dataDir}/secret-key` });
	await lettersAndRounds({ db, connection, setting, origin, ports, mails: mails.mails });

	// One process at a time goes, and comes back, while people answer and read.
	const { seen, pages, done } = load(origin, setting);
	for (let index = 0; index < servers.length; index++) {
		await pause(1_000);
		expect(await servers[index]!.stop()).toBe(0);
		servers[index] = await start(index);
	}
	const gently = new Map([...seen.refusals, ...pages.refusals]);
	for (let index = 0; index < servers.length; index++) {
		await pause(1_500);
		await servers[index]!.kill();
		await pause(500);
		servers[index] = await start(index);
	}
	await pause(1_000);
	await done();
	console.log(
		`${seen.acks} answers acknowledged of ${seen.sent.length}, ${pages.acks} pages read, 3 processes stopped and 3 killed; ` +
			`told no while they were stopped: ${[...gently].join(' ') || 'nobody'}; ` +
			`while they were killed: ${[...seen.refusals, ...pages.refusals].join(' ') || 'nobody'}; ` +
			`slowest ${Math.round(Math.max(seen.slowest, pages.slowest))} ms`
	);
	expect([...gently], proxySaid.stdout).toEqual([]);
	// A page that was half sent when its process was killed breaks off: no proxy can give the rest, and who reads asks again.
	expect([...pages.refusals.keys()].filter((why) => why !== 'none')).toEqual([]);
	expect(pages.refusals.get('none') ?? 0).toBeLessThanOrEqual(servers.length);
	expect(seen.unseen).toEqual([]);
	const kept = await stored(db);
	expect(lost(seen.sent, kept)).toEqual([]);
	expect(doubled(seen.sent, kept)).toEqual([]);
	expect(kept).toHaveLength(seen.sent.length);
	// The manager set up a second step meanwhile, at which the session the checkers read with had not been.
	await db.update(session).set({ confirmedAt: new Date(), secondFactorAt: new Date() });
	await everyPageAgrees(origin, setting, await truthOf(db, setting));
	for (const server of servers) expect(server.output()).not.toMatch(/"level":50/);
});

/** Fifteen tries at once at one password, five at each process: as many are heard as at one process, and no more. */
async function throttles(origin: string, ports: number[]) {
	const tries = [0, 1, 2, 3, 4].flatMap(() => ports);
	const answers = await Promise.all(
		tries.map((port) =>
			browser(origin)(port, '/nl/sign-in', { email: 'nobody@test.example', password: 'x' })
		)
	);
	const heard = answers.filter(({ status }) => status === 400).length;
	const told = answers.filter(({ status }) => status === 429).length;
	expect([heard + told, heard >= 5, heard <= 7]).toEqual([15, true, true]);
}

type Around = { db: Database; origin: string; ports: number[]; setting: Setting };

/** The password at one process, the code at another, a list of people brought at a third and carried out at the first. */
async function sessions({ db, origin, ports, setting, keyFile }: Around & { keyFile: string }) {
	const [a = 0, b = 0, c = 0] = ports;
	const manager = (await byId(db, setting.manager.id))!;
	const now = new Date();
	const given = { db, key: keepSecretKey(keyFile), origin, now: new Date(now.getTime() - 90_000) };
	await secondStep.begin(given, manager);
	const standing = await secondStep.standingOf(given, manager);
	const secret = standing.on ? '' : standing.pending!.secret;
	const codeAt = (at: Date) => generateSync({ secret, epoch: at.getTime() / 1000 });
	expect((await secondStep.finish(given, manager, codeAt(given.now))).kind).toBe('on');
	const boss = browser(origin);
	expect((await boss(a, '/nl/sign-in', { email: manager.email, password: PASSWORD })).status).toBe(
		303
	);
	expect((await boss(c, '/nl/manage')).headers.location).toContain('/nl/second-step');
	const code = codeAt(new Date());
	expect((await boss(b, '/nl/second-step', { code })).status).toBe(303);
	expect((await boss(c, '/nl/manage')).status).toBe(200);
	// The same code once more, at another process: it was used.
	const thief = browser(origin);
	await thief(c, '/nl/sign-in', { email: manager.email, password: PASSWORD });
	expect((await thief(a, '/nl/second-step', { code })).status).toBe(400);

	const joining = `/nl/manage/${setting.cohortId}/joining`;
	const brought = await boss(c, `${joining}?/bring`, {
		addresses: 'noor@test.example\niris@test.example'
	});
	expect(brought.status, brought.text.slice(0, 300)).toBe(303);
	const list = new URL(brought.headers.location!, origin).pathname;
	expect((await boss(b, list)).text).toContain('noor@test.example');
	const applied = await Promise.all([boss(a, list, {}), boss(b, list, {})]);
	expect(applied.map(({ status }) => status)).toEqual([303, 303]);
}

/** Letters go out once whichever process finds them; what happens once a day or week happens once. */
async function lettersAndRounds(
	around: Around & {
		connection: () => ReturnType<typeof connect>;
		mails: { to: string[]; raw: string }[];
	}
) {
	const { db, connection, setting, origin, ports, mails } = around;
	const pile = Array.from({ length: 60 }, (_, n) => ({
		...{ recipient: `pile${n}@test.example`, subject: `nummer ${n}`, body: 'x' }
	}));
	await postAll(db, pile, new Date(Date.now() - 60_000));
	// Somebody asks for a new password at each of them: all three look into the outbox at once.
	const asked = ports.map((port, n) =>
		browser(origin)(port, '/nl/forgot', { email: `learner${n}@test.example` })
	);
	await Promise.all(asked);
	const numbered = () => mails.filter(({ to }) => to[0]!.startsWith('pile'));
	await until('every letter went out', () => numbered().length >= 60);
	const invited = () => mails.filter(({ to }) => /^(noor|iris)@/.test(to[0]!));
	await until('both invitations went out', () => invited().length >= 2);
	await pause(1_000);
	expect([numbered().length, invited().length]).toEqual([60, 2]);

	await setDigest(db, setting.manager.id, true);
	const tuesday = new Date('2026-12-01T09:00:00Z');
	const three = await Promise.all([connection(), connection(), connection()]);
	const before = (await db.select().from(outbox)).length;
	const digests = await Promise.all(three.map((each) => sendDigests(each.db, tuesday, origin)));
	expect(digests.map(({ sent }) => sent).sort()).toEqual([0, 0, 1]);
	expect((await db.select().from(outbox)).length).toBe(before + 1);
	const refreshed = await Promise.all(three.map((each) => refreshDue(each.db, tuesday)));
	expect(refreshed.reduce((sum, each) => sum + each, 0)).toBe(1);
	await Promise.all(three.map((each) => each.close()));
}

/** Everybody answers and reads on until told to stop. */
function load(origin: string, setting: Setting) {
	const [seen, pages]: [Seen, Seen] = [nothingSeen(), nothingSeen()];
	let on = true;
	const answering = setting.learners.map((who, index) =>
		answerOn(origin, who, Number.MAX_SAFE_INTEGER, index, seen, () => on)
	);
	const reading = setting.learners.slice(0, 3).map(async (who) => {
		while (on) {
			const page = await read(
				`${origin}/nl/course`,
				{ headers: { accept: 'text/html', cookie: who.cookie } },
				pages
			);
			const reply = String(page?.status ?? 'none');
			if (reply === '200') pages.acks += 1;
			else pages.refusals.set(reply, (pages.refusals.get(reply) ?? 0) + 1);
			await pause(50);
		}
	});
	const done = async () => {
		on = false;
		await Promise.all([...answering, ...reading]);
	};
	return { seen, pages, done };
}
