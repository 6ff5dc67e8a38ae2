import type { Pairs, Together } from '../../src/lib/learning/item-sums.ts';

// Rows of points, a row a person and a column a question, as the sums in which they are kept.

const total = (list: number[]) => list.reduce((sum, each) => sum + each, 0);

/** The sums of one question, beside the mean of the others in the same row. */
export function pairsOf(rows: number[][], item: number): Pairs {
	const pairs = rows.map((row) => {
		const x = row[item]!;
		return { x, y: (total(row) - x) / (row.length - 1) };
	});
	return {
		n: rows.length,
		points: total(pairs.map(({ x }) => x)),
		pointsSquared: total(pairs.map(({ x }) => x * x)),
		rest: total(pairs.map(({ y }) => y)),
		restSquared: total(pairs.map(({ y }) => y * y)),
		product: total(pairs.map(({ x, y }) => x * y))
	};
}

export function togetherOf(rows: number[][], asked: Together['asked']): Together {
	const columns = rows[0]!.map((_, item) => rows.map((row) => row[item]!));
	return {
		asked,
		attempts: rows.length,
		questions: columns.length,
		points: total(rows.map(total)),
		pointsSquared: total(rows.flat().map((each) => each * each)),
		attemptsSquared: total(rows.map((row) => total(row) ** 2)),
		itemsSquared: total(columns.map((column) => total(column) ** 2))
	};
}
