import type { Language } from '#lib/course/language.ts';
import { findQuiz, outline } from '#lib/course/outline.ts';
import type { PublicItem } from '#lib/course/public-item.ts';
import { isoDay } from '#lib/i18n/format.ts';
import type { AttemptQuestion } from '#lib/learning/attempt-view.ts';
import { progress } from '#lib/learning/progress.ts';
import { draw, mayReveal } from '#lib/learning/quiz.ts';
import * as rules from '#lib/learning/retention.ts';
import type { RetentionDays, RetentionDue, RetentionNotice } from '#lib/learning/retention.ts';
import type { Account } from './accounts.ts';
import * as questions from './attempt-questions.ts';
import * as attempts from './attempts.ts';
import { course } from './course.ts';
import { startOfDay } from './days.ts';
import * as attemptRows from './db/attempts.ts';
import type { AttemptRow } from './db/attempts.ts';
import type { Database } from './db/connect.ts';
import * as facts from './db/progress.ts';
import * as responses from './db/responses.ts';
import { stillAsked } from './reviews.ts';

// "Do you still know?": five questions from somebody's own quizzes, 30 and 90 days after they finished the course.

const DAY = 24 * 60 * 60 * 1000;

type Asker = { account: Account; now: Date };

/** Where each check stands for this person, and all their attempts. */
async function dueFor(db: Database, { account, now }: Asker) {
	const [completions, rows] = await Promise.all([
		facts.completionsOf(db, account.id),
		attemptRows.ofAccount(db, account.id)
	]);
	const { finishedAt } = progress(outline(course, account.edition), completions);
	return { due: rules.retentionDue(finishedAt, rows, now, isoDay), rows };
}

type Own = { row: AttemptRow; answers: responses.ResponseRow[] };

const rightIn = (answers: { earned: number; total: number }[]) =>
	answers.filter((each) => each.earned === each.total).length;

/** What there is to say of the checks on the course map: what is open or taken, and otherwise when the next one opens. */
export async function notices(db: Database, asker: Asker): Promise<RetentionNotice[]> {
	const { due, rows } = await dueFor(db, asker);
	const said: RetentionNotice[] = [];
	for (const each of due) {
		const { days } = each;
		const row = rows.find(({ quiz }) => quiz === rules.retentionId(days));
		if (each.kind === 'taken' && row) {
			const own = await responses.ofAttempt(db, row.accountId, row.id);
			said.push({ days, kind: 'taken', right: rightIn(own), questions: row.items.length });
		} else if (each.kind === 'begun') said.push({ days, kind: 'begun' });
		else if (each.kind === 'open')
			said.push({ days, kind: 'open', until: startOfDay(each.until)! });
		else if (each.kind === 'waiting' && said.every(({ kind }) => kind === 'taken'))
			said.push({ days, kind: 'waiting', from: startOfDay(each.from)! });
	}
	return said;
}

export type RetentionView = { days: RetentionDays } & (
	| { kind: 'unfinished' }
	| { kind: 'waiting'; from: Date }
	| { kind: 'open'; until: Date }
	| { kind: 'missed'; until: Date }
	/** The question at which to go on. */
	| { kind: 'begun'; question: number; answered: number; questions: number }
	| {
			kind: 'taken';
			at: Date;
			right: number;
			/** How many of the same questions were right when a quiz asked them first. */
			rightAtFirst: number;
			answers: RetentionAnswer[];
	  }
);
export type RetentionAnswer = NonNullable<AttemptQuestion['answered']> & {
	item: PublicItem;
	/** Whether it was right when a quiz asked it first. */
	first: boolean;
};

/** A check before, during and after: the page of its own. */
export async function view(
	db: Database,
	{ days, language, ...asker }: Asker & { days: RetentionDays; language: Language }
): Promise<RetentionView> {
	const { due, rows } = await dueFor(db, asker);
	const own = due.find((each) => each.days === days) as RetentionDue;
	const row = rows.find(({ quiz }) => quiz === rules.retentionId(days));
	if (own.kind === 'waiting') return { ...own, from: startOfDay(own.from)! };
	if (own.kind === 'open' || own.kind === 'missed')
		return { ...own, until: startOfDay(own.until)! };
	if (own.kind === 'unfinished' || !row) return { days, kind: 'unfinished' };
	const answers = await responses.ofAttempt(db, row.accountId, row.id);
	if (!row.submittedAt) {
		const answered = new Set(answers.map((each) => each.item));
		const question = questions.firstOpen(row, answered);
		return { days, kind: 'begun', question, answered: answered.size, questions: row.items.length };
	}
	const list = await outcome(db, { row, answers }, rows, language);
	return {
		...{ days, kind: 'taken', at: row.submittedAt, right: rightIn(answers), answers: list },
		rightAtFirst: list.filter((each) => each.first).length
	};
}

/** Each question of a finished check: what was answered, why it is so, and how it went the first time. */
async function outcome(
	db: Database,
	{ row, answers }: Own,
	rows: AttemptRow[],
	language: Language
) {
	const first = firstInQuizzes(await responses.ofAccount(db, row.accountId), rows);
	const list: RetentionAnswer[] = [];
	for (const [index, frozen] of row.items.entries()) {
		const found = await questions.at(db, row, index + 1);
		const answer = answers.find((each) => each.item === frozen.item);
		const said =
			found &&
			answer &&
			questions.told(found.item, answer, language, { reveal: true, settled: true });
		if (!said) continue;
		const before = first.get(frozen.item);
		list.push({
			...said,
			item: questions.shown(row, found.item, language),
			first: before !== undefined && before.earned === before.total
		});
	}
	return list;
}

type Kept = Awaited<ReturnType<typeof responses.ofAccount>>[number];

/** The first answer to each item that a quiz of the course asked this person. @param answers oldest first */
function firstInQuizzes(answers: Kept[], rows: AttemptRow[]): Map<string, Kept> {
	const quizzes = new Set(rows.filter((row) => findQuiz(course, row.quiz)).map((row) => row.id));
	const first = new Map<string, Kept>();
	for (const each of answers)
		if (each.attemptId && quizzes.has(each.attemptId) && !first.has(each.item))
			first.set(each.item, each);
	return first;
}

/**
 * Begins a check, or goes on with the one that was begun: pressing twice gives one attempt.
 *
 * @returns the question at which to go on; undefined when the check is not open, or is taken already
 */
export async function begin(
	db: Database,
	{ days, ...asker }: Asker & { days: RetentionDays }
): Promise<number | undefined> {
	const { account, now: at } = asker;
	const { due, rows } = await dueFor(db, asker);
	const kind = due.find((each) => each.days === days)?.kind;
	if (kind !== 'open' && kind !== 'begun') return undefined;
	const items = kind === 'open' ? await drawn(db, { days, ...asker }, rows) : [];
	// Whoever answered so little in quizzes that five cannot be asked is not asked fewer.
	if (kind === 'open' && items.length < rules.RETENTION_QUESTIONS) return undefined;
	const quiz = rules.retentionQuiz(days, items);
	await attempts.begin(db, { accountId: account.id, quiz, at });
	const [row] = await attemptRows.ofQuiz(db, account.id, quiz.id);
	return row && questions.firstOpen(row, await questions.answeredItems(db, row));
}

/** Five items from this person's own quizzes, over as many modules as there are, what they have not seen lately first. */
async function drawn(
	db: Database,
	{ account, now, days }: Asker & { days: RetentionDays },
	rows: AttemptRow[]
): Promise<string[]> {
	const [answers, closed] = await Promise.all([
		responses.ofAccount(db, account.id),
		stillAsked(db, account.id)
	]);
	const bank = [...firstInQuizzes(answers, rows).keys()].filter((item) => !closed.has(item)).sort();
	const since = now.getTime() - rules.RECENT_DAYS * DAY;
	const lately = answers.filter((each) => each.at.getTime() > since).map((each) => each.item);
	// Of two presses at once either may be first: the person decides the draw, not the attempt.
	const seed = `${account.id} ${rules.retentionId(days)}`;
	return draw(attempts.drawables(bank), rules.RETENTION_QUESTIONS, new Set(lately), seed);
}

type Place = { accountId: string; days: RetentionDays; question: number };

/** The attempt and item behind a question of this person; nobody else's can be reached from here. */
export async function findQuestion(db: Database, { accountId, days, question }: Place) {
	const quiz = rules.retentionQuiz(days);
	const { rows, standing } = await attempts.ofQuiz(db, accountId, quiz);
	const found = await questions.at(db, rows[0], question);
	return found && { ...found, standing };
}

/** One question of this person's own check. The key is shown once all five are answered. */
export async function question(
	db: Database,
	{ language, ...place }: Place & { language: Language }
): Promise<AttemptQuestion | undefined> {
	const found = await findQuestion(db, place);
	if (!found) return undefined;
	const policy = rules.retentionQuiz(place.days);
	const reveal = mayReveal(found.standing, policy);
	return questions.view(db, found, { question: place.question, language, policy, reveal });
}
