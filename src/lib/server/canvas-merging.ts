import type { Cells } from '#lib/course/exercise.ts';
import type { Language } from '#lib/course/language.ts';
import type { FieldRead } from '#lib/learning/canvas-view.ts';
import { canvasFrom, fieldOf, shape } from './canvas.ts';
import * as revisions from './db/canvas.ts';
import type { Database } from './db/connect.ts';

// Versions that stand side by side, put together by hand: both can be read, and what counts is what their writer makes.

export type Merging = {
	field: FieldRead;
	/** The version that counts, which the new one begins with. */
	head: { revision: number; cells: Cells };
	/** Those beside it, oldest first; none when everything is settled. */
	asides: { revision: number; cells: Cells; at: Date }[];
};

/** A field with all its versions that wait to be settled. */
export async function toMerge(
	db: Database,
	accountId: string,
	id: string,
	language: Language
): Promise<Merging | undefined> {
	const field = fieldOf(id);
	if (!field) return undefined;
	// Other fields as well: they may head the rows of this one.
	const { heads, asides } = await revisions.current(db, accountId);
	const own = asides.filter((row) => row.field === id);
	const head = heads.find((row) => row.field === id);
	const canvas = canvasFrom(heads);
	const any = over([head?.cells ?? [], ...own.map(({ cells }) => cells)]);
	return {
		field: shape(field, { ...canvas, [id]: any }, language),
		head: { revision: head?.revision ?? 0, cells: head?.cells ?? [] },
		asides: own.map(({ revision, cells, writtenAt }) => ({ revision, cells, at: writtenAt }))
	};
}

/** Something in every cell in which any version has something: so that no row of either stays out of sight. */
function over(versions: Cells[]): Cells {
	const rows = Math.max(...versions.map((cells) => cells.length));
	return Array.from({ length: rows }, (_, row) => {
		const written = versions.flatMap((cells) => (cells[row] ? [cells[row]] : []));
		return (written[0] ?? []).map(
			(_, index) => written.map((cells) => cells[index] ?? '').find((cell) => cell.trim()) ?? ''
		);
	});
}
