import type { Cells, Field } from '#lib/course/exercise.ts';
import { KEPT } from './canvas.ts';
import { lengthOf, same } from './cells.ts';

/**
 * Two versions of a field as one, in which every text of both stands: the one that counts first.
 *
 * @returns undefined when they do not fit together: too long, too many rows, or two different choices in one place
 */
export function merged(field: Field, head: Cells, other: Cells): Cells | undefined {
	const fixed = field.rows.max === 1 || field.rowLabels || field.rowsFrom;
	if (!fixed) {
		const more = other.filter((row) => !isBlank(row) && !head.some((one) => same([one], [row])));
		const both = [...head, ...more];
		return both.length <= field.rows.max ? both : undefined;
	}
	const both = Array.from({ length: Math.max(head.length, other.length) }, (_, row) =>
		field.columns.map((column, index) =>
			together(head[row]?.[index] ?? '', other[row]?.[index] ?? '', !column.max)
		)
	);
	return both.flat().includes(undefined) ? undefined : (both as Cells);
}

const isBlank = (row: string[]) => row.every((cell) => cell.trim() === '');

function together(one: string, other: string, choice: boolean): string | undefined {
	if (other.trim() === '' || one.includes(other)) return one;
	if (one.trim() === '' || other.includes(one)) return other;
	const both = `${one}\n${other}`;
	return choice || lengthOf(both) > KEPT ? undefined : both;
}
