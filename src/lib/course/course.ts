import type { Exercise, RunningCase } from './exercise.ts';
import type { Item } from './item.ts';
import type { Language, Text } from './language.ts';

/** The whole course as the build hands it over: data, both languages, keys included. Server only. */
export type Course = {
	title: Text;
	subtitle: Text;
	edition: number;
	/** The lesson that anybody may try without an account. */
	open: string;
	modules: Module[];
	items: Record<string, Item>;
	/** Of the strategy canvas, in order. */
	exercises: Exercise[];
	runningCase?: RunningCase;
	sources: Source[];
	terms: Term[];
	misconceptions: Misconception[];
};

export type Module = { id: string; title: Text; lessons: Lesson[]; quiz: Quiz };

export type Lesson = {
	id: string;
	/** The first edition that has this lesson. */
	since: number;
	title: Text;
	summary: Text;
	minutes: number;
	objectives: { id: string; text: Text }[];
	sources: string[];
	steps: Record<Language, Step[]>;
	/** What has to be answered before the lesson is done, in the order of the text. */
	checks: string[];
	predictions: { id: string; options: number }[];
	notes: { field: string; max: number }[];
};

/** A part of a lesson under one heading. The opening step has an empty title. */
export type Step = { id: string; title: string; blocks: Block[] };

/** Prose is finished HTML, made from our own files at build; the other blocks are interactive. */
export type Block =
	| { type: 'prose'; html: string }
	| { type: 'predict'; id: string; html: string; options: { id: string; text: string }[] }
	| { type: 'sim'; id: string; mode: string; html: string }
	| { type: 'check'; item: string }
	| { type: 'note'; field: string; max: number; html: string };

export const countings = ['best', 'last', 'first', 'average'] as const;
export type Counts = (typeof countings)[number];

/** When it is said what an answer was worth and why: after every answer, or once the attempt is handed in. */
export const explanations = ['each', 'end'] as const;
export type Explains = (typeof explanations)[number];

/** When the right answer may be read beside a wrong one: once the quiz can no longer ask it, or never. */
export const revelations = ['last', 'never'] as const;
export type Reveals = (typeof revelations)[number];

export type Quiz = {
	id: string;
	since: number;
	items: string[];
	/** How many of the items an attempt asks; all of them when absent. */
	draw?: number;
	/** How many times the quiz may be taken. */
	tries: number;
	/** Which attempt counts; `average` is the points of all of them together. */
	counts: Counts;
	/** Hours between handing in and beginning again; none when absent. */
	wait?: number;
	/** Percentage of the points needed to pass. */
	pass: number;
	shuffle: boolean;
	explains: Explains;
	reveals: Reveals;
};

export type SourceStatus = 'verified' | 'partly' | 'memory';
export type EvidenceKind =
	'theory' | 'experiment' | 'observation' | 'case' | 'fictional' | 'own-account';

export type Source = {
	id: string;
	short: Text;
	reference: string;
	status: SourceStatus;
	kind: EvidenceKind;
	verified: Text;
	consulted: string[];
	checked: string;
	lessons: string[];
};

export type Term = { id: string; nl: Entry; en: Entry; sources: string[]; lessons: string[] };
type Entry = { term: string; text: string };

export type Misconception = {
	id: string;
	statement: Text;
	refutation: Text;
	sources: string[];
	/** Items whose wrong options hold it. */
	items: string[];
};
