import type { Cells } from '#lib/course/exercise.ts';
import { dayAfter } from './retention.ts';

/** So many days after a plan was written down it is asked what became of it. */
export const FOLLOW_UP_DAYS = 30;
/** What somebody may say of it in their own words, in code points. */
export const NOTE_MAX = 400;

export const planOutcomes = ['done', 'partly', 'not'] as const;
export type PlanOutcome = (typeof planOutcomes)[number];
export const isPlanOutcome = (text: string): text is PlanOutcome =>
	(planOutcomes as readonly string[]).includes(text);

/** If this, then that: in the words of whoever will do it. */
export type Plan = { condition: string; action: string };
export type Answered = Plan & { outcome: PlanOutcome; note: string; at: Date };

/** One plan and where its question stands. Days are yyyy-mm-dd. */
export type FollowUp = Plan & {
	/** Whether it is in the canvas now, or was only answered before. */
	current: boolean;
	/** The day on which it is asked; absent for one that is no longer there. */
	due?: string;
	state: 'waiting' | 'due' | 'answered';
	last?: Answered;
};

/** The rows of the field that are plans: both halves are there. */
export function plansIn(cells: Cells): Plan[] {
	return cells.flatMap(([condition = '', action = '']) =>
		condition.trim() && action.trim()
			? [{ condition: condition.trim(), action: action.trim() }]
			: []
	);
}

export const samePlan = (one: Plan, other: Plan) =>
	one.condition === other.condition && one.action === other.action;

/**
 * What became of every plan.
 *
 * @param versions of the field that counted, oldest first. The question comes so many days after the words appeared as
 *   they are now; changing another row, or the order, moves nothing.
 * @param answers oldest first; the last one of a plan counts
 * @param dayOf names the day of a moment in the course's time zone
 */
export function followUps(
	versions: { cells: Cells; at: Date }[],
	answers: Answered[],
	today: string,
	dayOf: (moment: Date) => string
): FollowUp[] {
	const plans = versions.map(({ cells, at }) => ({ plans: plansIn(cells), at }));
	const now = unique(plans.at(-1)?.plans ?? []);
	const lastOf = (plan: Plan) => answers.findLast((answer) => samePlan(answer, plan));
	const current = now.map((plan): FollowUp => {
		// Since the last version without it: a plan that was taken out and came back begins again.
		const without = plans.findLastIndex((each) => !each.plans.some((one) => samePlan(one, plan)));
		const due = dayAfter(dayOf(plans[without + 1]!.at), FOLLOW_UP_DAYS);
		const last = lastOf(plan);
		return {
			...{ ...plan, current: true, due },
			state: last ? 'answered' : today >= due ? 'due' : 'waiting',
			...(last && { last })
		};
	});
	const past = unique(answers.filter((answer) => !now.some((plan) => samePlan(answer, plan))));
	return [
		...current,
		...past.map(({ condition, action }): FollowUp => {
			const last = lastOf({ condition, action })!;
			return { ...{ condition, action, current: false, state: 'answered' }, last };
		})
	];
}

const unique = <P extends Plan>(plans: P[]): P[] =>
	plans.filter((plan, index) => plans.findIndex((other) => samePlan(plan, other)) === index);
