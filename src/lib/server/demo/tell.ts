import { randomUUID } from 'node:crypto';
import { findLesson, findQuiz, lessonUnit, outline, quizUnit } from '#lib/course/outline.ts';
import type { Given } from '#lib/learning/grade.ts';
import { retentionQuiz } from '#lib/learning/retention.ts';
import { rightAnswer, wrongAnswer } from '#lib/learning/sample-answers.ts';
import type { Account } from '../accounts.ts';
import { frozenItem, recordCheck, recordInAttempt } from '../answers.ts';
import * as attempts from '../attempts.ts';
import * as cohortVerbs from '../cohorts.ts';
import { course, itemOf } from '../course.ts';
import type { AttemptRow } from '../db/attempts.ts';
import type { Database } from '../db/connect.ts';
import * as predictions from '../predictions.ts';
import * as retention from '../retention.ts';
import { cohorts, type Story } from './cast.ts';

const DAY = 24 * 60 * 60 * 1000;
const MINUTE = 60_000;

/** Lets one of the cast do what their story says. */
export async function tell(db: Database, story: Story, account: Account, now: Date): Promise<void> {
	const ago = (day: number, minute: number) =>
		new Date(now.getTime() - day * DAY + minute * MINUTE);
	await cohortVerbs.join(db, {
		code: cohorts[story.cohort].code,
		shown: 'status',
		account,
		at: ago(story.joined, 0)
	});
	for (const lesson of story.lessons) await takeLesson(db, account, lesson, ago);
	for (const attempt of story.quiz) await takeQuiz(db, account, 'm1', attempt, ago);
	if (story.then) await goOn(db, story, account, ago);
	if (story.retention) await takeRetention(db, account, story.retention, ago);
}

/** The units after those that are told one by one. */
async function goOn(db: Database, story: Story, account: Account, ago: Ago): Promise<void> {
	if (!story.then) return;
	const { from, to, units: most } = story.then;
	const told = [
		...story.lessons.map(({ id }) => lessonUnit(id)),
		...story.quiz.map(() => quizUnit('m1'))
	];
	const units = outline(course, course.edition)
		.units.filter(({ id }) => !told.includes(id))
		.slice(0, most);
	for (const [index, { id, kind }] of units.entries()) {
		const day = from - ((from - to) * index) / Math.max(1, units.length - 1);
		const name = id.slice(kind.length + 1);
		if (kind === 'lesson') await takeLesson(db, account, { id: name, day }, ago);
		else await takeQuiz(db, account, name, { day, right: 1 }, ago);
	}
}

type Ago = (day: number, minute: number) => Date;

async function takeLesson(
	db: Database,
	account: Account,
	{ id, day, part }: Story['lessons'][number],
	ago: Ago
): Promise<void> {
	const lesson = findLesson(course, id)?.lesson;
	if (!lesson) return;
	const { id: accountId, language } = account;
	for (const { id: prediction } of lesson.predictions)
		await predictions.record(db, {
			...{ accountId, lesson: id, prediction, chosen: 'b', language },
			at: ago(day, 1)
		});
	const checks = part ? lesson.checks.slice(0, -1) : lesson.checks;
	for (const [index, check] of checks.entries())
		await recordCheck(db, {
			answerId: randomUUID(),
			...{ accountId, lesson: id, item: check, try: 1, language },
			given: rightAnswer(itemOf(check)!),
			at: ago(day, 3 + index)
		});
}

async function takeQuiz(
	db: Database,
	account: Account,
	quiz: string,
	{ day, right, open }: Story['quiz'][number],
	ago: Ago
): Promise<void> {
	const module = findQuiz(course, quiz);
	if (!module) return;
	await attempts.begin(db, { accountId: account.id, quiz: module.quiz, at: ago(day, 0) });
	const { rows } = await attempts.ofQuiz(db, account.id, module.quiz);
	const row = rows.find((each) => each.submittedAt === null);
	await answerAttempt(db, account, row, { day, right, ...(open && { open }) }, ago);
}

async function takeRetention(
	db: Database,
	account: Account,
	taken: { day: number; right: number },
	ago: Ago
): Promise<void> {
	await retention.begin(db, { account, days: 30, now: ago(taken.day, 0) });
	const { rows } = await attempts.ofQuiz(db, account.id, retentionQuiz(30));
	await answerAttempt(db, account, rows[0], taken, ago);
}

async function answerAttempt(
	db: Database,
	account: Account,
	row: AttemptRow | undefined,
	{ day, right, open }: Story['quiz'][number],
	ago: Ago
): Promise<void> {
	for (const [index, frozen] of (row?.items ?? []).slice(0, open).entries()) {
		const item = await frozenItem(db, frozen);
		if (!row || !item) continue;
		const good = index < right * row.items.length;
		const given: Given = good ? rightAnswer(item) : wrongAnswer(item);
		await recordInAttempt(db, {
			answerId: randomUUID(),
			accountId: account.id,
			attemptId: row.id,
			item: item.id,
			given,
			language: account.language,
			at: ago(day, index + 1)
		});
	}
}
