import type { Counts } from '#lib/course/course.ts';
import type { Outline, Unit } from '#lib/course/outline.ts';

/** The facts from which everything about progress follows. */
export type Facts = {
	/** Item ids answered inside lessons (any valid answer, right or not), with when first. */
	checks: { item: string; at: Date }[];
	predictions: { id: string; at: Date }[];
	/** Submitted attempts. */
	attempts: { quiz: string; earned: number; total: number; at: Date }[];
	/** Units that somebody need not do, by decision of a manager. */
	exemptions?: Completion[];
};

/** A unit that is done, and since when. */
export type Completion = { unit: string; at: Date };

/** Whether points reach the pass mark, in whole numbers: 69.9 % is not 70 %. */
export function passes(earned: number, total: number, pass: number): boolean {
	return total > 0 && earned * 100 >= pass * total;
}

type Points = { earned: number; total: number };

/** The points that count of these handed-in attempts, first to last: of one of them, or of all together. */
export function counting(attempts: Points[], counts: Counts): Points | undefined {
	const [first] = attempts;
	if (!first) return undefined;
	switch (counts) {
		case 'first':
			return first;
		case 'last':
			return attempts[attempts.length - 1];
		case 'best':
			// By share, in whole numbers; of equals the first.
			return attempts.reduce((so, each) =>
				so.earned * each.total >= each.earned * so.total ? so : each
			);
		case 'average':
			return attempts.reduce((sum, each) => ({
				earned: sum.earned + each.earned,
				total: sum.total + each.total
			}));
	}
}

/** The first attempt after which a quiz is passed, by what counts; a pass is never lost again. */
export function passedAt<T extends Points>(
	attempts: T[],
	quiz: { counts: Counts; pass: number }
): T | undefined {
	return attempts.find((_, index) => {
		const points = counting(attempts.slice(0, index + 1), quiz.counts);
		return points && passes(points.earned, points.total, quiz.pass);
	});
}

/** Which units the facts complete, each at the moment the last thing it needed came in, or it was no longer needed. */
export function completions(outline: Outline, facts: Facts): Completion[] {
	return outline.units.flatMap((unit) => {
		const exempt = facts.exemptions?.find((each) => each.unit === unit.id)?.at;
		const at = earliest([doneAt(unit, facts), exempt].filter((each) => each !== undefined));
		return at ? { unit: unit.id, at } : [];
	});
}

function doneAt(unit: Unit, facts: Facts): Date | undefined {
	if (unit.kind === 'quiz') {
		const quiz = unit.id.slice('quiz:'.length);
		const own = facts.attempts
			.filter((each) => each.quiz === quiz)
			.sort((a, b) => a.at.getTime() - b.at.getTime());
		return passedAt(own, unit)?.at;
	}
	const needed = [
		...unit.checks.map((id) =>
			earliest(facts.checks.filter((each) => each.item === id).map((each) => each.at))
		),
		...unit.predictions.map((id) =>
			earliest(facts.predictions.filter((each) => each.id === id).map((each) => each.at))
		)
	];
	// A lesson that asks nothing cannot be done by reading alone: the content check refuses such a lesson.
	if (needed.length === 0 || needed.some((at) => at === undefined)) return undefined;
	return (needed as Date[]).reduce((last, at) => (at > last ? at : last));
}

function earliest(moments: Date[]): Date | undefined {
	return moments.length === 0
		? undefined
		: moments.reduce((first, at) => (at < first ? at : first));
}
