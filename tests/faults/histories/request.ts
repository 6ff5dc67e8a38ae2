import type { Cells } from '#lib/course/exercise.ts';
import type { Given } from '#lib/learning/grade.ts';
import * as answers from '#lib/server/answers.ts';
import * as canvas from '#lib/server/canvas.ts';
import type { Database } from '#lib/server/db/connect.ts';
import * as predictions from '#lib/server/predictions.ts';

type Answer = { id: string; item: string; given: Given; right: boolean };

/** What a device asks of the server: one of the ways in which somebody's work is kept. */
export type Request = { who: string } & (
	| ({ kind: 'check'; lesson: string; try: number } & Answer)
	| ({ kind: 'attempt'; attempt: string } & Answer)
	| ({ kind: 'review'; day: string } & Answer)
	| { kind: 'prediction'; id: string; lesson: string; prediction: string; chosen: string }
	| { kind: 'canvas'; id: string; field: string; cells: Cells; base: number }
);
export type Of<K extends Request['kind']> = Extract<Request, { kind: K }>;

/** What the server says. Only `kept` makes an end to it without a word to whoever gave it. */
export type Reply =
	| { kind: 'kept'; earned?: number; revision?: number; first?: boolean }
	| { kind: 'refused'; why: string };

/** The one place that an answer can take: of two devices the first has it. */
export function placeOf(request: Request): string {
	switch (request.kind) {
		case 'check':
			return `${request.who} check ${request.item} ${request.try}`;
		case 'attempt':
			return `${request.who} attempt ${request.attempt} ${request.item}`;
		case 'review':
			return `${request.who} review ${request.item} ${request.day}`;
		case 'prediction':
			return `${request.who} prediction ${request.prediction}`;
		case 'canvas':
			return `${request.who} canvas ${request.field} ${request.id}`;
	}
}

/** Has it done by the verb that the route calls. */
export async function serve(db: Database, request: Request, at: Date): Promise<Reply> {
	const common = { accountId: request.who, language: 'nl' as const, at };
	switch (request.kind) {
		case 'prediction': {
			const { lesson, prediction, chosen } = request;
			const { kind } = await predictions.record(db, { ...common, lesson, prediction, chosen });
			return kind === 'recorded' || kind === 'kept'
				? { kind: 'kept', first: kind === 'recorded' }
				: { kind: 'refused', why: kind };
		}
		case 'canvas': {
			const { id: saveId, field, cells, base } = request;
			const saved = await canvas.save(db, { ...common, saveId, field, cells, base });
			return saved.kind === 'unknown'
				? { kind: 'refused', why: saved.kind }
				: { kind: 'kept', revision: saved.revision, first: saved.kind === 'saved' };
		}
	}
	const answer = { ...common, answerId: request.id, item: request.item, given: request.given };
	const outcome = await (request.kind === 'check'
		? answers.recordCheck(db, { ...answer, lesson: request.lesson, try: request.try })
		: request.kind === 'attempt'
			? answers.recordInAttempt(db, { ...answer, attemptId: request.attempt })
			: answers.recordReview(db, { ...answer, day: request.day }));
	return outcome.kind === 'recorded' || outcome.kind === 'replayed'
		? { kind: 'kept', earned: outcome.earned }
		: { kind: 'refused', why: outcome.kind };
}
