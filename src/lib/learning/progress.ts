import type { Outline } from '#lib/course/outline.ts';
import type { Completion } from './completion.ts';

/** One person in one edition. Every screen, export and mail that speaks of progress shows this. */
export type Progress = {
	lessons: { done: number; required: number };
	quizzes: { done: number; required: number };
	/** 0–100, rounded down: 100 means that everything is done. */
	percent: number;
	/** What counts, and since when it is done. */
	units: { id: string; doneAt?: Date }[];
	finishedAt?: Date;
};

/** The same without the units one by one, and when each was first done. */
export type Tally = Omit<Progress, 'units'> & { doneAt: Map<string, Date> };

/** Completions of units outside the edition are kept but do not count. */
export function progress(outline: Outline, completions: Completion[]): Progress {
	const { doneAt, ...rest } = tally(outline, completions);
	const units = outline.units.map(({ id }) => {
		const at = doneAt.get(id);
		return at ? { id, doneAt: at } : { id };
	});
	return { ...rest, units };
}

/** What `progress` counts, in one go: a group of ten thousand people is ten thousand of these, whenever somebody looks at it. */
export function tally(outline: Outline, completions: Completion[]): Tally {
	const doneAt = new Map<string, Date>();
	for (const { unit, at } of completions) {
		// The first time counts, in whatever order they come.
		const before = doneAt.get(unit);
		if (!before || at < before) doneAt.set(unit, at);
	}
	const lessons = { done: 0, required: 0 };
	const quizzes = { done: 0, required: 0 };
	let last: Date | undefined;
	for (const { id, kind } of outline.units) {
		const own = kind === 'lesson' ? lessons : quizzes;
		own.required += 1;
		const at = doneAt.get(id);
		if (!at) continue;
		own.done += 1;
		if (!last || at > last) last = at;
	}
	const done = lessons.done + quizzes.done;
	const required = outline.units.length;
	return {
		lessons,
		quizzes,
		percent: required === 0 ? 0 : Math.floor((done * 100) / required),
		doneAt,
		...(last && done === required && { finishedAt: last })
	};
}
