import type { Language } from '#lib/course/language.ts';
import { findLesson } from '#lib/course/outline.ts';
import { passagesOf } from '#lib/course/plain-text.ts';
import { storable } from '#lib/learning/storable.ts';
import { course } from './course.ts';
import { lock } from './db/accounts.ts';
import * as rows from './db/annotations.ts';
import type { Database } from './db/connect.ts';
import { marks, type Mark } from './db/schema.ts';

export const limits = { body: 1000, exact: 1500, around: 60, perLesson: 100 };

export type Annotated =
	| { kind: 'saved' }
	| { kind: 'too-long'; max: number; length: number }
	| { kind: 'too-many'; max: number }
	/** Another device or tab changed it first, or removed it. */
	| { kind: 'conflict' }
	| { kind: 'unknown' };

/** The words that are marked: as selected by a script, or a whole passage by its name. */
export type Place =
	{ passage: string } | { step: string; exact: string; prefix: string; suffix: string };

/** Marks a place in a lesson's text. The same id again is the same mark. */
export async function add(
	db: Database,
	given: {
		accountId: string;
		id: string;
		lesson: string;
		language: Language;
		place: Place;
		mark: string;
		body: string;
		at: Date;
	}
): Promise<Annotated> {
	const { accountId, id, lesson, language, at } = given;
	const found = findLesson(course, lesson)?.lesson;
	const place = found && resolve(given.place, found.steps[language]);
	if (!place || !isMark(given.mark)) return { kind: 'unknown' };
	const body = storable(given.body);
	const tooLong = lengthFault(body);
	if (tooLong) return tooLong;
	const mark = given.mark;
	return db.transaction(async (tx) => {
		await lock(tx, accountId);
		if (await rows.find(tx, accountId, id)) return { kind: 'saved' };
		if ((await rows.countIn(tx, accountId, lesson)) >= limits.perLesson)
			return { kind: 'too-many', max: limits.perLesson };
		const fresh = { accountId, id, lesson, language, mark, body, ...place };
		await rows.insert(tx, { ...fresh, revision: 1, createdAt: at, changedAt: at });
		return { kind: 'saved' };
	});
}

/** @param base the revision the writer was looking at */
export async function change(
	db: Database,
	given: { accountId: string; id: string; mark: string; body: string; base: number; at: Date }
): Promise<Annotated> {
	const { accountId, id, mark, base, at } = given;
	const body = storable(given.body);
	if (!isMark(mark) || !Number.isSafeInteger(base) || base < 1 || base > 1_000_000)
		return { kind: 'unknown' };
	const tooLong = lengthFault(body);
	if (tooLong) return tooLong;
	if (await rows.change(db, { accountId, id, base, mark, body, at })) return { kind: 'saved' };
	const now = await rows.find(db, accountId, id);
	// Sent twice, or the same on both devices.
	return now?.mark === mark && now.body === body ? { kind: 'saved' } : { kind: 'conflict' };
}

export const remove = rows.remove;

/** Everything somebody wrote or marked, by lesson, in the order of the course. */
export async function ofAccount(db: Database, accountId: string, language: Language) {
	const [marked, notes] = await Promise.all([
		rows.ofAccount(db, accountId),
		rows.notesOfAccount(db, accountId)
	]);
	return course.modules
		.flatMap((module) => module.lessons)
		.map((lesson) => ({
			id: lesson.id,
			title: lesson.title[language],
			notes: lesson.notes.flatMap(({ field }) => {
				const note = notes.find((each) => each.field === field);
				return note && note.body !== '' ? [{ body: note.body, writtenAt: note.writtenAt }] : [];
			}),
			marks: marked.filter((each) => each.lesson === lesson.id)
		}))
		.filter((lesson) => lesson.notes.length + lesson.marks.length > 0);
}

/** The beginnings of the paragraphs of a lesson, for marking one without selecting it. */
export function passages(lesson: string, language: Language) {
	const steps = findLesson(course, lesson)?.lesson.steps[language] ?? [];
	return steps.map((step) => ({
		title: step.title,
		passages: passagesIn(step).map(({ id, text }) => ({ id, start: beginning(text) }))
	}));
}

type Step = { id: string; blocks: { type: string; html?: string }[] };

function passagesIn(step: Step): { id: string; text: string }[] {
	return step.blocks
		.flatMap((block) => (block.type === 'prose' ? passagesOf(block.html ?? '') : []))
		.map((text, index) => ({ id: `${step.id}.${index + 1}`, text }));
}

function resolve(place: Place, steps: Step[]) {
	if ('passage' in place) {
		for (const step of steps) {
			const passage = passagesIn(step).find(({ id }) => id === place.passage);
			if (passage) return { step: step.id, exact: passage.text, prefix: '', suffix: '' };
		}
		return undefined;
	}
	const [exact, prefix, suffix] = [place.exact, place.prefix, place.suffix].map(storable);
	if (!exact || !steps.some((step) => step.id === place.step)) return undefined;
	const { around } = limits;
	if (exact.length > limits.exact || prefix!.length > around || suffix!.length > around)
		return undefined;
	return { step: place.step, exact, prefix: prefix!, suffix: suffix! };
}

function beginning(text: string): string {
	return text.length <= 64 ? text : `${text.slice(0, text.lastIndexOf(' ', 62))} …`;
}

const isMark = (mark: string): mark is Mark => (marks as readonly string[]).includes(mark);

function lengthFault(body: string): Annotated | undefined {
	const length = [...body].length;
	return length > limits.body ? { kind: 'too-long', max: limits.body, length } : undefined;
}
