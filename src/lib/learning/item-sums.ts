import type { Language } from '#lib/course/language.ts';
import { TOGETHER } from './cohort.ts';
import type { Confidence } from './confidence.ts';

// What is kept of answers to say something of questions: sums, in which nobody can be told apart.

/**
 * Sums over first tries. `points` is the share of the points of an answer, `rest` that of the other answers of the same
 * attempt together, both 0–1.
 */
export type Pairs = {
	n: number;
	points: number;
	pointsSquared: number;
	rest: number;
	restSquared: number;
	product: number;
};

/** Who chose an option: how many, and the sum of what they had on the rest. */
export type Chosen = { n: number; rest: number };

/** Who tried more than once: how many, and the sums of the points of their first and last try. */
export type Again = { n: number; first: number; last: number };

/** Answers to one version of an item, given in one language. */
export type Cell = {
	item: string;
	version: string;
	language: Language;
	pairs: Pairs;
	/** By option; for rows that get a choice by `row=choice`. */
	options: Record<string, Chosen>;
	/** Answers given with each confidence, and how many of them were fully right. */
	confidence: Record<Confidence, { given: number; right: number }>;
	again: Again;
};

/** Sums over the attempts at a quiz that asked as many questions as it asks now. */
export type Together = {
	/** `same`: exactly the items of now; `drawn`: everybody had their own. */
	asked: 'same' | 'drawn';
	attempts: number;
	questions: number;
	/** Of all points, of their squares, of the squares of attempts' totals and of items' totals. */
	points: number;
	pointsSquared: number;
	attemptsSquared: number;
	itemsSquared: number;
};

export type QuizSums = { cells: Cell[]; together?: Together };

type Key = Pick<Cell, 'item' | 'version' | 'language'>;

/** What sums come in: rows per version, language and option. */
export type Parts = {
	cells: (Key & Pick<Cell, 'pairs' | 'confidence'>)[];
	chosen: (Key & Chosen & { option: string })[];
	again: (Key & Again)[];
	together?: Together;
};

const nameOf = ({ item, version, language }: Key) => `${item} ${version} ${language}`;

/** Puts rows together per version and language. */
export function assembled({ cells, chosen, again, together }: Parts): QuizSums {
	const all = new Map(
		cells.map((row): [string, Cell] => [
			nameOf(row),
			{ ...emptyCell(row.item, row.version, row.language), ...row }
		])
	);
	// What was handed in between two statements may have no cell yet: it is in the sums of tomorrow.
	for (const { option, n, rest, ...row } of chosen) {
		const cell = all.get(nameOf(row));
		if (cell) cell.options[option] = { n, rest };
	}
	for (const { n, first, last, ...row } of again) {
		const cell = all.get(nameOf(row));
		if (cell) cell.again = { n, first, last };
	}
	return { cells: [...all.values()], ...(together && { together }) };
}

const NO_PAIRS: Pairs = {
	...{ n: 0, points: 0, pointsSquared: 0 },
	...{ rest: 0, restSquared: 0, product: 0 }
};

/** A cell in which nobody is yet. */
export function emptyCell(item: string, version: string, language: Language): Cell {
	const none = () => ({ given: 0, right: 0 });
	return {
		...{ item, version, language },
		pairs: NO_PAIRS,
		options: {},
		confidence: { sure: none(), fair: none(), guess: none() },
		again: { n: 0, first: 0, last: 0 }
	};
}

/** Two cells as one, for instance of both languages. Keeps the name of the first. */
export function added(one: Cell, other: Cell): Cell {
	const options = { ...one.options };
	for (const [id, chosen] of Object.entries(other.options))
		options[id] = sum(options[id] ?? { n: 0, rest: 0 }, chosen);
	return {
		...one,
		pairs: sum(one.pairs, other.pairs),
		options,
		confidence: {
			sure: sum(one.confidence.sure, other.confidence.sure),
			fair: sum(one.confidence.fair, other.confidence.fair),
			guess: sum(one.confidence.guess, other.confidence.guess)
		},
		again: sum(one.again, other.again)
	};
}

function sum<T extends Record<string, number>>(one: T, other: T): T {
	return Object.fromEntries(
		Object.entries(one).map(([name, value]) => [name, value + other[name]!])
	) as T;
}

/** So many people more or fewer before a sum that is shown moves on. */
export const A_STEP = TOGETHER;

const moved = (before: number, now: number) => now === 0 || Math.abs(now - before) >= A_STEP;

/**
 * The sums that are shown next: each as it was, until five people more or fewer are in it. So two looks, however long
 * after each other, never differ by what one person answered.
 */
export function movedOn(before: QuizSums, now: QuizSums): QuizSums {
	const [old, fresh] = [before, now].map(
		({ cells }) => new Map(cells.map((cell) => [nameOf(cell), cell]))
	) as [Map<string, Cell>, Map<string, Cell>];
	const cells = [...new Set([...old.keys(), ...fresh.keys()])].flatMap((name): Cell[] => {
		const { item, version, language } = (old.get(name) ?? fresh.get(name))!;
		const none = emptyCell(item, version, language);
		const [was, is] = [old.get(name) ?? none, fresh.get(name) ?? none];
		const cell = moved(was.pairs.n, is.pairs.n) ? is : was;
		const again = moved(was.again.n, is.again.n) ? is.again : was.again;
		return cell.pairs.n > 0 ? [{ ...cell, again }] : [];
	});
	const together = togetherNext(before.together, now.together);
	return { cells, ...(together && { together }) };
}

function togetherNext(before?: Together, now?: Together): Together | undefined {
	if (!now || now.attempts === 0) return undefined;
	// Another number of questions, or another way of asking, is another sum.
	const comparable = before?.asked === now.asked && before.questions === now.questions;
	const was = comparable ? before : undefined;
	return moved(was?.attempts ?? 0, now.attempts) ? now : was;
}
