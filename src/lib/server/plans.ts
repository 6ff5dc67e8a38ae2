import type { Language } from '#lib/course/language.ts';
import { date, isoDay } from '#lib/i18n/format.ts';
import { plans as words } from '#lib/i18n/plans.ts';
import type { FieldRead, Whole } from '#lib/learning/canvas-view.ts';
import {
	followUps,
	isPlanOutcome,
	NOTE_MAX,
	samePlan,
	type FollowUp,
	type Plan
} from '#lib/learning/plan-follow-up.ts';
import { storable } from '#lib/learning/storable.ts';
import { startOfDay } from './days.ts';
import type { Database } from './db/connect.ts';
import * as outcomes from './db/plan-outcomes.ts';

// What became of somebody's if-then plans, a month after they wrote them down. For themselves: nobody else reads it.

const FIELD = 'plans_alsdan';

/** Every plan of this person and where its question stands. */
export async function view(
	db: Database,
	accountId: string,
	now: Date
): Promise<(Omit<FollowUp, 'due'> & { due?: Date })[]> {
	const [versions, answers] = await Promise.all([
		outcomes.versionsOf(db, accountId, FIELD),
		outcomes.ofAccount(db, accountId)
	]);
	return followUps(versions, answers, isoDay(now), isoDay).map(({ due, ...rest }) => ({
		...rest,
		...(due !== undefined && { due: startOfDay(due)! })
	}));
}

/** How many plans wait for an answer now. Whoever wrote none costs one question to the database. */
export async function waiting(db: Database, accountId: string, now: Date): Promise<number> {
	const versions = await outcomes.versionsOf(db, accountId, FIELD);
	const open = followUps(versions, [], isoDay(now), isoDay).filter(({ state }) => state === 'due');
	if (open.length === 0) return 0;
	const answers = await outcomes.ofAccount(db, accountId);
	return open.filter((plan) => !answers.some((answer) => samePlan(answer, plan))).length;
}

/**
 * Keeps what became of a plan: one of their own, that is due or was answered before.
 *
 * @param given its `id` is made where it was written: the same form sent twice is one answer
 * @returns `sent-before` when that form was sent already with another answer: which of the two counts is theirs to say
 */
export async function answer(
	db: Database,
	given: Plan & { accountId: string; id: string; outcome: string; note: string; at: Date }
): Promise<'kept' | 'no-outcome' | 'too-long' | 'sent-before' | 'unknown'> {
	const { accountId, id, condition, action, outcome, at } = given;
	const plans = await view(db, accountId, at);
	const plan = plans.find((each) => samePlan(each, { condition, action }));
	if (!plan || plan.state === 'waiting') return 'unknown';
	const note = storable(given.note).trim();
	if (!isPlanOutcome(outcome)) return 'no-outcome';
	if ([...note].length > NOTE_MAX) return 'too-long';
	const kept = await outcomes.add(db, { accountId, id, condition, action, outcome, note, at });
	const same = samePlan(kept, plan) && kept.outcome === outcome && kept.note === note;
	return same ? 'kept' : 'sent-before';
}

/** A canvas to take along, with what its writer said of their plans, if anything, under the plans themselves. */
export async function withOutcomes(
	db: Database,
	{ accountId, language, now }: { accountId: string; language: Language; now: Date },
	whole: Whole
): Promise<Whole> {
	const said = (await view(db, accountId, now)).flatMap(({ last }) => (last ? [last] : []));
	if (said.length === 0) return whole;
	const { title, plan, outcomes: named, columns } = words[language];
	const field: FieldRead = {
		...{ id: 'plans_outcome', kind: 'table', label: title },
		rows: said.map((_, row) => ({ row })),
		columns: (['plan', 'outcome', 'note', 'day'] as const).map((id) => ({
			id,
			label: columns[id]
		})),
		cells: said.map(({ condition, action, outcome, note, at }) => [
			plan(condition, action),
			named[outcome],
			note,
			date(at, language)
		])
	};
	return whole.map((exercise) =>
		exercise.fields.some(({ id }) => id === FIELD)
			? { ...exercise, fields: [...exercise.fields, field] }
			: exercise
	);
}
