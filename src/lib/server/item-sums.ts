import type { Quiz } from '#lib/course/course.ts';
import { isoDay } from '#lib/i18n/format.ts';
import { assembled, movedOn, type QuizSums } from '#lib/learning/item-sums.ts';
import { questionsIn } from '#lib/learning/quiz.ts';
import { course } from './course.ts';
import type { Database } from './db/connect.ts';
import * as rows from './db/item-sums.ts';

// What answers say of questions: worked out once a day in the background, only read by pages.

/** Where the sums over checks in lessons are kept, beside those of quizzes. */
const LESSONS = 'lessons';

const quizzes: Quiz[] = course.modules.map(({ quiz }) => quiz);

/**
 * The quiz in which an item is judged: the one that always asks it, else the one that draws from it. So everybody has the
 * same other questions beside it, as far as that can be.
 */
export function homeOf(item: string): Quiz | undefined {
	const asking = quizzes.filter(({ items }) => items.includes(item));
	return asking.find(({ draw }) => draw === undefined) ?? asking[0];
}

/** Brings every place up to date that was not worked out today. Doing it more often, or in two processes, changes nothing. */
export async function refreshDue(db: Database, now: Date): Promise<number> {
	const day = isoDay(now);
	let done = 0;
	for (const place of [...quizzes, LESSONS] as const) {
		const name = place === LESSONS ? LESSONS : place.id;
		if (!(await rows.claim(db, name, day))) continue;
		const fresh = await (place === LESSONS ? lessonSums(db) : quizSums(db, place));
		await rows.keep(db, name, movedOn(await rows.kept(db, name), fresh));
		done += 1;
	}
	return done;
}

async function quizSums(db: Database, quiz: Quiz): Promise<QuizSums> {
	const asked = quiz.draw === undefined ? ('same' as const) : ('drawn' as const);
	const items = quiz.items.filter((item) => homeOf(item) === quiz);
	const asks = { asked, questions: questionsIn(quiz), items: quiz.items };
	return assembled(await rows.ofQuiz(db, quiz.id, { items, asks }));
}

const lessonSums = async (db: Database) =>
	assembled(await rows.ofLessons(db, Object.keys(course.items)));

/** All sums as they are shown now, and the day of the oldest of them. */
export async function current(db: Database) {
	const all = await rows.all(db);
	const sumsOf = (place: string): QuizSums =>
		all.find((row) => row.place === place)?.sums ?? { cells: [] };
	const [day] = all.map((row) => row.day).sort();
	return {
		...(day && { day }),
		together: (quiz: string) => sumsOf(quiz).together,
		/** Of every version of an item, in the quiz in which it is judged. */
		ofItem: (item: string) =>
			sumsOf(homeOf(item)?.id ?? '').cells.filter((cell) => cell.item === item),
		inLessons: (item: string) => sumsOf(LESSONS).cells.filter((cell) => cell.item === item)
	};
}
