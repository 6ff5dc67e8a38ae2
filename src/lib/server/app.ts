import cluster from 'node:cluster';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { keepSecretKey } from './auth/seal.ts';
import { sessionKeeper, type SessionKeeper } from './auth/session.ts';
import type { Issuer } from './badges/issuer.ts';
import { keepKeys } from './badges/keys.ts';
import { firstAdministratorSecret, isEmpty } from './accounts.ts';
import { settleAll } from './cohort-settings.ts';
import { course } from './course.ts';
import { connect, type Connection } from './db/connect.ts';
import { keepVersions } from './db/items.ts';
import * as throttles from './auth/throttle.ts';
import * as tokens from './db/tokens.ts';
import * as insightSums from './insights.ts';
import { forgetOld } from './invitations.ts';
import { sendDigests } from './digest.ts';
import { providerOf, type Provider } from './elsewhere/provider.ts';
import { readEnv, type Env } from './env.ts';
import * as itemSums from './item-sums.ts';
import * as rollups from './rollups.ts';
import { makeLog } from './log.ts';
import { tidyInactive } from './inactive.ts';
import { A_ROUND, carrier, deliver, removeSent, type Carrier } from './mail.ts';
import { loadCast } from './demo/load.ts';
import { sendWeekly } from './weekly.ts';

/** What one process of the app holds while it runs. */
export type App = {
	env: Env;
	log: Logger;
	connection: Connection;
	sessions: SessionKeeper;
	/** In whose name credentials are signed. */
	issuer: Issuer;
	/** With which secrets of people are sealed. */
	secretKey: Buffer;
	/** The organisation's own sign-in, when it has one. It is first spoken to when somebody needs it. */
	provider: Provider | undefined;
	/** Sends waiting mail soon, without anybody waiting for it. */
	sendMail(): void;
	stop(): Promise<void>;
};

const MINUTE = 60_000;

/** Opens and migrates the database, loads the demo cast if asked, and starts the work that goes on in the background. */
export async function startApp(variables: Record<string, string | undefined>): Promise<App> {
	const env = readEnv(variables);
	const now = () => new Date();
	const log = makeLog(env.LOG_LEVEL);
	const kind = env.DATABASE_URL
		? 'PostgreSQL'
		: `the embedded database in ${join(env.DATA_DIR, 'database')}`;
	console.log(`Opening ${kind} …`);
	const connection = await connect({
		...{ databaseUrl: env.DATABASE_URL, dataDir: env.DATA_DIR, now },
		prepare: env.DATABASE_PREPARE === 'on'
	});
	const { db } = connection;
	const issuer = { origin: env.ORIGIN, keys: await keepKeys(env.BADGE_KEYS, now()) };
	const secretKey = keepSecretKey(env.SECRET_KEY_FILE);
	await keepVersions(db, Object.values(course.items));
	if (env.DEMO === '1')
		console.log(await loadCast(db, now(), env.ORIGIN, (line) => console.log(line)));
	// Each new link ends the one before it: of the workers of one start, one prints it.
	if (!isLaterWorker() && (await isEmpty(db))) {
		const secret = await firstAdministratorSecret(db, now());
		console.log(
			`There is nobody here yet. Make the first administrator within 24 hours:\n  ${env.ORIGIN}/nl/welcome/${secret}`
		);
	}

	const carry = carrier({ smtpUrl: env.SMTP_URL, from: env.MAIL_FROM, dataDir: env.DATA_DIR });
	// Without a mail server each mail is a file, and the log is where people find out which: louder than a routine line.
	const usual = env.SMTP_URL ? 'info' : 'warn';
	const post = postRound(connection, carry, now, (failed, line) =>
		log[failed ? 'error' : usual](line)
	);
	const weekly = weeklyRound('weekly', sendWeekly, { connection, origin: env.ORIGIN, now, log });
	const digest = weeklyRound('digest', sendDigests, { connection, origin: env.ORIGIN, now, log });
	const insights = again('insights', insightSums.refreshDue, { connection, now, log });
	const items = again('items', itemSums.refreshDue, { connection, now, log });
	const rollUps = again('roll-ups', rollups.freshenAll, { connection, now, log }, 'debug');
	const recounts = again('recount', rollups.recountDue, { connection, now, log });
	const timers = [
		setInterval(post, MINUTE),
		// Soon too, so that a process that never lives for an hour still writes.
		setTimeout(weekly, MINUTE),
		setInterval(weekly, 60 * MINUTE),
		setTimeout(digest, MINUTE),
		setInterval(digest, 60 * MINUTE),
		setTimeout(insights, 2 * MINUTE),
		setInterval(insights, 60 * MINUTE),
		setTimeout(items, 2 * MINUTE),
		setInterval(items, 60 * MINUTE),
		setTimeout(rollUps, MINUTE / 10),
		setInterval(rollUps, MINUTE),
		setTimeout(recounts, 3 * MINUTE),
		setInterval(recounts, 60 * MINUTE),
		setInterval(
			() =>
				void tidy({ connection, sessions, env, log }, now()).catch((error) =>
					log.warn({ err: error }, 'tidy')
				),
			60 * MINUTE
		)
	];
	for (const timer of timers) timer.unref();
	const sessions = sessionKeeper(db, env.ORIGIN.startsWith('https:'));
	return {
		env,
		log,
		connection,
		sessions,
		issuer,
		secretKey,
		provider: env.elsewhere && providerOf(env.elsewhere, `${env.ORIGIN}/sign-in/elsewhere`),
		sendMail: post,
		async stop() {
			for (const timer of timers) clearInterval(timer);
			await connection.close();
		}
	};
}

const isLaterWorker = () => (cluster.worker?.id ?? 1) > 1;

async function tidy(
	{ connection: { db }, sessions, env, log }: Pick<App, 'connection' | 'sessions' | 'env' | 'log'>,
	now: Date
): Promise<void> {
	await sessions.removeExpired();
	await tokens.removeExpired(db, now);
	await throttles.removeOld(db, now);
	await settleAll(db, now);
	await forgetOld(db, now);
	await removeSent(db, new Date(now.getTime() - 30 * 24 * 60 * MINUTE));
	const setting = { now, months: env.RETENTION_MONTHS, origin: env.ORIGIN };
	const { warned, erased, faults } = await tidyInactive(db, setting);
	if (warned + erased > 0) log.info({ event: 'inactive', warned, erased });
	for (const fault of faults) log.error({ event: 'inactive', err: fault });
}

/** One round at a time; what comes in meanwhile is taken along by the next. */
function postRound(
	{ db }: Connection,
	carry: Carrier,
	now: () => Date,
	tell: (failed: boolean, line: object) => void
) {
	let busy = false;
	let again = false;
	return function post(): void {
		if (busy) {
			again = true;
			return;
		}
		busy = true;
		again = false;
		deliver(db, carry, now(), now)
			.then((outcomes) => {
				for (const { failed, ...line } of outcomes) tell(failed, { event: 'mail', ...line });
				// A full round: there may be more.
				if (outcomes.length === A_ROUND) again = true;
			})
			.catch((error: unknown) => tell(true, { event: 'mail', err: error }))
			.finally(() => {
				busy = false;
				if (again) post();
			});
	};
}

/** One round at a time, each going on where the one before it ended. */
function weeklyRound(
	event: string,
	send: typeof sendWeekly,
	{
		connection: { db },
		origin,
		now,
		log
	}: {
		connection: Connection;
		origin: string;
		now: () => Date;
		log: Logger;
	}
) {
	let busy = false;
	let after: string | undefined;
	return function round(): void {
		if (busy) return;
		busy = true;
		send(db, now(), origin, { after })
			.then(({ sent, faults, next }) => {
				after = next;
				if (sent > 0) log.info({ event, sent });
				for (const fault of faults) log.error({ event, err: fault });
			})
			.catch((error: unknown) => log.error({ event, err: error }))
			.finally(() => {
				busy = false;
			});
	};
}

/** What leaves alone what is done already, tried again and again. One round at a time. */
function again(
	event: string,
	refreshDue: typeof itemSums.refreshDue,
	{
		connection: { db },
		now,
		log
	}: {
		connection: Connection;
		now: () => Date;
		log: Logger;
	},
	level: 'info' | 'debug' = 'info'
) {
	let busy = false;
	return function round(): void {
		if (busy) return;
		busy = true;
		refreshDue(db, now())
			.then((done) => {
				if (done > 0) log[level]({ event, done });
			})
			.catch((error: unknown) => log.error({ event, err: error }))
			.finally(() => {
				busy = false;
			});
	};
}
