import type { Cells } from '#lib/course/exercise.ts';

/** The name of the control of one cell. */
export const cellName = (field: string, row: number, column: string) => `${field}.${row}.${column}`;

/** Without the rows at the end in which nothing stands: as the server keeps them. */
export const trimmed = (cells: Cells): Cells =>
	cells.slice(0, cells.findLastIndex((row) => row.some((cell) => cell !== '')) + 1);

export const same = (one: Cells, other: Cells) => JSON.stringify(one) === JSON.stringify(other);

/** Code points, as people count characters and as the limits do. */
export const lengthOf = (cell: string) => [...cell].length;
