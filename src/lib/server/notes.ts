import { findLesson } from '#lib/course/outline.ts';
import { storable } from '#lib/learning/storable.ts';
import { course } from './course.ts';
import type { Database } from './db/connect.ts';
import * as progress from './db/progress.ts';

export type Noted =
	| { kind: 'saved'; revision: number }
	| { kind: 'too-long'; max: number; length: number }
	/** Another device or tab wrote first: both texts are shown, nothing is overwritten. */
	| { kind: 'conflict' }
	| { kind: 'unknown' };

/** Whether this text fits in that note. */
export function judge(given: { lesson: string; field: string; body: string }) {
	const note = findLesson(course, given.lesson)?.lesson.notes.find(
		(each) => each.field === given.field
	);
	if (!note) return { kind: 'unknown' as const };
	const length = [...given.body].length;
	return length > note.max
		? { kind: 'too-long' as const, max: note.max, length }
		: { kind: 'fine' as const };
}

/** Adds a revision of a note. @param base the revision the writer was looking at; 0 when there was none */
export async function write(
	db: Database,
	given: { accountId: string; lesson: string; field: string; body: string; base: number; at: Date }
): Promise<Noted> {
	const { accountId, field, base, at } = given;
	const body = storable(given.body);
	if (!Number.isSafeInteger(base) || base < 0 || base > 1_000_000) return { kind: 'unknown' };
	const judged = judge({ ...given, body });
	if (judged.kind !== 'fine') return judged;
	const [current] = await progress.notesOf(db, accountId, [field]);
	const revision = current?.revision ?? 0;
	if (current?.body === body) return { kind: 'saved', revision };
	if (revision !== base) return { kind: 'conflict' };
	const row = { accountId, field, revision: base + 1, body, writtenAt: at };
	return (await progress.addNote(db, row))
		? { kind: 'saved', revision: base + 1 }
		: { kind: 'conflict' };
}
