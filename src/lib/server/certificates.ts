import { randomInt } from 'node:crypto';
import { achievement, type Achievement } from '#lib/course/achievement.ts';
import type { Language } from '#lib/course/language.ts';
import { outline } from '#lib/course/outline.ts';
import { makeCode, readCode } from '#lib/learning/certificate-code.ts';
import { completions, type Completion } from '#lib/learning/completion.ts';
import { progress, type Progress } from '#lib/learning/progress.ts';
import type { Account } from './accounts.ts';
import { course } from './course.ts';
import * as certificates from './db/certificates.ts';
import type { CertificateRow } from './db/certificates.ts';
import type { Database } from './db/connect.ts';
import { exempt } from './db/overrides.ts';
import * as facts from './db/progress.ts';
import { afterErasures, type AfterErasure } from './db/schema.ts';

/** A certificate as whoever earned it has it. */
export type Owned = Pick<
	CertificateRow,
	'code' | 'earnedAt' | 'issuedAt' | 'showsName' | 'afterErasure' | 'statusIndex' | 'salt'
> & { name: string; email: string; about: Achievement };

/** How many credentials one list of withdrawals has room for: the least that its standard allows. */
export const LIST_LENGTH = 131_072;

const owned = (row: CertificateRow, { name, email }: Account, language: Language): Owned => ({
	...{ ...row, name, email },
	about: achievement(course, row.edition, language)
});

/** The certificate of whoever asks, of their own edition or else the newest they have; undefined when there is none. */
export async function ownedBy(
	db: Database,
	account: Account,
	language: Language
): Promise<Owned | undefined> {
	const rows = await certificates.ofAccount(db, account.id);
	const row = rows.find(({ edition }) => edition === account.edition) ?? rows[0];
	return row && owned(row, account, language);
}

/** How far somebody is with what a certificate asks: all of it done by themselves, also what they need not do. */
export async function towards(
	db: Database,
	account: Account
): Promise<Pick<Progress, 'lessons' | 'quizzes' | 'finishedAt'> & { exempt: number }> {
	const units = outline(course, account.edition);
	const [done, exemptions] = await Promise.all([
		facts.completionsOf(db, account.id),
		exempt(db, account.id)
	]);
	if (exemptions.length === 0) return { ...progress(units, done), exempt: 0 };
	// A completion does not say whether it was done or no longer needed; the facts behind it do.
	const themselves = completions(units, {
		...(await facts.factsOf(db, account.id)),
		exemptions: []
	});
	const isExempt = ({ unit }: Completion) => exemptions.some((each) => each.unit === unit);
	const own = [...done.filter((each) => !isExempt(each)), ...themselves.filter(isExempt)];
	const left = exemptions.filter(({ unit }) => !own.some((each) => each.unit === unit));
	return { ...progress(units, own), exempt: left.length };
}

/**
 * Gives somebody their certificate. Its date is the moment at which the last required unit was done, not that of asking;
 * whoever asks twice has one.
 *
 * @param pick gives a random whole number from 0 up to but not including its argument
 * @returns false when not everything is done
 */
export async function issue(
	db: Database,
	account: Account,
	at: Date,
	pick: (below: number) => number = (below) => randomInt(below)
): Promise<boolean> {
	const { finishedAt } = await towards(db, account);
	if (!finishedAt) return false;
	// Two of the same code or bit are as good as impossible, but they must not become somebody's error.
	for (let tries = 0; tries < 20; tries++) {
		const there = (await certificates.ofAccount(db, account.id)).some(
			({ edition }) => edition === account.edition
		);
		if (there) return true;
		await certificates.insert(db, {
			code: makeCode(pick),
			accountId: account.id,
			edition: account.edition,
			earnedAt: finishedAt,
			issuedAt: at,
			statusIndex: pick(LIST_LENGTH),
			salt: Array.from({ length: 16 }, () => pick(256).toString(16).padStart(2, '0')).join('')
		});
	}
	throw new Error('There is no code left for a certificate');
}

/** What its owner wants of the page behind the code. Says false when that is nothing one can want. */
export async function setWishes(
	db: Database,
	accountId: string,
	wishes: { showsName: boolean; afterErasure: string }
): Promise<boolean> {
	if (!isAfterErasure(wishes.afterErasure)) return false;
	const { showsName, afterErasure } = wishes;
	await certificates.setWishes(db, accountId, { showsName, afterErasure });
	return true;
}
const isAfterErasure = (text: string): text is AfterErasure =>
	(afterErasures as readonly string[]).includes(text);

/** What anybody who has the code may know. */
export type Proof =
	| { kind: 'withdrawn'; code: string }
	| {
			kind: 'valid';
			code: string;
			earnedAt: Date;
			issuedAt: Date;
			about: Achievement;
			/** Absent when the owner does not show it, or is gone. */
			name?: string;
			/** The account behind it was erased; its owner let it stand. */
			erased: boolean;
	  };

/** @returns undefined when there is nothing behind the code */
export async function proof(
	db: Database,
	typed: string,
	language: Language
): Promise<Proof | undefined> {
	const code = readCode(typed);
	const row = code && (await certificates.byCode(db, code));
	if (!row) return undefined;
	const { certificate, name } = row;
	const erased = certificate.accountId === null;
	if (erased && certificate.afterErasure === 'withdrawn') return { kind: 'withdrawn', code };
	return {
		kind: 'valid',
		code,
		earnedAt: certificate.earnedAt,
		issuedAt: certificate.issuedAt,
		about: achievement(course, certificate.edition, language),
		...(certificate.showsName && name !== null && { name }),
		erased
	};
}

export { withdrawn } from './db/certificates.ts';
