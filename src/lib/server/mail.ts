import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { and, asc, eq, inArray, isNull, lt, lte, sql } from 'drizzle-orm';
import { createTransport } from 'nodemailer';
import type { Database } from './db/connect.ts';
import { outbox } from './db/schema.ts';

export type Letter = { recipient: string; subject: string; body: string };

/** Hands a letter to the outbox; it goes out when the mail server takes it. */
export async function post(db: Database, letter: Letter, now: Date): Promise<void> {
	await db.insert(outbox).values({ ...letter, id: randomUUID(), createdAt: now, nextTryAt: now });
}

/** So many letters of a pile may go out in a second: what somebody waits for, such as a new password, goes in between. */
const A_SECOND = 5;

/** Letters of one statement: a database takes a limited number of values at once. */
const A_STATEMENT = 500;

/** Hands a pile of letters to the outbox. */
export async function postAll(db: Database, letters: Letter[], now: Date): Promise<void> {
	const rows = letters.map((letter, index) => ({
		...{ ...letter, id: randomUUID(), createdAt: now },
		nextTryAt: new Date(now.getTime() + Math.floor(index / A_SECOND) * 1000)
	}));
	for (let at = 0; at < rows.length; at += A_STATEMENT)
		await db.insert(outbox).values(rows.slice(at, at + A_STATEMENT));
}

/** Sends one letter; resolves to where it went, for the log. */
export type Carrier = (letter: Letter & { id: string }) => Promise<string>;

/** Over SMTP, or into `.eml` files when there is no server: then the log names each file. */
export function carrier(options: {
	smtpUrl: string | undefined;
	from: string;
	dataDir: string;
}): Carrier {
	const { smtpUrl, from, dataDir } = options;
	const message = (letter: Letter & { id: string }) => ({
		from,
		// As an object: a string would be read as a list of addresses.
		to: { name: '', address: letter.recipient },
		subject: letter.subject,
		text: letter.body,
		messageId: `<${letter.id}@${from.split('@')[1] ?? 'localhost'}>`
	});
	if (smtpUrl) {
		// Together less than the first wait: what takes longer, another process would take for left behind.
		const patience = { dnsTimeout: 5_000, connectionTimeout: 10_000, greetingTimeout: 10_000 };
		const transport = createTransport(
			{ url: smtpUrl, ...patience, socketTimeout: 20_000 },
			{ from }
		);
		return async (letter) => {
			await transport.sendMail(message(letter));
			return 'sent';
		};
	}
	const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
	return async (letter) => {
		const sent = await transport.sendMail(message(letter));
		const folder = join(dataDir, 'mail');
		mkdirSync(folder, { recursive: true });
		const path = join(folder, `${letter.id}.eml`);
		writeFileSync(path, sent.message as Buffer);
		return path;
	};
}

const MINUTE = 60_000;
/** Waits after the first, second … failed try; then every six hours, eleven tries in all. */
const waits = [1, 5, 15, 60, 180].map((minutes) => minutes * MINUTE);
const LAST_TRY = 11;
/** So many are sent before others are looked at again. */
export const A_ROUND = 20;

/**
 * Sends what is waiting, one letter after the other. A letter is claimed just before it is sent, so that two processes never
 * send the same one, however long a round takes; after a crash in between it goes out once more.
 *
 * @param clock what time it is after some of them were sent
 * @returns where each letter went; a failed one is tried again later
 */
export async function deliver(
	db: Database,
	carry: Carrier,
	now: Date,
	clock: () => Date = () => now
): Promise<{ id: string; outcome: string; failed: boolean }[]> {
	const outcomes = [];
	while (outcomes.length < A_ROUND) {
		const letter = await claim(db, clock());
		if (!letter) break;
		try {
			const outcome = await carry(letter);
			await db.update(outbox).set({ sentAt: clock() }).where(eq(outbox.id, letter.id));
			outcomes.push({ id: letter.id, outcome, failed: false });
		} catch (error) {
			outcomes.push({ id: letter.id, outcome: (error as Error).message, failed: true });
		}
	}
	return outcomes;
}

/** The letter that is next, which nobody else gets until its wait is over. */
async function claim(db: Database, now: Date) {
	const next = db
		.select({ id: outbox.id })
		.from(outbox)
		.where(
			and(isNull(outbox.sentAt), lte(outbox.nextTryAt, now), sql`${outbox.tries} < ${LAST_TRY}`)
		)
		// First what was made to wait least: a new password before the pile that was there already.
		.orderBy(asc(sql`${outbox.nextTryAt} - ${outbox.createdAt}`), asc(outbox.nextTryAt))
		.limit(1)
		.for('update', { skipLocked: true });
	const [letter] = await db
		.update(outbox)
		.set({
			tries: sql`${outbox.tries} + 1`,
			nextTryAt: sql`${now.toISOString()}::timestamptz + case ${outbox.tries} ${sql.join(
				waits.map(
					(wait, tries) => sql`when ${tries}::int then ${wait}::int * interval '1 millisecond'`
				),
				sql` `
			)} else interval '6 hours' end`
		})
		.where(inArray(outbox.id, next))
		.returning();
	return letter;
}

/** Forgets mails that went out before a moment. */
export async function removeSent(db: Database, before: Date): Promise<void> {
	await db.delete(outbox).where(lt(outbox.sentAt, before));
}
