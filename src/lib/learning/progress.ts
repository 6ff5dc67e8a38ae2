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

/** Completions of units outside the edition are kept but do not count. */
export function progress(outline: Outline, completions: Completion[]): Progress {
	const doneAt = new Map<string, Date>();
	for (const { unit, at } of completions) {
		// The first time counts, in whatever order they come.
		const before = doneAt.get(unit);
		if (!before || at < before) doneAt.set(unit, at);
	}
	const units = outline.units.map(({ id }) => {
		const at = doneAt.get(id);
		return at ? { id, doneAt: at } : { id };
	});
	const count = (kind: 'lesson' | 'quiz') => {
		const own = outline.units.filter((unit) => unit.kind === kind);
		return { done: own.filter((unit) => doneAt.has(unit.id)).length, required: own.length };
	};
	const moments = units.flatMap((unit) => unit.doneAt ?? []);
	const finished = units.length > 0 && moments.length === units.length;
	return {
		lessons: count('lesson'),
		quizzes: count('quiz'),
		percent: units.length === 0 ? 0 : Math.floor((moments.length * 100) / units.length),
		units,
		...(finished && { finishedAt: moments.reduce((last, at) => (at > last ? at : last)) })
	};
}
