import type { Results } from './point.ts';

/** Databases that grow tenfold; a hundred answers a learner. */
export const points = [
	{ name: 'S1', learners: 1_000, cohorts: [100] },
	{ name: 'S2', learners: 10_000, cohorts: [1_000] },
	{ name: 'S3', learners: 100_000, cohorts: [10_000] }
];

/** Figures that may hardly grow with what is stored: the exponent of cost over size, per tenfold. */
const flat = [
	['answers', 'answer: CPU-s, 1,000 answers, at the pace of the reference', 0.05],
	['answers', 'answer p99 at 200 a second', 0.1],
	['pages', 'lesson page: CPU-s, 1,000 pages, at the pace of the reference', 0.05]
] as const;

/** The slope of a straight line through the points, both axes logarithmic: 1 is in proportion, 0 is not at all. */
export function slope(sizes: number[], figures: number[]): number {
	const x = sizes.map(Math.log10);
	const y = figures.map(Math.log10);
	const mean = (values: number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
	const [mx, my] = [mean(x), mean(y)];
	const across = x.reduce((sum, each, index) => sum + (each - mx) * (y[index]! - my), 0);
	return across / x.reduce((sum, each) => sum + (each - mx) ** 2, 0);
}

export function printSlopes(results: Record<string, Results>): void {
	const measured = points.filter(({ name }) => results[name]);
	const sizes = measured.map(({ learners }) => learners);
	type Slope = { what: string; slope: number; limit: string };
	const rows = flat.flatMap<Slope>(([part, what, most]) => {
		const figures = measured.flatMap(
			({ name }) => results[name]![part]?.goals.find((goal) => goal.what === what)?.figure ?? []
		);
		if (figures.length < 2 || figures.length !== sizes.length) return [];
		return [{ what, slope: Number(slope(sizes, figures).toFixed(3)), limit: `≤ ${most}` }];
	});
	// Every point has a cohort of all its learners.
	const groups = measured.flatMap(({ name, learners }) => {
		const of = `group of ${learners.toLocaleString('en')}, `;
		const figure = (what: string) =>
			results[name]!.groups?.goals.find((goal) => goal.what === `${of}${what}: time`)?.figure;
		const [page, csv] = [figure('page'), figure('CSV')];
		return page && csv ? [{ learners, page, csv }] : [];
	});
	if (groups.length > 1)
		for (const what of ['page', 'csv'] as const) {
			const figures = groups.map((each) => each[what]);
			const grown = slope(
				groups.map(({ learners }) => learners),
				figures
			);
			rows.push({
				...{ what: `whole group, ${what}`, slope: Number(grown.toFixed(3)) },
				limit: what === 'page' ? '≤ 0.1' : '≤ 1.05'
			});
		}
	console.table(rows);
}
