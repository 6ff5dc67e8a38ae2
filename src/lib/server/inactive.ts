import { date } from '#lib/i18n/format.ts';
import * as audit from './audit.ts';
import * as accounts from './db/accounts.ts';
import { ofAccount } from './db/certificates.ts';
import type { Database } from './db/connect.ts';
import * as inactive from './db/inactive.ts';
import { mailWords } from './mail-words.ts';
import { post } from './mail.ts';
import { erase, isLastAdministrator } from './privacy/data.ts';

// Accounts that nobody uses: first a mail, and at least thirty days later the account is erased, unless its owner came back.

/** Days between the warning and the first moment at which the account may be erased. */
export const NOTICE_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;
/** So that a round takes seconds; the next goes on where this one ended. */
const A_ROUND = 100;

type Setting = { now: Date; months: number; origin: string };
export type Round = { warned: number; erased: number; faults: unknown[] };

/** The same day and hour so many months before a moment; of a day that month has not, its last day. */
export function monthsBefore(now: Date, months: number): Date {
	const before = new Date(now);
	before.setUTCDate(1);
	before.setUTCMonth(before.getUTCMonth() - months);
	const last = new Date(Date.UTC(before.getUTCFullYear(), before.getUTCMonth() + 1, 0));
	before.setUTCDate(Math.min(now.getUTCDate(), last.getUTCDate()));
	return before;
}

/**
 * Warns whoever has not been here for `months`, and erases whoever was warned thirty days ago and has not been here since.
 * Every account is looked at again in the transaction that does it: twice, or in two processes, is once.
 */
export async function tidyInactive(
	db: Database,
	setting: Setting,
	most: number = A_ROUND
): Promise<Round> {
	const { now, months } = setting;
	const before = monthsBefore(now, months);
	const told = new Date(now.getTime() - NOTICE_DAYS * DAY);
	const round: Round = { warned: 0, erased: 0, faults: [] };
	await each(round, most, 'erased', {
		find: (looked) => inactive.toErase(db, { before, told }, looked),
		act: (id) => eraseOne(db, id, { before, told, now })
	});
	await each(round, most, 'warned', {
		find: (looked) => inactive.toWarn(db, before, looked),
		act: (id) => warnOne(db, id, { ...setting, before })
	});
	return round;
}

type Step = {
	find: (looked: { after: string | undefined; most: number }) => Promise<string[]>;
	/** Says whether it was done. */
	act: (id: string) => Promise<boolean>;
};

/** At most so many accounts; one that does not go does not hold up the others. */
async function each(round: Round, most: number, what: 'warned' | 'erased', { find, act }: Step) {
	let after: string | undefined;
	let left = most;
	while (left > 0) {
		const found = await find({ after, most: left });
		if (found.length === 0) return;
		after = found.at(-1);
		for (const id of found)
			try {
				if (!(await act(id))) continue;
				round[what] += 1;
				left -= 1;
			} catch (fault) {
				round.faults.push(fault);
				left -= 1;
			}
	}
}

async function warnOne(
	db: Database,
	id: string,
	{ before, now, origin }: Setting & { before: Date }
): Promise<boolean> {
	return db.transaction(async (tx) => {
		const account = await accounts.byId(tx, id);
		// Who will not be erased is not told that they will.
		if (!account || (await isLastAdministrator(tx, account))) return false;
		const reader = await inactive.warn(tx, id, { before, now });
		if (!reader) return false;
		const { language, email: recipient, name } = reader;
		const [certificate] = await ofAccount(tx, id);
		const base = `${origin}/${language}`;
		const letter = mailWords[language].inactive({
			name,
			day: date(new Date(now.getTime() + NOTICE_DAYS * DAY), language),
			signIn: `${base}/sign-in`,
			data: `${base}/account/data`,
			...(certificate && {
				certificate: { after: certificate.afterErasure, link: `${base}/certificate` }
			})
		});
		await post(tx, { recipient, ...letter }, now);
		await audit.record(tx, {
			...{ at: now, actor: audit.ITSELF, subject: id, action: 'inactive', detail: 'warned' }
		});
		return true;
	});
}

async function eraseOne(
	db: Database,
	id: string,
	{ before, told, now }: { before: Date; told: Date; now: Date }
): Promise<boolean> {
	return db.transaction(async (tx) => {
		const account = await accounts.byId(tx, id);
		// First, because it locks every administrator, always in this order: two who wait for each other wait for ever.
		if (!account || (await isLastAdministrator(tx, account))) return false;
		if (!(await inactive.lock(tx, id, { before, told }))) return false;
		return (await erase(tx, account, now, true)) === 'erased';
	});
}
