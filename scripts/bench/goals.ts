/** A promise of docs/PERFORMANCE.md with the figure of this run; no limit when the figure is only named. */
export type Goal = {
	what: string;
	figure: number;
	unit: string;
	atMost?: number;
	atLeast?: number;
};

export const met = ({ figure, atMost, atLeast }: Goal) =>
	(atMost === undefined || figure <= atMost) && (atLeast === undefined || figure >= atLeast);

/** As a person reads it: three digits say enough. */
export const rounded = (value: number) =>
	Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));

const limitOf = ({ atMost, atLeast }: Goal) =>
	atMost !== undefined ? `≤ ${atMost}` : atLeast !== undefined ? `≥ ${atLeast}` : '–';

export function printGoals(title: string, goals: Goal[]): void {
	console.log(`\n${title}`);
	console.table(
		goals.map((goal) => ({
			goal: goal.what,
			figure: `${rounded(goal.figure)} ${goal.unit}`.trim(),
			limit: limitOf(goal),
			met: goal.atMost === undefined && goal.atLeast === undefined ? '' : met(goal) ? 'yes' : 'NO'
		}))
	);
}
