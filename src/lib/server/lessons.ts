import { randomUUID } from 'node:crypto';
import type { Block, Lesson, Module } from '#lib/course/course.ts';
import type { Language } from '#lib/course/language.ts';
import { findLesson, lessonUnit } from '#lib/course/outline.ts';
import { publicItem } from '#lib/course/public-item.ts';
import type { BlockView, CheckView, LessonView, SimView } from '#lib/learning/lesson-view.ts';
import { seedOf, shuffle } from '#lib/learning/shuffle.ts';
import { course, itemOf } from './course.ts';
import type { Database } from './db/connect.ts';
import * as rows from './db/lessons.ts';
import * as progress from './db/progress.ts';
import { answered } from './explanations.ts';
import { neighbours } from './neighbours.ts';
import * as simulations from './simulations.ts';
import type { Trial } from './trial.ts';

/** A lesson as one learner sees it in one language: what is answered, what is open, where they were. */
export async function view(
	db: Database,
	given: { accountId: string; lesson: string; language: Language }
): Promise<LessonView | undefined> {
	return (await withMarks(db, given))?.lesson;
}

/** The same with what they marked and wrote beside its text, from one look at the database. */
export async function withMarks(
	db: Database,
	given: { accountId: string; lesson: string; language: Language }
): Promise<{ lesson: LessonView; annotations: rows.Own['annotations'] } | undefined> {
	const { accountId, language } = given;
	const found = findLesson(course, given.lesson);
	if (!found) return undefined;
	const { lesson, module } = found;
	const { annotations, seen, doneAt, ...own } = await ownIn(db, accountId, lesson);
	const where = { seen: seen ?? undefined, doneAt: doneAt ?? undefined };
	return {
		lesson: show(lesson, module, { seed: accountId, language, ...own }, where),
		annotations
	};
}

/** What somebody answered, predicted, noted and marked in a lesson, and where they were. */
export function ownIn(db: Database, accountId: string, lesson: Lesson): Promise<rows.Own> {
	return rows.ownIn(db, accountId, {
		lesson: lesson.id,
		unit: lessonUnit(lesson.id),
		checks: lesson.checks,
		predictions: lesson.predictions.map((each) => each.id),
		notes: lesson.notes.map((each) => each.field),
		simulations: simulations.idsIn(lesson)
	});
}

/** The open lesson, for somebody who has no account: with what their own browser remembers. */
export function viewOfTrial(trial: Trial, language: Language): LessonView {
	const { lesson, module } = findLesson(course, course.open)!;
	// What a browser remembers is no answer of ours yet: there is nothing to appeal.
	const answers = trial.answers.map(({ item, try: number, given }) => ({
		item,
		try: number,
		given
	}));
	return show(lesson, module, { seed: 'trial', language, ...trial, answers }, {});
}

function show(
	lesson: Lesson,
	module: Module,
	known: Known,
	{ seen, doneAt }: { seen?: string | undefined; doneAt?: Date | undefined }
): LessonView {
	const { language, answers, predictions } = known;
	const at = seen ?? furthestAnswered(lesson, answers, predictions);
	const asked = lesson.checks.length + lesson.predictions.length;
	const open = asked - answers.length - predictions.length;
	return {
		id: lesson.id,
		module: { id: module.id, title: module.title[language] },
		title: lesson.title[language],
		minutes: lesson.minutes,
		minutesLeft: minutesLeft(lesson, at, open),
		objectives: lesson.objectives.map((each) => each.text[language]),
		steps: lesson.steps[language].map((step) => ({
			id: step.id,
			title: step.title,
			blocks: step.blocks.flatMap((block) => blockView(block, lesson, known) ?? [])
		})),
		...(doneAt && { doneAt }),
		open,
		...(at && { at }),
		...neighbours(course, lesson.id, language)
	};
}

type Known = {
	/** Whose page it is: decides in which order options stand. */
	seed: string;
	language: Language;
	answers: {
		item: string;
		try: number;
		given: unknown;
		answerId?: string;
		earned?: number;
		total?: number;
		raised?: number | null;
	}[];
	predictions: { id: string; chosen: string }[];
	notes: { field: string; body: string; revision: number; writtenAt: Date }[];
	/** Where they were in simulations; visitors keep nothing. */
	runs?: simulations.Kept[];
};

function blockView(block: Block, lesson: Lesson, known: Known): BlockView | undefined {
	switch (block.type) {
		case 'prose':
			return block;
		case 'predict': {
			const made = known.predictions.find((each) => each.id === block.id);
			return { ...block, ...(made && { chosen: made.chosen }) };
		}
		case 'sim':
			return simView(block, lesson, known);
		case 'note': {
			const note = known.notes.find((each) => each.field === block.field);
			return {
				...block,
				body: note?.body ?? '',
				revision: note?.revision ?? 0,
				...(note && { savedAt: note.writtenAt })
			};
		}
		case 'check':
			return checkView(block.item, known);
	}
}

/** A simulation opens once the last prediction before it is made; without one it is open. */
function simView(
	{ id, mode, html }: Extract<Block, { type: 'sim' }>,
	lesson: Lesson,
	{ language, predictions, runs }: Known
): SimView {
	const blocks = lesson.steps[language].flatMap((step) => step.blocks);
	const before = blocks.slice(
		0,
		blocks.findIndex((block) => block.type === 'sim' && block.id === id)
	);
	const asked = before.findLast((block) => block.type === 'predict');
	const { chosen } = predictions.find((each) => each.id === asked?.id) ?? {};
	const predicted = asked?.options.find((option) => option.id === chosen)?.text;
	const run = runs?.find((each) => each.simulation === id);
	return {
		...{ type: 'sim', id, mode, html },
		open: !asked || chosen !== undefined,
		...(predicted !== undefined && { predicted }),
		...(run && { saved: run.state }),
		...(run?.reachedAt && { reachedAt: run.reachedAt })
	};
}

function checkView(id: string, { seed, language, answers }: Known): CheckView | undefined {
	const item = itemOf(id);
	if (!item) return undefined;
	const arrange = <T>(list: T[]) => shuffle(list, seedOf(`${seed} ${id}`));
	const last = answers.find((each) => each.item === id);
	const told = last && answered(item, last, language, { reveal: true, settled: true });
	return {
		type: 'check',
		item: publicItem(item, language, arrange),
		answerId: randomUUID(),
		try: (last?.try ?? 0) + 1,
		...(told && { answered: told })
	};
}

/** The last step in which something was answered: where somebody without scripts was. */
function furthestAnswered(
	lesson: Lesson,
	answers: { item: string }[],
	predictions: { id: string }[]
): string | undefined {
	return lesson.steps.nl.findLast((step) =>
		step.blocks.some(
			(block) =>
				(block.type === 'check' && answers.some((each) => each.item === block.item)) ||
				(block.type === 'predict' && predictions.some((each) => each.id === block.id))
		)
	)?.id;
}

/** The minutes of the steps that are still to come; none once everything is answered. */
function minutesLeft(lesson: Lesson, at: string | undefined, open: number): number {
	if (open === 0) return 0;
	const steps = lesson.steps.nl.map((step) => step.id);
	const behind = at ? Math.max(0, steps.indexOf(at)) : 0;
	return Math.max(1, Math.round((lesson.minutes * (steps.length - behind)) / steps.length));
}

/** Remembers at which step somebody is. Says whether there is such a step. */
export async function rememberStep(
	db: Database,
	given: { accountId: string; lesson: string; step: string; at: Date }
): Promise<boolean> {
	const { accountId, lesson, step, at } = given;
	const found = findLesson(course, lesson);
	if (!found?.lesson.steps.nl.some((each) => each.id === step)) return false;
	await progress.setPosition(db, { accountId, lesson, step, seenAt: at });
	return true;
}
