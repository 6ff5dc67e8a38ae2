import type { Language } from '#lib/course/language.ts';
import { findLesson } from '#lib/course/outline.ts';
import { completeLesson } from './answers.ts';
import { course } from './course.ts';
import type { Database } from './db/connect.ts';
import * as progress from './db/progress.ts';

export type Predicted = { kind: 'recorded' | 'kept' } | { kind: 'empty' } | { kind: 'unknown' };

type Made = { lesson: string; prediction: string; chosen: string };

/** Whether this can be chosen there at all. */
export function judge({ lesson, prediction, chosen }: Made): 'fine' | 'empty' | 'unknown' {
	const asked = findLesson(course, lesson)?.lesson.predictions.find(
		(each) => each.id === prediction
	);
	if (!asked) return 'unknown';
	if (chosen === '') return 'empty';
	const there = chosen.length === 1 && 'abcdef'.slice(0, asked.options).includes(chosen);
	return there ? 'fine' : 'unknown';
}

/** Keeps a prediction. The first one stands: a second, other one changes nothing and says so. */
export async function record(
	db: Database,
	given: Made & { accountId: string; language: Language; at: Date }
): Promise<Predicted> {
	const { accountId, lesson, prediction, chosen, language, at } = given;
	const judged = judge(given);
	if (judged !== 'fine') return { kind: judged };
	return db.transaction(async (tx) => {
		const row = { accountId, prediction, chosen, language, predictedAt: at };
		if (!(await progress.addPrediction(tx, row))) return { kind: 'kept' };
		await completeLesson(tx, accountId, lesson);
		return { kind: 'recorded' };
	});
}
