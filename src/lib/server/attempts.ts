import { randomUUID } from 'node:crypto';
import type { Quiz } from '#lib/course/course.ts';
import { findLesson } from '#lib/course/outline.ts';
import {
	draw,
	freeze,
	opensAt,
	standing,
	withExtra,
	type AttemptSummary,
	type Drawable,
	type Standing
} from '#lib/learning/quiz.ts';
import { course, itemOf } from './course.ts';
import * as attempts from './db/attempts.ts';
import type { Database } from './db/connect.ts';
import * as overrides from './db/overrides.ts';
import * as responses from './db/responses.ts';

/** Where somebody stands with a quiz, and their attempts as kept. */
export async function ofQuiz(
	db: Database,
	accountId: string,
	quiz: Quiz
): Promise<{ rows: attempts.AttemptRow[]; standing: Standing }> {
	const rows = await attempts.ofQuiz(db, accountId, quiz.id);
	// Only somebody who used a try can have been given one that matters.
	const extra = rows.length > 0 ? await overrides.extraTries(db, accountId) : [];
	return { rows, standing: standing(withExtra(quiz, extra), rows.map(summary)) };
}

/** The same, with their attempts and the tries they were given at hand. */
export const standingWith = (quiz: Quiz, rows: attempts.AttemptRow[], tries: number) =>
	standing(withExtra(quiz, [{ quiz: quiz.id, tries }]), rows.map(summary));

export function summary(row: attempts.AttemptRow): AttemptSummary {
	const { number, submittedAt, earned, total } = row;
	return {
		number,
		state: submittedAt ? 'submitted' : 'open',
		earned: earned ?? 0,
		total: total ?? 0
	};
}

/**
 * Begins an attempt, or goes on with the one that is open: pressing twice, or on two devices, costs one try.
 *
 * @returns the number of the open attempt; undefined when no tries are left or it is too soon
 */
export async function begin(
	db: Database,
	given: { accountId: string; quiz: Quiz; at: Date }
): Promise<number | undefined> {
	const { accountId, quiz, at } = given;
	const before = await ofQuiz(db, accountId, quiz);
	if (before.standing.open) return before.standing.open.number;
	if (before.standing.triesLeft === 0) return undefined;
	if (opensAt(quiz, before.rows, at)) return undefined;
	const id = randomUUID();
	const items = quiz.draw ? await drawn(db, accountId, quiz, quiz.draw, id) : quiz.items;
	await attempts.open(db, {
		id,
		accountId,
		quiz: quiz.id,
		number: before.rows.length + 1,
		items: freeze({ ...quiz, items }, (item) => itemOf(item)?.version ?? '', id),
		startedAt: at,
		submittedAt: null,
		earned: null,
		total: null
	});
	const after = await ofQuiz(db, accountId, quiz);
	return after.standing.open?.number;
}

/** Items from the whole bank for one attempt; what this person never answered anywhere goes first. */
async function drawn(
	db: Database,
	accountId: string,
	quiz: Quiz,
	count: number,
	seed: string
): Promise<string[]> {
	const seen = new Set((await responses.ofAccount(db, accountId)).map((row) => row.item));
	return draw(drawables(quiz.items), count, seen, seed);
}

/** What a draw has to know of these items; what the course no longer holds is left out. */
export function drawables(ids: string[]): Drawable[] {
	return ids.flatMap((id) => {
		const item = itemOf(id);
		const module = item && findLesson(course, item.lesson)?.module.id;
		return item && module ? [{ id, objective: item.objective, module }] : [];
	});
}
