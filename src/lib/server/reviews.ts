import { randomUUID } from 'node:crypto';
import type { Language } from '#lib/course/language.ts';
import { findLesson } from '#lib/course/outline.ts';
import { publicItem, type PublicItem } from '#lib/course/public-item.ts';
import { isoDay } from '#lib/i18n/format.ts';
import { calibrate, masteryOf, type Calibration, type Mastery } from '#lib/learning/confidence.ts';
import type { Answered } from '#lib/learning/explain.ts';
import { mayExplain, mayReveal, standing, withExtra } from '#lib/learning/quiz.ts';
import { queue, schedule, type ReviewFact } from '#lib/learning/review.ts';
import { seedOf, shuffle } from '#lib/learning/shuffle.ts';
import { summary } from './attempts.ts';
import { course, itemOf } from './course.ts';
import * as attempts from './db/attempts.ts';
import type { Database } from './db/connect.ts';
import { extraTries } from './db/overrides.ts';
import * as responses from './db/responses.ts';
import { answered } from './explanations.ts';

/** A few minutes a day; what does not fit comes first tomorrow. */
const A_DAY = 10;

export type ReviewView = {
	/** How many are waiting now, this one included. */
	waiting: number;
	/** The question to answer now. */
	asked?: { item: PublicItem; answerId: string };
	/** The question that was just answered. */
	answered?: Answered & { item: PublicItem; lesson: { id: string; title: string } };
	/** When the next one is due, if none is waiting. */
	next?: Date;
	/** Whether anything was ever answered. */
	begun: boolean;
	/** When another question like one was asked for: whether there is one. */
	another?: boolean;
};

type Asker = { accountId: string; language: Language; now: Date };

/**
 * What there is to review now.
 *
 * @param after an item that was answered today: shows what became of it
 * @param like an item that was answered before: asks another one like it
 */
export async function view(
	db: Database,
	{ accountId, language, now }: Asker,
	{ after, like }: { after?: string | undefined; like?: string | undefined } = {}
): Promise<ReviewView> {
	const known = await knownOf(db, accountId);
	const scheduled = scheduleOf(known);
	const items = queue(scheduled, now, lessonOf, A_DAY);
	const arrange = (id: string) => {
		const seed = seedOf(`${accountId} ${id} ${isoDay(now)}`);
		return <T>(list: T[]) => shuffle(list, seed);
	};
	const shown = (id: string) => publicItem(itemOf(id)!, language, arrange(id));
	const done = after ? itemOf(after) : undefined;
	const row = done && (await responses.ofReview(db, accountId, done.id, isoDay(now)));
	const lesson = done && findLesson(course, done.lesson)?.lesson;
	// A quiz may have begun since: then the key is closed again.
	const reveal = done !== undefined && !known.closed.has(done.id);
	const told = row && done && answered(done, row, language, { reveal, settled: true });
	const other = like && anotherLike(like, known, now);
	const first = like ? other : items[0];
	const soonest = scheduled.map((each) => each.due).sort((a, b) => a.getTime() - b.getTime())[0];
	return {
		waiting: items.length,
		begun: scheduled.length > 0,
		...(told &&
			lesson && {
				answered: {
					...told,
					item: shown(done.id),
					lesson: { id: lesson.id, title: lesson.title[language] }
				}
			}),
		...(first && !told && { asked: { item: shown(first), answerId: randomUUID() } }),
		...(items.length === 0 && soonest && { next: soonest }),
		...(like && { another: other !== undefined })
	};
}

/**
 * Another question about the same objective, for who answered this one: one they have not had if there is any, or else
 * the one they had longest ago. Not one that a quiz may still ask, and not one of today.
 */
export async function another(
	db: Database,
	{ accountId, now, item }: { accountId: string; now: Date; item: string }
): Promise<string | undefined> {
	return anotherLike(item, await knownOf(db, accountId), now);
}

function anotherLike(item: string, { rows, closed }: Known, now: Date): string | undefined {
	const last = new Map(rows.map((row) => [row.item, row.at]));
	const objective = last.has(item) ? itemOf(item)?.objective : undefined;
	const seen = (id: string) => last.get(id)?.getTime() ?? 0;
	return Object.values(course.items)
		.filter((each) => each.objective === objective && each.id !== item && !closed.has(each.id))
		.map((each) => each.id)
		.filter((id) => !last.has(id) || isoDay(last.get(id)!) !== isoDay(now))
		.sort((a, b) => seen(a) - seen(b) || (a < b ? -1 : 1))[0];
}

/** How many questions wait for this person now. */
export async function waiting(db: Database, accountId: string, now: Date): Promise<number> {
	return queue(scheduleOf(await knownOf(db, accountId)), now, () => '', A_DAY).length;
}

/** The item that this person would be asked first, if any is waiting. */
export async function firstWaiting(db: Database, accountId: string, now: Date) {
	return queue(scheduleOf(await knownOf(db, accountId)), now, lessonOf, A_DAY)[0];
}

/** Whether an item is waiting for this person: nothing else can be answered here. */
export async function isWaiting(db: Database, accountId: string, item: string, now: Date) {
	const scheduled = scheduleOf(await knownOf(db, accountId));
	return scheduled.some((each) => each.item === item && each.due <= now);
}

const lessonOf = (id: string) => itemOf(id)?.lesson ?? '';

/** All answers of one person, oldest first, and the items that stay closed to them. */
type Known = {
	rows: Awaited<ReturnType<typeof responses.ofAccount>>;
	closed: Set<string>;
};

async function knownOf(db: Database, accountId: string): Promise<Known> {
	const [rows, closed] = await Promise.all([
		responses.ofAccount(db, accountId),
		stillAsked(db, accountId)
	]);
	return { rows, closed };
}

function scheduleOf({ rows, closed }: Known) {
	const facts = rows
		.filter((row) => itemOf(row.item) && !closed.has(row.item))
		.map((row): ReviewFact => ({
			item: row.item,
			right: row.earned === row.total,
			confidence: row.confidence ?? undefined,
			at: row.at
		}));
	return schedule(facts, isoDay);
}

/** Items that this person is being asked, or may be asked again in a quiz: showing their key would give it away. */
export async function stillAsked(db: Database, accountId: string): Promise<Set<string>> {
	const rows = await attempts.ofAccount(db, accountId);
	const extra = await extraTries(db, accountId);
	const now = rows.flatMap((row) => (row.submittedAt ? [] : row.items.map(({ item }) => item)));
	const again = course.modules.flatMap(({ quiz }) => {
		const own = rows.filter((row) => row.quiz === quiz.id).map(summary);
		// A draw from the whole bank cannot close the bank: only what is being asked now stays out.
		return quiz.draw || mayReveal(standing(withExtra(quiz, extra), own), quiz) ? [] : quiz.items;
	});
	return new Set([...now, ...again]);
}

/** Open attempts in which nothing is said of an answer until all are given. */
async function unexplained(db: Database, accountId: string): Promise<Set<string>> {
	const rows = await attempts.ofAccount(db, accountId);
	const later = course.modules.filter(({ quiz }) => !mayExplain(quiz, false));
	return new Set(
		rows
			.filter((row) => !row.submittedAt && later.some(({ quiz }) => quiz.id === row.quiz))
			.map((row) => row.id)
	);
}

export type LearningView = {
	calibration: Calibration;
	said: number;
	objectives: {
		lesson: { id: string; title: string };
		objectives: { id: string; text: string; mastery: Exclude<Mastery, 'not-enough'> }[];
	}[];
	/** Objectives of lessons that were begun about which too little was asked. */
	tooFew: number;
};

/** What somebody's own first answers say about what they know and how well they know it. Theirs alone. */
export async function learning(
	db: Database,
	accountId: string,
	language: Language
): Promise<LearningView> {
	const [all, waiting] = await Promise.all([
		responses.ofAccount(db, accountId),
		unexplained(db, accountId)
	]);
	// A figure that moves after an answer would say whether it was right.
	const rows = all.filter((row) => !row.attemptId || !waiting.has(row.attemptId));
	const first = new Map<string, (typeof rows)[number]>();
	for (const row of rows) if (!first.has(row.item)) first.set(row.item, row);
	const tries = [...first.values()];
	const sure = tries.flatMap(({ earned, total, confidence }) =>
		confidence ? [{ right: earned === total, confidence }] : []
	);
	const begun = course.modules
		.flatMap((module) => module.lessons)
		.filter((lesson) => tries.some((row) => itemOf(row.item)?.lesson === lesson.id));
	let tooFew = 0;
	const objectives = begun.map((lesson) => ({
		lesson: { id: lesson.id, title: lesson.title[language] },
		objectives: lesson.objectives.flatMap(({ id, text }) => {
			const mastery = masteryOf(tries.filter((row) => itemOf(row.item)?.objective === id));
			if (mastery !== 'not-enough') return [{ id, text: text[language], mastery }];
			tooFew += 1;
			return [];
		})
	}));
	return {
		calibration: calibrate(sure),
		said: sure.length,
		objectives: objectives.filter((each) => each.objectives.length > 0),
		tooFew
	};
}
