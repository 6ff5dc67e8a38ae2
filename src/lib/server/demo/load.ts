import { randomUUID } from 'node:crypto';
import { findLesson, findQuiz, lessonUnit, outline, quizUnit } from '#lib/course/outline.ts';
import type { Given } from '#lib/learning/grade.ts';
import { retentionQuiz } from '#lib/learning/retention.ts';
import { rightAnswer, wrongAnswer } from '#lib/learning/sample-answers.ts';
import type { Account } from '../accounts.ts';
import { frozenItem, recordCheck, recordInAttempt } from '../answers.ts';
import * as attempts from '../attempts.ts';
import { hashPassword } from '../auth/password.ts';
import * as cohortVerbs from '../cohorts.ts';
import { course, itemOf } from '../course.ts';
import * as accounts from '../db/accounts.ts';
import type { AttemptRow } from '../db/attempts.ts';
import * as cohortRows from '../db/cohorts.ts';
import type { Database } from '../db/connect.ts';
import * as predictions from '../predictions.ts';
import * as retention from '../retention.ts';
import { castPassword, cohorts, staff, stories, type Story } from './cast.ts';

const DAY = 24 * 60 * 60 * 1000;
const MINUTE = 60_000;

/**
 * Plays the cast's story through the same verbs that real people use, with their moments in the past.
 * A database with anybody in it is left as it is.
 *
 * @param say is called while it works
 * @returns what to tell the person who started the demo
 */
export async function loadCast(
	db: Database,
	now: Date,
	origin: string,
	say: (line: string) => void
): Promise<string> {
	if (await accounts.isEmpty(db)) {
		say('Loading the demo cast …');
		// All or nothing: half a cast, left by a start that was cut off, would stay for ever.
		await db.transaction((tx) => play(tx, now, say));
	} else if (!(await accounts.byEmail(db, staff.farida.email))) {
		return 'This database has people of its own: the demo cast was not loaded.';
	}
	return guide(origin);
}

/** @returns the accounts by first name, in lower case */
export async function play(
	db: Database,
	now: Date,
	say: (line: string) => void
): Promise<Map<string, Account>> {
	const passwordHash = await hashPassword(castPassword);
	const people = new Map<string, Account>();
	const add = async (person: Story['person'], daysAgo: number) => {
		const createdAt = new Date(now.getTime() - daysAgo * DAY);
		const account = {
			...person,
			id: randomUUID(),
			passwordHash,
			edition: course.edition,
			weeklyMail: false,
			createdAt
		};
		await accounts.insert(db, account);
		people.set(person.email.split('@')[0] ?? '', account);
		return account;
	};
	for (const person of Object.values(staff)) await add(person, 90);
	for (const plan of Object.values(cohorts)) {
		const manager = people.get(plan.manager)!;
		const id = await cohortVerbs.create(db, {
			managerId: manager.id,
			name: plan.name,
			startsAt: startOfDay(now, -plan.starts),
			endsAt: startOfDay(now, plan.ends),
			at: new Date(now.getTime() - 80 * DAY)
		});
		await cohortRows.insertLink(db, {
			id: randomUUID(),
			cohortId: id,
			code: plan.code,
			maxUses: 50,
			createdAt: new Date(now.getTime() - 80 * DAY),
			expiresAt: new Date(now.getTime() + 60 * DAY),
			revokedAt: null
		});
	}
	for (const story of stories) {
		await tell(db, story, await add(story.person, story.joined), now);
		say(`  ${story.person.name} – ${story.about}`);
		// The embedded database keeps the only thread busy; let others have a turn.
		await new Promise((resolve) => setImmediate(resolve));
	}
	return people;
}

async function tell(db: Database, story: Story, account: Account, now: Date): Promise<void> {
	const ago = (day: number, minute: number) =>
		new Date(now.getTime() - day * DAY + minute * MINUTE);
	await cohortVerbs.join(db, {
		code: cohorts[story.cohort].code,
		accountId: account.id,
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

function startOfDay(now: Date, days: number): Date {
	const day = new Date(now.getTime() + days * DAY);
	day.setUTCHours(0, 0, 0, 0);
	return day;
}

function guide(origin: string): string {
	const line = (who: string, email: string, page: string) =>
		`  ${who.padEnd(46)} ${email.padEnd(32)} ${origin}${page}`;
	return [
		'',
		`The demo is on ${origin}. Everybody's password: ${castPassword}`,
		line('administrator', staff.farida.email, '/nl/admin'),
		line('manager of Communicatie', staff.hanneke.email, '/nl/manage'),
		line('manager of Klantenservice', staff.joris.email, '/nl/manage'),
		...stories.map(({ person, about }) =>
			line(`learner, ${about}`, person.email, `/${person.language}/course`)
		),
		''
	].join('\n');
}
