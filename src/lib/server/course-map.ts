import type { Language } from '#lib/course/language.ts';
import type { Lesson } from '#lib/course/course.ts';
import {
	findLesson,
	lessonUnit,
	newerThan,
	outline,
	quizUnit,
	type Outline
} from '#lib/course/outline.ts';
import { progress, type Progress } from '#lib/learning/progress.ts';
import { questionsIn, standing, withExtra } from '#lib/learning/quiz.ts';
import { summary } from './attempts.ts';
import type { Account } from './accounts.ts';
import { course } from './course.ts';
import * as attempts from './db/attempts.ts';
import type { Database } from './db/connect.ts';
import { extraTries } from './db/overrides.ts';
import * as facts from './db/progress.ts';

export type UnitState = 'open' | 'started' | 'done' | 'failed';
export type UnitView = {
	unit: string;
	kind: 'lesson' | 'quiz';
	id: string;
	title: string;
	summary?: string;
	minutes?: number;
	state: UnitState;
	doneAt?: Date;
	/** Where to go on inside a lesson. */
	step?: string;
	/** Came after this person's edition: may be done, and counts for nothing. */
	later?: true;
};
export type MapView = {
	title: string;
	progress: Pick<Progress, 'percent' | 'finishedAt'> & { done: number; required: number };
	newUnits: number;
	modules: {
		id: string;
		title: string;
		units: UnitView[];
		/** Of what counts. */
		done: number;
		required: number;
		minutes: number;
	}[];
	/** The one thing to do now. */
	next?: UnitView;
};

/** The course as one learner's map: what is done, since when, and what comes next. */
export async function view(db: Database, account: Account, language: Language): Promise<MapView> {
	const [completions, positions, touched, rows, extra] = await Promise.all([
		facts.completionsOf(db, account.id),
		facts.positionsOf(db, account.id),
		facts.touchedOf(db, account.id),
		attempts.ofAccount(db, account.id),
		extraTries(db, account.id)
	]);
	const own = outline(course, account.edition);
	const counted = progress(own, completions);
	const inEdition = new Set(own.units.map((unit) => unit.id));
	const doneAt = (unit: string) => completions.find((each) => each.unit === unit)?.at;
	const modules = course.modules.map((module) => {
		const lessons = module.lessons.map((lesson): UnitView => {
			const unit = lessonUnit(lesson.id);
			const at = doneAt(unit);
			const position = positions.find((each) => each.lesson === lesson.id);
			const begun =
				position !== undefined ||
				lesson.checks.some((each) => touched.items.has(each)) ||
				lesson.predictions.some((each) => touched.predictions.has(each.id));
			return {
				unit,
				kind: 'lesson',
				id: lesson.id,
				title: lesson.title[language],
				summary: lesson.summary[language],
				minutes: lesson.minutes,
				state: at ? 'done' : begun ? 'started' : 'open',
				...(at && { doneAt: at }),
				...(position && { step: position.step }),
				...(!inEdition.has(unit) && { later: true as const })
			};
		});
		const quiz = quizView(module.quiz.id);
		const units = quiz ? [...lessons, quiz] : lessons;
		const count = units.filter((unit) => !unit.later);
		return {
			id: module.id,
			title: module.title[language],
			units,
			done: count.filter((unit) => unit.doneAt).length,
			required: count.length,
			minutes: module.lessons.reduce((sum, lesson) => sum + lesson.minutes, 0)
		};
	});

	function quizView(id: string): UnitView | undefined {
		const unit = quizUnit(id);
		const module = course.modules.find((each) => each.quiz.id === id);
		if (!module) return undefined;
		const at = doneAt(unit);
		const stands = standing(
			withExtra(module.quiz, extra),
			rows.filter((row) => row.quiz === id).map(summary)
		);
		const used = stands.attempts.length > 0;
		const failed = !stands.open && stands.triesLeft === 0;
		return {
			unit,
			kind: 'quiz',
			id,
			title: module.title[language],
			state: at ? 'done' : failed ? 'failed' : used ? 'started' : 'open',
			...(at && { doneAt: at }),
			...(!inEdition.has(unit) && { later: true as const })
		};
	}

	const units = modules.flatMap((module) => module.units);
	const counts = units.filter((unit) => !unit.later);
	// What was begun goes before what is new, and what counts before what came later.
	const next =
		counts.find((unit) => unit.state === 'started') ??
		counts.find((unit) => unit.state === 'open') ??
		units.find((unit) => unit.state === 'started' || unit.state === 'open');
	return {
		title: course.title[language],
		progress: {
			percent: counted.percent,
			done: counted.units.filter((unit) => unit.doneAt).length,
			required: counted.units.length,
			...(counted.finishedAt && { finishedAt: counted.finishedAt })
		},
		newUnits: newerThan(course, account.edition).length,
		modules,
		...(next && { next })
	};
}

/** The course as somebody who is not signed in may see it: titles, minutes and rules. */
export function outlineForVisitors(language: Language) {
	return course.modules.map((module) => ({
		id: module.id,
		title: module.title[language],
		minutes: module.lessons.reduce((sum, lesson) => sum + lesson.minutes, 0),
		lessons: module.lessons.map((lesson) => card(lesson, language)),
		quiz: { questions: questionsIn(module.quiz), pass: module.quiz.pass }
	}));
}

/** What a lesson is about, for somebody who was sent its address. */
export function lessonForVisitors(id: string, language: Language) {
	const found = findLesson(course, id);
	return found && { module: found.module.title[language], ...card(found.lesson, language) };
}

const card = (lesson: Lesson, language: Language) => ({
	id: lesson.id,
	title: lesson.title[language],
	summary: lesson.summary[language],
	minutes: lesson.minutes,
	open: lesson.id === course.open
});

/** Where somebody goes on, in words and as a path: the first unit that counts and is not done; the course when all is. */
export function nextUnit(
	completions: { unit: string }[],
	own: Outline,
	language: Language
): { title: string; path: string } {
	const done = new Set(completions.map(({ unit }) => unit));
	const unit = own.units.find(({ id }) => !done.has(id));
	if (!unit) return { title: course.title[language], path: '/course' };
	return { title: titleOf(unit.id, language), path: `/${unit.id.replace(':', '/')}` };
}

/** What a unit is called where it stands by itself; its id when the course does not have it. */
export function titleOf(unit: string, language: Language): string {
	const [kind, id = ''] = unit.split(':');
	const lesson = kind === 'lesson' ? findLesson(course, id)?.lesson : undefined;
	if (lesson) return `${id.toUpperCase()} ${lesson.title[language]}`;
	const module = kind === 'quiz' && course.modules.find((each) => each.quiz.id === id);
	return module ? `quiz: ${module.title[language]}` : unit;
}
